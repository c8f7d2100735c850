"""The receipt: easy to type, hard to guess, and split so that finding is not opening."""

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.speakup.sealing import Unreadable, receipt
from fanlight.speakup.sealing.derivation import AT_ONCE, RECEIPT
from fanlight.speakup.sealing.keys import seal_to
from fanlight.speakup.sealing.receipt import (
    UNKIND,
    NotAReceipt,
    Receipt,
    ReporterKey,
    new_receipt,
    new_salt,
    read_receipt,
    words,
)


@pytest.mark.parametrize("in_words", [False, True])
def test_a_receipt_is_read_however_it_is_typed(in_words: bool) -> None:
    for _ in range(20):
        given = new_receipt(in_words=in_words)
        for typed in (
            given.text,
            given.text.lower(),
            f"  {given.text.upper()} ",
            given.text.replace(" ", "-"),
        ):
            assert read_receipt(typed) == given


def test_letters_may_be_typed_without_groups() -> None:
    given = new_receipt()
    assert read_receipt(given.text.replace(" ", "")) == given
    assert [len(group) for group in given.text.split()] == [4, 4, 4, 4, 4, 3, 3]


def test_letters_that_are_misread_are_understood() -> None:
    assert read_receipt("oil1" + "0" * 22) == read_receipt("0111" + "0" * 22)


def test_a_word_is_known_by_its_first_four_letters() -> None:
    as_long_as_letters = Receipt(("hat", "thing", "obscure", "fan", "vocal", "bachelor", "jelly"))
    for known in (new_receipt(in_words=True), as_long_as_letters):
        assert read_receipt(" ".join(word[:4] for word in known.parts)) == known


def test_no_word_on_a_card_is_unkind() -> None:
    assert len(words()) > 1900
    assert UNKIND.isdisjoint(words())
    assert len({word[:4] for word in words()}) == len(words())


@pytest.mark.parametrize(
    "typed", ["", "abc", "x" * 25, "x" * 27, "one two three", "u" * 26 + "!", "zzz " * 7]
)
def test_what_is_no_receipt_is_told_so(typed: str) -> None:
    with pytest.raises(NotAReceipt, match="26 letters and digits, or seven words"):
        read_receipt(typed)


@given(st.text(max_size=60))
@settings(max_examples=50)
def test_anything_typed_is_a_receipt_or_is_told_so(typed: str) -> None:
    with contextlib.suppress(NotAReceipt):
        assert isinstance(read_receipt(typed), Receipt)


def test_the_part_that_finds_says_nothing_of_the_part_that_opens() -> None:
    one = new_receipt()
    other = Receipt((*one.parts[:10], *new_receipt().parts[10:]))
    assert one.lookup == other.lookup
    assert one.secret != other.secret
    assert one.secret not in one.lookup.hex()


def test_a_receipt_does_not_show_itself() -> None:
    given = new_receipt()
    assert given.secret not in repr(given)


def test_the_secret_opens_with_its_own_salt_only() -> None:
    given, salt = new_receipt(), new_salt()
    own = ReporterKey.of(given, salt)
    sealed = seal_to(own.public, b"the key")
    assert ReporterKey.of(given, salt).open(sealed) == b"the key"
    for wrong in (ReporterKey.of(given, new_salt()), ReporterKey.of(new_receipt(), salt)):
        with pytest.raises(Unreadable):
            wrong.open(sealed)


@pytest.mark.true_cost
def test_guessing_is_out_of_reach() -> None:
    """The figures of the threat model: so many tries at so much work each, even with the whole database in hand."""
    started = time.perf_counter()
    ReporterKey.of(new_receipt(), new_salt())
    seconds = time.perf_counter() - started
    assert receipt.RECEIPT == RECEIPT
    assert (RECEIPT.passes, RECEIPT.mebibytes, AT_ONCE) == (2, 64, 2)
    assert seconds > 0.01
    secret_words = len(words()) ** (receipt.WORDS - receipt.WORDS_THAT_FIND)
    secret_letters = 32 ** (receipt.LENGTH - receipt.FINDS)
    years_of_one_core = 60 * 60 * 24 * 365
    tries_a_year = years_of_one_core / 0.01  # ten times quicker than any machine of ours
    assert secret_words / 2 / tries_a_year > 1_000_000
    assert secret_letters / 2 / tries_a_year > 1_000_000_000

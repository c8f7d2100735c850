"""What is sealed opens with the right key, in its own place, whole; and in no other way."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.casefile import Action, Came, CaseFile, Consent, Note, Share
from fanlight.speakup.sealing.envelope import (
    PIECE,
    ConcernKeys,
    blank_wrap,
    pieces_needed,
    seal_pieces,
    seal_whole,
    unseal_pieces,
    unseal_whole,
    unwrap,
    wrap,
)
from fanlight.speakup.sealing.keys import Keys, WrongPassphrase, is_signed, lock, seal_to, unlock
from fanlight.speakup.sealing.ledger import By, Entry, File, Kind, Ledger, Standing, Way, week_of

KEY = bytes(range(32))
words = st.text(max_size=300)


@given(st.binary(max_size=40_000))
@settings(max_examples=30)
def test_what_is_sealed_opens_as_it_was(content: bytes) -> None:
    assert unseal_whole(seal_whole(content, key=KEY, place="here"), key=KEY, place="here") == content
    pieces = seal_pieces(content, key=KEY, item="file")
    assert unseal_pieces(pieces, key=KEY, item="file") == content
    assert len({len(piece) for piece in pieces}) == 1, "every piece has one length"


@given(st.integers(0, PIECE - 4), st.integers(0, PIECE - 4))
@settings(max_examples=25)
def test_everything_up_to_sixteen_kilobytes_has_one_size(one: int, other: int) -> None:
    sealed = [seal_whole(bytes(length), key=KEY, place="here") for length in (one, other)]
    assert len(sealed[0]) == len(sealed[1])


def test_sizes_go_in_doubles() -> None:
    assert [pieces_needed(length) for length in (0, PIECE - 4, PIECE - 3, 3 * PIECE, 25 * 1024 * 1024)] == [
        1,
        1,
        2,
        4,
        2048,
    ]


@given(st.integers(0, 10_000), st.integers(1, 255))
@settings(max_examples=40)
def test_a_changed_byte_anywhere_is_refused(at: int, by: int) -> None:
    sealed = bytearray(seal_whole(b"what was said", key=KEY, place="here"))
    sealed[at % len(sealed)] ^= by
    with pytest.raises(Unreadable):
        unseal_whole(bytes(sealed), key=KEY, place="here")


@given(st.integers(0, 20_000))
@settings(max_examples=40)
def test_what_is_cut_short_is_refused(length: int) -> None:
    sealed = seal_whole(b"what was said", key=KEY, place="here")
    with pytest.raises(Unreadable):
        unseal_whole(sealed[: length % len(sealed)], key=KEY, place="here")


def test_what_lies_in_another_place_is_refused() -> None:
    sealed = seal_whole(b"what was said", key=KEY, place="line of a")
    for place in ("line of b", "case of a"):
        with pytest.raises(Unreadable):
            unseal_whole(sealed, key=KEY, place=place)


def test_pieces_in_another_order_missing_doubled_or_of_another_file_are_refused() -> None:
    content = random.Random(4).randbytes(PIECE * 3)
    pieces = seal_pieces(content, key=KEY, item="photo")
    stranger = seal_pieces(content, key=KEY, item="other")
    for wrong in (
        pieces[::-1],
        [pieces[1], pieces[0], *pieces[2:]],
        pieces[:-1],
        [*pieces, pieces[-1]],
        pieces[: len(pieces) // 2],
        [stranger[0], *pieces[1:]],
        [],
    ):
        with pytest.raises(Unreadable):
            unseal_pieces(wrong, key=KEY, item="photo")


def test_a_guardians_wrap_opens_with_their_key_alone() -> None:
    gil, other, keys = Keys.new(), Keys.new(), ConcernKeys.new()
    sealed = wrap(keys, gil.public)
    assert unwrap(sealed, gil) == keys
    with pytest.raises(Unreadable):
        unwrap(sealed, other)


def test_where_a_guardian_is_kept_out_lies_noise_of_the_same_length() -> None:
    gil = Keys.new()
    assert len(blank_wrap()) == len(wrap(ConcernKeys.new(), gil.public))
    with pytest.raises(Unreadable):
        unwrap(blank_wrap(), gil)


def test_a_passphrase_opens_the_keys_and_another_does_not() -> None:
    keys = Keys.new()
    locked = lock(keys, "four calm geese by the mill")
    assert unlock(locked, " four calm  geese by the mill ") == keys, "slips of the hand do not matter"
    with pytest.raises(WrongPassphrase):
        unlock(locked, "four calm geese by the hill")
    assert keys.seed not in locked.sealed


def test_two_locks_of_one_key_have_nothing_in_common() -> None:
    keys = Keys.new()
    one, other = lock(keys, "the same words"), lock(keys, "the same words")
    assert one.salt != other.salt
    assert one.sealed != other.sealed


def test_a_signature_holds_for_its_words_and_key_only() -> None:
    gil, other = Keys.new(), Keys.new()
    signature = gil.sign(b"opened a concern")
    assert is_signed(gil.verify, b"opened a concern", signature)
    assert not is_signed(gil.verify, b"opened another", signature)
    assert not is_signed(other.verify, b"opened a concern", signature)


def test_keys_do_not_show_themselves() -> None:
    gil = Keys.new()
    texts = [
        repr(gil),
        repr(ConcernKeys.new()),
        repr(Entry(By.REPORTER, Kind.CONCERN, week_of_a_day(), "a secret")),
    ]
    assert gil.seed.hex() not in "".join(texts)
    assert "a secret" not in "".join(texts)


def week_of_a_day():
    from datetime import date

    return week_of(date(2026, 11, 26))


def test_what_is_sealed_to_a_key_differs_each_time() -> None:
    gil = Keys.new()
    assert seal_to(gil.public, b"the same") != seal_to(gil.public, b"the same")


@given(words, words, st.sampled_from(Way), st.frozensets(st.sampled_from((3, 6, 12))))
@settings(max_examples=30)
def test_a_ledger_is_read_as_it_was_written(said: str, name: str, way: Way, months: frozenset[int]) -> None:
    file = File("picture 1.jpg", 12, (1, 2), "abc")
    ledger = Ledger(
        way=way, name=name, checked_in=months, kept_out=frozenset({"gil"}), standing=Standing.CLOSED
    )
    ledger = ledger.with_entry(Entry(By.REPORTER, Kind.CONCERN, week_of_a_day(), said))
    ledger = ledger.with_entry(Entry(By.GUARDIAN, Kind.FILE, week_of_a_day(), file=file), seen=1)
    assert Ledger.from_bytes(ledger.to_bytes()) == ledger


def test_a_case_is_read_as_it_was_written() -> None:
    week = week_of_a_day()
    case = CaseFile(came=Came.TELEPHONE, categories=frozenset({"bullying"}), acknowledged=week)
    case = case.with_more(consents=Consent("the matron", "staffing", week, is_given=True))
    case = case.with_more(shares=Share("the matron", "staffing", "two short", week))
    case = case.with_more(actions=Action("look at the rota", "the matron", week))
    case = case.with_more(notes=Note("spoke with them", week))
    assert CaseFile.from_bytes(case.to_bytes()) == case


@pytest.mark.parametrize("junk", [b"", b"{}", b"[]", b"null", b'{"way":"loud"}', b"\xff\xfe"])
def test_what_is_no_ledger_is_refused(junk: bytes) -> None:
    with pytest.raises(Unreadable):
        Ledger.from_bytes(junk)
    with pytest.raises(Unreadable):
        CaseFile.from_bytes(junk)

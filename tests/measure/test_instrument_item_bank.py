"""Our own statements keep to the rules that make them fair to answer."""

import re
from collections import Counter

import pytest

from fanlight.measure.instruments import Focus, Instrument, Item, Permission, load

SIX, PULSE = load("fanlight-six"), load("fanlight-pulse")
BANK = pytest.mark.parametrize("item", SIX.items, ids=lambda item: item.code)

NEGATIONS = {"not", "no", "never", "nobody", "none", "nothing", "without", "nor", "neither", "cannot"}
FREQUENCIES = {"always", "often", "sometimes", "usually", "rarely", "seldom", "regularly"}
TRADE_WORDS = {
    "incident",
    "clinical",
    "patient",
    "resident",
    "handover",
    "ward",
    "shift",
    "manager",
    "culture",
}


def wording(item: Item) -> str:
    assert item.wording is not None
    return item.wording["en"]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower())


def syllables(word: str) -> int:
    """Groups of vowels, without a silent ending: rough, and on the strict side."""
    groups = len(re.findall(r"[aeiouy]+", word))
    is_silent = re.search(r"[^aeiouyl]e$|[gq]ue$|[^aeiouytd]ed$", word) is not None
    return max(1, groups - is_silent)


def reading_grade(text: str) -> float:
    """Flesch and Kincaid's grade of one sentence: grade 6 is a reading age of about eleven."""
    found = words(text)
    return 0.39 * len(found) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


@pytest.mark.parametrize(
    ("word", "count"),
    [("made", 1), ("treated", 2), ("people", 2), ("colleague", 2), ("snapped", 1), ("the", 1), ("idea", 2)],
)
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_heavy_sentence_has_a_high_grade() -> None:
    heavy = "Organisational leadership facilitates multidisciplinary communication regarding safety."
    assert reading_grade(heavy) > 15


@BANK
def test_a_statement_is_easy_to_read(item: Item) -> None:
    assert reading_grade(wording(item)) <= 6


@BANK
def test_a_statement_is_short(item: Item) -> None:
    assert 6 <= len(words(wording(item))) <= 13
    assert wording(item).endswith(".")


@BANK
def test_a_statement_holds_one_idea(item: Item) -> None:
    assert not {"and", "or", "but", "nor"} & set(words(wording(item)))
    assert not re.search(r"[/;:()&]", wording(item))


@BANK
def test_a_statement_has_no_negation_to_trip_over(item: Item) -> None:
    assert not NEGATIONS & set(words(wording(item)))
    assert "n't" not in wording(item)
    assert "n’t" not in wording(item)


@BANK
def test_a_statement_leaves_how_much_to_the_answer(item: Item) -> None:
    assert not FREQUENCIES & set(words(wording(item)))


@BANK
def test_a_statement_uses_the_words_of_every_setting(item: Item) -> None:
    assert not TRADE_WORDS & set(words(wording(item)))


@BANK
def test_a_chart_label_is_short(item: Item) -> None:
    assert item.chart_label is not None
    assert len(item.chart_label["en"]) < 45


def test_there_are_five_statements_on_each_focus() -> None:
    assert Counter(item.focus for item in SIX.items) == dict.fromkeys(Focus, 5)


def test_each_focus_has_a_statement_of_something_bad() -> None:
    assert {item.focus for item in SIX.items if item.is_negative} == set(Focus)
    firsts = {item.focus: item for item in reversed(SIX.items)}
    assert not any(item.is_negative for item in firsts.values())


def test_no_two_statements_are_alike() -> None:
    assert len({wording(item) for item in SIX.items}) == 30
    assert len({item.label() for item in SIX.items}) == 30


def test_the_pulse_has_one_statement_on_each_focus_and_one_of_something_bad() -> None:
    assert [item.focus for item in PULSE.items] == list(Focus)
    assert sum(item.is_negative for item in PULSE.items) == 1


def test_the_pulse_is_taken_word_for_word_from_the_six() -> None:
    assert all(item == SIX.item(item.code) for item in PULSE.items)
    assert PULSE.scales == SIX.scales
    assert [(c.code, c.title, c.why) for c in PULSE.composites] == [
        (c.code, c.title, c.why) for c in SIX.composites
    ]


@pytest.mark.parametrize("bank", [SIX, PULSE], ids=lambda bank: bank.id)
def test_every_focus_says_in_one_plain_sentence_why_it_is_asked(bank: Instrument) -> None:
    assert [composite.focus for composite in bank.composites] == list(Focus)
    for composite in bank.composites:
        assert composite.why is not None
        assert composite.why["en"].count(".") == 1
        assert reading_grade(composite.why["en"]) <= 8


@pytest.mark.parametrize("bank", [SIX, PULSE], ids=lambda bank: bank.id)
def test_our_own_bank_says_that_it_is_not_validated(bank: Instrument) -> None:
    assert not bank.is_validated
    assert bank.notice == "A conversation starter, not validated."
    assert bank.licence == "CC BY 4.0"
    assert bank.permission is Permission.SHIPPED
    assert bank.is_askable


def test_a_person_can_say_that_it_does_not_apply_or_that_they_would_rather_not_say() -> None:
    scale = SIX.scale("agreement")
    assert scale.codes == (1, 2, 3, 4, 5)
    assert scale.label(9) == "Does not apply to me"
    assert scale.label(8) == "I’d rather not say"
    assert scale.missing_codes == {8, 9}

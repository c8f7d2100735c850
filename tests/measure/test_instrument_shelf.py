"""The questionnaires that come with Fanlight say what their owners' published keys say."""

import pytest

from fanlight.measure.instruments import Instrument, Permission, ScoringRule, load, shelf


def test_the_shelf_holds_six_instruments() -> None:
    assert {instrument.id for instrument in shelf()} == {
        "fanlight-fair",
        "fanlight-pulse",
        "fanlight-six",
        "saq-short-form",
        "sops-hospital-1",
        "sops-hospital-2",
    }


def negative_codes(instrument: Instrument) -> str:
    return " ".join(item.code for item in instrument.items if item.is_negative)


def test_sops_2_has_thirty_two_scaled_items_in_ten_composites() -> None:
    sops = load("sops-hospital-2")
    assert len(sops.composites) == 10
    assert [len(composite.items) for composite in sops.composites] == [3, 4, 3, 4, 3, 3, 4, 2, 3, 3]
    assert [item.code for item in sops.items_alone] == ["D3", "E1"]
    assert negative_codes(sops) == "A3 A5 A6 A7 A9 A11 A13 A14 B2 C7 F3 F4 F5"


def test_sops_1_has_forty_two_scaled_items_in_twelve_composites() -> None:
    sops = load("sops-hospital-1")
    assert len(sops.composites) == 12
    assert sum(len(composite.items) for composite in sops.composites) == 42
    assert sops.composite("teamwork-within-units").items == ("A1", "A3", "A4", "A11")
    assert negative_codes(sops) == ("A5 A7 A8 A10 A12 A14 A16 A17 B3 B4 C6 F2 F3 F5 F6 F7 F9 F11")


@pytest.mark.parametrize(
    ("key", "code", "good"),
    [
        ("sops-hospital-2", "A1", {4, 5}),
        ("sops-hospital-2", "A3", {1, 2}),
        ("sops-hospital-2", "E1", {4, 5}),
        ("sops-hospital-2", "D3", set()),
        ("sops-hospital-1", "E1", {1, 2}),
        ("saq-short-form", "11", {1, 2}),
    ],
)
def test_the_codes_that_are_good_news_follow_the_key(key: str, code: str, good: set[int]) -> None:
    instrument = load(key)
    assert instrument.positive_codes(instrument.item(code)) == good


def test_sops_keeps_does_not_apply_apart_in_version_2_only() -> None:
    second, first = load("sops-hospital-2"), load("sops-hospital-1")
    assert {scale.does_not_apply_code for scale in second.scales} == {9, None}
    assert {scale.does_not_apply_code for scale in first.scales} == {None}


def test_the_saq_asks_five_questions_twice() -> None:
    saq = load("saq-short-form")
    twice = [item for item in saq.items if item.stem]
    assert [item.code for item in twice][:4] == ["24U", "24H", "25U", "25H"]
    assert {item.stem for item in twice} == {"24", "25", "26", "27", "28"}
    assert len(saq.items) == 36 + 5
    assert negative_codes(saq) == "2 11 36"
    assert [item.code for item in saq.items_alone] == ["14", "33", "34", "35", "36"]
    assert saq.scoring is ScoringRule.SAQ_0_100


def test_a_saq_score_needs_half_of_the_items() -> None:
    assert load("saq-short-form").missing.least_share_answered == 0.5


@pytest.mark.parametrize("key", ["sops-hospital-1", "sops-hospital-2", "saq-short-form"])
def test_a_key_holds_no_wording_and_cannot_be_asked(key: str) -> None:
    instrument = load(key)
    assert all(item.wording is None for item in instrument.items)
    assert not instrument.is_askable
    assert instrument.permission is Permission.OPERATOR_RECORDS_IT
    assert instrument.owner in str(instrument.missing_permission)

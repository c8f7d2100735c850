"""The scorer says what a reader should know before trusting the figures."""

import numpy as np
import pytest

from fanlight.measure.instruments import load
from fanlight.measure.scoring import MISSING, CautionKind, Grouping, Scores, score

SOPS = load("sops-hospital-2")
PULSE = load("fanlight-pulse")
NEGATIVE = np.array([item.is_negative for item in SOPS.items])


def sensible(people: int = 400, seed: int = 3) -> np.ndarray:
    """Answers in which everything measures the same thing, on paper: negative items the other way round."""
    draw = np.random.default_rng(seed)
    lean = draw.normal(3.4, 1, (people, 1)) + draw.normal(0, 0.9, (people, len(SOPS.items)))
    answers = np.clip(np.round(lean), 1, 5).astype(np.int8)
    answers[:, NEGATIVE] = 6 - answers[:, NEGATIVE]
    return answers


def kinds(result: Scores) -> list[CautionKind]:
    return [caution.kind for caution in result.cautions]


def message(result: Scores, kind: CautionKind) -> str:
    (found,) = (caution.message for caution in result.cautions if caution.kind is kind)
    return found


def test_sensible_answers_raise_no_caution() -> None:
    answers = sensible()
    assert kinds(score(SOPS, answers)) == []


def test_negative_items_reversed_before_are_recognised() -> None:
    answers = sensible()
    answers[:, NEGATIVE] = 6 - answers[:, NEGATIVE]
    result = score(SOPS, answers)
    words = message(result, CautionKind.REVERSED_TWICE)
    assert "13 of 13" in words
    assert "--already-reversed" in words


def test_raw_items_said_to_be_reversed_are_recognised() -> None:
    words = message(score(SOPS, sensible(), already_reversed=True), CautionKind.REVERSED_TWICE)
    assert "without --already-reversed" in words


def test_one_item_turned_round_is_named_alone() -> None:
    answers = sensible()
    at = [item.code for item in SOPS.items].index("A3")
    answers[:, at] = 6 - answers[:, at]
    words = message(score(SOPS, answers), CautionKind.REVERSED_TWICE)
    assert "1 of 13 (A3)" in words


def test_a_positive_item_that_runs_against_the_rest_is_named() -> None:
    answers = sensible()
    at = [item.code for item in SOPS.items].index("C2")
    answers[:, at] = 6 - answers[:, at]
    assert ": C2." in message(score(SOPS, answers), CautionKind.RUNS_AGAINST)


def test_a_handful_of_forms_says_nothing_about_reversal() -> None:
    answers = sensible(8)
    answers[:, NEGATIVE] = 6 - answers[:, NEGATIVE]
    assert CautionKind.REVERSED_TWICE not in kinds(score(SOPS, answers))


def test_unrelated_answers_are_not_taken_for_reversed_ones() -> None:
    draw = np.random.default_rng(5)
    answers = draw.integers(1, 6, (2_000, len(SOPS.items))).astype(np.int8)
    assert not {CautionKind.REVERSED_TWICE, CautionKind.RUNS_AGAINST} & set(kinds(score(SOPS, answers)))


def test_a_straight_line_down_the_page_is_counted() -> None:
    answers = sensible(60)
    answers[:3] = 5
    answers[3] = 9
    answers[3, :6] = 2
    words = message(score(SOPS, answers), CautionKind.STRAIGHT_LINED)
    assert "4 of 60" in words


def test_a_straight_line_shows_when_answers_were_reversed_before() -> None:
    answers = sensible(60)
    answers[:, NEGATIVE] = 6 - answers[:, NEGATIVE]
    answers[:2] = np.where(NEGATIVE, 1, 5)
    words = message(score(SOPS, answers, already_reversed=True), CautionKind.STRAIGHT_LINED)
    assert "2 of 60" in words


def test_four_answers_are_too_few_for_a_straight_line() -> None:
    answers = sensible(60)
    answers[0] = MISSING
    answers[0, :4] = 3
    assert CautionKind.STRAIGHT_LINED not in kinds(score(SOPS, answers))


def test_agreeing_with_everything_that_is_worded_one_way_is_no_straight_line() -> None:
    all_favourable = np.where(NEGATIVE, 1, 5).astype(np.int8)
    answers = sensible(60)
    answers[:5] = all_favourable
    assert CautionKind.STRAIGHT_LINED not in kinds(score(SOPS, answers))


@pytest.mark.parametrize("code", [7, 0, -1, 100, 100_000, -100_000])
def test_a_code_outside_the_scale_is_left_out_and_said(code: int) -> None:
    answers = sensible(60).astype(np.int64)
    answers[5, 0] = code
    result = score(SOPS, answers)
    assert result.everybody.items[0].valid == 59
    assert message(result, CautionKind.OUTSIDE_SCALE).startswith("Answers to A1 with a code")


def test_does_not_apply_is_outside_a_scale_that_does_not_offer_it() -> None:
    answers = sensible(60)
    at = [item.code for item in SOPS.items].index("E1")
    answers[0, at] = 9
    answers[0, 0] = 9
    assert "Answers to E1" in message(score(SOPS, answers), CautionKind.OUTSIDE_SCALE)


def test_blank_forms_are_not_respondents_but_does_not_apply_is_an_answer() -> None:
    answers = sensible(60)
    answers[:2] = MISSING
    answers[2] = MISSING
    answers[2, 0] = 9
    result = score(SOPS, answers)
    assert result.everybody.respondents == 58
    assert message(result, CautionKind.BLANK_FORMS).endswith("not counted: 2.")


def test_small_groups_and_people_in_none_are_named() -> None:
    wards = ["Ward 1"] * 20 + ["Ward 2"] * 370 + [None] * 10
    result = score(SOPS, sensible(), groupings=[Grouping.of("ward", wards)])
    assert "fewer than 30 complete forms for ward Ward 1:" in message(result, CautionKind.TOO_FEW)
    assert message(result, CautionKind.NO_GROUP).endswith("everybody only: 10.")


def test_a_pulse_of_single_items_has_no_reliability_to_warn_about() -> None:
    answers = np.array([[4, 5, 3, 4, 2, 5], [2, 1, 3, 5, 4, 4]])
    assert kinds(score(PULSE, answers)) == []


def test_groups_without_a_size_are_named_once_some_have_one() -> None:
    wards = ["A"] * 200 + ["B"] * 200
    sized = Grouping.of("ward", wards, {"A": 210})
    words = message(score(SOPS, sensible(), groupings=[sized]), CautionKind.NO_POPULATION)
    assert words.startswith("No size is known for everybody and ward B:")


def test_an_item_that_nobody_answered_is_named() -> None:
    answers = sensible(60)
    answers[:, 2] = MISSING
    result = score(SOPS, answers)
    assert message(result, CautionKind.NOT_ASKED) == "Nobody answered A3."
    staffing = next(one for one in result.everybody.composites if one.code == "staffing-and-work-pace")
    assert staffing.percent_positive is None
    assert staffing.percent_positive_pooled is not None

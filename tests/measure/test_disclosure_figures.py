"""What is published, and counting when there is nothing to count."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Counted,
    CountsDisagree,
    Policy,
    Reason,
    Shape,
    Shown,
    Withheld,
    attack,
    release,
)
from fanlight.measure.disclosure.figures import whole_per_cent
from fanlight.measure.disclosure.inferred import band_ends, fewest, most
from fanlight.measure.scoring import wilson
from measure.disclosure_worlds import ONE_ROUND, YES_NO, ward


@pytest.mark.parametrize("splits", [None, {}, {"ward": []}])
def test_a_round_that_nobody_answered_is_withheld_and_does_not_fail(splits: dict[str, list[object]]) -> None:
    counted = Counted.from_answers(YES_NO, np.empty((0, 1), dtype=np.int64), splits)  # type: ignore[arg-type]
    made = release(counted, Policy())
    assert made.result().respondents == Withheld(Reason.TOO_FEW)
    assert attack(made).opened == ()


def test_wards_in_which_every_form_is_blank_are_withheld() -> None:
    counted = Counted.from_answers(YES_NO, [[-1], [-1]], {"ward": [("a",), ("b",)]})
    assert counted.respondents.tolist() == [0, 0, 0]
    assert release(counted, Policy()).result(ward("a")).is_withheld


def test_no_questions_and_no_answers_can_be_counted() -> None:
    nothing_asked = Shape(frozenset({"spring"}), ())
    assert Counted.from_answers(nothing_asked, np.empty((0, 0), dtype=np.int64)).respondents.tolist() == [0]


def test_an_answer_that_is_not_a_category_is_refused_by_name() -> None:
    with pytest.raises(CountsDisagree, match="question q: an answer outside its categories"):
        Counted.from_answers(YES_NO, [[2]])


@given(
    answered=st.lists(st.integers(2, 30), min_size=5, max_size=5),
    others=st.one_of(st.none(), st.integers(0, 40)),
)
def test_the_interval_is_the_one_of_the_scores_in_whole_per_cents_outwards(
    answered: list[int], others: int | None
) -> None:
    """A report and a table of scores must not tell two different stories."""
    people, positive = sum(answered), answered[3] + answered[4]
    size = None if others is None else people + others
    counted = Counted.from_leaves(
        ONE_ROUND, {EVERYBODY: (people, [answered])}, {} if size is None else {EVERYBODY: size}
    )
    if people < 11:
        return
    shown = release(counted, Policy()).result().question("heard").interval
    around = wilson(positive, people, population=size)
    assert around is not None
    assert isinstance(shown, Shown)
    assert shown.value.low == math.floor(100 * around.low + 1e-9)
    assert shown.value.high == math.ceil(100 * around.high - 1e-9)


@given(whole=st.integers(1, 400), data=st.data())
def test_the_parts_that_a_percentage_allows_are_those_that_round_to_it(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    share = whole_per_cent(np.array(part), np.array(whole))
    allowed = [each for each in range(whole + 1) if whole_per_cent(np.array(each), np.array(whole)) == share]
    assert (int(fewest(share, np.array(whole))), int(most(share, np.array(whole)))) == (
        allowed[0],
        allowed[-1],
    )


@given(count=st.integers(0, 300_000), minimum=st.integers(5, 60))
def test_a_band_holds_its_count_and_ends_where_it_says(count: int, minimum: int) -> None:
    policy = Policy(minimum=minimum)
    band = policy.band(count)
    end = int(band_ends(np.array([band.low]), policy)[0])
    assert band.low <= count <= end
    assert band.high is None or band.high == end

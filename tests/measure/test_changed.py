"""A change between two releases is cautious, symmetrical, and a function of what is shown already."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.measure.changed import Verdict, changed
from fanlight.measure.disclosure import EVERYBODY, Counted, Policy, Question, QuestionResult, Shape, release
from fanlight.measure.scoring.intervals import change_between_rounds

ASKED = Question("q", ("no", "so so", "yes"), frozenset({2}), (1.0, 2.0, 3.0))


def shown(positive: int, valid: int, *, people: int | None = None, round: str = "one") -> QuestionResult:
    shape = Shape(rounds=frozenset({round}), questions=(ASKED,), composites=())
    table = np.array([[2]] * positive + [[place % 2] for place in range(valid - positive)])
    population = {} if people is None else {EVERYBODY: people}
    return release(Counted.from_answers(shape, table, {}, population), Policy()).result().questions[0]


COUNTS = st.integers(14, 60).flatmap(lambda valid: st.tuples(st.integers(3, valid - 4), st.just(valid)))


@settings(max_examples=40, deadline=None)
@given(COUNTS, COUNTS)
def test_it_holds_the_interval_that_the_exact_counts_would_give(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    found, exact = changed(shown(*one), shown(*two)), change_between_rounds(one, two)
    assert found is not None
    assert exact is not None
    assert found.low <= 100 * exact.interval.low + 1e-6
    assert found.high >= 100 * exact.interval.high - 1e-6
    assert found.low <= found.difference <= found.high


@settings(max_examples=40, deadline=None)
@given(COUNTS, COUNTS)
def test_the_way_back_is_the_way_there_turned_round(one: tuple[int, int], two: tuple[int, int]) -> None:
    there, back = changed(shown(*one), shown(*two)), changed(shown(*two), shown(*one))
    assert there is not None
    assert back is not None
    assert (there.low, there.high) == (-back.high, -back.low)


def test_a_small_step_could_be_chance_and_a_great_one_is_better_or_worse() -> None:
    small, up, down = (changed(shown(12, 24), shown(many, 24, round="two")) for many in (14, 21, 3))
    assert small is not None
    assert up is not None
    assert down is not None
    assert [each.verdict for each in (small, up, down)] == [Verdict.CHANCE, Verdict.BETTER, Verdict.WORSE]


def test_the_same_step_is_surer_where_nearly_everybody_answered() -> None:
    rough, sure = (changed(shown(12, 24, people=p), shown(16, 24, people=p)) for p in (None, 25))
    assert rough is not None
    assert sure is not None
    assert rough.verdict is Verdict.CHANCE
    assert sure.verdict is Verdict.BETTER
    assert sure.high - sure.low < rough.high - rough.low


def test_nothing_is_said_where_either_round_shows_only_a_bound_or_nothing() -> None:
    alike, few, whole = shown(24, 24), shown(3, 6), shown(12, 24)
    assert [changed(alike, whole), changed(whole, alike), changed(few, whole), changed(whole, few)] == [
        None
    ] * 4

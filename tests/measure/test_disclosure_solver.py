"""The attack with a solver, beside an attacker who tries everything that agrees with what is published."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Bounded,
    Counted,
    Group,
    Policy,
    Question,
    Released,
    Shape,
    Shown,
    Withheld,
    attack,
    release,
)
from fanlight.measure.disclosure.attack import Opened
from fanlight.measure.disclosure.document import from_document, seal
from fanlight.measure.disclosure.figures import NOTHING, whole_per_cent
from fanlight.measure.disclosure.inferred import BOUNDLESS
from fanlight.measure.disclosure.solver import Knowledge, Untrue, reach_of
from measure.disclosure_worlds import YES_NO, ward, yes_no
from support.examples import one_in

FIVE = Policy(minimum=5)
MARKS = Shape(frozenset({"spring"}), (Question("q", ("no", "yes"), frozenset({1}), (1, 40)),))
MOST, MANY = 24, 10**6


def fits(result: object, no: np.ndarray, yes: np.ndarray) -> np.ndarray:
    """Which (no, yes) would be published as this result is: bands, percentages, bounds, means and reasons.

    There is one question, and whoever did not answer it is no respondent: so the people are the answers.
    """
    people, question = no + yes, result.questions[0]  # type: ignore[attr-defined]
    if isinstance(result.respondents, Withheld):  # type: ignore[attr-defined]
        return np.ones(len(no), dtype=bool)
    band = result.respondents.value  # type: ignore[attr-defined]
    right = (people >= band.low) & (people <= (band.high or people))
    if isinstance(question.valid, Withheld):
        return right
    for part, shown in zip((no, yes), question.distribution, strict=True):
        if isinstance(shown, Shown):
            right &= whole_per_cent(part, people) == int(shown.value)
        elif isinstance(shown, Bounded):
            few = people - part if shown.high == 100 else part
            right &= few <= FIVE.exceptions
    if isinstance(question.mean, Shown):
        right &= np.round((no + 40 * yes) / np.maximum(people, 1), 1) == question.mean.value
    return right


def everything_that_agrees(made: Released, wards: list[Group]) -> np.ndarray:
    """Every (no, yes) of every ward that agrees with the whole of a release: (ways, wards, 2)."""
    pairs = np.array([pair for pair in product(range(MOST + 1), repeat=2) if sum(pair) <= MOST])
    ways = [pairs[fits(made.result(group), pairs[:, 0], pairs[:, 1])] for group in wards]
    assume(np.prod([len(way) for way in ways]) < 2_000_000)
    picks = np.stack(np.meshgrid(*[np.arange(len(way)) for way in ways], indexing="ij")).reshape(
        len(ways), -1
    )
    every = np.stack([way[pick] for way, pick in zip(ways, picks, strict=True)], axis=1)
    no, yes = every.sum(axis=1).T
    return np.asarray(every[fits(made.result(), no, yes)])


@given(
    numbers=st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), min_size=2, max_size=3).filter(
        lambda each: 5 <= sum(map(sum, each)) <= MOST
    )
)
@one_in(6, suppress_health_check=[HealthCheck.filter_too_much])
def test_with_rounding_bands_and_reasons_every_small_number_remains_possible(
    numbers: list[tuple[int, int]],
) -> None:
    wards = [ward(f"{place}") for place in range(len(numbers))]
    leaves = {group: (sum(pair), [list(pair)]) for group, pair in zip(wards, numbers, strict=True)}
    made = release(Counted.from_leaves(MARKS, leaves), FIVE)
    hidden = [place for place, group in enumerate(wards) if made.result(group).is_withheld]
    assume(hidden)
    every = everything_that_agrees(made, wards)
    reached = {reach.group: reach for reach in attack(made).intervals}
    for place in hidden:
        values = set(every[:, place].sum(axis=1).tolist())
        assert {1, 2, 3, 4} <= values
        assert reached[wards[place]].low <= min(values)
        assert max(values) <= (reached[wards[place]].high or MOST)
        said = every[:, place]
        assert said.max(axis=0).min() >= FIVE.exceptions, "known more exactly than by a bound"


@pytest.mark.parametrize(
    "pair",
    [(5, 9), (9, 5), (0, 7), (1, 8), (2, 9), (6, 2), (3, 3), (11, 12), (20, 23)],
)
def test_what_the_solver_knows_of_a_group_is_what_is_published_of_it_and_no_more(
    pair: tuple[int, int],
) -> None:
    """Every number of people and of each answer: its inequalities hold of those that would be published alike."""
    made = release(Counted.from_leaves(MARKS, {EVERYBODY: (sum(pair), [list(pair)])}), FIVE)
    knowledge = Knowledge(made._tree, MARKS, made._figures, FIVE)
    people, no, yes = np.array(list(product(range(sum(pair) + 3), repeat=3))).T
    assert (agrees(knowledge, people, no, yes) == ((people == no + yes) & fits(made.result(), no, yes))).all()


def agrees(knowledge: Knowledge, *unknowns: np.ndarray) -> np.ndarray:
    """Where all rows of the knowledge hold, for many values of its unknowns at once."""
    rows = np.zeros((len(knowledge.least), knowledge.unknowns))
    for row, unknown, weight in knowledge.entries:
        rows[row, unknown] += weight
    sums = rows @ np.stack(unknowns)
    least, most = np.array(knowledge.least)[:, None], np.array(knowledge.most)[:, None]
    return np.asarray(((sums >= least - 1e-9) & (sums <= most + 1e-9)).all(axis=0))


no_side, yes_side = np.array([pair for pair in product(range(MOST + 1), repeat=2) if sum(pair)]).T


def of_one_result(low: int, high: int, *, is_bound: bool = False) -> np.ndarray:
    """Which of no_side and yes_side agree with one result alone, of those who said yes."""
    made = release(Counted.from_leaves(MARKS, {EVERYBODY: (10, [[5, 5]])}), FIVE)
    knowledge = Knowledge(made._tree, MARKS, made._figures, FIVE)
    knowledge.entries, knowledge.least, knowledge.most = [], [], []
    knowledge._share(0, 0, [1], (low, high), is_bound=is_bound)
    return agrees(knowledge, no_side + yes_side, no_side, yes_side)


def test_a_whole_per_cent_says_what_rounds_to_it_and_no_more() -> None:
    for per_cent in range(101):
        rounded = whole_per_cent(yes_side, no_side + yes_side) == per_cent
        assert (of_one_result(per_cent, per_cent) == rounded).all(), per_cent


def test_a_bound_says_that_few_are_outside_and_what_is_withheld_says_nothing() -> None:
    assert (of_one_result(80, 100, is_bound=True) == (no_side <= FIVE.exceptions)).all()
    assert (of_one_result(0, 20, is_bound=True) == (yes_side <= FIVE.exceptions)).all()
    assert of_one_result(20, 80, is_bound=True).all()
    assert of_one_result(NOTHING, NOTHING).all()


@pytest.mark.parametrize("pair", [(17, 3), (15, 5)], ids=["downwards", "upwards"])
def test_a_mean_that_was_rounded_by_half_agrees_with_its_answers(pair: tuple[int, int]) -> None:
    made = release(Counted.from_leaves(MARKS, {EVERYBODY: (20, [list(pair)])}), FIVE)
    knowledge = Knowledge(made._tree, MARKS, made._figures, FIVE)
    assert agrees(knowledge, *np.array([[20], *([each] for each in pair)])).all()


def test_of_a_question_withheld_from_everybody_it_is_known_that_too_few_answered_it() -> None:
    both = Shape(frozenset({"spring"}), (Question("p", ("no", "yes")), Question("q", ("no", "yes"))))
    made = release(Counted.from_leaves(both, {EVERYBODY: (12, [[6, 6], [1, 2]])}), FIVE)
    knowledge = Knowledge(made._tree, both, made._figures, FIVE)
    no, yes = np.array(list(product(range(13), repeat=2))).T
    half = np.full_like(no, 6)
    assert (agrees(knowledge, 2 * half, half, half, no, yes) == (no + yes < 5)).all()


def test_each_answer_of_everybody_is_the_sum_of_those_of_the_wards() -> None:
    """The second ward is withheld, and covered by the third."""
    answers = {ward("a"): (10, 10), ward("b"): (2, 2), ward("c"): (7, 8)}
    made = release(yes_no(answers), FIVE)
    wards = [answers.get(group, (19, 20)) for group in made._tree.groups]
    truth = np.array([*map(sum, wards), *(each for pair in wards for each in pair)])
    knowledge = Knowledge(made._tree, YES_NO, made._figures, FIVE)
    assert agrees(knowledge, *truth[:, None]).all()
    place = len(wards) + 2 * made._tree.groups.index(ward("b"))
    for more in (-1, 1):
        changed = truth.copy()
        changed[[place, place + 1]] += (more, -more)
        assert not agrees(knowledge, *changed[:, None]).any(), (
            "as many people, but one sum is no longer right"
        )


def test_a_sum_is_exact_both_ways() -> None:
    made = release(yes_no({ward("a"): (10, 10), ward("b"): (9, 9)}), FIVE)
    knowledge = Knowledge(made._tree, YES_NO, made._figures, FIVE)
    terms: dict[int, set[tuple[int, float]]] = {}
    for row, unknown, weight in knowledge.entries:
        terms.setdefault(row, set()).add((unknown, weight))
    ends = {
        frozenset(said): (knowledge.least[row], knowledge.most[row])
        for row, said in terms.items()
        if len(said) == 3 and sorted(weight for _, weight in said) == [-1, 1, 1]
    }
    for head, *parts in ((0, 1, 2), (3, 5, 7), (4, 6, 8)):  # people, those who said no, those who said yes
        assert ends[frozenset({(head, -1.0), *((part, 1.0) for part in parts)})] == (0, 0)


def test_the_highest_band_has_no_upper_end() -> None:
    made = release(Counted.from_leaves(MARKS, {EVERYBODY: (2 * MANY, [[MANY, MANY]])}), FIVE)
    knowledge = Knowledge(made._tree, MARKS, made._figures, FIVE)
    assert agrees(knowledge, *np.array([[4 * MANY], [2 * MANY], [2 * MANY]])).all()


def test_the_ends_are_those_that_sums_leave() -> None:
    nothing = Shape(frozenset({"spring"}), ())
    counted = Counted.from_leaves(nothing, {ward(name): (4, []) for name in "abc"})
    knowledge = Knowledge(counted.tree, nothing, release(counted, FIVE)._figures, FIVE)
    low, high = np.array([12, 0, 0, 5]), np.array([12, BOUNDLESS, 2, 7])
    assert reach_of(knowledge, low, high, np.array([1, 2, 3])) == [(3, 7), (0, 2), (5, 7)]
    with pytest.raises(Untrue):
        reach_of(knowledge, low, np.array([12, 2, 2, 7]), np.array([1]))
    nobody, anybody = np.zeros(4, dtype=np.int64), np.full(4, BOUNDLESS)
    assert reach_of(knowledge, nobody, anybody, np.array([0, 2])) == [(0, np.inf), (0, np.inf)]


def tampered(made: Released, **figures: object) -> dict[str, object]:
    document = made.to_document()
    del document["seal"]
    document["figures"].update(figures)
    return {**document, "seal": seal(document)}


def test_figures_that_contradict_one_another_are_not_read_back() -> None:
    made = release(yes_no({ward("a"): (2, 2), ward("b"): (10, 10), ward("c"): (12, 14)}), Policy())
    shares = made.to_document()["figures"]["share_low"]
    shares[0][0] = [0, 100]
    with pytest.raises(Opened) as caught:
        from_document(tampered(made, share_low=shares))
    assert "the published figures cannot all be true at once" in caught.value.found.opened


def test_a_release_too_large_for_the_solver_is_attacked_by_sums_alone() -> None:
    leaves = {ward(f"{place}"): (12 + place % 9, [[6, 6 + place % 9]]) for place in range(900)}
    leaves[ward("0")] = (4, [[2, 2]])
    made = release(Counted.from_leaves(YES_NO, leaves), Policy())
    assert attack(made).opened == ()
    assert len(attack(made).intervals) == 2

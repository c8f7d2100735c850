"""The answers to each question in a tree of groups."""

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Bounded,
    Composite,
    Counted,
    Group,
    Policy,
    Question,
    Reason,
    Shape,
    Shown,
    Withheld,
    release,
)
from fanlight.measure.disclosure.withholding import State, decide
from measure.disclosure_worlds import AGREE, YES_NO, ward, worlds, yes_no

FIVE = Policy(minimum=5)
BOTH = Shape(frozenset({"spring"}), (Question("p", ("no", "yes")), Question("q", ("no", "yes"))))
answers = st.tuples(st.integers(0, 8), st.integers(0, 8))
answered_worlds = worlds(answers, most=3, deep=2)


def states(counts: Counted, policy: Policy = FIVE) -> dict[str, State]:
    decision = decide(counts, policy)
    return {
        str(group): State(state)
        for group, state in zip(counts.tree.groups, decision.answers[:, 0], strict=True)
    }


def agreeing_tables(counts: Counted, policy: Policy) -> np.ndarray:
    """Every (no, yes) of every leaf that agrees with the exact counts of all that is shown: (tables, groups, 2)."""
    decision, tree = decide(counts, policy), counts.tree
    leaves = np.flatnonzero(tree.is_leaf())
    most = counts.answers[0, 0]
    ways = []
    for leaf in leaves:
        cap = int(counts.respondents[leaf]) if decision.groups[leaf] else int(most.sum())
        pairs = [(no, yes) for no in range(most[0] + 1) for yes in range(most[1] + 1) if no + yes <= cap]
        is_shown = decision.answers[leaf, 0] == State.SHOWN
        ways.append([tuple(counts.answers[leaf, 0])] if is_shown else pairs)
    assume(np.prod([len(way) for way in ways]) <= 20_000)
    filled = np.zeros((int(np.prod([len(way) for way in ways])), len(tree), 2), dtype=np.int64)
    filled[:, leaves] = np.array(list(product(*ways)))
    for level in tree.levels():
        for place in level:
            filled[:, tree.parent[place]] += filled[:, place]
    shown = decision.answers[:, 0] == State.SHOWN
    agrees = (filled[:, shown] == counts.answers[shown, 0]).all(axis=(1, 2))
    return np.asarray(filled[agrees])


@given(world=worlds(st.tuples(st.integers(0, 5), st.integers(0, 5)), most=3, deep=1))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_an_attacker_who_tries_every_table_cannot_tell_what_a_withheld_group_said(
    world: dict[Group, tuple[int, int]],
) -> None:
    """Nor that all of it, or all but one or two, said the same. The exact counts of what is shown do not help."""
    counts = yes_no(world)
    decision = decide(counts, FIVE)
    assume(decision.answers[0, 0] == State.SHOWN)
    tables = agreeing_tables(counts, FIVE)
    for place in np.flatnonzero(decision.answers[:, 0] == State.WITHHELD):
        no, yes = tables[:, place, 0], tables[:, place, 1]
        assert len(np.unique(tables[:, place], axis=0)) > 1
        assert no.max() >= 3
        assert yes.max() >= 3


@given(world=answered_worlds)
def test_no_group_of_withheld_answers_is_too_few_or_all_alike(world: dict[Group, tuple[int, int]]) -> None:
    counts = yes_no(world)
    shown = decide(counts, FIVE).answers[:, 0] == State.SHOWN
    for family, head in enumerate(counts.tree.head):
        hidden = (counts.tree.family == family) & ~shown
        if shown[head] and hidden.any():
            together = counts.answers[hidden, 0].sum(axis=0)
            assert hidden.sum() >= 2
            assert together.sum() >= 5
            assert together.min() >= 3


@given(world=answered_worlds, data=st.data())
def test_what_is_unsafe_stays_unsafe_with_fewer_answers(
    world: dict[Group, tuple[int, int]], data: st.DataObject
) -> None:
    fewer = {
        group: (data.draw(st.integers(0, no)), data.draw(st.integers(0, yes)))
        for group, (no, yes) in world.items()
    }
    before = yes_no(world)
    unsafe = (before.valid[:, 0] < 5) | (before.answers[:, 0].min(axis=1) < 3)
    now = decide(yes_no(fewer), FIVE).answers[:, 0]
    assert not (now[unsafe] == State.SHOWN).any()


@given(world=answered_worlds)
def test_the_least_number_of_answers_is_withheld(world: dict[Group, tuple[int, int]]) -> None:
    counts = yes_no(world)
    assume(len(counts.tree) <= 8)
    decision = decide(counts, FIVE)
    assume(decision.answers[0, 0] == State.SHOWN)
    costs = []
    for bits in product((False, True), repeat=len(counts.tree) - 1):
        shown = np.array([True, *bits])
        if not is_safe(counts, decision.groups, shown):
            continue
        costs.append(counts.valid[~shown, 0].sum())
    assert counts.valid[decision.answers[:, 0] != State.SHOWN, 0].sum() == min(costs)


def is_safe(counts: Counted, groups: np.ndarray, shown: np.ndarray) -> bool:
    tree, pairs = counts.tree, counts.answers[:, 0]
    if (shown & ~groups).any() or (shown[1:] & ~shown[tree.parent[1:]]).any():
        return False
    if any(pairs[place].sum() < 5 or pairs[place].min() < 3 for place in np.flatnonzero(shown)):
        return False
    for family, head in enumerate(tree.head):
        hidden = (tree.family == family) & ~shown
        together = pairs[hidden].sum(axis=0)
        if shown[head] and hidden.any() and (hidden.sum() < 2 or together.sum() < 5 or together.min() < 3):
            return False
    return True


def test_a_question_few_answered_in_one_ward_is_withheld_there_and_in_its_cheapest_neighbour() -> None:
    counts = Counted.from_leaves(
        YES_NO, {ward("a"): (20, [[3, 3]]), ward("b"): (20, [[9, 9]]), ward("c"): (25, [[12, 12]])}
    )
    assert states(counts, Policy()) == {
        "Everybody": State.SHOWN,
        "a": State.WITHHELD,
        "b": State.WITHHELD,
        "c": State.SHOWN,
    }
    assert decide(counts, Policy()).groups.all()


def test_a_ward_that_nearly_all_agreed_is_withheld_without_saying_so() -> None:
    made = release(yes_no({ward("a"): (2, 18), ward("b"): (8, 8), ward("c"): (9, 9)}), Policy())
    reasons = {made.result(ward(name)).question("q").valid for name in "ab"}
    assert reasons == {Withheld(Reason.QUESTION)}
    assert made.result(ward("c")).question("q").positive == Shown(50)


def test_two_wards_that_nearly_all_agreed_do_not_cover_for_each_other() -> None:
    counts = yes_no({ward("a"): (0, 20), ward("b"): (2, 20), ward("c"): (9, 9), ward("d"): (8, 8)})
    assert states(counts, Policy())["d"] == State.WITHHELD
    enough = yes_no({ward("a"): (1, 20), ward("b"): (2, 20), ward("c"): (9, 9), ward("d"): (8, 8)})
    assert states(enough, Policy())["d"] == State.SHOWN


def test_when_everybody_agreed_only_a_bound_for_everybody_is_shown() -> None:
    made = release(yes_no({ward("a"): (1, 19), ward("b"): (1, 29)}), Policy())
    assert made.result().question("q").positive == Bounded(95, 100)
    assert {made.result(ward(name)).question("q").positive for name in "ab"} == {Withheld(Reason.QUESTION)}


def test_all_alike_means_the_same_category_even_where_none_is_positive() -> None:
    asked = Shape(frozenset({"spring"}), (Question("mood", AGREE),))
    made = release(Counted.from_leaves(asked, {EVERYBODY: (12, [[0, 0, 11, 1, 0]])}), Policy()).result()
    question = made.question("mood")
    assert question.distribution == (
        Bounded(0, 20),
        Bounded(0, 20),
        Bounded(80, 100),
        Bounded(0, 20),
        Bounded(0, 20),
    )
    assert question.positive is None
    assert question.interval is None
    assert question.mean is None


def test_nobody_positive_is_bounded_from_above() -> None:
    asked = Shape(frozenset({"spring"}), (Question("heard", AGREE, frozenset({3, 4})),))
    made = release(Counted.from_leaves(asked, {EVERYBODY: (20, [[9, 9, 1, 1, 0]])}), Policy()).result()
    assert made.question("heard").positive == Bounded(0, 10)


@pytest.mark.parametrize(("exceptions", "shown"), [(2, "75%"), (3, "at least 70%")])
def test_an_organisation_may_ask_for_more_exceptions(exceptions: int, shown: str) -> None:
    asked = Shape(frozenset({"spring"}), (Question("heard", AGREE, frozenset({3, 4})),))
    counts = Counted.from_leaves(asked, {EVERYBODY: (12, [[1, 1, 1, 5, 4]])})
    made = release(counts, Policy(exceptions=exceptions)).result()
    assert str(made.question("heard").positive) == shown


def test_groups_with_several_splits_are_covered_in_each() -> None:
    leaves = {
        ward("a"): (20, [[10, 10]]),
        ward("b"): (22, [[11, 11]]),
        Group("job", ("nurse",)): (33, [[16, 17]]),
        Group("job", ("doctor",)): (6, [[3, 3]]),
        Group("job", ("other",)): (3, [[2, 1]]),
    }
    made = release(Counted.from_leaves(YES_NO, leaves), Policy())
    withheld = {group.name for group in made.groups if made.result(group).is_withheld}
    assert withheld == {"nurse", "doctor", "other"}


def test_a_theme_is_the_mean_of_exact_percentages_rounded_once() -> None:
    asked = Shape(
        frozenset({"spring"}),
        (Question("a", ("no", "yes"), frozenset({1})), Question("b", ("no", "yes"), frozenset({1}))),
        (Composite("both", ("a", "b")),),
    )
    made = release(Counted.from_leaves(asked, {EVERYBODY: (22, [[13, 9], [10, 12]])}), Policy()).result()
    assert [str(made.question(code).positive) for code in "ab"] == ["41%", "55%"]
    assert str(made.composite("both").positive) == "48%"


def test_exactly_the_minimum_of_answers_all_alike_are_told_by_a_bound() -> None:
    for number, kind in ((11, Bounded), (10, Withheld)):
        counted = Counted.from_leaves(BOTH, {EVERYBODY: (12, [[0, number], [6, 6]])})
        assert isinstance(release(counted, Policy()).result().questions[0].distribution[1], kind)

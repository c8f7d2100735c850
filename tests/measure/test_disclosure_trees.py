"""The number of people in a tree of groups: the least is withheld, and nobody can work it out again."""

from itertools import product

import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Counted,
    Group,
    Policy,
    Shape,
    attack,
    from_document,
    release,
)
from fanlight.measure.disclosure.attack import propagate
from fanlight.measure.disclosure.withholding import decide
from measure.disclosure_worlds import all_tables, people, ward, worlds, yes_no
from support.examples import one_in

FIVE = Policy(minimum=5)
NOTHING_ASKED = Shape(frozenset({"spring"}), ())
small_worlds = worlds(st.integers(0, 9))


def counted(world: dict[Group, int]) -> Counted:
    return Counted.from_leaves(NOTHING_ASKED, {group: (number, []) for group, number in world.items()})


def is_safe(counts: Counted, shown: np.ndarray, minimum: int) -> bool:
    """The rules, written down once more without any of the cleverness."""
    tree, numbers = counts.tree, counts.respondents
    for place in range(1, len(tree)):
        if shown[place] and not shown[tree.parent[place]]:
            return False
    if (numbers[shown] < minimum).any():
        return False
    for family, head in enumerate(tree.head):
        hidden = np.flatnonzero((tree.family == family) & ~shown)
        if shown[head] and hidden.size and (hidden.size == 1 or numbers[hidden].sum() < minimum):
            return False
    return True


@given(world=small_worlds)
def test_the_least_total_is_withheld(world: dict[Group, int]) -> None:
    counts = counted(world)
    assume(len(counts.tree) <= 10)
    chosen = decide(counts, FIVE).groups
    patterns = (np.array(bits, dtype=bool) for bits in product((False, True), repeat=len(counts.tree)))
    costs = [counts.respondents[~shown].sum() for shown in patterns if is_safe(counts, shown, 5)]
    assert is_safe(counts, chosen, 5)
    assert counts.respondents[~chosen].sum() == min(costs)


@given(world=worlds(st.integers(0, 7), most=3, deep=2))
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_an_attacker_who_tries_every_table_learns_nothing_about_a_withheld_number(
    world: dict[Group, int],
) -> None:
    """Even with the exact number of every group that is shown."""
    counts = counted(world)
    shown = decide(counts, FIVE).groups
    tables = all_tables(
        counts.tree, np.where(shown, counts.respondents, -1), int(max(8, counts.respondents[0]))
    )
    for place in np.flatnonzero(~shown):
        assert {1, 2, 3, 4} <= set(tables[:, place].tolist())


@given(world=worlds(st.integers(0, 5), most=3, deep=2), data=st.data())
@settings(suppress_health_check=[HealthCheck.filter_too_much])
def test_the_intervals_are_those_of_every_table(world: dict[Group, int], data: st.DataObject) -> None:
    counts = counted(world)
    known = np.array([data.draw(st.booleans()) for _ in counts.tree.groups])
    known[0] = True
    values = np.where(known, counts.respondents, -1)
    tables = all_tables(counts.tree, values, int(counts.respondents[0]))
    low, high = propagate(
        counts.tree,
        np.where(known, counts.respondents, 0)[:, None],
        np.where(known, counts.respondents, 10**6)[:, None],
    )
    assert low[:, 0].tolist() == tables.min(axis=0).tolist()
    assert high[:, 0].tolist() == tables.max(axis=0).tolist()


@given(world=small_worlds, data=st.data())
def test_a_release_never_gets_looser_when_counts_shrink(world: dict[Group, int], data: st.DataObject) -> None:
    """Who was too few stays withheld, and no total that stays shown withholds fewer of its parts."""
    fewer = {group: data.draw(st.integers(0, number)) for group, number in world.items()}
    before, after = counted(world), counted(fewer)
    was, now = decide(before, FIVE).groups, decide(after, FIVE).groups
    assert not now[before.respondents < 5].any()
    for family, head in enumerate(before.tree.head):
        members = before.tree.family == family
        if was[head] and now[head]:
            assert (~now & members).sum() >= (~was & members).sum()


@given(world=small_worlds)
@one_in(5)
def test_the_order_of_groups_does_not_matter(world: dict[Group, int]) -> None:
    backwards = dict(reversed(list(world.items())))
    made = release(counted(world), FIVE)
    assert made.to_document() == release(counted(backwards), FIVE).to_document()
    assert from_document(made.to_document()) == made, "what is stored is read back the same"


def test_a_small_team_takes_the_smallest_of_its_neighbours_with_it() -> None:
    made = release(people(a=3, b=30, c=14, d=14), Policy())
    withheld = {str(group) for group in made.groups if made.result(group).is_withheld}
    assert withheld == {"a", "c"}


def test_two_small_teams_cover_for_each_other_if_they_are_enough_together() -> None:
    shown = decide(people(a=5, b=6, c=14), Policy()).groups
    assert shown.tolist() == [True, False, False, True]
    assert decide(people(a=5, b=5, c=14), Policy()).groups.tolist() == [True, False, False, False]


def test_a_division_that_is_withheld_takes_its_wards_with_it() -> None:
    made = release(people(a_1=12, a_2=13, b=3), Policy())
    assert [str(group) for group in made.groups if not made.result(group).is_withheld] == ["Everybody"]


def test_an_only_part_is_the_same_people_and_is_shown_with_its_total() -> None:
    assert decide(people(a_1=12, b=20), Policy()).groups.all()


def test_a_group_nobody_answered_in_is_withheld_like_a_small_one() -> None:
    made = release(people(a=0, b=14, c=30), Policy())
    assert made.result(ward("a")) == made.result(ward("a"))
    assert made.result(ward("a")).respondents == made.result(ward("b")).respondents


def test_an_organisation_below_the_minimum_shows_nothing() -> None:
    made = release(people(a=5, b=5), Policy())
    assert all(result.is_withheld for result in made.results())
    assert {reach.high for reach in attack(made).intervals} == {10}


def test_a_withheld_division_with_wards_is_no_false_alarm() -> None:
    """What is known of wards inside it is nothing, which is not the same as that they are of one mind."""
    answers = {("a", "1"): (60, 60), ("b", "1"): (15, 15), ("b", "2"): (12, 13), ("c", "1"): (2, 2)}
    made = release(yes_no({ward(*path): pair for path, pair in answers.items()}), Policy())
    assert not attack(made).opened
    assert not made.result(EVERYBODY).is_withheld
    assert made.result(ward("b")).is_withheld

"""Several rounds of the same team: what may stand beside what."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Counted,
    Group,
    NotAgain,
    Policy,
    Released,
    Shape,
    Shown,
    further_release,
    release,
)
from measure.disclosure_worlds import ONE_ROUND, worlds, yes_no
from support.examples import one_in

FIVE = Policy(minimum=5)
NAMES = ("spring", "summer", "autumn")


def counted(world: dict[Group, int], name: str) -> Counted:
    shape = Shape(frozenset({name}), ())
    return Counted.from_leaves(shape, {group: (number, []) for group, number in world.items()})


def whole_team(rounds: frozenset[str]) -> Counted:
    shape = Shape(rounds, ONE_ROUND.questions)
    return Counted.from_leaves(shape, {EVERYBODY: (20, [[3, 4, 5, 4, 4]])}, {EVERYBODY: 30})


@given(wanted=st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=8))
def test_whatever_is_asked_for_no_answer_is_in_two_releases(wanted: list[frozenset[str]]) -> None:
    made: list[Released] = []
    for rounds in wanted:
        try:
            made.append(release(whole_team(rounds), Policy(), made))
        except NotAgain:
            assert any(rounds & earlier.shape.rounds for earlier in made)
    used = [name for each in made for name in each.shape.rounds]
    assert len(used) == len(set(used))
    assert made


@given(first=worlds(st.integers(0, 9)), second=worlds(st.integers(0, 9)))
@one_in(10)
def test_a_new_round_is_decided_by_its_own_counts_alone(
    first: dict[Group, int], second: dict[Group, int]
) -> None:
    earlier = release(counted(first, "spring"), FIVE)
    now = counted(second, "autumn")
    assert further_release(now, FIVE, [earlier]) is None
    assert release(now, FIVE, [earlier]) == release(now, FIVE)


def question(pair: tuple[int, int]) -> object:
    return release(yes_no({EVERYBODY: pair}), FIVE).result().question("q").positive


def cannot_be_told_from(pair: tuple[int, int]) -> list[tuple[int, int]]:
    """Every (no, yes) of as many people that is published alike, the exact numbers being given away if any are."""
    looks = question(pair)
    others = [(no, sum(pair) - no) for no in range(sum(pair) + 1)]
    return [pair] if isinstance(looks, Shown) else [each for each in others if question(each) == looks]


@given(
    before=st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: sum(pair) >= 6),
    yes=st.integers(0, 13),
)
@one_in(2)
def test_an_attacker_who_tries_every_change_of_mind_cannot_tell_what_a_leaver_said(
    before: tuple[int, int], yes: int
) -> None:
    """One person leaves, the others answer again, any of them otherwise than before: the leaver may have said either.

    The attacker knows who left, and the exact numbers wherever more than a bound is shown.
    """
    people = sum(before) - 1
    after = (people - min(yes, people), min(yes, people))
    possible = set()
    for was, now in product(cannot_be_told_from(before), cannot_be_told_from(after)):
        for leaver in (0, 1):
            rest = [was[answer] - (answer == leaver) for answer in (0, 1)]
            if min(rest) >= 0 and any(
                (rest[0] - to_yes + to_no, rest[1] + to_yes - to_no) == now
                for to_yes in range(rest[0] + 1)
                for to_no in range(rest[1] + 1)
            ):
                possible.add(leaver)
    assert possible == {0, 1}

"""The attacker with a solver, where whole numbers do not follow by themselves: a table that moves in one way only."""

import numpy as np
import pytest
from scipy.optimize import OptimizeResult

from fanlight.measure.disclosure.tables import Impossible, Published, Table, TableAttack, programme, published
from fanlight.measure.disclosure.tables.attacker import Attacker
from fanlight.measure.disclosure.tables.programme import Effort
from fanlight.measure.disclosure.tables.system import BOUNDLESS, System
from measure.table_worlds import MOVES, TWICE, one_way


def attacker_of(table: Table, hidden: np.ndarray, **more: object) -> Attacker:
    low, high = np.where(hidden, 0, table.counts), np.where(hidden, BOUNDLESS, table.counts)
    return Attacker(table.system, low, high, **more)  # type: ignore[arg-type]


def document(table: Table, hidden: np.ndarray, **policy: object) -> dict[str, object]:
    cells = [
        {
            "cell": dict(zip("abc", key, strict=True)),
            "status": "withheld" if is_hidden else "shown",
            "value": None if is_hidden else int(count),
        }
        for key, count, is_hidden in zip(table.keys, table.counts, hidden, strict=True)
    ]
    return {"cells": cells, "policy": policy}


def possible(table: Table, hidden: np.ndarray) -> dict[tuple[str, ...], set[int]]:
    """What each withheld number can be: the whole movements that leave no number below nought."""
    moves = np.array([MOVES.get(key, 0) for key in table.keys])
    ways = [made for times in range(-20, 21) if ((made := table.counts + times * moves)[hidden] >= 0).all()]
    return {table.keys[cell]: {int(way[cell]) for way in ways} for cell in np.flatnonzero(hidden)}


@pytest.mark.parametrize(("twice", "others"), [(5, 3), (7, 4), (3, 6), (6, 3), (1, 9)])
def test_an_interval_ends_at_whole_numbers_that_are_possible(twice: int, others: int) -> None:
    """Over the real numbers it would end between two of them: five less twice two and a half is nought."""
    table, hidden = one_way(twice, others, others)
    cells = np.flatnonzero(hidden).tolist()
    found = attacker_of(table, hidden).intervals(cells)
    values = [possible(table, hidden)[table.keys[cell]] for cell in cells]
    assert found == [(min(each), max(each)) for each in values]
    told = Published.read(document(table, hidden)).attack()
    assert [(each.low, each.high) for each in told.intervals] == found
    assert told.is_exact
    assert told.opened == ()


def test_an_end_is_looked_for_whatever_was_seen_before() -> None:
    """Each table there is, seen first: the ends stay the same, be they one or many movements away."""
    table, hidden = one_way()
    cells = np.flatnonzero(hidden).tolist()
    values = [possible(table, hidden)[table.keys[cell]] for cell in cells]
    moves = np.array([MOVES.get(key, 0) for key in table.keys])
    for times in range(-3, 3):
        for place in (0, 1, cells.index(table.keys.index(TWICE))):
            attacker = attacker_of(table, hidden)
            attacker.start_from(table.counts + times * np.where(hidden, moves, 0))
            assert attacker.intervals([cells[place]]) == [(min(values[place]), max(values[place]))]


@pytest.mark.parametrize(("twice", "others"), [(5, 3), (8, 4)])
def test_a_number_can_be_what_some_whole_table_has_there_and_nothing_else(twice: int, others: int) -> None:
    table, hidden = one_way(twice, others, others)
    attacker = attacker_of(table, hidden)
    for cell in np.flatnonzero(hidden):
        values = possible(table, hidden)[table.keys[cell]]
        assert {value for value in range(2 * twice + 2) if attacker.can_be(int(cell), value)} == values
    shown = table.keys.index(("a1", "b1", "c0"))
    assert attacker.can_be(shown, 20)
    assert not attacker.can_be(shown, 19)


@pytest.mark.parametrize("seen", [-1, 1])
@pytest.mark.parametrize(
    ("move", "least", "most", "times"),
    [(1, 0, 4, (-3, 1)), (1, 1, BOUNDLESS, (-2, 3)), (-1, 2, BOUNDLESS, (-3, 1)), (-1, 0, 5, (-2, 3))],
    ids=["it rises to 4", "it begins at 1", "it falls to 2", "it begins at 5"],
)
def test_what_is_said_of_one_number_bounds_all_that_move_with_it(
    move: int, least: int, most: int, times: tuple[int, int], seen: int
) -> None:
    """Its reason tells one end, the others' nought the other. All of them were seen one movement away."""
    table, hidden = one_way(twice=10)
    moves = np.where(hidden, [MOVES.get(key, 0) for key in table.keys], 0)
    one, other = np.flatnonzero(moves == move)[0], np.flatnonzero(moves == -move)[0]
    low, high = np.where(hidden, 0, table.counts), np.where(hidden, BOUNDLESS, table.counts)
    low[one], high[one] = least, most
    attacker = Attacker(table.system, low, high)
    attacker.start_from(table.counts + seen * moves)
    ways = [table.counts + time * moves for time in range(times[0], times[1] + 1)]
    for cell in (one, other, table.keys.index(TWICE)):
        values = {int(way[cell]) for way in ways}
        assert attacker.intervals([cell]) == [(min(values), max(values))]
        assert {value for value in range(20) if attacker.can_be(int(cell), value)} == values


def test_without_any_known_total_a_number_has_no_upper_end() -> None:
    labels = [(a, b) for a in ("Total", "a0", "a1") for b in ("Total", "b0", "b1")]
    cells = [{"cell": {"a": a, "b": b}, "status": "withheld"} for a, b in labels]
    cells[-1] |= {"status": "shown", "value": 7}
    told = Published.read({"cells": cells}).attack()
    assert {(each.low, each.high) for each in told.intervals} == {(0, None), (7, None)}


def test_numbers_beyond_those_that_are_remembered_are_looked_for() -> None:
    table, hidden = one_way(twice=150, rising=10, falling=80)
    attacker = attacker_of(table, hidden)
    twice = table.keys.index(TWICE)
    attacker.intervals([twice])
    assert [value for value in range(60, 70) if attacker.can_be(twice, value)] == [60, 62, 64, 66, 68]
    table, hidden = one_way(twice=150, rising=10, falling=30)
    attacker = attacker_of(table, hidden)
    assert attacker.intervals([twice]) == [(90, 170)]
    assert not any(attacker.can_be(twice, value) for value in (0, 1, 26, 28))


def test_a_withheld_number_that_whole_numbers_fix_is_opened() -> None:
    """One, and it moves by two and only upwards or not at all: the others are nought and cannot all go down."""
    table, hidden = one_way(twice=1, rising=0, falling=0)
    told = Published.read(document(table, hidden)).attack()
    assert {each.cell for each in told.opened} == set(possible(table, hidden))
    assert {each.cell: {each.low, each.high} for each in told.recoverable} == possible(table, hidden)


def test_a_search_that_was_given_up_tells_what_is_sure_and_that_it_is_not_exact(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is sure are the ends over the real numbers, rounded inwards: no table of whole numbers goes beyond."""
    table, hidden = one_way()
    solve = programme.milp

    def stopped(objective: np.ndarray, **asked: object) -> OptimizeResult:
        at_its_limit = OptimizeResult(x=None, status=1, mip_node_count=0)
        return at_its_limit if np.any(asked["integrality"]) else solve(objective, **asked)

    def told(minimum: int) -> TableAttack:
        return Published.read(document(table, hidden, minimum=minimum, protection="full")).attack()

    def ends(told: TableAttack) -> dict[tuple[str, ...], tuple[int, int | None]]:
        return {each.cell: (each.low, each.high) for each in told.intervals}

    sure = {key: (0, 5) if move > 0 else (1, 6) for key, move in MOVES.items() if move} | {TWICE: (1, 11)}
    monkeypatch.setattr(programme, "milp", stopped)
    enough, not_enough = told(minimum=5), told(minimum=13)
    assert (enough.is_exact, not_enough.is_exact) == (False, False)
    assert ends(enough) == ends(not_enough) == sure
    assert enough.opened == ()
    assert not_enough.opened == not_enough.intervals


def test_where_whole_numbers_do_not_follow_only_a_few_intervals_are_looked_for_to_their_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table, hidden = one_way()
    many = int(hidden.sum())
    for most, is_exact in ((many, True), (many - 1, False)):
        monkeypatch.setattr(published, "EXACT_IN_WHOLE_NUMBERS", most)
        assert Published.read(document(table, hidden)).attack().is_exact == is_exact


@pytest.mark.parametrize(
    ("total", "direction", "goal", "reached"),
    [(20, 1, [6, 6], [6, 6]), (12, -1, [2, 2], [2, 2]), (20, 1, [8, 20], [8, 9])],
)
def test_many_numbers_are_brought_as_near_to_their_goals_as_their_bounds_let_them(
    total: int, direction: int, goal: list[int], reached: list[int]
) -> None:
    """Three numbers of a known total, none of them more than 9."""
    cells, low, high = np.arange(1, 4), np.array([total, 0, 0, 0]), np.array([total, 9, 9, 9])
    given = programme.Programme.over(System(4, [0], [[1, 2, 3]]), cells, low, high)
    effort = given.effort.spent
    near = given.nearest(cells[:2], np.array(goal), direction)
    assert near.sum() == total
    assert ((near >= 0) & (near <= 9)).all()
    assert (direction * (near[:2] - reached) >= 0).all()
    assert given.effort.spent > effort


def test_that_a_search_was_given_up_before_is_not_forgotten() -> None:
    table, hidden = one_way()
    for gave_up in (False, True):
        effort = Effort(gave_up=gave_up)
        attacker_of(table, hidden, effort=effort).intervals(np.flatnonzero(hidden))
        assert effort.gave_up == gave_up


def test_figures_that_no_whole_table_has_are_refused() -> None:
    """Half a movement would do, but there is none: what moves by two is odd, and is said to be four."""
    table, hidden = one_way(twice=5)
    low, high = np.where(hidden, 0, table.counts), np.where(hidden, BOUNDLESS, table.counts)
    place = table.keys.index(TWICE)
    low[place] = high[place] = 4
    with pytest.raises(Impossible, match="in whole numbers"):
        Attacker(table.system, low, high).intervals(np.flatnonzero(hidden))

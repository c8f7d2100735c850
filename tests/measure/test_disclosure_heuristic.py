"""The steps by which a safe pattern is repaired where it is not proven to be the cheapest."""

import numpy as np
import pytest

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables import Table
from fanlight.measure.disclosure.tables import heuristic as steps
from fanlight.measure.disclosure.tables.programme import Effort
from fanlight.measure.disclosure.tables.rules import Rules
from measure.table_worlds import flat, table_of, tree

FULL, BY_TWO = Policy(minimum=5), Policy(minimum=5, margin=2)
either_kind = pytest.mark.parametrize("policy", [FULL, BY_TWO], ids=["full", "2"])
COUNTS = [[20, 30, 40], [25, 9, 50], [60, 70, 80]]
Key = tuple[str, ...]


def square(counts: list[list[int]] = COUNTS) -> Table:
    return table_of(
        [flat("a", 3), flat("b", 3)],
        {(f"a{a}", f"b{b}"): count for a, row in enumerate(counts) for b, count in enumerate(row)},
    )


def only(table: Table, *keys: Key) -> np.ndarray:
    return np.array([key in keys for key in table.keys])


def named(table: Table, hidden: np.ndarray) -> set[Key]:
    return {table.keys[cell] for cell in np.flatnonzero(hidden)}


def covered(rules: Rules, *keys: Key) -> set[Key]:
    weight = rules.table.counts.astype(float)
    return named(rules.table, steps._covered(rules, only(rules.table, *keys), weight))


def test_withholding_a_total_costs_all_that_is_below_it() -> None:
    table = table_of(
        [tree("team", ["T/A/1", "T/A/2", "T/B"]), flat("b", 2)],
        {(path, b): 10 for path in ("T/A/1", "T/A/2", "T/B") for b in ("b0", "b1")},
    )
    weights = dict(zip(table.keys, steps._weights(Rules(table, FULL)).tolist(), strict=True))
    assert weights["T/A/1", "b0"] == 10 + 1
    assert weights["T/A", "b0"] == 2 * (20 + 1)
    assert weights["T/B", "Total"] == 2 * (20 + 1)
    assert weights["T", "Total"] == 3 * 2 * (60 + 1)
    assert steps._weights(Rules(table, BY_TWO)).tolist() == (table.counts + 1).tolist()


@either_kind
def test_what_is_withheld_alone_gets_the_cheapest_company_in_each_sum(policy: Policy) -> None:
    """Beside nine stand 25 and 50, above and below 30 and 70; the corner that closes the square is 20."""
    found = covered(Rules(square(), policy), ("a1", "b1"))
    assert found == {("a1", "b1"), ("a1", "b0"), ("a0", "b1"), ("a0", "b0")}


def test_company_that_would_be_alone_in_its_own_sum_costs_what_its_company_costs() -> None:
    """18 is cheaper than 20, but its column has nothing withheld: there the cheapest is 55."""
    counts = [[20, 18, 7], [25, 55, 6], [60, 70, 80]]
    rules = Rules(square(counts), BY_TWO)
    hidden = only(rules.table, ("a0", "b2"), ("a1", "b2"), ("a1", "b0"))
    choice = np.flatnonzero(only(rules.table, ("a0", "b0"), ("a0", "b1")))
    assert steps._lonely(rules, hidden, choice).tolist() == [0, 55]
    weight = rules.table.counts.astype(float)
    assert named(rules.table, steps._covered(rules, hidden, weight) & ~hidden) == {("a0", "b0")}
    nothing = np.zeros(len(hidden), dtype=bool)
    assert steps._lonely(rules, nothing, choice).tolist() == [7 + 25, 7 + 55], "in its row and in its column"


def test_where_every_part_is_withheld_the_total_is_too() -> None:
    table = table_of([tree("team", ["T/A/1", "T/B"])], {("T/A/1",): 20, ("T/B",): 30})
    assert covered(Rules(table, BY_TWO), ("T/A/1",)) == {("T/A/1",), ("T/A",), ("T/B",)}


def test_below_a_withheld_total_all_is_withheld_if_nothing_may_be_learnt() -> None:
    table = square()
    row = {("a0", b) for b in ("b0", "b1", "b2", "Total")}
    assert row <= covered(Rules(table, FULL), ("a0", "Total"))
    assert not row <= covered(Rules(table, BY_TWO), ("a0", "Total"))


def test_those_withheld_of_a_shown_total_are_enough_people_together() -> None:
    table = table_of([flat("a", 4)], {("a0",): 2, ("a1",): 2, ("a2",): 30, ("a3",): 20})
    assert covered(Rules(table, FULL), ("a0",), ("a1",)) == {("a0",), ("a1",), ("a3",)}
    assert covered(Rules(table, BY_TWO), ("a0",), ("a1",)) == {("a0",), ("a1",)}


def test_when_the_effort_is_over_a_number_is_freed_by_withholding_its_sums() -> None:
    table = square()
    rules, cell = Rules(table, BY_TWO), table.keys.index(("a1", "b1"))
    beside = {key for key in table.keys if key[0] == "a1" or key[1] == "b1"}
    assert named(table, steps._beside(rules, cell)) == beside
    hidden, failing = only(table, ("a1", "b1")), [(cell, 1, 2)]
    weight = table.counts.astype(float)
    freed = steps._freed(rules, hidden, weight, failing, Effort(most=0), steps.nobody)
    assert named(table, freed) == beside


@pytest.mark.parametrize("direction", [-1, 1])
def test_a_number_is_freed_by_the_cheapest_movement_and_one_movement_serves_many(direction: int) -> None:
    table = square()
    rules, weight = Rules(table, BY_TWO), table.counts.astype(float)
    moved = {("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")}
    cells = [table.keys.index(("a1", "b1")), table.keys.index(("a0", "b0"))]
    failing = [(cell, direction, 2) for cell in cells]
    effort, alone = Effort(), Effort()
    freed = steps._freed(rules, only(table), weight, failing, effort, steps.nobody)
    assert named(table, freed) == moved
    steps._freed(rules, only(table), weight, failing[:1], alone, steps.nobody)
    assert effort.spent == alone.spent, "what one movement freed is not looked for again"
    steps._freed(rules, only(table), weight, [failing[0], (cells[1], -direction, 2)], effort, steps.nobody)
    assert effort.spent > 2 * alone.spent, "it moved the other way"


def test_a_number_that_no_movement_frees_takes_the_cheapest_cell_beside_or_above_it() -> None:
    table = square()
    rules, weight = Rules(table, BY_TWO), table.counts.astype(float)
    square_of = only(table, ("a1", "b1"), ("a1", "b0"), ("a0", "b1"), ("a0", "b0"))
    cell = table.keys.index(("a1", "b1"))
    more = steps._one_step_up(rules, square_of, cell, weight) & ~square_of
    assert ("a1", "b2") in named(table, more)
    assert square_of.sum() == 4, "what was given is as it was"
    whole = only(table, *(key for key in table.keys if key[0] == "a1" or key[1] == "b1"))
    further = steps._one_step_up(rules, whole, cell, weight) & ~whole
    assert ("a0", "b0") in named(table, further), "and if there is none, the cheapest beside those"

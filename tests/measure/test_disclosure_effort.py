"""Tables without a quick answer: the work ends, what comes out still holds, and how good it is is said."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables import Dimension, Published, Row, Table, programme, release_table
from fanlight.measure.disclosure.tables import cheapest as tables_cheapest
from fanlight.measure.disclosure.tables import heuristic as tables_heuristic
from fanlight.measure.disclosure.tables.cheapest import cheapest, is_small, lower_bound
from fanlight.measure.disclosure.tables.cuts import from_an_attack, from_whole_numbers, unprotected
from fanlight.measure.disclosure.tables.heuristic import _movement, pruned, repaired
from fanlight.measure.disclosure.tables.programme import Effort
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.system import BOUNDLESS
from measure.table_worlds import SHAPES, flat, is_safe, one_way, tables, tree
from support.examples import one_in

FULL, BY_TWO = Policy(minimum=5), Policy(minimum=5, margin=2)
LITTLE = 5_000
PATHS = [f"T/{unit}/{ward}" for unit in "AB" for ward in range(3)]
either_kind = pytest.mark.parametrize("policy", [FULL, BY_TWO], ids=["full", "2"])


def some(dimensions: list[Dimension], *, kept: float, most: int, seed: int = 1) -> Table:
    """A table in which this share of the leaf cells is there."""
    rng = np.random.default_rng(seed)
    rows = [
        Row(key, int(rng.integers(0, most)))
        for key in product(*(sorted(each.leaves) for each in dimensions))
        if rng.random() < kept
    ]
    return Table.from_rows(dimensions, rows)


@either_kind
@pytest.mark.parametrize(
    "table",
    [
        some([flat("a", 25), flat("b", 10)], kept=0.15, most=30),
        some([flat("a", 3), flat("b", 3), flat("c", 3)], kept=0.7, most=25),
        some([tree("a", PATHS), tree("b", PATHS)], kept=0.5, most=60),
        some([flat("a", 2), flat("b", 2), flat("c", 2), flat("d", 2)], kept=1, most=50),
    ],
    ids=["sparse", "sparse 3-D", "two trees", "4-D"],
)
def test_a_table_of_any_kind_is_released_and_says_how_good_that_is(
    table: Table, policy: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables_cheapest, "MOST_EFFORT", LITTLE)
    monkeypatch.setattr(tables_heuristic, "MOST_PRUNING", LITTLE)
    made = release_table(table, policy)
    document = made.to_document()
    hidden = np.array([cell["status"] == "withheld" for cell in document["cells"]])
    assert Published.read(document).attack().opened == ()
    assert unprotected(Rules(table, policy), hidden) == []
    assert 0 <= made.quality.gap < 1
    assert made.quality.is_optimal == (made.quality.gap == 0)
    assert made.quality.withheld_cost == Rules(table, policy).cost(hidden)


@either_kind
@pytest.mark.parametrize("shape", ["2 × 3", "a tree × 2"])
@given(data=st.data())
@one_in(8)
def test_with_no_effort_left_whole_sums_are_withheld_and_that_holds(
    shape: str, policy: Policy, data: st.DataObject
) -> None:
    table = data.draw(tables(shape, st.integers(0, 7)))
    rules = Rules(table, policy)
    hidden = repaired(rules, rules.primary, most=0)
    assert (hidden | ~rules.primary).all()
    assert is_safe(table, hidden, policy)
    assert (pruned(rules, hidden, most=0) == hidden).all()
    assert rules.cost(pruned(rules, hidden, most=LITTLE)) <= rules.cost(hidden)


@either_kind
def test_more_effort_brings_the_bound_and_the_cost_together(policy: Policy) -> None:
    rules = Rules(some([flat("a", 4), flat("b", 4)], kept=1, most=25), policy)
    tries = [cheapest(rules, most=most) for most in (1, 30_000, 1_000_000)]
    bounds = [each.bound for each in tries]
    assert bounds == sorted(bounds)
    assert bounds[0] >= lower_bound(rules)
    assert not tries[0].holds
    assert tries[-1].holds
    assert rules.cost(tries[-1].hidden) == bounds[-1]
    for each in tries:
        assert not each.holds or unprotected(rules, each.hidden) == []


def test_the_same_effort_comes_to_the_same_end() -> None:
    rules = Rules(some([flat("a", 3), flat("b", 3), flat("c", 3)], kept=1, most=30), FULL)
    one, other = (cheapest(rules, most=50_000) for _ in range(2))
    assert (one.hidden == other.hidden).all()
    assert one.bound == other.bound


def test_a_number_that_skips_every_other_value_is_freed() -> None:
    table, hidden = one_way(twice=6)
    rules = Rules(table, FULL)
    assert unprotected(rules, hidden)
    mended = repaired(rules, hidden)
    assert (mended & hidden).sum() == hidden.sum() < mended.sum()
    assert unprotected(rules, mended) == []


@pytest.mark.parametrize("direction", [-1, 1])
def test_a_movement_takes_a_number_the_way_it_must_go_and_keeps_every_sum(direction: int) -> None:
    rules = Rules(some([flat("a", 3), flat("b", 3)], kept=1, most=30), FULL)
    cell = rules.table.keys.index(("a1", "b1"))
    price = np.ones(len(rules.table.keys))
    moved = _movement(rules, rules.primary, price, (cell, direction, 3), Effort())
    assert moved[cell] == 3 * direction
    assert (np.abs(rules.table.system.matrix @ moved) < 1e-9).all()
    assert np.count_nonzero(np.abs(moved) > 1e-9) == 4, "its row, its column, and the corner opposite"


def test_a_movement_goes_where_it_costs_least() -> None:
    """What is withheld already moves for nothing, however cheap the others are."""
    rules = Rules(some([flat("a", 3), flat("b", 3)], kept=1, most=30), FULL)
    free = np.array([set(key) <= {"a0", "a1", "b1", "b2"} for key in rules.table.keys])
    moved = _movement(rules, free, np.full(len(free), 0.1), (int(np.flatnonzero(free)[0]), 1, 2), Effort())
    assert (np.abs(moved) > 1e-9).tolist() == free.tolist()


def test_what_is_not_needed_is_shown_again_the_largest_first() -> None:
    counts = {"a0": 30, "a1": 20, "a2": 12, "a3": 4}
    rules = Rules(Table.from_rows([flat("a", 4)], [Row((a,), n) for a, n in counts.items()]), Policy())
    hidden = np.array([key != ("Total",) for key in rules.table.keys])
    assert pruned(rules, hidden).tolist() == [False, False, False, True, True]
    once, one_less = Effort(), hidden & (rules.table.counts != 30)
    assert unprotected(rules, one_less, effort=once) == []
    assert (pruned(rules, hidden, most=once.spent) == one_less).all(), "and then the effort is over"


def test_a_bound_is_not_worked_out_for_a_table_too_large_even_for_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = Rules(some([flat("a", 4), flat("b", 4)], kept=1, most=25), FULL)
    pairs = sum(len(members) ** 2 for members in rules.table.system.members)
    assert lower_bound(rules) > 0
    for most, is_tried in ((pairs, True), (pairs - 1, False)):
        monkeypatch.setattr(tables_cheapest, "MOST_ENTRIES", most)
        assert (lower_bound(rules) > 0) == is_tried


def test_what_was_given_up_counts_as_not_free(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole numbers can be hard to find. A cell is shown to be free by a table that is found, by nothing less."""
    table = some([flat("a", 4), flat("b", 4), flat("c", 4)], kept=1, most=14, seed=2)
    rules = Rules(table, FULL)
    hidden = np.array(["Total" not in key for key in table.keys])
    effort = Effort()
    found = unprotected(rules, hidden, effort=effort)
    assert not effort.gave_up
    monkeypatch.setattr(programme, "NODES", 0)
    short = unprotected(rules, hidden, effort=effort)
    assert effort.gave_up
    assert {cell for cell, _, _ in found} <= {cell for cell, _, _ in short}


def test_a_large_table_is_not_tried_exactly() -> None:
    assert is_small(Rules(some([flat("a", 20), flat("b", 20)], kept=1, most=30), FULL))
    assert not is_small(Rules(some([flat("a", 45), flat("b", 45)], kept=1, most=30), FULL))


def test_every_shape_here_is_small() -> None:
    assert all(is_small(Rules(some(each, kept=1, most=9), FULL)) for each in SHAPES.values())


def test_no_attack_goes_on_when_its_effort_is_over() -> None:
    """What was not looked for counts as not free, and teaches no cut."""
    rules = Rules(some([flat("a", 3), flat("b", 3), flat("c", 3)], kept=1, most=25), FULL)
    safe = repaired(rules, rules.primary)
    assert from_an_attack(rules, rules.primary.astype(float))
    assert unprotected(rules, safe) == []
    over = Effort(most=1.0, spent=2.0)
    assert from_an_attack(rules, rules.primary.astype(float), over) == []
    assert over.gave_up
    over = Effort(most=1.0, spent=2.0)
    assert unprotected(rules, safe, effort=over)
    assert over.gave_up
    assert from_whole_numbers(rules, safe) == []
    assert from_whole_numbers(rules, safe, Effort(most=1.0, spent=2.0))


def test_a_large_programme_in_whole_numbers_is_dear() -> None:
    """Its time grows with the fourth power of its entries: a few of them use up what many small ones may."""
    spent = []
    for size in (3, 6):
        table = some([flat("a", size), flat("b", size), flat("c", size)], kept=1, most=25)
        system, effort = table.system, Effort()
        cells = np.arange(system.cells)
        low, high = np.zeros(system.cells, dtype=np.int64), np.full(system.cells, BOUNDLESS)
        solved = programme.Programme.over(system, cells, low, high, effort)
        before = effort.spent
        solved._milp(np.zeros(system.cells), 1)
        spent.append((effort.spent - before) / solved.matrix.nnz)
    assert spent[1] > 3 * spent[0]

"""Tables of counts: attacked by trying every table there is, and compared with every pattern there is."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import CountsDisagree, Policy, Withheld
from fanlight.measure.disclosure.tables import (
    Dimension,
    ReleasedTable,
    Row,
    Table,
    release_table,
)
from fanlight.measure.disclosure.tables.cuts import unprotected
from fanlight.measure.disclosure.tables.heuristic import repaired
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.tables.table import is_network
from measure.table_worlds import SHAPES, flat, is_safe, obeys, table_of, tables, tree
from support.examples import one_in

FULL, BY_ONE, BY_TWO = Policy(minimum=5), Policy(minimum=5, margin=1), Policy(minimum=5, margin=2)
either_kind = pytest.mark.parametrize("policies", [[FULL], [BY_ONE, BY_TWO]], ids=["full", "numeric"])
MOST = {"a row": 9, "a tree": 9, "2 × 2": 9, "2 × 3": 7, "a tree × 2": 7, "2 × 2 × 2": 5}


def any_table(shape: str) -> st.SearchStrategy[Table]:
    return tables(shape, st.integers(0, MOST[shape]))


def withheld(made: ReleasedTable) -> np.ndarray:
    return np.array([isinstance(cell, Withheld) for cell in made.cells().values()])


@either_kind
@pytest.mark.parametrize("shape", ["a row", "a tree", "2 × 2", "2 × 3", "a tree × 2"])
@given(data=st.data())
@one_in(6)
def test_an_attacker_who_tries_every_table_cannot_open_a_cell(
    shape: str, policies: list[Policy], data: st.DataObject
) -> None:
    table, policy = data.draw(any_table(shape)), data.draw(st.sampled_from(policies))
    made = release_table(table, policy)
    hidden = withheld(made)
    assert (hidden | (table.counts >= policy.minimum)).all()
    assert is_safe(table, hidden, policy)


@given(table=any_table("2 × 2 × 2"))
@one_in(8)
def test_in_three_dimensions_every_small_number_remains_possible(table: Table) -> None:
    """There whole numbers do not follow by themselves: an interval may have gaps, so each value is tried."""
    hidden = withheld(release_table(table, FULL))
    assert is_safe(table, hidden, FULL)


@either_kind
@pytest.mark.parametrize("shape", ["a row", "a tree", "2 × 2"])
@given(data=st.data())
@one_in(8)
def test_no_safe_pattern_costs_less(shape: str, policies: list[Policy], data: st.DataObject) -> None:
    table, policy = data.draw(any_table(shape)), data.draw(st.sampled_from(policies))
    rules = Rules(table, policy)
    free = np.flatnonzero(~rules.primary)
    costs = []
    for bits in product((False, True), repeat=len(free)):
        hidden = rules.primary.copy()
        hidden[free] = bits
        if obeys(table, hidden, policy) and is_safe(table, hidden, policy):
            costs.append(rules.cost(hidden))
    made = release_table(table, policy)
    assert made.quality.is_optimal
    assert made.quality.gap == 0
    assert made.quality.withheld_cost <= min(costs, default=10**9)


@pytest.mark.parametrize("policy", [FULL, BY_TWO], ids=["full", "2"])
@given(data=st.data())
@one_in(10)
def test_what_the_heuristic_withholds_holds_too(policy: Policy, data: st.DataObject) -> None:
    """Tables too large to solve are repaired instead. On small ones the same attacker finds nothing."""
    table = data.draw(any_table("2 × 3"))
    rules = Rules(table, policy)
    hidden = repaired(rules, rules.primary)
    assert obeys(table, hidden, policy)
    assert is_safe(table, hidden, policy)
    assert rules.cost(hidden) >= release_table(table, policy).quality.withheld_cost


def test_a_table_too_large_to_solve_states_its_gap() -> None:
    rng = np.random.default_rng(5)
    dimensions = [flat("a", 130), flat("b", 5)]
    keys = product(*(sorted(each.leaves) for each in dimensions))
    table = table_of(
        dimensions, {key: int(count) for key, count in zip(keys, rng.integers(0, 60, 650), strict=True)}
    )
    shares: list[float] = []
    made = release_table(table, FULL, watch=lambda done, total: shares.append(done / total))
    assert not unprotected(Rules(table, FULL), withheld(made))
    assert any(share < 0.5 for share in shares), "nobody waits in the dark while it is decided"
    assert any(0.75 <= share <= 1 for share in shares), "or while it is attacked"
    assert 0 <= made.quality.gap < 1
    assert made.quality.is_optimal == (made.quality.gap == 0)


@given(data=st.data())
@one_in(10)
def test_the_order_of_rows_does_not_matter(data: st.DataObject) -> None:
    shape = data.draw(st.sampled_from(sorted(SHAPES)))
    dimensions = SHAPES[shape]
    keys = list(product(*(sorted(each.leaves) for each in dimensions)))
    counts = {key: data.draw(st.integers(0, 9)) for key in keys}
    shuffled = {key: counts[key] for key in data.draw(st.permutations(keys))}
    one, other = (release_table(table_of(dimensions, each), FULL) for each in (counts, shuffled))
    assert one.to_document() == other.to_document()


def test_below_a_withheld_total_nothing_is_shown() -> None:
    table = table_of([tree("a", ["T/A/1", "T/A/2", "T/B"])], {("T/A/1",): 20, ("T/A/2",): 21, ("T/B",): 3})
    assert [str(cell) for cell in release_table(table, Policy()).cells().values()] == ["44"] + [
        "withheld"
    ] * 4


def test_everybody_else_too_few_is_withheld_too() -> None:
    table = table_of([flat("a", 3)], {("a0",): 50, ("a1",): 4, ("a2",): 5})
    assert Rules(table, Policy()).primary.tolist() == [False, True, True, True]
    one_else = table_of([flat("a", 2)], {("a0",): 50, ("a1",): 1})
    assert Rules(one_else, Policy()).primary.tolist() == [False, True, True]
    nobody_else = table_of([flat("a", 2)], {("a0",): 50, ("a1",): 0})
    assert Rules(nobody_else, Policy()).primary.tolist() == [False, False, True]


def test_exactly_the_minimum_is_enough() -> None:
    table = table_of([flat("a", 4)], {("a0",): 4, ("a1",): 5, ("a2",): 6, ("a3",): 30})
    assert Rules(table, FULL).primary.tolist() == [False, True, False, False, False]
    rest = table_of([flat("a", 2)], {("a0",): 5, ("a1",): 50})
    assert not Rules(rest, FULL).primary.any()


def test_how_free_each_number_must_be_is_what_was_promised_and_no_more() -> None:
    table = table_of([flat("a", 4)], {("a0",): 0, ("a1",): 3, ("a2",): 1, ("a3",): 30})
    full, by_two = Rules(table, FULL), Rules(table, BY_TWO)
    assert list(zip(full.down, full.up, strict=True)) == [(33, 0), (0, 4), (2, 1), (0, 3), (29, 0)]
    assert by_two.primary.tolist() == [False, True, True, True, True]
    assert list(zip(by_two.down, by_two.up, strict=True)) == [(0, 0), (0, 2), (2, 2), (1, 2), (2, 2)]


def test_the_sums_of_a_cell_are_its_row_its_column_and_no_other() -> None:
    table = table_of(
        [flat("a", 2), flat("b", 3)], dict.fromkeys(product(("a0", "a1"), ("b0", "b1", "b2")), 7)
    )
    for place, key in enumerate(table.keys):
        found = {table.keys[table.system.heads[row]] for row in table.system.rows_of(place)}
        sums = {(key[0], "Total"), ("Total", key[1])}
        above = {each for each in sums if each != key}
        inside = {key} if "Total" in key else set()
        assert found == above | inside


@pytest.mark.parametrize("marked", ["T/A", "T/A/1", "T/A/1/x"])
def test_a_mark_on_a_total_with_one_part_is_a_mark_on_that_part(marked: str) -> None:
    """They are the same people, over as many steps as there are."""
    counts = {("T/A/1/x",): 20, ("T/B",): 30, ("T/C",): 40}
    given = [*counts.items(), *((((key,), 20)) for key in ("T/A", "T/A/1"))]
    dimension = tree("a", ["T/A/1/x", "T/B", "T/C"])
    table = Table.from_rows([dimension], [Row(key, count, key == (marked,)) for key, count in given])
    primary = Rules(table, FULL).primary
    assert {table.keys[cell] for cell in np.flatnonzero(primary)} == {("T/A",), ("T/A/1",), ("T/A/1/x",)}


def test_whole_numbers_follow_by_themselves_in_two_dimensions_of_which_one_is_deep() -> None:
    deep, plain = tree("a"), flat("b", 3)
    assert all(is_network(each) for each in ([plain], [deep], [plain, plain], [deep, plain], [plain, deep]))
    assert not any(is_network(each) for each in ([deep, deep], [plain, plain, plain], [deep, plain, plain]))


def test_an_only_part_is_withheld_with_its_total() -> None:
    table = table_of([tree("a", ["T/A/1", "T/B"])], {("T/A/1",): 3, ("T/B",): 40})
    assert withheld(release_table(table, Policy())).tolist() == [False, True, True, True]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([Row(("a0",), -1)], "a a0: the count -1 is negative"),
        ([Row(("a0",), 1), Row(("a0",), 2)], "a a0: this cell is there twice"),
        ([Row(("a0",), 1), Row(("Total",), 2)], "a Total: the total says 2, its cells add up to 1"),
        ([Row(("Total",), 2)], "a Total: a total without any cells below it"),
        ([], "there are no counts"),
        (
            [Row(("a0",), 10**9), Row(("a1",), 1)],
            "a Total: 1,000,000,001 is more than can be counted here (1,000,000,000)",
        ),
    ],
)
def test_counts_that_cannot_be_true_are_named(rows: list[Row], words: str) -> None:
    with pytest.raises(CountsDisagree) as caught:
        Table.from_rows([flat("a", 2)], rows)
    assert str(caught.value) == words


def test_the_counts_of_a_table_are_never_written_over() -> None:
    table = Table.from_rows([flat("a", 2)], [Row(("a0",), 10**9 - 1), Row(("a1",), 1)])
    with pytest.raises(ValueError, match="read-only"):
        table.counts[0] = 1


@pytest.mark.parametrize(
    ("labels", "tree_of_them"),
    [
        (["T/A", "T/B"], Dimension("team", {"T/A": "T", "T/B": "T"}, "T", "All", "/")),
        (["T/A", "All"], Dimension("team", {"T": "All", "T/A": "T"}, "All", "All", "/")),
        (["S/A", "T"], Dimension("team", {"S": "All", "S/A": "S", "T": "All"}, "All", "All", "/")),
    ],
    ids=["one at the top", "and a total", "two at the top"],
)
def test_paths_make_a_tree_with_one_root(labels: list[str], tree_of_them: Dimension) -> None:
    assert Dimension.hierarchy("team", labels, "/", "All") == tree_of_them


def test_a_path_with_an_empty_part_is_refused() -> None:
    with pytest.raises(CountsDisagree, match="has an empty part"):
        Dimension.hierarchy("team", ["T//1"], "/", "Total")

"""Which way a table is decided, and the search for the least total withheld."""

from collections.abc import Callable

import numpy as np
import pytest

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables import Dimension, Row, Table, deciding
from fanlight.measure.disclosure.tables.attacker import stretch
from fanlight.measure.disclosure.tables.cheapest import Pattern, _solve, cheapest, is_small, lower_bound
from fanlight.measure.disclosure.tables.cuts import from_the_start, unprotected
from fanlight.measure.disclosure.tables.deciding import decide
from fanlight.measure.disclosure.tables.programme import Effort
from fanlight.measure.disclosure.tables.rules import Rules
from measure.table_worlds import flat, table_of

FULL, BY_TWO = Policy(minimum=5), Policy(minimum=5, margin=2)
either_kind = pytest.mark.parametrize("policy", [FULL, BY_TWO], ids=["full", "2"])
SQUARE = [[4, 25, 40], [25, 3, 50], [60, 70, 80]]


def table(counts: list[list[int]], dimensions: tuple[Dimension, ...] = ()) -> Table:
    return table_of(
        list(dimensions) or [flat("a", len(counts)), flat("b", len(counts[0]))],
        {(f"a{a}", f"b{b}"): count for a, row in enumerate(counts) for b, count in enumerate(row)},
    )


def withheld(rules: Rules, hidden: np.ndarray) -> set[tuple[str, ...]]:
    return {rules.table.keys[cell] for cell in np.flatnonzero(hidden)}


class Steps:
    """Stands in for the ways to decide, and notes what they were asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, small: bool, found: Pattern | None = None) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(deciding, "is_small", lambda _: small)
        monkeypatch.setattr(deciding, "cheapest", self.noting("cheapest", lambda *_: found))
        monkeypatch.setattr(deciding, "repaired", self.noting("repaired", lambda _, hidden: hidden | FIRST))
        monkeypatch.setattr(deciding, "pruned", self.noting("pruned", lambda _, hidden: hidden & ~LAST))

    def noting(self, name: str, made: Callable[..., object]) -> Callable[..., object]:
        def step(rules: Rules, *given: object) -> object:
            self.asked.append(name)
            for watch in filter(callable, given):
                watch(0, 1)
                watch(1, 1)
            return made(rules, *(each for each in given if not callable(each)))

        return step


FIRST, LAST = (np.arange(16) == place for place in (0, 15))


def test_a_large_table_is_repaired_and_pruned_and_has_the_bound_that_needs_no_attack(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules, shares = Rules(table(SQUARE), FULL), []
    steps = Steps(monkeypatch, small=False)
    choice = decide(rules, lambda done, total: shares.append(done / total))
    assert steps.asked == ["repaired", "pruned"]
    assert shares == [0, 0.5, 0.5, 1], "whoever waits sees both halves of the work"
    assert (choice.hidden == (rules.primary | FIRST) & ~LAST).all()
    assert choice.bound == lower_bound(rules) > 0


def test_what_is_proven_to_be_the_cheapest_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    rules, shares = Rules(table(SQUARE), FULL), []
    steps = Steps(monkeypatch, small=True, found=Pattern(FIRST, int(rules.table.counts[0]), holds=True))
    choice = decide(rules, lambda done, total: shares.append(done / total))
    assert steps.asked == ["cheapest"]
    assert shares == [0, 0.5]
    assert (choice.hidden == FIRST).all()
    assert choice.bound == rules.cost(FIRST)


@pytest.mark.parametrize(
    ("holds", "asked"),
    [
        (True, ["cheapest", "repaired", "pruned", "pruned"]),
        (False, ["cheapest", "repaired", "repaired", "pruned", "pruned"]),
    ],
)
def test_what_is_not_proven_is_pruned_and_compared(
    holds: bool, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = Rules(table(SQUARE), FULL)
    steps = Steps(monkeypatch, small=True, found=Pattern(rules.primary | LAST, 1, holds=holds))
    choice = decide(rules)
    assert steps.asked == asked
    cheaper = rules.primary if holds else (rules.primary | FIRST)
    assert (choice.hidden == cheaper & ~LAST).all()
    assert choice.bound == 1


def test_a_part_of_the_work_is_told_as_a_share_of_the_whole() -> None:
    seen: list[tuple[float, float]] = []
    for done, total in ((1, 4), (0, 0)):
        stretch(lambda *told: seen.append(told), 0.5, 1)(done, total)
    assert seen == [(0.625, 1), (0.5, 1)]


@either_kind
def test_the_cheapest_pattern_is_found_with_its_proof(policy: Policy) -> None:
    """Three and four are alone, and the square through both is closed by 25 and 25."""
    rules = Rules(table(SQUARE), policy)
    seen: list[tuple[float, float]] = []
    found = cheapest(rules, lambda done, total: seen.append((done, total)))
    assert withheld(rules, found.hidden) == {("a1", "b1"), ("a0", "b0"), ("a0", "b1"), ("a1", "b0")}
    assert found.holds
    assert found.bound == rules.cost(found.hidden) == 25 + 25
    assert seen
    assert all(0 < done <= total for done, total in seen)


@either_kind
def test_a_search_without_effort_says_that_it_holds_nothing(policy: Policy) -> None:
    rules = Rules(table(SQUARE), policy)
    short = cheapest(rules, most=1)
    assert not short.holds
    assert (short.hidden | ~rules.primary).all()
    assert 0 <= short.bound <= 25 + 25
    for most in (3_000, 12_000, 50_000):
        some = cheapest(rules, most=most)
        assert some.bound <= 25 + 25
        assert not some.holds or (not unprotected(rules, some.hidden) and rules.cost(some.hidden) >= 50)


@either_kind
@pytest.mark.parametrize("seed", range(4))
def test_the_least_that_obeys_all_inequalities_is_found_or_bounded_from_below(
    policy: Policy, seed: int
) -> None:
    """Compared with every pattern that there is; among those that cost the same, with the fewest cells."""
    counts = np.random.default_rng(seed).integers(1, 20, (3, 3)).tolist()
    rules = Rules(table(counts), policy)
    cuts, free = from_the_start(rules), np.flatnonzero(~rules.primary)
    patterns = np.tile(rules.primary, (2 ** len(free), 1))
    patterns[:, free] = (np.arange(len(patterns))[:, None] >> np.arange(len(free))) & 1
    obey = np.all([patterns[:, cut.cells] @ cut.weights > -1e-9 for cut in cuts], axis=0)
    costs = [(rules.cost(each), int(each.sum())) for each in patterns[obey]]
    least = min(costs)
    exact = _solve(rules, cuts, Effort(), 0.0)
    assert exact.hidden is not None
    assert (rules.cost(exact.hidden), int(exact.hidden.sum())) == least
    assert (exact.bound, exact.is_best) == (least[0], True)
    for slack in (None, 0.1, 0.5):
        near = _solve(rules, cuts, Effort(), slack)
        assert near.hidden is not None
        assert near.bound <= least[0]
        assert slack is None or rules.cost(near.hidden) <= (least[0] + 1) * (1 + 2 * slack)
        assert slack is None or not near.is_best or rules.cost(near.hidden) == least[0]


def test_without_inequalities_nothing_more_is_withheld() -> None:
    rules, effort = Rules(table(SQUARE), FULL), Effort()
    solved = _solve(rules, [], effort, 0.0)
    assert solved.hidden is not None
    assert (solved.hidden == rules.primary).all()
    assert (solved.bound, solved.is_best) == (0, True)
    assert effort.spent > 0


def test_in_three_dimensions_the_bound_is_no_higher_than_what_holds() -> None:
    rng = np.random.default_rng(4)
    dimensions = [flat("a", 2), flat("b", 2), flat("c", 2)]
    keys = [(f"a{n >> 2}", f"b{n >> 1 & 1}", f"c{n & 1}") for n in range(8)]
    for _ in range(2):
        rules = Rules(Table.from_rows(dimensions, [Row(key, int(rng.integers(2, 30))) for key in keys]), FULL)
        found = cheapest(rules)
        assert found.holds
        assert unprotected(rules, found.hidden) == []
        assert found.bound == rules.cost(found.hidden)


def test_a_table_is_small_up_to_a_number_of_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    from fanlight.measure.disclosure.tables import cheapest as module

    rules = Rules(table(SQUARE), FULL)
    pairs = 8 * 3**2  # four rows and four columns of three
    for few, expected in ((pairs, True), (pairs - 1, False)):
        monkeypatch.setattr(module, "FEW_ENTRIES", few)
        assert is_small(rules) == expected

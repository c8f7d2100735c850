"""What every safe pattern obeys: each inequality is tried on every pattern that there is."""

from functools import cache
from itertools import product

import numpy as np
import pytest

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables.cuts import (
    Cut,
    from_an_attack,
    from_the_start,
    from_whole_numbers,
    unprotected,
)
from fanlight.measure.disclosure.tables.rules import Rules
from measure.table_worlds import SHAPES, TWICE, flat, is_safe, obeys, one_way, table_of

FULL, BY_TWO = Policy(minimum=5), Policy(minimum=5, margin=2)
WORLDS = {
    "2 × 2": table_of(
        SHAPES["2 × 2"], dict(zip(product(("a0", "a1"), ("b0", "b1")), (3, 7, 6, 9), strict=True))
    ),
    "a tree": table_of(
        SHAPES["a tree"],
        {("T/A/1",): 2, ("T/A/2",): 8, ("T/B/1",): 3, ("T/B/2",): 7},
    ),
    "a row": table_of([flat("a", 4)], {(f"a{place}",): count for place, count in enumerate((4, 2, 6, 12))}),
}
any_world = pytest.mark.parametrize("world", sorted(WORLDS))
either_kind = pytest.mark.parametrize("policy", [FULL, BY_TWO], ids=["full", "2"])


def every_pattern(rules: Rules) -> list[np.ndarray]:
    free = np.flatnonzero(~rules.primary)
    patterns = []
    for bits in product((False, True), repeat=len(free)):
        patterns.append(rules.primary.copy())
        patterns[-1][free] = bits
    return patterns


@cache
def safe_patterns(world: str, policy: Policy) -> list[np.ndarray]:
    table = WORLDS[world]
    return [
        hidden
        for hidden in every_pattern(Rules(table, policy))
        if obeys(table, hidden, policy) and is_safe(table, hidden, policy)
    ]


def is_kept(cut: Cut, hidden: np.ndarray) -> bool:
    return bool((cut.weights * hidden[cut.cells]).sum() > -1e-6)


@any_world
@either_kind
def test_an_inequality_forbids_what_was_attacked_and_nothing_that_is_safe(world: str, policy: Policy) -> None:
    table = WORLDS[world]
    rules, safe = Rules(table, policy), safe_patterns(world, policy)
    assert safe
    for hidden in every_pattern(rules)[::3]:
        more = from_an_attack(rules, hidden.astype(float))
        assert all(is_kept(cut, pattern) for cut in more for pattern in safe)
        assert not any(is_kept(cut, hidden) for cut in more)
        if rules.is_full:
            assert bool(more) == bool(unprotected(rules, hidden))
        again = from_whole_numbers(rules, hidden)
        assert all(is_kept(cut, pattern) for cut in again for pattern in safe)
        assert not any(is_kept(cut, hidden) for cut in again)


@any_world
@either_kind
def test_a_pattern_in_fractions_is_forbidden_where_it_falls_short(world: str, policy: Policy) -> None:
    """Half of everything that need not be withheld, and a third."""
    table = WORLDS[world]
    rules, safe = Rules(table, policy), safe_patterns(world, policy)
    for share in (0.5, 1 / 3, 0.05):
        hidden = np.where(rules.primary, 1.0, share)
        for cut in from_an_attack(rules, hidden):
            assert not is_kept(cut, hidden)
            assert all(is_kept(cut, pattern) for pattern in safe)


@any_world
@either_kind
def test_from_the_start_nothing_is_alone_and_below_a_withheld_total_nothing_is_shown(
    world: str, policy: Policy
) -> None:
    table = WORLDS[world]
    rules, cuts = Rules(table, policy), from_the_start(Rules(table, policy))
    assert all(is_kept(cut, pattern) for cut in cuts for pattern in safe_patterns(world, policy))
    system = table.system
    for hidden in every_pattern(rules):
        broken = False
        for head, members in zip(system.heads, system.members, strict=True):
            held = hidden[list(members)]
            together = int(table.counts[list(members)][held].sum())
            broken |= hidden[head] + held.sum() == 1
            if rules.is_full:
                broken |= bool(hidden[head] and not held.all())
                broken |= bool(held.any() and not hidden[head] and together < policy.minimum)
        assert broken == (not all(is_kept(cut, hidden) for cut in cuts))


def test_a_number_that_skips_every_other_value_is_not_free() -> None:
    """It is 0, 2, 4 … and never odd, and has to be able to be 4."""
    for counts, need in (((6, 3, 3), 1), ((2, 3, 2), 2)):
        table, hidden = one_way(*counts)
        rules, place = Rules(table, FULL), table.keys.index(TWICE)
        assert unprotected(rules, hidden) == [(place, 1, need)]
        (more,) = from_whole_numbers(rules, hidden)
        assert dict(zip(more.cells.tolist(), more.weights.tolist(), strict=True)) == {
            **dict.fromkeys(np.flatnonzero(~hidden).tolist(), 1.0),
            place: -1.0,
        }


def test_a_number_that_cannot_go_as_far_as_it_must_is_named_with_the_way_and_how_far() -> None:
    """Of three people in two wards nobody knows how many are where, but that neither has four."""
    counts = {("a0",): 1, ("a1",): 2, ("a2",): 30, ("a3",): 40}
    table = table_of([flat("a", 4)], counts)
    few = np.array([key in {("a0",), ("a1",)} for key in table.keys])
    assert unprotected(Rules(table, FULL), few) == [(1, 1, 3), (2, 1, 2)]


def test_what_covers_others_must_not_be_known_exactly_and_need_not_be_free() -> None:
    """The four corners move by one. The last number is withheld for nothing: it follows from its row."""
    table = table_of(
        [flat("a", 3), flat("b", 3)],
        {
            (f"a{a}", f"b{b}"): n
            for a, row in enumerate([[4, 30, 40], [25, 9, 50], [60, 70, 80]])
            for b, n in enumerate(row)
        },
    )
    corners = {("a0", "b0"), ("a0", "b1"), ("a1", "b0"), ("a1", "b1")}
    rules = Rules(table, Policy(minimum=5, margin=2))
    hidden = np.array([key in corners for key in table.keys])
    assert unprotected(rules, hidden) == []
    alone = table.keys.index(("a2", "b2"))
    hidden[alone] = True
    assert unprotected(rules, hidden) == [(alone, 1, 1)]

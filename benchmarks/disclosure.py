"""How long it takes to decide, publish and attack the release of a large organisation, and what exactness is worth.

    python benchmarks/disclosure.py [--teams 100,1000,10000] [--items 30] [--tables 24]

First: a tree in four levels (everybody › division › department › team), five answer categories, each size in a
process of its own. Printed for each: the seconds to add the counts up (the floor: nothing can be released without
that), to decide, to attack the decision with the exact counts, to work out what is published, to attack that and to
write the document; the ratio of the whole to the floor; peak memory; and how many times as long as the size before.

Then: tables of counts small enough that the least cost is proven (`fanlight release` does that by itself). The
heuristic that takes over for large tables is run on them, and its cost is put over the optimum. For comparison, the
naive rule (in each row and column with one withheld cell, withhold the next smallest) on the same tables, with the
share of them that the attack opens.

Last: what somebody gains who also knows the rule by which cells are chosen (this is open source), and tries every
organisation for which the rule would have withheld the same teams. That goes beyond what is promised; see the method
sheet.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import product

import numpy as np

from fanlight.measure.disclosure import Counted, Group, Policy, Question, Shape, attack
from fanlight.measure.disclosure.attack import check_decision
from fanlight.measure.disclosure.counted import _add_up
from fanlight.measure.disclosure.figures import publish
from fanlight.measure.disclosure.released import through_the_door
from fanlight.measure.disclosure.tables import Dimension, Row, Table, release_table
from fanlight.measure.disclosure.tables.cuts import unprotected
from fanlight.measure.disclosure.tables.heuristic import pruned, repaired
from fanlight.measure.disclosure.tables.rules import Rules
from fanlight.measure.disclosure.withholding import State, cheapest_cover, decide

CATEGORIES = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
MOST_SECONDS = 600


def organisation(teams: int, items: int) -> Counted:
    """Teams of 4 to 40 people, ten to a department, ten departments to a division; the same at every run."""
    rng = np.random.default_rng(20)
    shape = Shape(
        frozenset({"spring"}),
        tuple(
            Question(f"q{place}", CATEGORIES, frozenset({3, 4}), (1, 2, 3, 4, 5)) for place in range(items)
        ),
    )
    lean = rng.dirichlet((1.0, 2.0, 3.0, 5.0, 3.0), size=items)
    leaves = {}
    for place in range(teams):
        people = int(rng.integers(4, 41))
        valid = rng.binomial(people, 0.96, size=items)
        valid[0] = people
        path = f"division {place // 100}", f"department {place // 10}", f"team {place}"
        leaves[Group("team", path)] = (
            people,
            [rng.multinomial(n, p) for n, p in zip(valid, lean, strict=True)],
        )
    return Counted.from_leaves(shape, leaves)


def one_size(teams: int, items: int) -> dict[str, float]:
    """The steps of one release, each timed. `release()` is these steps, one after the other."""
    counted, policy, seconds = organisation(teams, items), Policy(), {}
    mark = time.perf_counter()

    def step(name: str) -> None:
        nonlocal mark
        seconds[name] = time.perf_counter() - mark
        mark = time.perf_counter()

    leaf = counted.tree.is_leaf()
    for values in (counted.respondents, counted.answers):
        again = np.where(leaf.reshape(-1, *[1] * (values.ndim - 1)), values, 0)
        _add_up(counted.tree, again)
        assert (again == values).all()
    step("add up")
    decision = decide(counted, policy)
    step("decide")
    check_decision(counted, decision, policy)
    step("attack exact")
    figures = publish(counted, decision, policy)
    step("publish")
    released = through_the_door(counted.shape, counted.tree, figures, policy)
    step("attack shown")
    document = json.dumps(released.to_document())
    step("write")
    found = attack(released)
    assert not found.opened
    assert not found.recoverable
    return {
        **seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "document": len(document) / 1e6,
        "cells": decision.answers.size,
        "withheld": float((decision.answers == State.WITHHELD).mean()),
        "groups": float((~decision.groups).mean()),
    }


STEPS = ("add up", "decide", "attack exact", "publish", "attack shown", "write")


def sizes(teams: list[int], items: int) -> float:
    """Each size in its own process, so that memory is its own. Returns the longest time."""
    print(f"{items} items × {len(CATEGORIES)} answers; four levels; minimum 11. Seconds:")
    print(f"{'teams':>7}" + "".join(f"{name:>14}" for name in STEPS), end="")
    print(f"{'whole':>8}{'÷ add up':>10}{'× before':>10}{'MB':>7}{'results withheld':>18}")
    before, longest = 0.0, 0.0
    for number in teams:
        command = [sys.executable, __file__, "--one", str(number), "--items", str(items)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        whole = sum(found[name] for name in STEPS[1:])
        growth = f"{whole / before:.1f}" if before else ""
        print(f"{number:>7,}" + "".join(f"{found[name]:>14.3f}" for name in STEPS), end="")
        print(f"{whole:>8.2f}{whole / found['add up']:>10.0f}{growth:>10}{found['megabytes']:>7.0f}", end="")
        print(f"{found['withheld']:>18.0%}")
        before, longest = whole, max(longest, whole)
    return longest


def small_tables(number: int) -> list[Table]:
    """Random tables of two dimensions, one of them a tree in every other table."""
    made = []
    for place in range(number):
        rng = np.random.default_rng(place)
        paths = [f"T/{letter}/{row}" for letter in "ABC" for row in range(1, 4)]
        rows = (
            Dimension.hierarchy("team", paths, "/", "Total")
            if place % 2
            else Dimension.flat("team", paths, "Total")
        )
        columns = Dimension.flat("answer", CATEGORIES, "Total")
        counts = rng.negative_binomial(2, 0.05, size=(len(paths), len(CATEGORIES))) + rng.integers(0, 12)
        keys = product(paths, CATEGORIES)
        made.append(
            Table.from_rows(
                [rows, columns], [Row(key, int(n)) for key, n in zip(keys, counts.ravel(), strict=True)]
            )
        )
    return made


def naive(rules: Rules) -> np.ndarray:
    """Where a sum has one withheld cell, withhold its next smallest; until no sum has."""
    hidden, counts, system = rules.primary.copy(), rules.table.counts, rules.table.system
    while True:
        before = hidden.sum()
        for head, members in zip(system.heads, system.members, strict=True):
            cells = np.array([head, *members])
            if hidden[cells].sum() == 1:
                free = cells[~hidden[cells]]
                hidden[free[np.argmin(counts[free])]] = True
        if hidden.sum() == before:
            return hidden


def against_the_optimum(tables: list[Table], policy: Policy, name: str) -> None:
    ratios, seconds, opened = [], [0.0, 0.0], 0
    for table in tables:
        rules = Rules(table, policy)
        start = time.perf_counter()
        made = release_table(table, policy)
        if not made.quality.is_optimal:
            continue
        seconds[0] += time.perf_counter() - start
        start = time.perf_counter()
        hidden = pruned(rules, repaired(rules, rules.primary))
        seconds[1] += time.perf_counter() - start
        best = made.quality.withheld_cost
        ratios.append((rules.cost(hidden) + 1) / (best + 1))
        opened += bool(unprotected(rules, naive(rules)))
    spread = np.percentile(ratios, [50, 90, 100])
    print(
        f"{name:>6}{len(tables):>8}{len(ratios):>8}{seconds[0]:>10.1f}{seconds[1]:>13.1f}"
        + "".join(f"{each:>9.2f}" for each in spread)
        + f"{np.mean(np.array(ratios) < 1.0001):>12.0%}{opened / len(ratios):>14.0%}"
    )


WARDS, LARGEST = 4, 40


def pattern(numbers: np.ndarray) -> np.ndarray:
    """Which of `WARDS` wards are shown, for many organisations at once: (wards, organisations)."""
    tree = organisation_of_wards().tree
    counts = np.concatenate([numbers.sum(axis=0)[None], numbers])
    least = np.array([Policy().minimum])
    shown = cheapest_cover(tree, counts, counts < Policy().minimum, counts[:, :, None], least)
    return np.asarray(shown[1:])


def organisation_of_wards() -> Counted:
    nothing = Shape(frozenset({"spring"}), ())
    return Counted.from_leaves(nothing, {Group("ward", (str(ward),)): (0, []) for ward in range(WARDS)})


def knowing_the_rule(number: int, *, exact: bool) -> tuple[int, int, int]:
    """Withheld numbers, those that cannot be everything from 1 to 10 any more, and those known exactly."""
    rng, policy = np.random.default_rng(4), Policy()
    tried = narrowed = known = 0
    while tried < number:
        wards = rng.integers(4, LARGEST + 1, size=WARDS)
        shown = pattern(wards[:, None])[:, 0]
        if shown.all() or not shown.any():
            continue
        ways = []
        for ward, is_shown in zip(wards.tolist(), shown, strict=True):
            band = policy.band(ward)
            top = min(band.high or LARGEST, LARGEST)
            free = np.arange(LARGEST + 1) if not is_shown else np.arange(band.low, top + 1)
            ways.append(np.array([ward]) if exact and is_shown else free)
        every = np.stack(np.meshgrid(*ways, indexing="ij")).reshape(WARDS, -1)
        total = policy.band(int(wards.sum()))
        sums = every.sum(axis=0)
        fits = sums == wards.sum() if exact else (sums >= total.low) & (sums <= (total.high or sums.max()))
        every = every[:, fits]
        every = every[:, (pattern(every) == shown[:, None]).all(axis=0)]
        for ward in np.flatnonzero(~shown):
            values = set(every[ward].tolist())
            tried += 1
            narrowed += not set(range(1, policy.minimum)) <= values
            known += len(values) == 1
    return tried, narrowed, known


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--teams", default="100,1000,10000")
    parser.add_argument("--items", type=int, default=30)
    parser.add_argument("--tables", type=int, default=24)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(one_size(options.one, options.items)))
        return 0
    longest = sizes([int(each) for each in options.teams.split(",")], options.items)
    print()
    print(
        "Tables of counts with a proven optimum. Cost of the heuristic over the least cost (1 added to both):"
    )
    print(f"{'asked':>6}{'tables':>8}{'proven':>8}{'exact s':>10}{'heuristic s':>13}", end="")
    print(f"{'median':>9}{'9 in 10':>9}{'worst':>9}{'optimal':>12}{'naive opened':>14}")
    tables = small_tables(options.tables)
    for name, policy in (("full", Policy()), ("1", Policy(margin=1)), ("3", Policy(margin=3))):
        against_the_optimum(tables, policy, name)
    print(f"\n{WARDS} wards of 4 to {LARGEST}; an attacker who knows the rule as well as what is published:")
    for exact, words in ((True, "exact counts shown (fanlight release)"), (False, "bands shown (rounds)")):
        tried, narrowed, known = knowing_the_rule(200, exact=exact)
        print(
            f"{words:>40}: {tried} withheld numbers, {narrowed} narrowed beyond the policy, {known} known exactly"
        )
    print(f"\nThe longest release took {longest:.1f} s; the aim is at most {MOST_SECONDS}.")
    return int(longest > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

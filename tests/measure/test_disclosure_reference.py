"""Three tables that other programs have worked on, with what an attacker can compute of each of their answers."""

import csv
from collections import defaultdict
from typing import Any

import pytest

from fanlight.measure.disclosure import Policy, Withheld
from fanlight.measure.disclosure.tables import Dimension, Published, Row, Table, release_table
from support.reference import reference

CASES = ("sdctable_microdata1", "sdctable_trap4x4", "ssb_z1_lt5")
TOTALS = {"total", "tot", "Total"}
pytestmark = pytest.mark.reference


def rows_of(name: str, case: str) -> list[dict[str, str]]:
    with reference(f"sdc/{name}").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["case"] == case]


def the_table(case: str) -> Table:
    rows = rows_of("input_tables_with_primaries.csv", case)
    labels = {axis: {row[axis] for row in rows} for axis in ("dim1", "dim2")}
    dimensions = [Dimension.flat(axis, found, next(iter(found & TOTALS))) for axis, found in labels.items()]
    return Table.from_rows(
        dimensions,
        [Row((row["dim1"], row["dim2"]), int(row["freq"]), row["sdcStatus"] == "u") for row in rows],
    )


@pytest.mark.parametrize("minimum", [5, 11])
@pytest.mark.parametrize("case", CASES)
def test_the_cost_is_no_higher_than_that_of_the_best_program(case: str, minimum: int) -> None:
    """Counted as they do, every cell that was not given; and as we do, those not withheld for their own sake.

    With the minimum of 11 more cells are withheld for their own sake, so only ours can be compared.
    """
    summary = [row for row in rows_of("summary.csv", case) if not row["pattern"].startswith("PRIMARY_ONLY")]
    best = min(
        int(row["freq_secondary_total"]) for row in summary if row["n_suppressed_exactly_recoverable"] == "0"
    )
    table = the_table(case)
    made = release_table(table, Policy(minimum=minimum, margin=1))
    withheld = {key for key, cell in made.cells().items() if isinstance(cell, Withheld)}
    counts = dict(zip(table.keys, table.counts.tolist(), strict=True))
    assert table.marked <= withheld
    assert made.attack.recoverable == ()
    assert made.quality.is_optimal
    assert made.quality.withheld_cost <= best
    if minimum == 5:
        assert sum(counts[key] for key in withheld - table.marked) <= best


def documents(case: str) -> dict[str, dict[str, Any]]:
    """What each program would have published."""
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows_of("cells_by_pattern.csv", case):
        shown = row["sdcStatus"] == "s"
        found[row["pattern"]].append(
            {
                "cell": {"dim1": row["dim1"], "dim2": row["dim2"]},
                "status": "shown" if shown else "withheld",
                "value": int(row["freq"]) if shown else None,
            }
        )
    return {pattern: {"cells": cells} for pattern, cells in found.items()}


@pytest.mark.parametrize("case", CASES)
def test_the_intervals_are_those_of_their_attacker(case: str) -> None:
    place = {
        (row["pattern"], row["strID"]): (row["dim1"], row["dim2"])
        for row in rows_of("cells_by_pattern.csv", case)
    }
    theirs: dict[str, dict[tuple[str, str], tuple[int, float]]] = defaultdict(dict)
    for row in rows_of("attacker_intervals.csv", case):
        theirs[row["pattern"]][place[row["pattern"], row["strID"]]] = int(row["low"]), float(row["up"])
    for pattern, document in documents(case).items():
        attack = Published.read(document).attack()
        assert {each.cell: (each.low, each.high) for each in attack.intervals} == theirs[pattern]
        assert len(attack.recoverable) == len([1 for low, high in theirs[pattern].values() if low == high])
    assert theirs

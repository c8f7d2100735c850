"""How long `fanlight release` takes for tables of every kind, and how far from the least cost it may be.

    python benchmarks/tables.py [NAME…]

Printed for each table: its cells, how many are withheld for their own sake and how many in all; the processor's
seconds for the whole release, and over the floor (the document's own attack, without which nothing is released); the
cost; whether that was proven to be the least, or which share of it might have been saved. Most of these tables are too
large for proof. The aim is that each ends in about a minute; ends with 1 if one takes longer than two.
"""

import argparse
import sys
import time
from itertools import product

import numpy as np

from fanlight.measure.disclosure import Policy
from fanlight.measure.disclosure.tables import Dimension, Published, Row, Table, release_table
from fanlight.measure.disclosure.tables.rules import Rules

MOST_SECONDS = 120


def paths(*widths: int) -> list[str]:
    """The leaves of a tree that is so wide at each level."""
    found = ["T"]
    for width in widths:
        found = [f"{path}/{place:02}" for path in found for place in range(width)]
    return found


def dimension(name: str, size: int | tuple[int, ...]) -> Dimension:
    if isinstance(size, tuple):
        return Dimension.hierarchy(name, paths(*size), "/", "Total")
    return Dimension.flat(name, [f"{name}{place:03}" for place in range(size)], "Total")


KINDS: dict[str, tuple[tuple[int | tuple[int, ...], ...], float, int]] = {
    "24 × 20": ((24, 20), 1, 40),
    "70 × 70": ((70, 70), 1, 40),
    "200 × 100, one in five": ((200, 100), 0.2, 30),
    "tree 5·8 × 10": (((5, 8), 10), 1, 40),
    "tree 6·6·8 × 10": (((6, 6, 8), 10), 1, 40),
    "tree 4·5 × tree 4·4": (((4, 5), (4, 4)), 1, 40),
    "tree 6·7 × tree 6·7": (((6, 7), (6, 7)), 1, 40),
    "5 × 5 × 5": ((5, 5, 5), 1, 40),
    "10 × 7 × 5": ((10, 7, 5), 1, 40),
    "10 × 7 × 5, half": ((10, 7, 5), 0.5, 20),
    "14 × 14 × 9, three in ten": ((14, 14, 9), 0.3, 20),
    "tree 4·5 × 7 × 4": (((4, 5), 7, 4), 1, 40),
    "4 × 4 × 4 × 4": ((4, 4, 4, 4), 1, 60),
}


def of_a_kind(name: str) -> Table:
    sizes, kept, mean = KINDS[name]
    rng = np.random.default_rng(1)
    dimensions = [dimension("abcd"[place], size) for place, size in enumerate(sizes)]
    rows = [
        Row(key, int(rng.negative_binomial(2, 2 / (2 + mean))))
        for key in product(*(sorted(each.leaves) for each in dimensions))
        if rng.random() < kept
    ]
    return Table.from_rows(dimensions, rows)


def one_kind(name: str) -> float:
    """Release one table, print what came out, and return the seconds it took."""
    table = of_a_kind(name)
    start = time.process_time()
    made = release_table(table, Policy())
    seconds = time.process_time() - start
    start = time.process_time()
    Published.read(made.to_document()).attack()
    floor = time.process_time() - start
    primary, quality = int(Rules(table, Policy()).primary.sum()), made.quality
    print(f"{name:>27}{len(table.keys):>7,}{primary:>9}{len(made.attack.intervals):>10}", end="")
    print(f"{seconds:>7.1f}{seconds / floor:>10.0f}{quality.withheld_cost:>8,}", end="")
    print(f"{'yes' if quality.is_optimal else 'no':>9}{quality.gap:>6.0%}", flush=True)
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", metavar="NAME", nargs="*", choices=[[], *KINDS], help="one table, by name")
    names = parser.parse_args().names or list(KINDS)
    print("Tables of every kind; minimum 11, full protection:")
    print(f"{'table':>27}{'cells':>7}{'too few':>9}{'withheld':>10}{'CPU s':>7}", end="")
    print(f"{'÷ attack':>10}{'cost':>8}{'optimal':>9}{'gap':>6}")
    longest = max(one_kind(name) for name in names)
    print(f"\nThe longest took {longest:.0f} s of the processor; the aim is at most {MOST_SECONDS}.")
    return int(longest > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())

"""Decide which counts of a table may be published, and prove that the rest cannot be worked out.

COUNTS is CSV, Excel or Parquet: a column for each dimension and one called `count`. Give the leaf cells, or
all cells with a label for the totals, which are then checked to add up. Small counts are withheld, and as
few others as will do to protect them. What is published is attacked before it is written.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fanlight.measure.disclosure import Policy

LEFT_OUT = (
    "of the combinations, so everybody may know that nobody is there. "
    "Where somebody could have been, write a row with the count 0: then it is withheld like any small count."
)
NOTHING_SHOWN = (
    "Nothing of this table can be shown: what one cell says would give another away. "
    "Use fewer columns at a time, or put small groups together."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "counts", metavar="COUNTS", type=Path, nargs="?", help="CSV, Excel (.xlsx) or Parquet file"
    )
    parser.add_argument(
        "--dimension",
        metavar="COL",
        nargs="+",
        action="extend",
        default=[],
        help="a column that divides the counts up; one or more",
    )
    parser.add_argument(
        "--hierarchy",
        metavar="COL:SEP",
        action="append",
        default=[],
        help="read this dimension’s labels as paths: with team:/, trust/division/ward is a tree",
    )
    parser.add_argument(
        "--minimum",
        metavar="N",
        type=int,
        default=11,
        help="the smallest count that may be shown (11; never below 5)",
    )
    parser.add_argument(
        "--protection",
        metavar="full|N",
        default="full",
        help="full: a withheld count may be anything from at most 1 to at least the minimum less 1 (the default); "
        "N: each count withheld for its own sake can move by N both ways",
    )
    parser.add_argument(
        "--withhold",
        metavar="COL",
        help="a column of yes and no that marks further counts to withhold for their own sake",
    )
    parser.add_argument(
        "--total", metavar="LABEL", default="Total", help="the label that stands for a total (Total)"
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default=None, help="table (for people) or json"
    )
    parser.add_argument(
        "--for-others",
        action="store_true",
        help="JSON to hand on: without withheld_cost and gap, which only whoever holds the counts may know",
    )
    parser.add_argument("--out", metavar="FILE", type=Path, help="write to this file instead of the screen")


def run(options: argparse.Namespace) -> int:
    from fanlight.commands import Refused
    from fanlight.commands._counts import Wanted, hierarchies, read_counts
    from fanlight.commands._output import quiet, refuse_unwritable, write_text
    from fanlight.commands._progress import Progress
    from fanlight.commands._release_formats import as_json, as_table, for_the_holder
    from fanlight.measure.disclosure import Opened
    from fanlight.measure.disclosure.tables import release_table

    path, dimensions = _file_and_dimensions(options)
    policy = _policy(options)
    refuse_unwritable(options.out, source=path)
    wanted = Wanted(dimensions, hierarchies(options.hierarchy, dimensions), options.total, options.withhold)
    table = read_counts(path, wanted)
    try:
        with quiet(), Progress(f"Deciding about {len(table.keys):,} cells, then attacking") as progress:
            released = release_table(table, policy, watch=progress.at)
    except Opened as error:
        raise Refused(f"{error}. This is a fault in Fanlight; please report it.") from None
    is_json = options.format == "json" or (
        options.format is None and options.out and options.out.suffix == ".json"
    )
    write_text(
        as_json(released, for_others=options.for_others) if is_json else as_table(released), options.out
    )
    if table.left_out:
        print(f"{path.name} leaves out {table.left_out:,} {LEFT_OUT}", file=sys.stderr)
    if len(released.attack.intervals) == len(table.keys):
        print(NOTHING_SHOWN, file=sys.stderr)
    if released.attack.intervals and not options.for_others:
        print(for_the_holder(released), file=sys.stderr)
        if is_json:
            print("To hand the file on, make it with --for-others: it then leaves that out.", file=sys.stderr)
    return 0


def _file_and_dimensions(options: argparse.Namespace) -> tuple[Path, list[str]]:
    """The file, also where it was written after the last --dimension."""
    from fanlight.commands import Refused

    dimensions, path = list(dict.fromkeys(options.dimension)), options.counts
    if path is None and len(dimensions) > 1:
        path = Path(dimensions.pop())
    if path is None:
        raise Refused("name the file of counts.")
    if not dimensions:
        raise Refused("name at least one column with --dimension.")
    if not options.total.strip():
        raise Refused("--total: give totals a label; a blank one cannot be told from a missing one.")
    if not path.is_file():
        raise Refused(f"there is no file {path}.")
    return path, dimensions


def _policy(options: argparse.Namespace) -> "Policy":
    from fanlight.commands import Refused
    from fanlight.measure.disclosure import Policy

    margin = None
    if options.protection != "full":
        if not options.protection.isdecimal():
            raise Refused(f"--protection {options.protection}: write full, or a whole number.")
        margin = int(options.protection)
    try:
        return Policy(minimum=options.minimum, margin=margin)
    except ValueError as error:
        raise Refused(f"{error}.") from None

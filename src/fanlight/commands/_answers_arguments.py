"""What every command that reads a file of answers asks for: the file, its questionnaire and its groups."""

import argparse
from pathlib import Path


def add_answers(parser: argparse.ArgumentParser, *, by: str) -> None:
    """The arguments of a file of answers; `by` says what the command does with a group."""
    parser.add_argument("answers", metavar="ANSWERS", type=Path, help="CSV, Excel (.xlsx) or Parquet file")
    parser.add_argument(
        "--instrument",
        metavar="KEY",
        required=True,
        help="an instrument of the shelf, or the path of a pack (TOML)",
    )
    parser.add_argument("--by", metavar="COLUMN", action="append", default=[], help=by)
    parser.add_argument(
        "--population",
        metavar="FILE",
        type=Path,
        help="CSV with the column of --by and `population`: how many people there are in each group",
    )
    parser.add_argument(
        "--already-reversed",
        action="store_true",
        help="the negatively worded items were reversed before they came into the file",
    )

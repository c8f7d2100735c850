"""Draw control charts: tell a signal from noise in figures over time.

POINTS is a table (CSV, XLSX or Parquet) with one row for each point: a series, a period, a value. The default
is the XmR chart of NHS Making Data Count. Limits are never rebased unasked.
"""

import argparse
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from fanlight.commands import Refused

ENDINGS = {
    "": "table",
    "txt": "table",
    "table": "table",
    "json": "json",
    "svg": "svg",
    "html": "html",
    "htm": "html",
}
FORMATS = ("table", "json", "svg", "html")
RULES = ("making-data-count", "shift-8-trend-6", "shewhart", "anhoej")
KINDS = ("xmr", "run", "p", "u", "t", "g")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("points", metavar="POINTS", type=Path, help="CSV, XLSX or Parquet")
    parser.add_argument("--series", metavar="COL", help="column that names the series (series_id)")
    parser.add_argument("--date", metavar="COL", help="column of dates (period)")
    parser.add_argument("--value", metavar="COL", help="column of values (value)")
    parser.add_argument("--out-of", metavar="COL", help="column of sizes, for P and U charts")
    parser.add_argument(
        "--options", metavar="FILE", type=Path, help="a table of options, a row for each series"
    )
    parser.add_argument("--better", choices=("up", "down", "neither"), default="neither")
    parser.add_argument("--target", metavar="X", help="the level wanted")
    parser.add_argument("--screen", action="store_true", help="leave out the largest moving ranges once")
    parser.add_argument(
        "--rebase",
        metavar="DATE=REASON",
        action="append",
        help="begin new limits on this date, and say why; may be given more than once",
    )
    parser.add_argument("--fix", metavar="N", type=int, help="limits rest on the first N points")
    parser.add_argument("--rules", choices=RULES, help="rule set (making-data-count; anhoej for run charts)")
    parser.add_argument("--chart", choices=KINDS, default="xmr", help="kind of chart (xmr)")
    parser.add_argument("--unit", choices=("number", "count", "percentage"), help="where the scale ends")
    parser.add_argument(
        "--per", metavar="N", type=float, default=1.0, help="what a U chart’s rate is for (1)"
    )
    parser.add_argument("--title", metavar="TEXT", default="", help="heading of the HTML page")
    parser.add_argument("--format", choices=FORMATS, help="table, or what the ending of PATH says")
    parser.add_argument("--out", metavar="PATH", type=Path, help="write there instead of to the screen")


def run(options: argparse.Namespace) -> int:
    from fanlight.commands._output import refuse_unwritable, whole_file
    from fanlight.commands._spc_draw import draw

    if options.out is not None and options.out.exists() and options.out.samefile(options.points):
        raise Refused(f"{options.out} holds the points. Choose another name for the result.")
    written = _format(options)
    refuse_unwritable(options.out, source=options.points)
    pieces = draw(options, written)
    if options.out is None:
        _print(pieces)
        return 0
    with whole_file(options.out) as unfinished, unfinished.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)
    return 0


def _format(options: argparse.Namespace) -> str:
    """What was asked for, else what the file's ending says, else a table."""
    if options.format:
        return str(options.format)
    ending = "" if options.out is None else options.out.suffix.lstrip(".").lower()
    if ending not in ENDINGS:
        raise Refused(
            f"{options.out} does not say what to write. End it in .html, .svg, .json or .txt, or add --format."
        )
    return ENDINGS[ending]


def _print(pieces: Iterator[str]) -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console of few letters shows ? for the others
    try:
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

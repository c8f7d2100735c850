"""Attack a published table: what can be worked out about each withheld count?

RELEASE is JSON as `fanlight release` writes it, or made by hand: `cells`, each with its labels under `cell`,
a `status` (shown or withheld) and a `value`. The attacker knows all that the file says and nothing else.
The exit status is 1 if any withheld cell is opened.
"""

import argparse
import sys
from pathlib import Path
from typing import Any

COST = (
    "gives withheld_cost, which the attack leaves aside: it is for whoever holds the counts. Where one cell covers "
    "another it is that cell’s count, so leave it out of what you hand on (fanlight release --for-others)."
)
NO_TOTAL = (
    "no cell is the total of others, so there is nothing to subtract from. "
    "If one is, name its label with --total."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("release", metavar="RELEASE", type=Path, help="JSON file")
    parser.add_argument(
        "--hierarchy",
        metavar="COL:SEP",
        action="append",
        default=[],
        help="read this dimension’s labels as paths, if the file does not say so itself",
    )
    parser.add_argument(
        "--total", metavar="LABEL", help="the label that stands for a total, if the file does not say"
    )
    parser.add_argument(
        "--format", choices=("table", "json"), default="table", help="table (for people) or json"
    )
    parser.add_argument("--out", metavar="FILE", type=Path, help="write to this file instead of the screen")


def run(options: argparse.Namespace) -> int:
    from fanlight.commands import Refused
    from fanlight.commands._counts import hierarchies
    from fanlight.commands._output import quiet, refuse_unwritable, write_text
    from fanlight.commands._progress import Progress
    from fanlight.commands._release_formats import attack_as_json, attack_as_table
    from fanlight.measure.disclosure import CountsDisagree
    from fanlight.measure.disclosure.tables import Impossible, Published

    document = _read(options.release)
    refuse_unwritable(options.out, source=options.release)
    cells = document["cells"]
    try:
        with quiet(), Progress(f"Attacking {len(cells):,} cells") as progress:
            separators = hierarchies(options.hierarchy, Published.names(document))
            published = Published.read(document, separators, options.total)
            found = published.attack(watch=progress.at)
    except (CountsDisagree, Impossible) as error:
        raise Refused(f"{options.release.name}: {error}.") from None
    if not published.system.heads and found.intervals:
        print(f"{options.release.name}: {NO_TOTAL}", file=sys.stderr)
    if document.get("withheld_cost"):
        print(f"{options.release.name} {COST}", file=sys.stderr)
    axes = tuple(each.name for each in published.dimensions)
    write_text((attack_as_json if options.format == "json" else attack_as_table)(found, axes), options.out)
    return 1 if found.opened else 0


def _read(path: Path) -> dict[str, Any]:
    import json

    from fanlight.commands import Refused

    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name} is not JSON that can be read ({error}).") from None
    if not isinstance(document, dict) or not isinstance(document.get("cells"), list):
        raise Refused(f"{path.name} is not a release: it has no list of `cells`.")
    return document

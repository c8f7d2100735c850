"""A released table, and an attack, for people and for programs."""

import json

from fanlight.measure.disclosure import Shown
from fanlight.measure.disclosure.tables import Interval, ReleasedTable, TableAttack


def as_json(released: ReleasedTable, *, for_others: bool) -> str:
    return json.dumps(released.to_document(for_others=for_others), ensure_ascii=False, indent=1) + "\n"


def as_table(released: ReleasedTable) -> str:
    """The cells, and below them in words what was done; nothing that only the holder of the counts may know."""
    cells = released.cells()
    rows = [
        (*key, f"{cell.value:,}" if isinstance(cell, Shown) else "withheld") for key, cell in cells.items()
    ]
    withheld = sum(not isinstance(cell, Shown) for cell in cells.values())
    lines = _laid_out((*released.dimensions, "count"), rows)
    lines += ["", f"{withheld:,} of {len(cells):,} cells are withheld."]
    if withheld:
        lines += [released.reason.words, _attacked(released.attack)]
    return "\n".join(lines) + "\n"


def _laid_out(header: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    """Columns side by side, the last one to the right."""
    widths = [max(len(row[place]) for row in [header, *rows]) for place in range(len(header))]
    return [
        "  ".join(
            [
                *(cell.ljust(width) for cell, width in zip(row[:-1], widths[:-1], strict=True)),
                row[-1].rjust(widths[-1]),
            ]
        )
        for row in [header, *rows]
    ]


def for_the_holder(released: ReleasedTable) -> str:
    """What it cost, and how near that is to the least."""
    quality = released.quality
    spent = (
        f"For you, not to hand on: counts of {quality.withheld_cost:,} in all are withheld to protect others"
    )
    if quality.is_optimal:
        return f"{spent}; that is the least possible."
    if quality.gap == 1:
        return f"{spent}; how near that is to the least possible was not worked out."
    return f"{spent}; the least possible is at most {quality.gap:.0%} less."


def _attacked(attack: TableAttack) -> str:
    number = len(attack.intervals)
    return f"Attacked: somebody who knows all of this can work out none of the {number:,} withheld counts."


def attack_as_json(attack: TableAttack, names: tuple[str, ...]) -> str:
    def named(intervals: tuple[Interval, ...]) -> list[dict[str, object]]:
        return [
            {"cell": dict(zip(names, each.cell, strict=True)), "low": each.low, "high": each.high}
            for each in intervals
        ]

    body = {
        "recoverable": len(attack.recoverable),
        "opened": named(attack.opened),
        "exact": attack.is_exact,
        "intervals": named(attack.intervals),
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def attack_as_table(attack: TableAttack, names: tuple[str, ...]) -> str:
    """Every withheld cell with what it can be; the opened ones first."""
    opened = set(attack.opened)
    rows = [
        (*each.cell, _reach(each.low, each.high) + ("  opened" if each in opened else ""))
        for each in sorted(attack.intervals, key=lambda each: (each not in opened, each.cell))
    ]
    lines = _laid_out((*names, "can be"), rows) if rows else []
    if not rows:
        return "Nothing is withheld, so there is nothing to attack.\n"
    verdict = (
        f"{len(opened):,} of {len(rows):,} withheld cells are opened, {len(attack.recoverable):,} of them exactly."
        if opened
        else f"None of the {len(rows):,} withheld cells is opened."
    )
    return "\n".join([*lines, "", verdict]) + "\n"


def _reach(low: int, high: int | None) -> str:
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"

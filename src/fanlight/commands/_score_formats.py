"""Scores as JSON, as a tidy CSV and as a table for people."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from fanlight.measure.instruments import Instrument, ScoringRule
from fanlight.measure.scoring import CompositeScore, GroupScores, ItemScore, Scores

ITEM_KEYS = ("code", "valid", "positive", "percent_positive", "low", "high", "mean")
COMPOSITE_KEYS = (
    "code",
    "percent_positive",
    "percent_positive_pooled",
    "mean",
    "alpha",
    "alpha_listwise",
    "alpha_low",
    "alpha_high",
    "omega",
    "rwg_j",
)
ABSENT = "–"
TURNED = "(R)"
WIDEST = 44


def as_json(scores: Scores, instrument: Instrument) -> str:  # noqa: ARG001 (all formats are called alike)
    """Everything, for programs. Figures have full precision; null is what cannot be computed."""
    content = {
        "instrument": {"id": scores.instrument, "version": scores.version},
        "groups": [
            {
                "by": group.by,
                "respondents": group.respondents,
                "items": [_fields(item, ITEM_KEYS) for item in group.items],
                "composites": [_fields(composite, COMPOSITE_KEYS) for composite in group.composites],
            }
            for group in scores.groups
        ],
        "between_groups": [
            _fields(one, ("by", "composite", "icc1", "icc2")) for one in scores.between_groups
        ],
        "warnings": [_fields(caution, ("kind", "message")) for caution in scores.cautions],
    }
    return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _fields(thing: object, keys: Iterable[str]) -> dict[str, Any]:
    return {key: getattr(thing, key) for key in keys}


def as_csv(scores: Scores, instrument: Instrument) -> str:  # noqa: ARG001 (all formats are called alike)
    """One row for each group and item or composite. An empty cell is what cannot be computed or does not apply."""
    item_keys, composite_keys = ITEM_KEYS[1:], (*COMPOSITE_KEYS[1:], "scored", "complete")
    keys = list(dict.fromkeys((*item_keys, *composite_keys)))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["by", "group", "respondents", "population", "level", "code", *keys])
    for group in scores.groups:
        start = [group.column, group.label, group.respondents, group.population]
        for item in group.items:
            writer.writerow([*start, "item", item.code, *_cells(item, keys, item_keys)])
        for composite in group.composites:
            writer.writerow([*start, "composite", composite.code, *_cells(composite, keys, composite_keys)])
    return text.getvalue()


def _cells(thing: ItemScore | CompositeScore, keys: Sequence[str], own: Sequence[str]) -> list[Any]:
    return [getattr(thing, key) if key in own else None for key in keys]


def as_table(scores: Scores, instrument: Instrument) -> str:
    """Everything, for people: rounded, aligned, with what to be careful of at the end."""
    parts = [f"{instrument.title}, version {scores.version}"]
    for group in scores.groups:
        parts += [_heading(group), _composites(group, instrument), _items(group, instrument)]
    if scores.between_groups:
        parts += [_underlined("Between groups"), _between(scores, instrument)]
    parts.append(_how_to_read(instrument))
    if scores.cautions:
        notes = "\n".join(f"- {caution.message}" for caution in scores.cautions)
        parts += [_underlined("Please note"), notes]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(group: GroupScores) -> str:
    name = "Everybody" if group.column is None else f"{group.column}: {group.label}"
    of = "" if group.population is None else f" of {group.population}"
    return _underlined(f"{name} ({group.respondents}{of} respondents)")


def _underlined(words: str) -> str:
    return f"{words}\n{'=' * len(words)}"


def _how_to_read(instrument: Instrument) -> str:
    favourable = (
        "A composite’s positive figure is the share of people who score 75 or more of 100."
        if instrument.scoring is ScoringRule.SAQ_0_100
        else "A composite’s positive figure is the mean of its items’ figures; pooled counts every answer alike."
    )
    return (
        f"Positive means favourable: for an item marked {TURNED} that is to disagree, and its mean is turned round.\n"
        f"{favourable}\n"
        "Alpha uses all answers; listwise alpha, its interval, omega and r_wg(j) use complete answers only."
    )


def _composites(group: GroupScores, instrument: Instrument) -> str:
    if not group.composites:
        return ""
    header = [
        "Composite",
        "positive",
        "pooled",
        "mean",
        "alpha",
        "listwise",
        "95% interval",
        "omega",
        "r_wg(j)",
    ]
    rows = [
        [
            str(instrument.composite(one.code).title),
            _percent(one.percent_positive),
            _percent(one.percent_positive_pooled),
            _number(one.mean),
            _number(one.alpha),
            _number(one.alpha_listwise),
            _interval(one.alpha_low, one.alpha_high),
            _number(one.omega),
            _number(one.rwg_j),
        ]
        for one in group.composites
    ]
    return _aligned(header, rows)


def _items(group: GroupScores, instrument: Instrument) -> str:
    header = ["Item", "valid", "positive", "% positive", "95% interval", "mean"]
    rows = [
        [
            _item_name(one, instrument),
            str(one.valid),
            ABSENT if one.positive is None else str(one.positive),
            _percent(one.percent_positive),
            _interval(one.low, one.high, places=1),
            _number(one.mean),
        ]
        for one in group.items
    ]
    return _aligned(header, rows)


def _item_name(one: ItemScore, instrument: Instrument) -> str:
    item = instrument.item(one.code)
    words = [item.code, TURNED if item.is_negative else "", "" if item.label() == item.code else item.label()]
    return " ".join(filter(None, words))


def _between(scores: Scores, instrument: Instrument) -> str:
    rows = [
        [one.by, str(instrument.composite(one.composite).title), _number(one.icc1, 3), _number(one.icc2, 3)]
        for one in scores.between_groups
    ]
    return _aligned(["By", "Composite", "ICC(1)", "ICC(2)"], rows, words=2)


def _percent(value: float | None) -> str:
    return ABSENT if value is None else f"{value:.1f}%"


def _number(value: float | None, places: int = 2) -> str:
    return ABSENT if value is None else f"{round(value, places) + 0.0:.{places}f}"


def _interval(low: float | None, high: float | None, *, places: int = 2) -> str:
    return ABSENT if low is None or high is None else f"{low:.{places}f} to {high:.{places}f}"


def _aligned(header: Sequence[str], rows: Sequence[Sequence[str]], *, words: int = 1) -> str:
    """Columns of words to the left, columns of figures to the right, two spaces between."""
    cut = [
        [cell if len(cell) <= WIDEST else cell[: WIDEST - 1] + "…" for cell in row] for row in (header, *rows)
    ]
    widths = [max(len(row[place]) for row in cut) for place in range(len(header))]
    lines = [
        "  ".join(
            cell.ljust(width) if place < words else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cut
    ]
    return "\n".join([lines[0], "-" * len(max(lines, key=len)), *lines[1:]])

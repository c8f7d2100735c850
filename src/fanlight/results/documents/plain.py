"""The document as JSON, for other programs. Its shape is described in docs/reference/commands/report.md."""

import json
from typing import Any

from fanlight.measure.changed import Changed
from fanlight.measure.disclosure import Band, Bounded, Percentage, Shown, Withheld
from fanlight.results.documents.document import Document
from fanlight.results.pages.reading import Finding, Reading, ThemeReading
from fanlight.results.pages.statement import NotCompared, StatementReading

FORMAT = "fanlight-report"
VERSION = 1
Plain = dict[str, Any]


def data(document: Document) -> bytes:
    return (json.dumps(as_plain(document), ensure_ascii=False, indent=1) + "\n").encode()


def as_plain(document: Document) -> Plain:
    """The document as dictionaries, lists, numbers and texts."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "title": document.title,
        "about": document.about,
        "promise": document.promise,
        "instrument": {
            "id": document.instrument_id,
            "version": document.instrument_version,
            "title": document.instrument_title,
            "notice": document.notice,
        },
        "minimum": document.minimum,
        "groups": [_group(reading) for reading in document.readings],
        "comments": [{"text": one.text, "theme": one.theme or None} for one in document.remarks],
    }


def _group(reading: Reading) -> Plain:
    head: Plain = {
        "name": reading.name,
        "path": list(reading.group.path),
        "respondents": _people(reading.respondents),
    }
    if reading.withheld:
        return head
    return head | {
        "headline": reading.headline,
        "compared_with": reading.since or None,
        "strengths": [_finding(each) for each in reading.strengths],
        "worth_talking_about": [_finding(each) for each in reading.worth_talking_about],
        "themes": [_theme(theme) for theme in reading.themes],
        "statements": [_statement(each) for each in reading.statements],
    }


def _finding(finding: Finding) -> Plain:
    return {"code": finding.statement.code, "words": finding.words, "how_sure": finding.how_sure}


def _theme(theme: ThemeReading) -> Plain:
    return {
        "code": theme.code,
        "title": theme.title,
        "positive": _figure(theme.positive),
        "statements": [each.code for each in theme.statements],
        "summary": theme.summary,
    }


def _statement(each: StatementReading) -> Plain:
    interval = each.interval
    return {
        "code": each.code,
        "statement": each.statement,
        "is_worded_the_other_way": each.is_negative,
        "answered": _people(each.answered),
        "answers": [
            {"label": label, "is_positive": place in each.question.positive, "share": _figure(share)}
            for place, (label, share) in enumerate(zip(each.question.categories, each.shares, strict=True))
        ],
        "positive": _figure(each.positive),
        "interval": {"low": interval.low, "high": interval.high} if interval else None,
        "mean": each.mean,
        "likeness": each.likeness.value if each.likeness else None,
        "change": _change(each.change),
    }


def _change(change: Changed | NotCompared | None) -> Plain | None:
    match change:
        case Changed(before, _, low, high):
            points = {"before": before, "points": change.difference, "low": low, "high": high}
            return points | {"verdict": change.verdict.value}
        case NotCompared(words):
            return {"withheld": "not-compared", "because": words}
    return None


def _people(value: Shown[Band] | Withheld) -> Plain:
    if isinstance(value, Withheld):
        return _reason(value)
    return {"from": value.value.low, "to": value.value.high}


def _figure(value: Percentage | None) -> Plain | None:
    match value:
        case Shown(percent):
            return {"percent": int(percent)}
        case Bounded(low, high):
            return {"at_least": low, "at_most": high}
        case Withheld():
            return _reason(value)
    return None


def _reason(value: Withheld) -> Plain:
    return {"withheld": value.reason.value, "because": value.words}

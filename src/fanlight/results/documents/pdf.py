"""The document as a PDF for everybody (PDF/UA-1): tagged, with a title, a language and words for every picture."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from fanlight.design import palette
from fanlight.design.mark import Step, fanlight_mark
from fanlight.design.parts import Table
from fanlight.measure.changed import Verdict
from fanlight.results.documents.document import IN_THEIR_WORDS, NO_ORDER, READ_FIRST, Document
from fanlight.results.documents.watching import Watch, nobody_watches, watched
from fanlight.results.pages.answered import answered
from fanlight.results.pages.charted import (
    answer_tables,
    changes_chart,
    changes_in_words,
    changes_table,
    finding_chart,
    in_words,
    reach_of,
    theme_chart,
    titled,
)
from fanlight.results.pages.laid_out import (
    HOW_TO_READ,
    HOW_WE_CHOOSE,
    HOW_WE_COMPARE,
    NOTHING_STANDS_OUT,
    change_title,
)
from fanlight.results.pages.reading import Finding, Reading, ThemeReading
from fanlight.results.pages.sentences import since_title

LAYOUT = Path(__file__).parents[1] / "templates" / "results" / "report.typ"
WIDTH = 790  # a chart’s units across the page: more make its letters smaller
SMALL = 320
Plain = dict[str, Any]


def pdf(document: Document, watch: Watch = nobody_watches) -> bytes:
    import typst

    made: bytes = typst.compile(
        LAYOUT.read_bytes(),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={"document": json.dumps(content(document, watch)), "palette": json.dumps(_colours())},
    )
    return made


def content(document: Document, watch: Watch = nobody_watches) -> Plain:
    """All that the layout needs: words, tables and pictures with what they show."""
    return {
        "title": document.title,
        "about": document.about,
        "promise": document.promise,
        "next_step": document.next_step,
        "notice": f"{document.instrument_title}, version {document.instrument_version}. {document.notice}".strip(),
        "how_to_read": HOW_TO_READ if document.shown else "",
        "how_we_choose": HOW_WE_CHOOSE if document.shown else "",
        "how_we_compare": HOW_WE_COMPARE if any(each.compared for each in document.shown) else "",
        "nothing_stands_out": NOTHING_STANDS_OUT,
        "no_order": NO_ORDER if document.has_groups else "",
        "mark": str(fanlight_mark(Step.TALK, size=56)),
        "groups": [_group(reading, document) for reading in watched(document.shown, watch)],
        "comments": {
            "title": IN_THEIR_WORDS,
            "words": READ_FIRST,
            "parts": [asdict(part) for part in document.comments],
        },
        "withheld": [
            {"name": each.name if document.has_groups else "", "words": each.withheld.words}
            for each in document.withheld
            if each.withheld
        ],
    }


def _colours() -> dict[str, str]:
    return {name: getattr(palette, name) for name in ("INK", "SLATE", "LINE", "PAPER", "TEAL", "MIST")}


def _group(reading: Reading, document: Document) -> Plain:
    reaches = reach_of(reading.statements)
    return {
        "name": reading.name if document.has_groups else "",
        "headline": document.headline(reading),
        "answered": f"{answered(reading)}." if document.has_groups else "",
        "since": _since(reading),
        "found": [
            {"title": title, "findings": [_finding(each, reading) for each in findings]}
            for title, findings in (
                ("Going well", reading.strengths),
                ("Worth talking about", reading.worth_talking_about),
            )
            if findings
        ],
        "themes": [_theme(theme, reaches, reading.whose) for theme in reading.all_themes],
    }


def _since(reading: Reading) -> str:
    if not reading.compared:
        return ""
    moved = (len(reading.that_became(kind)) for kind in (Verdict.BETTER, Verdict.WORSE))
    return f"{since_title(*moved)}. Compared with {reading.since}."


def _finding(finding: Finding, reading: Reading) -> Plain:
    reaches = reach_of(each.statement for each in reading.findings)
    return {
        "words": finding.words,
        "how_sure": finding.how_sure,
        "chart": str(finding_chart(finding, reaches=reaches, width=SMALL)),
        "alt": in_words([finding.statement]),
    }


def _theme(theme: ThemeReading, reaches: tuple[int, int], whose: str) -> Plain:
    chart = theme_chart(theme, reaches=reaches, whose=whose, width=WIDTH)
    return {
        "title": theme.title,
        "summary": theme.summary,
        "withheld": theme.withheld.words if theme.withheld else "",
        "chart": str(chart or ""),
        "alt": f"{titled(theme.title, whose)}. {in_words(theme.statements)}",
        "tables": [_table(table) for table in answer_tables(theme.statements, caption=theme.title)],
        "change": _change(theme) if theme.compared else None,
    }


def _change(theme: ThemeReading) -> Plain:
    return {
        "title": theme.what_changed or "Since last time",
        "chart": str(changes_chart(theme.compared, title=change_title(theme), width=WIDTH)),
        "alt": f"{change_title(theme)}. {changes_in_words(theme.compared)}",
        "table": _table(changes_table(theme.compared, caption=change_title(theme))),
    }


def _table(table: Table) -> Plain:
    return {"columns": list(table.columns), "rows": [list(row) for row in table.rows]}

"""Reading the five kinds of file back, each by its own means, into the same plain rows.

A row says for one statement of one group what a reader of the file is told: the figure, its interval, the share of
every answer, or the reason why there is none.
"""

import json
import re
import zipfile
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import openpyxl
from pptx import Presentation

from fanlight.measure.disclosure import Bounded, Withheld
from fanlight.results.documents import Document, Kind
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.statement import StatementReading
from results.pdf_reader import structure, tables_by_heading

TURNED = re.compile(r" \(% who [^)]*\)$")
WITHHELD = " (Nearly everybody answered alike, so how many chose which answer is withheld.)"


@dataclass(frozen=True)
class Told:
    """What is told of one statement in one group. Empty where a kind of file does not say it."""

    group: str
    statement: str
    positive: str = ""
    interval: str = ""
    answered: str = ""
    shares: tuple[str, ...] = ()
    because: str = ""


def expected(document: Document) -> set[Told]:
    """What the document's own readings say."""
    return {_told(reading, each) for reading in document.shown for each in reading.statements}


def _told(reading: Reading, each: StatementReading) -> Told:
    if isinstance(each.answered, Withheld):
        return Told(reading.name, each.statement, because=each.answered.words)
    return Told(
        group=reading.name,
        statement=each.statement,
        positive="" if each.positive is None else str(each.positive),
        interval=str(each.interval) if each.interval else "",
        answered=str(each.answered),
        shares=tuple(str(share) for share in each.shares),
    )


def _of_row(group: str, cells: list[str]) -> Told:
    """A row of a table of answers, as the page and the PDF have it."""
    statement = TURNED.sub("", cells[0].removesuffix(WITHHELD))
    if len(cells) == 2:
        return Told(group, statement, because=cells[1])
    *shares, positive, interval, answered = ("" if cell == "–" else cell for cell in cells[1:])
    return Told(group, statement, positive, interval, answered, tuple(shares))


def from_data(content: bytes) -> set[Told]:
    plain = json.loads(content)
    return {
        _of_plain(group["name"], each) for group in plain["groups"] for each in group.get("statements", [])
    }


def _of_plain(group: str, each: dict[str, Any]) -> Told:
    if "withheld" in each["answered"]:
        return Told(group, each["statement"], because=each["answered"]["because"])
    interval = each["interval"]
    return Told(
        group=group,
        statement=each["statement"],
        positive=_figure(each["positive"]),
        interval=f"{interval['low']}% to {interval['high']}%" if interval else "",
        answered=_band(each["answered"]["from"], each["answered"]["to"]),
        shares=tuple(_figure(answer["share"]) for answer in each["answers"]),
    )


def _figure(value: dict[str, Any] | None) -> str:
    if value is None:
        return ""
    if "percent" in value:
        return f"{value['percent']}%"
    if "withheld" in value:
        return "withheld"
    return str(Bounded(value["at_least"], value["at_most"]))


def _band(low: int, high: int | None) -> str:
    return f"{low:,} or more" if high is None else f"{low:,} to {high:,}"


class _Tables(HTMLParser):
    """The names of the groups and the rows of the tables, in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.path: list[str] = []
        self.group, self.cells, self.rows = "", [], []

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        if tag in {"meta", "link"}:
            return
        self.path.append(tag)
        if tag == "tr":
            self.cells = []
        elif tag in {"th", "td"}:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.path.pop()
        if tag == "tr" and "tbody" in self.path:
            self.rows.append((self.group, self.cells))

    def handle_data(self, data: str) -> None:
        if self.path[-2:] == ["h2", "span"]:
            self.group = data
        elif "tr" in self.path:
            self.cells[-1] += data


def from_page(content: bytes) -> set[Told]:
    reader = _Tables()
    reader.feed(content.decode())
    return {_of_row(group or "Everybody", cells) for group, cells in reader.rows}


def from_sheet(content: bytes) -> set[Told]:
    """The tidy sheet."""
    rows = list(openpyxl.load_workbook(BytesIO(content))["Figures"].iter_rows(values_only=True))
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows[1:]:
        line = dict(zip(rows[0], row, strict=True))
        if line["statement"]:
            found.setdefault((line["group"], line["statement"]), {"shares": ()}).update(_cell(line, found))
    return {Told(group, statement, **told) for (group, statement), told in found.items()}


def _cell(line: dict[str, Any], found: dict[tuple[str, str], dict[str, Any]]) -> dict[str, Any]:
    low, high = line["at least"], line["at most"]
    match line["figure"]:
        case "answers":
            reason = line["withheld because"]
            return {"because": reason} if reason else {"answered": _band(low, high)}
        case "positive":
            return {"positive": _exact(line)}
        case "positive, 95% interval":
            return {"interval": f"{low}% to {high}%"}
        case "share of answers":
            before = found[line["group"], line["statement"]]["shares"]
            return {"shares": (*before, _exact(line))}
    return {}


def _exact(line: dict[str, Any]) -> str:
    if line["exact"] is not None:
        return f"{line['exact']}%"
    if line["withheld because"]:
        return "withheld"
    return str(Bounded(line["at least"], line["at most"]))


LABEL = re.compile(r"^(?P<name>.*?): (?P<positive>[^(]*?)(?: say no)?(?: \((?P<interval>.*)\))?$")


def from_slides(content: bytes, document: Document) -> set[Told]:
    """The charts of the themes: what stands on their axis, and the figures behind them."""
    names = {each.label: each for reading in document.shown for each in reading.statements}
    found = set()
    for slide in Presentation(BytesIO(content)).slides:
        title = slide.shapes.title.text_frame.text
        group = next(
            (each.whose for each in document.shown if each.whose and title.startswith(each.whose)), ""
        )
        text = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        for shape in slide.shapes:
            if shape.has_chart and "To talk about" not in text:
                found |= {_of_bar(group or "Everybody", bar, names, text) for bar in _bars(shape.chart)}
    return found


def _bars(chart: Any) -> list[tuple[str, list[float | None]]]:
    plot = chart.plots[0]
    scale = [series for series in plot.series if series.name not in {"At least so many", "Held back"}]
    return [(name, [series.values[at] for series in scale]) for at, name in enumerate(plot.categories)]


def _of_bar(
    group: str, bar: tuple[str, list[float | None]], names: dict[str, StatementReading], text: str
) -> Told:
    label, values = bar
    statement = names.get(label)
    parts = LABEL.match(label) if statement is None else None
    statement = statement or names[parts["name"]] if parts else statement
    assert statement is not None
    if parts and parts["positive"] == "withheld":
        reasons = [
            line for line in text.splitlines() if f"“{statement.label}”" in line and "Withheld" in line
        ]
        return Told(group, statement.statement, because=reasons[0].split("”. ", 1)[1])
    shares = [f"{value:.0f}%" for value in values if value is not None]
    turned = statement.is_negative
    return Told(
        group=group,
        statement=statement.statement,
        positive=parts["positive"] if parts else "",
        interval=(parts["interval"] or "") if parts else "",
        shares=tuple(reversed(shares) if turned else shares),
    )


def from_pdf(content: bytes) -> set[Told]:
    """The tables, by way of the structure that a screen reader follows."""
    found = set()
    for heading, rows in tables_by_heading(content, "H2"):
        group = heading.split(":")[0] if ":" in heading else "Everybody"
        found |= {_of_row(group, cells) for cells in rows if cells[0] != "Statement"}
    return found


def everything_in(content: bytes, kind: Kind) -> str:
    """All the words and figures of a file, wherever they stand in it."""
    match kind:
        case Kind.PDF:
            part = structure(content)
            return part.all_words + " ".join(figure.alt for figure in part.every("Figure"))
        case Kind.SHEET:
            book = openpyxl.load_workbook(BytesIO(content))
            cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
            return " ".join(f"{cell}%" if isinstance(cell, int) else str(cell) for cell in cells)
        case Kind.SLIDES:
            return _everything_on_slides(content)
        case Kind.DATA:
            return re.sub(r'"percent": (\d+)', r"\1%", content.decode())
    return content.decode()


def _everything_on_slides(content: bytes) -> str:
    """Every text in the file, and in the workbooks behind its charts."""
    found = []
    with zipfile.ZipFile(BytesIO(content)) as deck:
        for name in deck.namelist():
            if name.endswith(".xml"):
                text = deck.read(name).decode()
                found += re.findall(r">([^<]+)<", text) + re.findall(r'descr="([^"]*)"', text)
            elif name.endswith(".xlsx"):
                found.append(everything_in(deck.read(name), Kind.SHEET))
    return " ".join([*found, *(f"{word}%" for word in found if word.isdecimal())])

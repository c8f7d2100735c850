"""The document as a workbook: a sheet to read and a tidy one to work with. Neither holds a count of people."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from fanlight.design import palette
from fanlight.measure.disclosure import Shown
from fanlight.results.documents.document import IN_THEIR_WORDS, NO_ORDER, READ_FIRST, Document
from fanlight.results.documents.tidy import COLUMNS, figures
from fanlight.results.pages.answered import answered
from fanlight.results.pages.laid_out import HOW_WE_CHOOSE, NOTHING_STANDS_OUT
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import figure, span
from fanlight.results.pages.statement import StatementReading

HEADS = ("Statement", "Positive", "Somewhere from", "Answers", "How people see it, or why it is withheld")
WIDTHS = (64, 14, 16, 12, 58)
ACROSS = sum(WIDTHS) - 10  # letters that fit into a line across all columns
TIDY_WIDTHS = (24, 24, 9, 50, 12, 26, 22, 9, 9, 9, 60)
FONT = "Arial"
LINE = 15  # points
HEIGHTS = {"title": 32, "group": 30, "head": 34, "part": 24, "theme": 24}
Line = tuple[str, tuple[Any, ...]]  # the look of a row, and its cells


def workbook(document: Document) -> bytes:
    import xlsxwriter

    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": document.title, "subject": document.about, "author": "Fanlight"})
        looks = _looks(book)
        _to_read(book.add_worksheet("Results"), document, looks)
        _to_work_with(book.add_worksheet("Figures"), document, looks)
        if document.comments:
            _comments(book.add_worksheet("Comments"), document, looks)
    return file.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    plain = {
        "font_name": FONT,
        "font_size": 11,
        "font_color": palette.INK,
        "valign": "top",
        "text_wrap": True,
    }
    line = plain | {"bottom": 1, "bottom_color": palette.LINE}
    right = {"align": "right"}
    per_cent = {"num_format": '0"%"', "align": "right"}
    low = {"bold": True, "valign": "bottom"}
    looks = {
        "title": plain | low | {"font_size": 20},
        "group": plain | low | {"font_size": 15, "top": 2, "top_color": palette.INK},
        "part": plain | low,
        "words": plain,
        "quiet": plain | {"font_color": palette.SLATE},
        "head": plain | low | {"bottom": 2, "bottom_color": palette.INK},
        "head right": plain | low | right | {"bottom": 2, "bottom_color": palette.INK},
        "row": line,
        "row right": line | right,
        "row per cent": line | per_cent,
        "theme": line | low,
        "theme right": line | low | right,
        "theme per cent": line | low | per_cent,
        "tidy": plain | {"text_wrap": False},
    }
    looks |= {f"{name} last": looks[name] | {"indent": 1} for name in ("head", "row", "theme")}
    return {name: book.add_format(look) for name, look in looks.items()}


def _to_read(sheet: Any, document: Document, looks: dict[str, Any]) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8" + document.promise.replace("&", "&&") + "&R&8&P of &N")
    for row, (look, cells) in enumerate(_lines(document)):
        sheet.set_row(row, _height(look, cells))
        if len(cells) == 1:
            sheet.merge_range(row, 0, row, len(HEADS) - 1, "", looks[look])
            sheet.write_string(row, 0, cells[0], looks[look])
            continue
        for column, cell in enumerate(cells):
            _write(sheet, row, column, cell, look, looks)


def _comments(sheet: Any, document: Document, looks: dict[str, Any]) -> None:
    sheet.set_column(0, 0, ACROSS // 2)
    sheet.set_column(1, 1, 30)
    sheet.hide_gridlines(2)
    sheet.write_string(0, 0, IN_THEIR_WORDS, looks["group"])
    told = [(text, part.title) for part in document.comments for text in part.texts]
    for row, (text, about) in enumerate(((READ_FIRST, ""), *told), start=1):
        sheet.set_row(row, LINE * -(-len(text) // (ACROSS // 2)) + 6)
        look = looks["row"] if row > 1 else looks["quiet"]
        sheet.write_string(row, 0, text, look)
        sheet.write_string(row, 1, about, look)
    sheet.set_paper(9)


def _height(look: str, cells: tuple[Any, ...]) -> float:
    """High enough for the cell that needs most lines."""
    room = (ACROSS,) if len(cells) == 1 else WIDTHS
    lines = max(-(-len(str(cell)) // (width * 6 // 5)) for cell, width in zip(cells, room, strict=True))
    return max(HEIGHTS.get(look, LINE), LINE * lines + 3)


def _write(sheet: Any, row: int, column: int, cell: Any, look: str, looks: dict[str, Any]) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, looks[f"{look} per cent"])
        return
    side = "" if column == 0 else " last" if column == len(HEADS) - 1 else " right"
    sheet.write_string(row, column, cell, looks[look + side])


def _lines(document: Document) -> Iterator[Line]:
    yield "title", (document.title,)
    for words in filter(None, (document.about, document.promise, document.next_step)):
        yield "words", (words,)
    for reading in document.shown:
        yield "words", ("",)
        yield from _group(reading, document)
    if document.withheld:
        yield "words", ("",)
        yield "group", ("Not shown",)
    for reading in document.withheld:
        name = f"{reading.name}: " if document.has_groups else ""
        yield "words", (f"{name}{reading.withheld.words if reading.withheld else ''}",)
    yield "words", ("",)
    how = HOW_WE_CHOOSE if document.shown else ""
    for words in (how, NO_ORDER if document.has_groups else "", document.notice):
        if words:
            yield "quiet", (words,)


def _group(reading: Reading, document: Document) -> Iterator[Line]:
    yield "group", (f"{reading.name}: {reading.headline}" if document.has_groups else reading.headline,)
    yield "words", (f"{answered(reading)}.",)
    if reading.since:
        yield "words", (f"Compared with {reading.since}.",)
    for title, findings in (
        ("Going well", reading.strengths),
        ("Worth talking about", reading.worth_talking_about),
    ):
        if findings:
            yield "part", (title,)
        for finding in findings:
            yield "words", (f"{finding.words} {finding.how_sure}",)
    if not reading.findings:
        yield "words", (NOTHING_STANDS_OUT,)
    yield "head", HEADS
    for theme in reading.all_themes:
        positive = "" if theme.positive is None or theme.withheld else _number(theme.positive)
        yield "theme", (theme.title, positive, "", "", theme.withheld.words if theme.withheld else "")
        for statement in theme.statements:
            yield "row", _cells(statement)


def _cells(each: StatementReading) -> tuple[Any, ...]:
    if each.withheld:
        return each.in_full, "withheld", "", "", each.withheld.words
    positive = _number(each.positive) if each.positive is not None else ""
    between = span(each.interval) if each.interval else ""
    reason = " ".join(filter(None, (each.sureness if each.is_held_back else each.seen, each.verdict)))
    return each.in_full, positive, between, str(each.answered), reason


def _number(value: Any) -> int | str:
    """A figure as a number where it is one, so that it can be worked with; else in words."""
    return int(value.value) if isinstance(value, Shown) else figure(value)


def _to_work_with(sheet: Any, document: Document, looks: dict[str, Any]) -> None:
    for column, (head, width) in enumerate(zip(COLUMNS, TIDY_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, looks["head"])
    last = 0
    for last, each in enumerate(figures(document), start=1):
        for column, cell in enumerate(each.cells()):
            if isinstance(cell, int | float):
                sheet.write_number(last, column, cell, looks["tidy"])
            elif cell:
                sheet.write_string(last, column, cell, looks["tidy"])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(COLUMNS) - 1)

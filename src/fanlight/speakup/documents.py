"""The quarterly return as a workbook: one sheet of figures, one of what was learnt."""

import io
from collections.abc import Mapping

import xlsxwriter

from fanlight.design.english import capital
from fanlight.speakup.queries.counting import ANSWERED, ANSWERS, Return
from fanlight.speakup.sealing.casefile import GROUPS


def return_workbook(figures: Return, *, organisation: str, titles: Mapping[str, str], as_of: str) -> bytes:
    target = io.BytesIO()
    with xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Return")
        sheet.set_column(0, 0, 62)
        sheet.set_column(1, 1, 44)
        for row, (name, value) in enumerate(_rows(figures, organisation, titles, as_of)):
            sheet.write(row, 0, name, bold if value == "" else None)
            sheet.write(row, 1, value)
        learnt = book.add_worksheet("Learning")
        learnt.set_column(0, 0, 110)
        for row, words in enumerate(("What was learnt, in the guardians’ words", *figures.learning)):
            learnt.write_string(row, 0, words, bold if row == 0 else None)
    return target.getvalue()


def _rows(
    figures: Return, organisation: str, titles: Mapping[str, str], as_of: str
) -> list[tuple[str, str | int]]:
    return [
        ("Organisation", organisation),
        ("Quarter", str(figures.quarter)),
        ("Number of cases", figures.cases),
        ("Raised anonymously", figures.anonymous),
        ("What the cases were about (a case may be of several kinds)", ""),
        *((titles.get(kind, kind), number) for kind, number in figures.categories.items()),
        ("Who spoke up", ""),
        *((GROUPS[group], number) for group, number in figures.groups.items()),
        ("Given your experience, would you speak up again?", ""),
        *((words, figures.would_again[answer]) for answer, words in ANSWERS.items()),
        ("First answered (only weeks are kept)", ""),
        *((capital(words), figures.answered[name]) for name, words in ANSWERED.items()),
        ("Cases closed", figures.closed),
        ("Cases in which the person said they were treated badly since", figures.harmed),
        ("Kinds of case as of", as_of),
    ]

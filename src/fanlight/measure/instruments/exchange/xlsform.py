"""Read an XLSForm: a questionnaire kept as the sheets of a workbook."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fanlight.measure.instruments.exchange.draft import Answer, Draft, Imported, Texts, slug
from fanlight.measure.instruments.exchange.xlsform_sheets import Row, Sheet, language_code, sheet_rows
from fanlight.measure.instruments.reading import InvalidInstrument

SELECT_ONE = re.compile(r"(?:select[ _]one|select1)(?: from)?\s+(\S+)(\s+(?:or[ _]other|or specify other))?")
SELECT_MANY = re.compile(r"(?:select[ _]multiple|select all that apply)\b.*")
BEGIN = re.compile(r"begin[ _](group|repeat|loop)\b.*")
END = re.compile(r"end[ _](group|repeat|loop)\b.*")
TRACES = frozenset(
    {
        "start",
        "end",
        "today",
        "deviceid",
        "subscriberid",
        "simserial",
        "phonenumber",
        "username",
        "email",
        "audit",
    }
    | {"start time", "end time", "start-geopoint", "device id", "imei", "get imei", "background-audio"}
)
READ_COLUMNS = frozenset({"type", "name", "label", "required", "relevant", "bind:relevant", "choice_filter"})
CHOICE_COLUMNS = frozenset({"list_name", "list name", "name", "value"})
READ_SHEETS = frozenset({"survey", "choices", "settings"})
READ_SETTINGS = frozenset({"form_title", "form_id", "id_string", "title", "version", "default_language"})
NO = frozenset({"", "no", "false", "false()", "0"})


def from_xlsform(sheets: Mapping[str, Sequence[Sequence[object]]], *, file: str) -> Imported:
    """Read the sheets of an XLSForm, each a list of rows of cells with the headings first.

    Questions that take one answer out of a list become items; a group becomes a composite. All else is
    named in the notes. It cannot be asked until the operator has recorded permission.
    Errors: InvalidInstrument where there is no survey sheet, where a question has no name or a list no
    choices, where groups do not close, or where nothing in it can be asked.
    Source: the XLSForm reference, and the forms that the program pyxform is tested with.

    >>> survey = [["type", "name", "label"], ["select_one ny", "tea", "Is there tea?"]]
    >>> choices = [["list_name", "name", "label"], ["ny", "0", "No"], ["ny", "1", "Yes"]]
    >>> found = from_xlsform({"survey": survey, "choices": choices}, file="tea.xlsx")
    >>> found.instrument.item("tea").label(), found.instrument.scale("ny").codes
    ('Is there tea?', (0, 1))
    """
    rows = {name.strip().casefold(): sheet_rows(cells) for name, cells in sheets.items()}
    if "survey" not in rows:
        raise InvalidInstrument(
            f"{file}: there is no sheet called “survey”. An XLSForm keeps its questions there."
        )
    settings = next(iter(rows.get("settings", Sheet()).rows), Row(2))
    stated = settings.text("default_language")
    draft = Draft(file)
    draft.language = language_code(stated) or _first_language(rows) or "en"
    reader = _Reader(draft, rows)
    reader.read(rows["survey"])
    draft.refuse_if_empty()
    for name in sorted(set(reader.lists) - reader.used):
        draft.note(f"list {name}", "no question that can be asked uses it, so it is not kept")
    for name in sorted(set(rows) - READ_SHEETS):
        if rows[name].rows:
            draft.note(f"sheet {name}", "not kept")
    draft.left_behind("the settings", {key for key, value in settings.cells.items() if value} - READ_SETTINGS)
    return draft.finish(_identity(settings, draft))


class _Reader:
    """Walks down the survey sheet and fills the draft."""

    def __init__(self, draft: Draft, sheets: Mapping[str, Sheet]) -> None:
        self.draft = draft
        self.lists = _lists(sheets.get("choices", Sheet()))
        self.used: set[str] = set()
        self.open: list[tuple[str, Row, list[str]]] = []  # groups we are inside: kind, row, questions

    def read(self, survey: Sheet) -> None:
        for row in survey.rows:
            kind = " ".join(row.text("type").split())
            if begin := BEGIN.fullmatch(kind.casefold()):
                self._begin(begin[1], row)
            elif end := END.fullmatch(kind.casefold()):
                self._end(end[1], row)
            elif kind:
                self._row(kind, row)
        if self.open:
            kind, row, _ = self.open[-1]
            raise InvalidInstrument(
                f"{self.draft.file}: survey row {row.number}: this {kind} is never ended."
            )

    def _begin(self, kind: str, row: Row) -> None:
        if kind != "group":
            self.draft.note(_about(row), f"a {kind} cannot be asked in Fanlight, nor what is inside it")
        self._note_rest(row)
        self.open.append((kind, row, []))

    def _end(self, kind: str, row: Row) -> None:
        if not self.open or self.open[-1][0] != kind:
            raise InvalidInstrument(
                f"{self.draft.file}: survey row {row.number}: there is no {kind} to end here."
            )
        _, begun, codes = self.open.pop()
        if kind == "group":
            title = row_texts(begun, "label", self.draft)
            self.draft.composite(begun.text("name") or "group", title, codes, about=_about(begun))

    def _row(self, kind: str, row: Row) -> None:
        about = _about(row)
        if refusal := self._why_not(kind, row):
            self.draft.note(about, refusal)
            return
        select = SELECT_ONE.fullmatch(kind) or SELECT_ONE.fullmatch(kind.casefold())
        if select is None:
            self.draft.note(about, f"type “{kind}” cannot be asked in Fanlight")
        else:
            if select[2]:
                self.draft.note(about, "an answer in the person’s own words is not offered in Fanlight")
            self._question(select[1], row, about)

    def _why_not(self, kind: str, row: Row) -> str | None:
        """Why a row cannot be asked, whatever its list of answers."""
        if outer := next((outer for outer in self.open if outer[0] != "group"), None):
            return f"it is inside a {outer[0]}, so it cannot be asked in Fanlight"
        if kind.casefold() in TRACES:
            return f"type “{kind}” would leave a trace of the person. Fanlight never keeps one"
        if SELECT_MANY.fullmatch(kind.casefold()):
            return "several answers may be chosen, so it cannot be asked in Fanlight"
        if row.text("choice_filter"):
            return "its answers depend on an earlier answer, so it cannot be asked in Fanlight"
        if any("${" in text for text in row.starting_with("label")):
            return "its words repeat an earlier answer, so it cannot be asked in Fanlight"
        return None

    def _question(self, list_name: str, row: Row, about: str) -> None:
        name = row.text("name")
        if not name:
            raise InvalidInstrument(f"{self.draft.file}: survey row {row.number}: this question has no name.")
        choices = self.lists.get(list_name)
        if not choices:
            place = f"{self.draft.file}: survey row {row.number} ({name})"
            raise InvalidInstrument(f"{place}: the choices sheet has no list “{list_name}”.")
        if len(choices) < 2:
            self.draft.note(about, "it offers fewer than two answers, so it cannot be asked in Fanlight")
            return
        self._note_rest(row)
        answers = self._answers(list_name)
        wording = row_texts(row, "label", self.draft)
        if not wording:
            self.draft.note(about, "it has no wording")
        code = self.draft.code_for(name, about=about)
        item: dict[str, Any] = {"code": code, "scale": self.draft.scale(list_name, answers, {}, about=about)}
        self.draft.items.append(item | ({"wording": wording} if wording else {}))
        if self.open:
            self.open[-1][2].append(code)

    def _answers(self, list_name: str) -> list[Answer]:
        self.used.add(list_name)
        answers = []
        for row in self.lists[list_name]:
            name = row.text("name") or row.text("value")
            answers.append(Answer(name, row_texts(row, "label", self.draft)))
            self.draft.left_behind(f"answer {name} of list {list_name}", _filled(row) - CHOICE_COLUMNS)
        return answers

    def _note_rest(self, row: Row) -> None:
        about = _about(row)
        if row.text("required").casefold() not in NO:
            self.draft.note(about, "it must be answered there; here it may be skipped")
        if row.text("relevant") or row.text("bind:relevant"):
            self.draft.note(about, "it depends on an earlier answer there; here everybody is asked")
        self.draft.left_behind(about, _filled(row) - READ_COLUMNS)


def row_texts(row: Row, field: str, draft: Draft) -> Texts:
    """The words of a row in each language it has them."""
    texts: Texts = {}
    for language, text in row.languages(field):
        code = language_code(language) if language else draft.language
        if not code:
            draft.note(f"language {language}", "we do not know its short name, so its words are not kept")
        elif text:
            texts[code] = text
    first = {draft.language: texts[draft.language]} if draft.language in texts else {}
    return first | texts


def _about(row: Row) -> str:
    name = row.text("name")
    return f"item {name}" if name else f"survey row {row.number}"


def _filled(row: Row) -> set[str]:
    """The headings under which a row says something, other than its label in any language."""
    return {key for key, value in row.cells.items() if value and key.split(":", 1)[0] != "label"}


def _lists(choices: Sheet) -> dict[str, list[Row]]:
    """The rows of each list of choices."""
    lists: dict[str, list[Row]] = {}
    for row in choices.rows:
        if list_name := row.text("list_name") or row.text("list name"):
            lists.setdefault(list_name, []).append(row)
    return lists


def _first_language(sheets: Mapping[str, Sheet]) -> str | None:
    """The language of the first labelled column, where the settings do not say."""
    for row in sheets["survey"].rows:
        for language, _ in row.languages("label"):
            if code := language_code(language):
                return code
    return None


def _identity(settings: Row, draft: Draft) -> dict[str, Any]:
    name = settings.text("form_id") or settings.text("id_string") or draft.file.rsplit(".", 1)[0]
    title = settings.text("form_title") or settings.text("title") or name
    for field in ("owner", "licence"):
        draft.note("the questionnaire", f"its {field} is not stated. Find out before you record permission")
    languages = {language for item in draft.items for language in item.get("wording", {})}
    return {
        "id": slug(name) or "questionnaire",
        "version": settings.text("version") or "not stated",
        "title": {draft.language: title},
        "owner": "not stated",
        "licence": "not stated",
        "source": f"XLSForm in {draft.file}",
        "permission": "operator_records_it",
        "languages": [draft.language, *sorted(languages - {draft.language})],
    }

"""Read a table of a pack field by field, and say exactly where it is wrong."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from fanlight.measure.instruments.words import Words

Choice = TypeVar("Choice", bound=StrEnum)
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class InvalidInstrument(ValueError):  # noqa: N818 (it reads as what it is: the instrument is not valid)
    """A questionnaire that cannot be read. The message names the file, the table and the field."""


def quoted(value: object) -> str:
    """What a file says, as a message repeats it."""
    return f"“{value}”" if isinstance(value, str) else repr(value)


class Table:
    """One table of a file, with the path that leads to it. Each getter refuses in words."""

    def __init__(self, content: Mapping[str, Any], *, file: str, path: str = "") -> None:
        self.content = content
        self.file = file
        self.path = path

    def refuse(self, field: str, words: str) -> InvalidInstrument:
        """The refusal to raise: `raise table.refuse("scale", "…")`."""
        place = ", ".join(
            part for part in (f"table {self.path}" if self.path else "", f"field “{field}”") if part
        )
        return InvalidInstrument(f"{self.file}: {place}: {words}")

    def only(self, allowed: Collection[str]) -> None:
        """Refuse a field that we do not know: it is most likely a slip of the pen."""
        for field in self.content:
            if field not in allowed:
                raise self.refuse(field, f"there is no such field. Known here: {', '.join(sorted(allowed))}.")

    def has(self, field: str) -> bool:
        return field in self.content

    def text(self, field: str, default: str | None = None) -> str:
        value = self._value(field, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            raise self.refuse(field, f"must be text, in quotes, not {quoted(value)}.")
        return value

    def matching(self, field: str, pattern: str, words: str) -> str:
        value = self.text(field)
        if not re.fullmatch(pattern, value):
            raise self.refuse(field, f"{quoted(value)} will not do: {words}")
        return value

    def truth(self, field: str, *, default: bool = False) -> bool:
        value = self._value(field, default)
        if not isinstance(value, bool):
            raise self.refuse(field, f"must be true or false, not {quoted(value)}.")
        return value

    def whole_number(self, field: str) -> int:
        value = self._value(field, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(field, f"must be a whole number, not {quoted(value)}.")
        return value

    def share(self, field: str, default: float) -> float:
        value = self._value(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self.refuse(field, f"must be a share between 0 and 1, not {quoted(value)}.")
        return float(value)

    def day(self, field: str) -> date:
        value = self._value(field, None)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError:
                raise self.refuse(
                    field, f"{quoted(value)} is not a date we can read. Try 2027-02-28."
                ) from None
        if type(value) is not date:
            raise self.refuse(field, f"must be a day such as 2027-02-28, not {quoted(value)}.")
        return value

    def choice(self, field: str, among: type[Choice], default: Choice | None = None) -> Choice:
        value = self._value(field, default)
        try:
            return among(value)
        except ValueError:
            raise self.refuse(field, f"{quoted(value)} is not one of {', '.join(among)}.") from None

    def maybe_choice(self, field: str, among: type[Choice]) -> Choice | None:
        return self.choice(field, among) if self.has(field) else None

    def words(self, field: str, *, language: str) -> Words:
        """Plain text (then in the pack's first language), or a table of texts by language."""
        value = self._value(field, None)
        if isinstance(value, str):
            return Words.of({language: self.text(field)})
        table = self.table(field)
        for key in table.content:
            if not LANGUAGE.fullmatch(key):
                raise table.refuse(key, "is not the short name of a language, such as en or cy.")
        if not table.content:
            raise self.refuse(field, "has no text in any language.")
        return Words.of({key: table.text(key) for key in table.content})

    def maybe_words(self, field: str, *, language: str) -> Words | None:
        return self.words(field, language=language) if self.has(field) else None

    def table(self, field: str) -> "Table":
        value = self._value(field, None)
        if not isinstance(value, Mapping):
            raise self.refuse(field, f"must be a table, not {quoted(value)}.")
        return Table(value, file=self.file, path=f"{self.path}.{field}".lstrip("."))

    def maybe_table(self, field: str) -> "Table | None":
        return self.table(field) if self.has(field) else None

    def tables(self, field: str, *, may_be_empty: bool = False) -> list["Table"]:
        """A list of tables; each is called by its place and, where it has one, its code."""
        found = self._list(field, lambda value: isinstance(value, Mapping), "tables", may_be_empty)
        return [
            Table(entry, file=self.file, path=f"{self.path}.{field}[{place}]{_called(entry)}".lstrip("."))
            for place, entry in enumerate(found, start=1)
        ]

    def texts(self, field: str) -> tuple[str, ...]:
        return tuple(
            self._list(field, lambda value: isinstance(value, str) and value.strip(), "texts", False)
        )

    def whole_numbers(self, field: str) -> tuple[int, ...]:
        return tuple(self._list(field, lambda value: type(value) is int, "whole numbers", True))

    def _list(
        self, field: str, is_right: Callable[[Any], object], kind: str, may_be_empty: bool
    ) -> list[Any]:
        value = self._value(field, [] if may_be_empty else None)
        if not isinstance(value, list | tuple) or not all(is_right(entry) for entry in value):
            raise self.refuse(field, f"must be a list of {kind}, not {quoted(value)}.")
        if not value and not may_be_empty:
            raise self.refuse(field, "is empty.")
        return list(value)

    def _value(self, field: str, default: object) -> Any:
        value = self.content.get(field, default)
        if value is None:
            raise self.refuse(field, "is missing.")
        return value


def _called(entry: Mapping[str, Any]) -> str:
    name = entry.get("code", entry.get("id"))
    return f" ({name})" if name is not None else ""

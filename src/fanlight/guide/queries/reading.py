"""Turn a table from a file into a frozen dataclass. Its fields are the schema: they say what may stand.

A mistake is reported with the file, the entry and the field, so that whoever wrote the line can find it.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

Entry = TypeVar("Entry")


class InvalidContent(ValueError):  # noqa: N818 (it reads as what it is)
    """The content cannot be used. The message names the file, the entry and the field."""


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: which file, which entry, which field."""

    file: str
    entry: str = ""
    field: str = ""

    def wrong(self, what: str) -> InvalidContent:
        return InvalidContent(": ".join(part for part in (self.file, self.entry, self.field, what) if part))


def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls)


def build(cls: type[Entry], table: object, place: Place, **given: object) -> Entry:
    """One entry from one table; `given` fields come from elsewhere (a card's focus is its folder)."""
    if not isinstance(table, Mapping):
        raise place.wrong("this should be a table of fields")
    fields = {field.name: field for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    _refuse_unknown(table, set(fields) - set(given), place)
    values = dict(given)
    for name, field in fields.items():
        if name in given:
            continue
        if name in table:
            values[name] = _value(_hints(cls)[name], table[name], dataclasses.replace(place, field=name))
        elif field.default is dataclasses.MISSING:
            raise dataclasses.replace(place, field=name).wrong("this is missing")
    try:
        return cls(**values)
    except InvalidContent:
        raise
    except ValueError as error:
        raise place.wrong(str(error)) from error


def _refuse_unknown(table: Mapping[str, object], known: set[str], place: Place) -> None:
    unknown = sorted(set(table) - known)
    if unknown:
        fields = ", ".join(sorted(known))
        raise dataclasses.replace(place, field=unknown[0]).wrong(
            f"this field is not known; there are {fields}"
        )


def _value(wanted: Any, found: object, place: Place) -> object:
    if get_origin(wanted) is tuple:
        return _several(get_args(wanted)[0], found, place)
    if isinstance(wanted, UnionType):
        return _value(next(part for part in get_args(wanted) if part is not NoneType), found, place)
    if dataclasses.is_dataclass(wanted):
        return build(wanted, found, place)  # type: ignore[arg-type]
    if issubclass(wanted, StrEnum):
        return _choice(wanted, found, place)
    return _plain(wanted, found, place)


def _several(wanted: Any, found: object, place: Place) -> tuple[object, ...]:
    if not isinstance(found, list):
        raise place.wrong("this should be a list")
    numbered = enumerate(found, start=1)
    return tuple(
        _value(wanted, one, dataclasses.replace(place, field=f"{place.field}[{n}]")) for n, one in numbered
    )


def _choice(wanted: type[StrEnum], found: object, place: Place) -> StrEnum:
    try:
        return wanted(str(found))
    except ValueError:
        choices = ", ".join(member.value for member in wanted)
        raise place.wrong(f"“{found}” is not one of {choices}") from None


def _plain(wanted: type, found: object, place: Place) -> object:
    is_another = isinstance(found, bool) != (wanted is bool) or isinstance(found, datetime)
    if is_another or not isinstance(found, wanted):
        kinds = {
            str: "words in quotation marks",
            int: "a whole number",
            date: "a date such as 2027-02-28",
            bool: "true or false",
        }
        raise place.wrong(f"“{found}” should be {kinds[wanted]}")
    if isinstance(found, str):
        text = " ".join(found.split())  # lines in a file are broken for the eye only
        if not text:
            raise place.wrong("this is empty")
        return text
    return found

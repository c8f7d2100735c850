"""Write an instrument down again: as plain tables, and as the text of a pack."""

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from fanlight.measure.instruments.instrument import Instrument
from fanlight.measure.instruments.words import Words

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
WIDTH = 110


def to_mapping(instrument: Instrument) -> dict[str, Any]:
    """The tables of a pack, fit for JSON: text, numbers, truths, lists and tables only.

    What has its default value is left out. `parse(to_mapping(instrument), file=…)` gives an equal
    instrument, so this is how a round keeps the wording that it asked.

    >>> from fanlight.measure.instruments import load, parse
    >>> parse(to_mapping(load("fanlight-six")), file="kept") == load("fanlight-six")
    True
    """
    return _table(instrument, instrument.languages[0])


def to_toml(instrument: Instrument) -> str:
    """The text of a pack. Reading it again gives an equal instrument."""
    tables = to_mapping(instrument)
    lines = [f"{key} = {_toml(value)}" for key, value in tables.items() if not _is_list_of_tables(value)]
    for key, value in tables.items():
        if _is_list_of_tables(value):
            for table in value:
                lines += ["", f"[[{key}]]"] + [
                    f"{_key(name)} = {_toml(field)}" for name, field in table.items()
                ]
    return "\n".join(lines) + "\n"


def _table(thing: Any, language: str) -> dict[str, Any]:
    """A dataclass as a table, without the fields that have their default."""
    return {
        field.name: _plain(value, language)
        for field in dataclasses.fields(thing)
        if (value := getattr(thing, field.name)) != field.default
    }


def _plain(value: Any, language: str) -> Any:
    if isinstance(value, Words):
        return str(value) if tuple(value) == (language,) else dict(value.pairs)
    if dataclasses.is_dataclass(value):
        return _table(value, language)
    if isinstance(value, tuple):
        return [_plain(entry, language) for entry in value]
    if isinstance(value, StrEnum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _is_list_of_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _key(name: str) -> str:
    return name if BARE_KEY.fullmatch(name) else _toml(name)


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(name)} = {_toml(field)}" for name, field in value.items()) + " }"
    if isinstance(value, list):
        return _toml_list([_toml(entry) for entry in value])
    # A JSON text is a TOML basic string, but for the delete character, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _toml_list(entries: Iterable[str]) -> str:
    entries = list(entries)
    line = f"[{', '.join(entries)}]"
    if len(line) < WIDTH - 20:
        return line
    return "[\n" + "".join(f"  {entry},\n" for entry in entries) + "]"

"""Rows of a sheet by their headings, and the languages that headings name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fanlight.measure.instruments.reading import LANGUAGE

KNOWN_LANGUAGES = {
    "english": "en",
    "welsh": "cy",
    "cymraeg": "cy",
    "irish": "ga",
    "gaelic": "gd",
    "scots": "sco",
    "polish": "pl",
    "romanian": "ro",
    "portuguese": "pt",
    "spanish": "es",
    "french": "fr",
    "german": "de",
    "italian": "it",
    "arabic": "ar",
    "bengali": "bn",
    "chinese": "zh",
    "gujarati": "gu",
    "hindi": "hi",
    "malayalam": "ml",
    "nepali": "ne",
    "panjabi": "pa",
    "punjabi": "pa",
    "somali": "so",
    "swahili": "sw",
    "tagalog": "tl",
    "tamil": "ta",
    "turkish": "tr",
    "ukrainian": "uk",
    "urdu": "ur",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet, and its cells by heading, in small letters."""

    number: int
    cells: Mapping[str, str] = field(default_factory=dict)

    def text(self, heading: str) -> str:
        return self.cells.get(heading, "")

    def starting_with(self, heading: str) -> list[str]:
        return [text for key, text in self.cells.items() if key.split(":", 1)[0] == heading]

    def languages(self, heading: str) -> Iterator[tuple[str, str]]:
        """The texts of `heading`, `heading::English (en)`, `heading:english` …, with the language named."""
        for key, text in self.cells.items():
            name, _, language = key.partition(":")
            if name == heading:
                yield language.strip(": "), text


@dataclass(frozen=True, slots=True)
class Sheet:
    rows: Sequence[Row] = ()


def sheet_rows(cells: Sequence[Sequence[object]]) -> Sheet:
    """Rows by heading. Empty rows, and cells under no heading, are passed over."""
    numbered = [(number, [_text(cell) for cell in row]) for number, row in enumerate(cells, start=1)]
    filled = [(number, row) for number, row in numbered if any(row)]
    if not filled:
        return Sheet()
    headings = [" ".join(heading.casefold().split()) for heading in filled[0][1]]
    return Sheet(
        [
            Row(number, {heading: text for heading, text in zip(headings, row, strict=False) if heading})
            for number, row in filled[1:]
        ]
    )


def language_code(name: str) -> str | None:
    """The short name of a language: "English (en)", "english" and "EN" are en. None where we cannot tell."""
    name = name.strip().casefold()
    if in_brackets := re.search(r"\(([a-z]{2,3}(?:-[a-z0-9]+)*)\)$", name):
        return in_brackets[1]
    if name in KNOWN_LANGUAGES:
        return KNOWN_LANGUAGES[name]
    return name if LANGUAGE.fullmatch(name) and len(name.split("-")[0]) == 2 else None


def _text(cell: object) -> str:
    """A cell as text; a spreadsheet keeps the code 1 as 1.0."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return str(cell).strip()

"""A small reader of tagged PDFs: the tree of their structure, with the words that belong to each part of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

CODES = re.compile(rb"<([0-9A-Fa-f]+)>")


@dataclass
class Part:
    """A part of the document: what it is (H1, Table, TD, Figure …), its words, and the parts inside it."""

    kind: str
    alt: str = ""
    words: str = ""
    parts: list["Part"] = field(default_factory=list)

    def every(self, kind: str) -> Iterator["Part"]:
        for part in self.parts:
            if part.kind == kind:
                yield part
            yield from part.every(kind)

    @property
    def all_words(self) -> str:
        return " ".join(" ".join([self.words, *(part.all_words for part in self.parts)]).split())


def structure(content: bytes) -> Part:
    with pikepdf.open(BytesIO(content)) as pdf:
        marked = {page.objgen: _marked_words(page) for page in pdf.pages}
        roots = pdf.Root.StructTreeRoot.K
        return _part(roots[0] if isinstance(roots, pikepdf.Array) else roots, marked, None)


def _part(node: Any, marked: dict[Any, dict[int, str]], page: Any) -> Part:
    page = node.get("/Pg", page)
    part = Part(str(node.S).lstrip("/"), alt=str(node.get("/Alt", "")))
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, int):
            part.words += marked[page.objgen].get(child, "") + " "
        elif "/S" in child:
            part.parts.append(_part(child, marked, page))
        elif "/MCID" in child:
            on = child.get("/Pg", page)
            part.words += marked[on.objgen].get(int(child.MCID), "") + " "
    return part


def _marked_words(page: Any) -> dict[int, str]:
    """The words of each marked piece of a page."""
    fonts = {name: _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        mark = next((each for each in reversed(marks) if each is not None), None)
        if name in {"BDC", "BMC"}:
            marks.append(_mark(operands))
        elif name == "EMC":
            marks.pop()
        elif name == "Tf":
            letters = fonts[str(operands[0])]
        elif mark is not None:
            found[mark] = found.get(mark, "") + _said(name, operands, letters)
    return found


def _mark(operands: Any) -> int | None:
    about = operands[1] if len(operands) > 1 else None
    return int(about["/MCID"]) if isinstance(about, pikepdf.Dictionary) and "/MCID" in about else None


def _said(operator: str, operands: Any, letters: dict[int, str]) -> str:
    """What an operator adds to the words: letters, or the gap of a new line."""
    if operator in {"Tj", "TJ"}:
        return _spelt(operands[0], letters)
    return " " if operator in {"T*", "Td", "TD", "Tm"} else ""


def _spelt(shown: Any, letters: dict[int, str]) -> str:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    words = ""
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            raw = bytes(piece)
            words += "".join(
                letters.get(int.from_bytes(raw[at : at + 2]), "") for at in range(0, len(raw), 2)
            )
    return words


def _letters(font: Any) -> dict[int, str]:
    """From glyphs to letters, as the font's own table says."""
    table: dict[int, str] = {}
    lines = font.ToUnicode.read_bytes().splitlines()
    section = b""
    for line in lines:
        if line.endswith((b"beginbfchar", b"beginbfrange")):
            section = line
        elif line.startswith(b"end"):
            section = b""
        elif section:
            codes = [bytes.fromhex(code.decode()) for code in CODES.findall(line)]
            first = int.from_bytes(codes[0])
            if section.endswith(b"bfchar"):
                table[first] = codes[1].decode("utf-16-be")
            else:
                start = int.from_bytes(codes[2])
                for step in range(int.from_bytes(codes[1]) - first + 1):
                    table[first + step] = chr(start + step)
    return table


def tables_by_heading(content: bytes, level: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Each table's rows of cells, with the heading of this level that stands above it."""
    heading = ""
    for part in _in_order(structure(content)):
        if part.kind == level:
            heading = part.all_words
        elif part.kind == "Table":
            yield heading, [[cell.all_words for cell in row.parts] for row in part.every("TR")]


def _in_order(part: Part) -> Iterator[Part]:
    for child in part.parts:
        yield child
        yield from _in_order(child)

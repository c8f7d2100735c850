"""The guide's texts for a facilitator, cut into what a template can lay out."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    """One line of advice; `begins` is printed bold."""

    text: str
    begins: str = ""


@dataclass(frozen=True)
class Section:
    heading: str
    points: tuple[Point, ...]


BOLD = re.compile(r"^\*\*(?P<begins>.+?)\*\*\s*(?P<text>.*)$")


def paragraphs(text: str) -> tuple[str, ...]:
    """Paragraphs, each on one line, without headings."""
    blocks = (" ".join(block.split()) for block in re.split(r"\n\s*\n", text))
    return tuple(block for block in blocks if block and not block.startswith("#"))


def sections(text: str) -> tuple[Section, ...]:
    """The parts under second headings, each with its points.

    >>> sections("# Hello\\n\\nWords.\\n\\n## Before\\n\\n- One\\n  more.\\n- **Tears.** Pause.")
    (Section(heading='Before', points=(Point(text='One more.', begins=''), Point(text='Pause.', begins='Tears.'))),)
    """
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return tuple(_section(part) for part in parts)


def _section(part: str) -> Section:
    heading, _, rest = part.partition("\n")
    points = (" ".join(point.split()) for point in re.split(r"^- ", rest, flags=re.MULTILINE))
    return Section(heading=heading.strip(), points=tuple(_point(point) for point in points if point))


def _point(text: str) -> Point:
    if found := BOLD.match(text):
        return Point(text=found["text"], begins=found["begins"])
    return Point(text=text)

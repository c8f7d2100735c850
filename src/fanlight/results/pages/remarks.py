"""Comments as the team sees them, each with the part of the results that its first reader put it beside."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

NO_THEME = "About several things, or something else"


@dataclass(frozen=True)
class Remark:
    """One comment; `theme` is the code of a theme of the questionnaire, or nothing."""

    text: str
    theme: str = ""


@dataclass(frozen=True)
class Beside:
    """What people wrote about one theme; without a title where no comment was put beside any."""

    title: str
    texts: tuple[str, ...]


def beside_themes(remarks: Iterable[Remark], titles: Mapping[str, str]) -> tuple[Beside, ...]:
    """The comments theme by theme, those beside none at the end. Within each, in the order in which they are given."""
    found: dict[str, list[str]] = {code: [] for code in titles}
    rest: list[str] = []
    for remark in remarks:
        found.get(remark.theme, rest).append(remark.text)
    groups = [Beside(titles[code], tuple(texts)) for code, texts in found.items() if texts]
    last = [Beside(NO_THEME if groups else "", tuple(rest))] if rest else []
    return (*groups, *last)

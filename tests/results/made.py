"""Releases and documents for tests, made by the real gate from answers that are made up here."""

import tomllib
from collections.abc import Mapping, Sequence

import numpy as np

from fanlight.measure.disclosure import EVERYBODY, Counted, Group, Policy, Released, release
from fanlight.measure.instruments import Instrument, parse
from fanlight.results.documents import Document, document_of
from fanlight.results.pages.read import Earlier, read_group
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import Asked
from fanlight.results.shapes import shape_of

ANSWERS = ("Strongly disagree", "Disagree", "In between", "Agree", "Strongly agree")
PACK = """
id = "small"
version = "1"
title = "A small questionnaire"
owner = "nobody"
licence = "public domain"
source = "made up"
permission = "shipped"
notice = "Made up for a test."
languages = ["en"]
items = [
  { code = "T1", scale = "agreement", wording = "We help one another.", chart_label = "We help" },
  { code = "T2", scale = "agreement", is_negative = true, wording = "Work gets <lost> & left.", chart_label = "Lost" },
  { code = "S1", scale = "agreement", wording = "It is safe to ask.", chart_label = "Safe to ask" },
  { code = "S2", scale = "often", wording = "=How often do we talk?", chart_label = "Talk" },
  { code = "N1", scale = "number", wording = "How many reports did you write?" },
]
[[scales]]
id = "agreement"
options = [
  { code = 1, label = "Strongly disagree" }, { code = 2, label = "Disagree" }, { code = 3, label = "In between" },
  { code = 4, label = "Agree" }, { code = 5, label = "Strongly agree" },
]
favourable = [4, 5]
[[scales]]
id = "often"
options = [
  { code = 1, label = "Never" }, { code = 2, label = "Rarely" }, { code = 3, label = "Now and then" },
  { code = 4, label = "Sometimes" }, { code = 5, label = "Often" }, { code = 6, label = "Always" },
]
favourable = [5, 6]
[[scales]]
id = "number"
options = [{ code = 1, label = "None" }, { code = 2, label = "1 or 2" }, { code = 3, label = "3 or more" }]
[[composites]]
code = "team"
title = "Team"
items = ["T1", "T2"]
[[composites]]
code = "safety"
title = "Safety"
items = ["S1", "S2"]
"""


def instrument() -> Instrument:
    return parse(tomllib.loads(PACK), file="small.toml")


def rows(counts: Sequence[Sequence[int]]) -> np.ndarray:
    """One row a respondent: `counts` says for each item how many chose each answer; the rest left it out."""
    people = max(sum(each) for each in counts)
    table = np.full((people, len(counts)), -1)
    for column, chosen in enumerate(counts):
        answers = [place for place, many in enumerate(chosen) for _ in range(many)]
        table[: len(answers), column] = answers
    return table


def released(
    groups: Mapping[str, Sequence[Sequence[int]]],
    *,
    people: int | None = None,
    minimum: int = 11,
    pack: Instrument | None = None,
) -> Released:
    """The release of these groups (one named "" is everybody), each given as counts by item and answer."""
    shape = shape_of(pack or instrument(), rounds=frozenset({"a round"}))
    tables = [rows(counts) for counts in groups.values()]
    paths = [(name,) for name, table in zip(groups, tables, strict=True) for _ in table]
    splits = {} if "" in groups else {"group": paths}
    population: dict[Group, int] = {} if people is None else {EVERYBODY: people}
    return release(
        Counted.from_answers(shape, np.concatenate(tables), splits, population), Policy(minimum=minimum)
    )


def reading(counts: Sequence[Sequence[int]], *, people: int | None = None) -> Reading:
    asked = Asked.UNKNOWN if people is None else Asked.A_KNOWN_TEAM
    return read_group(instrument(), released({"": counts}, people=people).result(), asked=asked)


def document(
    release: Released, *, pack: Instrument | None = None, earlier: Released | None = None
) -> Document:
    return document_of(
        release,
        pack or instrument(),
        title="What stood out",
        about="Some people answered.",
        promise="Nothing is shown about fewer than 11 people.",
        next_step="We talk on Friday.",
        earlier=Earlier("spring, closed in May", instrument(), earlier.result()) if earlier else None,
    )


MIXED = (2, 4, 6, 8, 4)
SPLIT = (9, 3, 0, 3, 9)
GOOD = (0, 1, 2, 9, 12)
POOR = (9, 9, 3, 2, 1)
ALIKE = (0, 0, 0, 0, 24)
OFTEN = (2, 4, 5, 6, 4, 3)
NUMBER = (9, 9, 6)
ORDINARY = (MIXED, MIXED, MIXED, OFTEN, NUMBER)

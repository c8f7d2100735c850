"""A gentle look for names of people in what a team writes down."""

import re
from collections.abc import Iterable, Iterator

from fanlight.people.models import Team, User

TITLES = r"Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sister|Matron|Nurse|Sir|Dame"
BEFORE_A_NAME = r"ask|asks|asked|by|from|told|tell|with|thank|thanks to|for|to"
NOT_A_NAME = re.compile(
    r"I|We|You|They|He|She|It|Our|The|An?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|Christmas|Easter|Ward|Theatre|English|Welsh|Datix|Teams"
)
_TITLED = re.compile(rf"\b(?:{TITLES})\.?\s+[A-Z][\w'’-]+")
_ADDRESSED = re.compile(rf"\b(?:{BEFORE_A_NAME})\s+([A-Z][a-z'’-]+)\b")


def names_in(text: str, *, team: Team) -> tuple[str, ...]:
    """Words that may be names: people of the team by name, "Dr Khan", "ask Priya". It may err both ways."""
    return tuple(dict.fromkeys([*_known(text, _roster(team)), *_titled(text), *_addressed(text)]))


def _roster(team: Team) -> Iterator[str]:
    for name in User.objects.filter(memberships__team=team).values_list("name", flat=True):
        yield from (part for part in name.split() if len(part) > 1)


def _known(text: str, names: Iterable[str]) -> Iterator[str]:
    words = set(re.findall(r"[\w-]+", text))
    return (name for name in names if name in words)


def _titled(text: str) -> Iterator[str]:
    return (found[0] for found in _TITLED.finditer(text))


def _addressed(text: str) -> Iterator[str]:
    return (found[1] for found in _ADDRESSED.finditer(text) if not NOT_A_NAME.fullmatch(found[1]))

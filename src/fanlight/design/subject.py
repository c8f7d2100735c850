"""Is a line about one person? Then it is no note about the work, whatever else it says. A pure look at words.

`recognisable` finds too much and asks. This is for forms that refuse, and a refusal cannot be ticked away, so it only
finds what is sure: somebody known by name, “she” as the one who acts, the nurse who is lazy, the lady in bed 4.
"""

import re
from collections.abc import Iterable, Iterator

from fanlight.design.recognisable import NOT_NAMES

# First names that are words too: at the head of a line they are more often the word. These are asked about instead.
_ALSO_WORDS = """
Amber Angel April Art August Autumn Bay Bill Carol Charity Chase Christian Clay Cliff Constance Crystal Daisy Dawn
Dean Drew Earl Eve Faith Frank Gene Glen Grace Guy Harmony Hazel Heather Holly Hope Hunter Iris Ivy Jack Jade Jasmine
Joy June Lance Lily Mark Mason Max May Melody Miles Misty Nick Olive Pat Patience Pearl Penny Pierce Poppy Price
Prudence Ray Reed Rich Rob Robin Rose Ruby Skip Star Sue Summer Victor Violet Wade Ward Will
"""
_WORDS_TOO = frozenset(_ALSO_WORDS.split())
_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Miss", "Prof", "Professor", "Sister", "Nurse", "Matron"})
# “Nurse Station” is a place, and “Sister Rounds” are an hour of the day.
_AFTER_TITLES = frozenset(
    [
        "Station",
        "Call",
        "Led",
        "Practitioner",
        "Associate",
        "Specialist",
        "Lead",
        "Bank",
        "Round",
        "Rounds",
        "Office",
    ]
)

_WHOM = (
    "nurse|doctor|consultant|registrar|manager|matron|sister|carer|care worker|support worker|assistant|HCA|"
    "receptionist|clerk|porter|cleaner|cook|chef|physio|therapist|pharmacist|paramedic|driver|midwife|surgeon|"
    "anaesthetist|dentist|GP|student|trainee|starter|volunteer|team leader|patient|resident|relative|wife|husband|"
    "daughter|son|mother|father"
)
_WHAT_LIKE = (
    "rude|lazy|slow|useless|careless|difficult|unkind|incompetent|aggressive|bossy|moody|grumpy|unhelpful|hopeless|"
    "arrogant|stupid|sloppy|unprofessional|a bully|kind|brilliant|wonderful|lovely|amazing|excellent|fantastic"
)
_DOES = "shouts|shouted|ignores|ignored|bullies|bullied|moans|moaned|sulks|sulked|gossips|snaps|snapped"
_IS_LIKE = rf"(?:is|was|seems|can be|gets)(?: (?:always|never|often|very|so|too|really|quite|a bit))* (?:{_WHAT_LIKE})"
_ACTS = rf"(?:(?:(?:always|never|often|just) )?(?:{_DOES})|{_IS_LIKE})"
_BEGINS = r"(?:^|[.!?;:] +)"

_SURE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEGINS}(?:(?:When|If|Because|While|After|Before|Whenever|Once) )?([Hh]e|[Ss]he)\b(?! ?/| or )",
        rf"\b((?:[Tt]he|[Oo]ur|[Mm]y|[Tt]hat|[Tt]his) (?:[a-z-]+ ){{0,2}}?(?:{_WHOM})) {_ACTS}\b",
        r"\b((?:lady|gentleman|man|woman|girl|boy|patient|resident) (?:in|from) "
        r"(?:bed|bay|room|side room|cubicle|flat) (?:no\.? ?|number )?[A-Z]?\d+)\b",
    )
)
_TITLED = re.compile(rf"\b((?:{'|'.join(sorted(_TITLES))})\.? ([A-Z][a-z']+))")
_STRANGER = re.compile(rf"{_BEGINS}([A-Z][a-z]+(?: [A-Z][a-z]+)?) {_ACTS}\b")


def person_in(line: str, *, names: Iterable[str] = ()) -> str:
    """The words that make a person the subject of a line, or nothing.

    `names` are those of people who are known to be about, such as a team's own.

    >>> person_in("Bob was late at handover", names=["Bob Hughes"])
    'Bob'
    >>> person_in("The night nurse is lazy")
    'The night nurse'
    >>> person_in("Nobody could say who had the keys")
    ''
    """
    return next(_persons(line, names), "")


def _persons(line: str, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from _known(line, name)
    for pattern in _SURE:
        yield from (found[1] for found in pattern.finditer(line))
    yield from (found[1] for found in _TITLED.finditer(line) if found[2] not in _AFTER_TITLES | NOT_NAMES)
    yield from (found[1] for found in _STRANGER.finditer(line) if NOT_NAMES.isdisjoint(found[1].split()))


def _known(line: str, name: str) -> Iterator[str]:
    """The whole name; or the first name, unless it is a word too, or a capital follows: “Martha’s Rule” is nobody."""
    parts = [part for part in name.split() if part.rstrip(".") not in _TITLES]
    sought = [" ".join(parts)] if len(parts) > 1 else []
    if parts and parts[0] not in _WORDS_TOO and len(parts[0]) > 1:
        sought.append(parts[0])
    for words in sought:
        if found := re.search(rf"\b{re.escape(words)}\b(?!(?:['’]s)? [A-Z])", line):
            yield found[0]

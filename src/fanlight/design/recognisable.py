"""What in a text could tell people who wrote it, or whom it is about: a pure look at words, for a gentle warning.

It finds too much rather than too little, and nobody is stopped: the writer decides. The same patterns may run in a
page while one types (they are sent along), so they are written for both Python and JavaScript: no look-behind, no
flags. Each pattern's first group is what is shown.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from fanlight.design.english import listed
from fanlight.design.given_names import GIVEN_NAMES


class Kind(StrEnum):
    """What a passage may give away, in the words in which the writer is told."""

    CONTACT = "an address or number"
    DATE = "a date or time"
    PLACE = "a bed, bay or room"
    ROLE = "a job that few people have"
    NAME = "a name"


@dataclass(frozen=True)
class Passage:
    """Some words of a text, and what they may give away."""

    kind: Kind
    words: str


_DAYS = "[Mm]on|[Tt]ues?|[Ww]ed(?:nes)?|[Tt]hur?s?|[Ff]ri|[Ss]at(?:ur)?|[Ss]un"
_MONTHS = (
    "[Jj]an(?:uary)?|[Ff]eb(?:ruary)?|[Mm]ar(?:ch)?|[Aa]pr(?:il)?|[Jj]une?|[Jj]uly?|[Aa]ug(?:ust)?|"
    "[Ss]ept?(?:ember)?|[Oo]ct(?:ober)?|[Nn]ov(?:ember)?|[Dd]ec(?:ember)?"
)
_TITLES = (
    "[Ww]ard managers?|[Hh]ome managers?|[Dd]eputy managers?|[Pp]ractice managers?|[Cc]linical leads?|"
    "[Mm]atrons?|[Ss]isters?|[Cc]harge nurses?|[Cc]onsultants?|[Rr]egistrars?|[Pp]harmacists?|"
    "[Hh]ead of \\w+|[Dd]irectors?|[Tt]eam leaders?|[Cc]lerks?|[Rr]eceptionists?|[Cc]hefs?|[Cc]haplains?|"
    "[Pp]hysios?|[Pp]hysiotherapists?|[Oo]ccupational therapists?|[Dd]ieti[ct]ians?|[Pp]sychologists?|[Pp]orters?"
)
# What people do and things do not: a capital before one of these is a name even where a sentence begins.
_ONLY_PEOPLE_DO = (
    "said|says|told|tells|asked|asks|shouted|ignored|refused|forgot|forgets|apologised|cried|thanked|thought|thinks|"
    "knew|knows|felt|feels|noticed|offered|wrote|rang|rushed|tried|wanted|promised|admitted|complained|"
    "(?:was|is) (?:rude|angry|upset|tired|ill|off sick|alone|crying|kind|new)"
)
# Words that begin with a capital without being anybody's name.
_CAPITALS = """
I NHS A E The We They It He She You Our My This That There What Who Which When If No Nothing Everything Everyone
Everybody Nobody Someone Somebody Staff Nurses Doctors Patients Management Managers Handover Communication Monday
Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays
January February March April May June July August September October November December
English Welsh Scottish Irish British Christmas Easter Ramadan Eid Diwali Covid God Ward
Bay Bed Room Unit Sister Matron Consultant Trust Hospital Datix Freedom Speak Guardian Band Teams Zoom WhatsApp
Pharmacy Pharmacists Theatre Theatres Porters Reception Security Switchboard Radiology Lab Labs Estates Kitchen
Families Relatives Carers Residents Visitors Neighbours Volunteers Students Trainees Midwives Surgeons Paramedics
Therapists Physios Consultants Registrars Juniors Seniors Colleagues People Others Anyone Anybody Half Most Some Many
Few Both Several Things One Two Three None All Each Nights Days Agency Bank Family Patient Resident Relative Visitor
Nurse Doctor Porter Manager Managers Who Neither Either Cleaners Clerks Ambulance Control Drivers Crews
Alarms Phones Telephones Bells Please Thank Thanks Not And But So As At In On Or To All Very More Also Just
"""
NOT_NAMES = frozenset(_CAPITALS.split())

PATTERNS: tuple[tuple[Kind, str], ...] = (
    (Kind.CONTACT, r"([^\s@]+@[^\s@]+\.[a-z]+)"),
    (Kind.CONTACT, r"(?:^|\D)((?:\+44|0)[\d ]{9,12}\d)"),
    (Kind.DATE, rf"\b(\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTHS}))\b"),
    (Kind.DATE, rf"\b((?:{_MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?)\b"),
    (Kind.DATE, r"\b(\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\b"),
    (
        Kind.DATE,
        rf"\b((?:[Ll]ast|[Tt]his|[Nn]ext) (?:{_DAYS})(?:days?|s)?(?: (?:night|morning|evening))?)\b",
    ),
    (Kind.DATE, r"\b((?:[Ll]ast night|[Yy]esterday|[Tt]his morning|[Ll]ast weekend))\b"),
    (Kind.DATE, r"\b(\d{1,2}:\d{2}|\d{1,2}(?:[:.]\d{2})? ?(?:am|pm))\b"),
    (
        Kind.PLACE,
        r"\b((?:[Bb]ed|[Bb]ay|[Rr]oom|[Ss]ide room|[Cc]ubicle|[Ff]lat|[Ww]ard) (?:no\.? ?|number )?[A-Z]?\d+\w?)\b",
    ),
    (Kind.ROLE, rf"\b((?:{_TITLES}))\b"),
    (Kind.NAME, r"\b((?:Dr|Mr|Mrs|Ms|Miss|Prof|Sister|Nurse|Matron)\.? [A-Z][a-z']+)"),
    (Kind.NAME, r"[a-z0-9,;:)] (?=([A-Z][a-z]+)\b)"),
    (Kind.NAME, rf"\b([A-Z][a-z]+) (?:{_ONLY_PEOPLE_DO})\b"),
    (Kind.NAME, rf"(?:^|[-.!?:;(\n])\s*({'|'.join(GIVEN_NAMES)})\b"),
)


def recognisable(text: str, *, names: Iterable[str] = ()) -> tuple[Passage, ...]:
    """What may give somebody away, in the order of the kinds, each passage once.

    `names` are those of people who are known to be about, such as a team's own.

    >>> [(passage.kind.value, passage.words) for passage in recognisable("On 3 March Sarah was alone in bed 12.")]
    [('a date or time', '3 March'), ('a bed, bay or room', 'bed 12'), ('a name', 'Sarah')]
    >>> recognisable("Bob hands over late", names=["Bob Hughes"])
    (Passage(kind=<Kind.NAME: 'a name'>, words='Bob'),)
    >>> recognisable("I like working here. We help each other.")
    ()
    """
    found = tuple(dict.fromkeys([*_known(text, names), *_found(text)]))
    return tuple(sorted((each for each in found if not _is_inside(each, found)), key=_place))


def in_words(found: Iterable[Passage]) -> tuple[str, ...]:
    """What was found, as people are told: a sentence for each kind.

    >>> in_words(recognisable("Sarah said so, and Ravi told me."))
    ('“Ravi” and “Sarah” could be a name.',)
    """
    by_kind: dict[Kind, list[str]] = {}
    for passage in found:
        by_kind.setdefault(passage.kind, []).append(f"“{passage.words}”")
    return tuple(f"{listed(words)} could be {kind.value}." for kind, words in by_kind.items())


def _place(passage: Passage) -> int:
    return list(Kind).index(passage.kind)


def _is_inside(passage: Passage, found: Iterable[Passage]) -> bool:
    """“Khan” goes without saying where “Dr Khan” is said."""
    return any(passage.words != other.words and passage.words in other.words.split() for other in found)


def _known(text: str, names: Iterable[str]) -> Iterator[Passage]:
    words = set(re.findall(r"[\w-]+", text))
    parts = (part for name in names for part in name.split() if len(part) > 1)
    return (Passage(Kind.NAME, part) for part in parts if part in words)


def _found(text: str) -> Iterator[Passage]:
    for kind, pattern in PATTERNS:
        for match in re.finditer(pattern, text):
            words = match.group(1).strip()
            if kind is not Kind.NAME or not NOT_NAMES.issuperset(words.split()):
                yield Passage(kind, words)

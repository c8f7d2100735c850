"""What the people who answer are told, made from the live configuration, so that it cannot drift from the truth.

It is frozen with the round when it opens: whoever answered was told exactly this.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from fanlight.audit.data_map import About, data_map
from fanlight.design.english import capital, day, listed, moment
from fanlight.measure.disclosure import Policy
from fanlight.people.roles import MAY, TEAM_ROLES, May, Role
from fanlight.surveys.models import Round, Way
from fanlight.surveys.queries import parts_of

TYPISTS = listed(f"{role.label.lower()}s" for role in Role if May.TYPE_IN_PAPER in MAY[role])

# The tables that hold something of those who answer a team's round, from sending to the end.
SLIPS = "responses.slip"
KEPT_OF_ANSWERS = (
    "responses.sealedanswer",
    SLIPS,
    "responses.answer",
    "responses.comment",
    "results.judgement",
)

CANNOT_PREVENT = {
    Way.LINK: "The link is the same for everybody, so it cannot stop somebody from answering twice. Somebody "
    "who sends many forms knows what stands in them, and could tell more of what the others said.",
    Way.SLIPS: "Each slip works once. Nobody knows who draws which, if they are shuffled before they are handed out.",
    Way.SHARED_DEVICE: "Somebody standing behind you could see the screen. The device keeps nothing of what you typed.",
    Way.PAPER: f"Whoever types a paper form in reads it. Only the team’s {TYPISTS} may, and nobody who leads the team. "
    "Write nothing on it that only you would write.",
}


@dataclass(frozen=True)
class Section:
    """One question that people have, and the sentences that answer it."""

    heading: str
    sentences: tuple[str, ...]


def promise_for(round: Round, *, policy: Policy) -> tuple[Section, ...]:
    """The promise of a round, from its own dates and ways, the data map, the table of roles and the policy."""
    return (
        Section("What is kept", _kept(round)),
        Section("What is never kept", _never_kept()),
        Section("Who sees what, and when", _seen(round)),
        Section("What is held back", _held_back(round, policy)),
        Section("What cannot be prevented", _limits(round)),
    )


def _kept(round: Round) -> tuple[str, ...]:
    """What the map of data says of those who answer this round, in the order in which it is kept."""
    tables = [table for table in KEPT_OF_ANSWERS if table != SLIPS or Way.SLIPS in round.ways]
    sealed = [kept for kept in data_map() if kept.about is About.SEALED and kept.field != "id"]
    said = [kept for table in tables for kept in sealed if kept.table == table]
    return tuple(f"{capital(kept.purpose)}: {kept.until}." for kept in said)


def _never_kept() -> tuple[str, ...]:
    personal = [
        kept for kept in data_map() if kept.table.startswith("responses.") and kept.about is About.PERSON
    ]
    if personal:  # a rule test fails first; the promise does not lie even then
        return tuple(f"This is kept of you: {kept.purpose}." for kept in personal)
    return (
        "Your name, your account, your address on the network, your device, the time, the order in which answers came.",
        "We keep nothing of what you fill in before you press Send.",
    )


def _held_back(round: Round, policy: Policy) -> tuple[str, ...]:
    rules = tuple(rule.promise for rule in policy.thresholds())
    if len(parts_of(round)) == 1:
        return rules
    people = -(-policy.minimum // 2)
    return (
        f"You are asked twice, and both times are counted together. At least {policy.minimum} answers are needed. "
        f"Most of you answer both times, so as few as {people} people may stand behind them: because of that, more "
        "answers must differ before a question is shown in full.",
        *rules[1:],
    )


def _results_come(round: Round) -> tuple[str, ...]:
    """When results come, and to whom."""
    readers = listed(f"each {role.label.lower()}" for role in Role if May.SEE_RESULTS in MAY[role])
    parts = parts_of(round)
    together = (
        (
            f"This is one of two times that you are asked: until {moment(parts[0].closes_at)}, and from "
            f"{day(parts[-1].opens_at)}. The results of both come together, once. Neither is ever shown by itself; if "
            "the second does not take place, the answers of the first are deleted unread.",
        )
        if len(parts) > 1
        else ()
    )
    two_teams = (
        ("Which team somebody is in is not asked and not kept. The results cannot be told apart by team.",)
        if round.sister
        else ()
    )
    return (
        f"Until {moment(parts[-1].closes_at)} nobody can read any answer. They are sealed until the close.",
        *together,
        f"Then everybody in {round.whose} sees the same results at the same moment: {readers}.",
        *two_teams,
    )


def _seen(round: Round) -> tuple[str, ...]:
    others = [role.label.lower() for role in Role if role not in TEAM_ROLES and May.SEE_PROCESS in MAY[role]]
    return (
        *_results_come(round),
        f"Nobody else sees them. Others ({listed(others)}) see that a round and a talk took place, roughly how many "
        "answered, and how many things were tried.",
        "If you write a comment, a facilitator reads it first: somebody whom the team asked, and who neither works in "
        "the team, nor leads it, nor administers what is above it. They see comments and no answers, and black out "
        "what could point to somebody. Then the team sees them at once, in no order, and what was written is erased.",
        "If too few people answer for results to be shown, or nobody has read the comments after 90 days, they are "
        "erased unread.",
        "Whoever has the link of this round can read afterwards, in words and without figures, what stood out and "
        "what the team did about it.",
        "Results are never used to compare or to rank teams.",
    )


def _limits(round: Round) -> tuple[str, ...]:
    is_by_slip = Way.SLIPS in round.ways  # then every answer needs one, and the link alone opens nothing
    ways = [Way(way) for way in round.ways if not (is_by_slip and way == Way.LINK)]
    return (
        *(CANNOT_PREVENT[way] for way in ways),
        "Whoever controls the running server could watch what is sent to it. "
        "What is done about that is written down for all to read.",
    )


def to_json(sections: Iterable[Section]) -> list[dict[str, Any]]:
    return [asdict(section) for section in sections]


def from_json(kept: list[dict[str, Any]]) -> tuple[Section, ...]:
    return tuple(Section(each["heading"], tuple(each["sentences"])) for each in kept)

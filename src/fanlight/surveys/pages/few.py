"""What a team hears that may be too small for figures, before anybody is asked: and the ways that are open to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from fanlight.design.english import moment
from fanlight.design.frame import Link
from fanlight.measure.disclosure import Policy
from fanlight.people.models import Team
from fanlight.surveys.models import Round, State
from fanlight.surveys.promise import Section, promise_for
from fanlight.surveys.queries import people_asked, policy_for

USUAL_SHARE = 0.66  # two in three answering is usual


@dataclass(frozen=True)
class WayOn:
    """One of the ways that are open to a small team."""

    title: str
    text: str
    link: Link
    drawing: str


@dataclass(frozen=True)
class SmallPage:
    title: str
    lead: str
    ways: tuple[WayOn, ...]
    back: Link


@dataclass(frozen=True)
class TogetherPage:
    """The link to a sister team's lead; or, once they take part, who they are."""

    title: str
    lead: str
    paragraphs: tuple[str, ...]
    address: str
    part_ways: str
    way_on: Link | None
    back: Link


@dataclass(frozen=True)
class JoinPage:
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    promise: tuple[Section, ...]


def is_small(round: Round, policy: Policy) -> bool:
    """Whether a usual share of answers would be too few to show."""
    return people_asked(round) * USUAL_SHARE < policy.minimum


def few_people_notes(round: Round, policy: Policy) -> list[str]:
    """What a lead should know before asking a team that may be too small for figures."""
    people, least = people_asked(round), policy.minimum
    if people < least:
        return [
            f"Results need at least {least} answers, and there are {people} of you: no figure could ever be shown."
        ]
    if is_small(round, policy):
        return [
            f"Results need at least {least} answers. With {people} people, nearly everybody has to answer."
        ]
    return []


def small_page(round: Round, policy: Policy) -> SmallPage:
    return SmallPage(
        title="A small team has other ways",
        lead=f"{' '.join(few_people_notes(round, policy)) or 'There are enough of you.'} That protects each of you. "
        "What would suit you?",
        ways=tuple(_ways(round, policy)),
        back=Link(text=round.title, href=reverse("round", args=[round.public_id])),
    )


def _ways(round: Round, policy: Policy) -> list[WayOn]:
    """The ways that are open. Asking twice adds answers, not people, so it is no way for fewer than the minimum."""
    enough = people_asked(round) >= policy.minimum
    ways = [TALK.to("discussion", round.team.public_id)]
    if round.state == State.DRAFT and not round.waits_for:
        ways.append(TOGETHER.to("together", round.public_id))
        if enough and not round.sister:
            ways.append(TWICE.to("twice", round.public_id))
    alone = ALL_THE_SAME if enough else IN_VAIN
    return [*ways, alone.to("debrief_booking", round.public_id)]


@dataclass(frozen=True)
class Offer:
    """One of the ways in words, before it is known of which round."""

    title: str
    text: str
    link: str
    drawing: str

    def to(self, name: str, public_id: str) -> WayOn:
        return WayOn(
            self.title, self.text, Link(text=self.link, href=reverse(name, args=[public_id])), self.drawing
        )


TALK = Offer(
    "Talk, without asking",
    "Cards and an agenda for half an hour. Nothing is stored but what you agree. For many small teams this is the best "
    "way of all.",
    "See how that goes",
    "talk",
)
TOGETHER = Offer(
    "Ask together with another team",
    "One round, two teams, the same results for both at the same moment. Nobody can tell which team said what.",
    "Ask another team along",
    "teamwork",
)
TWICE = Offer(
    "Ask twice, and hear once",
    "The same questions again in a few weeks. The answers of both times are counted together, once, and never apart.",
    "Plan the second time",
    "ask",
)
ALL_THE_SAME = Offer(
    "Ask all the same",
    "If nearly everybody answers, there are figures. Say so to the team beforehand.",
    "Go on to the debrief",
    "communication",
)
IN_VAIN = Offer(
    "Ask all the same",
    "You would hear nothing back, however many answer. Asking twice would not help: it adds answers, not people.",
    "Go on to the debrief",
    "communication",
)


SUITS_BOTH = "Find a time for the debrief that suits both teams, or two times."


def together_page(round: Round) -> TogetherPage:
    args = [round.public_id]
    back = Link(text=round.title, href=reverse("round", args=args))
    if round.sister:
        own = round.people - (round.sister_people or 0)
        return TogetherPage(
            title=f"{round.sister.name} takes part",
            lead=f"{own} people in {round.team.name} and {round.sister_people} in {round.sister.name} are asked. "
            "The results belong to both.",
            paragraphs=() if round.is_over else (SUITS_BOTH,),
            address="",
            part_ways=reverse("part_ways", args=args)
            if round.state in {State.DRAFT, State.SCHEDULED}
            else "",
            way_on=None
            if round.is_over
            else Link(text="Go on to the debrief", href=reverse("debrief_booking", args=args)),
            back=back,
        )
    link = reverse("join_round", args=[round.public_id, round.joining_key])
    return TogetherPage(
        title="Ask another team along",
        lead="Choose a team that works much as you do, and whose lead you trust. Send this link to them.",
        paragraphs=(
            "They see what is asked and when, and say how many they are. Nobody is asked before you open the round.",
            "The results cannot be told apart by team, by anybody, ever. Neither team is asked the same questions "
            "alone for half a year before or after: the difference would give the other team away.",
        ),
        address=settings.FANLIGHT.address + link,
        part_ways="",
        way_on=None,
        back=back,
    )


def join_page(round: Round, teams: Sequence[Team]) -> JoinPage:
    """What a sister team's lead sees first: the round as it would be with one of their teams in it."""
    one = teams[0]
    round.sister = one if len(teams) == 1 else Team(name="your team", organisation=one.organisation)
    return JoinPage(
        title=f"Ask together with {round.team.name}?",
        lead="One round for both teams, and one result, for both at the same moment. Nobody can tell which team said "
        "what.",
        facts=(
            ("What is asked", round.title),
            ("Asked already", f"{round.people} people in {round.team.name}, {round.team.organisation.name}"),
            ("It opens", moment(round.opens_at)),
            ("It closes", moment(round.closes_at)),
            ("We talk about it", moment(round.debrief_at) if round.debrief_at else "not booked yet"),
        ),
        promise=promise_for(round, policy=policy_for(round)),
    )

"""The pages on which a lead sets a round up, and the promise that everybody can read."""

from dataclasses import dataclass
from datetime import timedelta

from django import forms
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.measure.disclosure import Policy
from fanlight.people.models import Team
from fanlight.surveys.models import Round
from fanlight.surveys.promise import Section, from_json, promise_for

RESTED = timedelta(days=60)  # a team asked again sooner than this answers less, and less carefully


@dataclass(frozen=True)
class FormPage:
    """A page with one form: what it is for, its button, and the way back."""

    title: str
    lead: str
    form: forms.Form | None
    action: str
    back: Link
    notes: tuple[str, ...] = ()
    is_final: bool = False


@dataclass(frozen=True)
class OpenPage:
    """The last look before people are asked."""

    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    promise: tuple[Section, ...]
    action: str
    back: Link


@dataclass(frozen=True)
class PromisePage:
    title: str
    lead: str
    sections: tuple[Section, ...]
    back: Link


def round_link(round: Round) -> Link:
    return Link(text=round.title, href=reverse("round", args=[round.public_id]))


def plan_page(team: Team, form: forms.Form) -> FormPage:
    return FormPage(
        title="Plan a round",
        lead="Ten minutes now. Nobody is asked before you say so at the end.",
        form=form,
        action="Go on to the debrief",
        back=Link(text=team.name, href=reverse("team_home", args=[team.public_id])),
        notes=tuple(_rest(team)),
    )


def _rest(team: Team) -> list[str]:
    """A word if the team was asked only lately."""
    last = team.rounds.order_by("-closes_at").first()
    if last is None or last.closes_at + RESTED <= timezone.now():
        return []
    return [
        f"This team's last round closes or closed on {day(last.closes_at)}. People tire of being asked: "
        f"better wait until {day(last.closes_at + RESTED)}, and act on what was said meanwhile."
    ]


def pulse_page(round: Round, form: forms.Form) -> FormPage:
    return FormPage(
        title="Which questions?",
        lead="A pulse is one to five questions. A minute to answer, and good for seeing whether a change helps.",
        form=form,
        action="Go on to the debrief",
        back=round_link(round),
    )


def debrief_page(round: Round, form: forms.Form) -> FormPage:
    return FormPage(
        title="When will you talk about it?",
        lead=(
            "Book it before anybody is asked. People answer when they know that they will hear, "
            "and results are ready the moment the round closes."
        ),
        form=form,
        action="Book the debrief",
        back=round_link(round),
    )


def extend_page(round: Round, form: forms.Form) -> FormPage:
    return FormPage(
        title="Give people more time?",
        lead=f"It closes on {moment(round.closes_at)} now. A round can be extended once.",
        form=form,
        action="Extend the round",
        back=round_link(round),
    )


def drop_page(round: Round) -> FormPage:
    return FormPage(
        title="Drop this round?",
        lead="Nobody has been asked yet, so nothing is lost but the plan.",
        form=None,
        action="Drop the round",
        back=round_link(round),
        is_final=True,
    )


def open_page(round: Round, *, minimum: int) -> OpenPage:
    opens_now = round.opens_at <= timezone.now()
    when = "now" if opens_now else f"by itself on {moment(round.opens_at)}"
    return OpenPage(
        title="Ready to ask?",
        facts=(
            ("What is asked", f"{round.title}{_how_many(round)}"),
            ("Of how many", f"{round.people} people in {round.team.name}"),
            ("It opens", when),
            ("It closes", moment(round.closes_at)),
            (
                "We talk about it",
                f"{moment(round.debrief_at)}, {round.debrief_place}" if round.debrief_at else "not booked",
            ),
        ),
        notes=tuple(small_team_notes(round.people, minimum)),
        promise=promise_for(round, policy=Policy(minimum=minimum)),
        action="Open the round" if opens_now else "Schedule the round",
        back=round_link(round),
    )


def _how_many(round: Round) -> str:
    return f", {len(round.only_items)} of its questions" if round.only_items else ""


def small_team_notes(people: int, minimum: int) -> list[str]:
    """What a lead should know before asking a team that may be too small for figures."""
    if people < minimum:
        return [
            f"Results need at least {minimum} answers, and there are {people} of you: no figure could ever be shown.",
            "A team of your size learns more by talking. Use the cards and the debrief's agenda without a round.",
        ]
    if people * 0.66 < minimum:  # two in three answering is usual
        return [
            f"Results need at least {minimum} answers. With {people} people, nearly everybody has to answer. "
            "If that is doubtful, talk with the cards instead, or ask together with a sister team."
        ]
    return []


def promise_page(round: Round) -> PromisePage:
    return PromisePage(
        title="What we promise you",
        lead=f"This is about {round.title} in {round.team.name}. It was fixed when the round opened.",
        sections=from_json(round.promise or []),
        back=Link(text="Back to the questions", href=reverse("respond", args=[round.door])),
    )

"""The pages on which a lead sets a round up, and the promise that everybody can read."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import day, moment
from fanlight.design.frame import Link
from fanlight.measure.disclosure import Policy
from fanlight.people.models import Organisation, Team
from fanlight.people.pages.place import home_link
from fanlight.surveys.actions.refused import too_like_words
from fanlight.surveys.forms.planning import tired_words
from fanlight.surveys.models import OtherSurvey, Round, State
from fanlight.surveys.pages.few import few_people_notes, is_small
from fanlight.surveys.promise import Section, from_json, promise_for
from fanlight.surveys.queries import TooSoon, too_like, too_soon


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
    step: int = 0  # of three, while a round is being set up


@dataclass(frozen=True)
class OpenPage:
    """The last look before people are asked."""

    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    few: str
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
        action="Go on",
        back=home_link(team),
        notes=() if form.is_bound else tuple(_rest(team)),
        step=1,
    )


def _rest(team: Team) -> list[str]:
    """A word if the team was asked only lately."""
    today = timezone.localdate()
    near = too_soon([team], today, today + timedelta(days=14), is_pulse=False)
    if near is None:
        return []
    words = tired_words(near, today).removesuffix(" Or tick below.").removesuffix(", or tick below.")
    return [words if near.asking.begins > today else f"{words} {_pulse_words(near, today)}"]


def _pulse_words(near: TooSoon, today: date) -> str:
    """A few questions tire less, and may come earlier."""
    if near.pulse_from <= today:
        return "A pulse can be asked now."
    return f"A pulse can be asked from {day(near.pulse_from)}."


def pulse_page(round: Round, form: forms.Form) -> FormPage:
    return FormPage(
        title="Which questions?",
        lead="A pulse is one to five questions. A minute to answer, and good for seeing whether a change helps.",
        form=form,
        action="Go on to the debrief",
        back=round_link(round),
        step=1,
    )


def twice_page(round: Round, form: forms.Form) -> FormPage:
    return FormPage(
        title="When do you ask again?",
        lead=f"The first time closes on {day(round.closes_at)}. Nothing is shown then: its answers stay sealed until "
        "the second time has closed.",
        form=form,
        action="Plan the second time",
        back=round_link(round),
        notes=(
            "Both are released together, once. Neither is ever shown by itself, and if the second does not take place, "
            "the answers of the first are deleted unread.",
        ),
    )


def debrief_page(round: Round, form: forms.Form) -> FormPage:
    if round.debrief_at:
        is_told = round.state != State.DRAFT
        return FormPage(
            title="Another time for the talk?",
            lead="Change what is different, and leave the rest.",
            form=form,
            action="Change the debrief",
            back=round_link(round),
            notes=("Posters that hang name the old time. Print new ones, and tell people.",)
            if is_told
            else (),
        )
    return FormPage(
        title="When will you talk about it?",
        lead=(
            "Book it before anybody is asked. People answer when they know that they will hear, "
            "and results are ready the moment the round closes."
        ),
        form=form,
        action="Book the debrief",
        back=round_link(round),
        step=2,
    )


def change_page(round: Round, form: forms.Form) -> FormPage:
    hang = "Posters that hang already have the old days on them. Print new ones."
    return FormPage(
        title="Change the plan",
        lead="Nobody has been asked yet, so days, people and ways can still be changed. For other questions, plan "
        "another round.",
        form=form,
        action="Change the plan",
        back=round_link(round),
        notes=(hang,) if round.state == State.SCHEDULED else (),
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


def calendar_link(organisation: Organisation) -> Link:
    return Link(text="The calendar", href=reverse("asking_calendar", args=[organisation.public_id]))


def other_survey_page(organisation: Organisation, form: forms.Form) -> FormPage:
    return FormPage(
        title="What else are people asked?",
        lead=f"It tires them as well. Everybody who plans a round in {organisation.name} is told of it.",
        form=form,
        action="Put it into the calendar",
        back=calendar_link(organisation),
    )


def remove_survey_page(organisation: Organisation, survey: OtherSurvey) -> FormPage:
    return FormPage(
        title=f"Take “{survey.title}” out of the calendar?",
        lead="Nobody who plans a round is told of it any more.",
        form=None,
        action="Take it out",
        back=calendar_link(organisation),
        is_final=True,
    )


def open_page(round: Round, policy: Policy) -> OpenPage:
    opens_now = round.opens_at <= timezone.now()
    when = "now" if opens_now else f"by itself on {moment(round.opens_at)}"
    return OpenPage(
        title="Ready to ask?",
        facts=(
            ("What is asked", f"{round.title}{_how_many(round)}"),
            ("Of how many", f"{round.people} people in {round.whose}"),
            ("It opens", when),
            ("It closes", moment(round.closes_at)),
            *_second_time(round),
            ("We talk about it", round.debrief_in_full if round.debrief_at else "not booked"),
        ),
        notes=(*few_people_notes(round, policy), *_too_like(round)),
        few=reverse("small_team", args=[round.public_id]) if is_small(round, policy) else "",
        promise=promise_for(round, policy=policy),
        action="Open the round" if opens_now else "Schedule the round",
        back=round_link(round),
    )


def _too_like(round: Round) -> list[str]:
    other = too_like(round)
    return [too_like_words(round=round, other=other)] if other else []


def _how_many(round: Round) -> str:
    return f", {len(round.only_items)} of its questions" if round.only_items else ""


def _second_time(round: Round) -> tuple[tuple[str, str], ...]:
    if not round.waits_for:
        return ()
    second = round.waits_for
    return (
        ("Asked again", f"from {day(second.opens_at)} to {day(second.closes_at)}; results of both come then"),
    )


def _back_from_promise(round: Round) -> Link:
    """Whoever comes to the promise after the close finds no questions any more, but what came of them."""
    if round.is_over:
        return Link(text="What came of it", href=reverse("we_did", args=[round.door]))
    return Link(text="Back to the questions", href=reverse("respond", args=[round.door]))


def promise_page(round: Round) -> PromisePage:
    return PromisePage(
        title="What we promise you",
        lead=f"This is about {round.title} in {round.whose}. It was fixed when the round opened.",
        sections=from_json(round.promise or []),
        back=_back_from_promise(round),
    )

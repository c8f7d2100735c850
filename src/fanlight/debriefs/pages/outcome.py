"""What came of a talk: the page that the team keeps, and the forms that fill it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.models import Noted
from fanlight.debriefs.queries import Outcome
from fanlight.design.english import capital, counted, day, share
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.writing import WritingPage
from fanlight.improvement.actions import MOST
from fanlight.improvement.models import AgreedAction
from fanlight.people.models import Team
from fanlight.people.pages.place import where
from fanlight.surveys.models import Round


@dataclass(frozen=True)
class Card:
    """An agreed action as it stands on a page."""

    what: str
    first_step: str
    who: str
    when: str
    progress: str
    note: str
    change: Link


@dataclass(frozen=True)
class Line:
    words: str
    drop: Link


@dataclass(frozen=True)
class OutcomePage:
    where: Where
    title: str
    lead: str
    back: Link
    cards: tuple[Card, ...]
    agree: Link | None
    themes: tuple[Line, ...]
    still_open: tuple[Line, ...]
    meetings: tuple[str, ...]
    write: Link
    feedback: tuple[str, ...]
    feedback_link: Link | None
    we_did: Link


def where_in(team: Team, step: Step = Step.TALK) -> Where:
    return where(team, step)


def kit_link(round: Round) -> Link:
    return Link(text="The debrief’s kit", href=reverse("debrief_kit", args=[round.public_id]))


def outcome_link(round: Round) -> Link:
    return Link(text="What came of the talk", href=reverse("outcome", args=[round.public_id]))


def outcome_page(round: Round, outcome: Outcome, *, feedback: Mapping[str, Mapping[str, int]]) -> OutcomePage:
    may_agree = sum(not action.is_done for action in outcome.actions) < MOST
    agree = Link(text="Add an agreed action", href=reverse("agree", args=[round.public_id]))
    return OutcomePage(
        where=where_in(round.team),
        title=_title(outcome),
        lead=_lead(round, outcome),
        back=kit_link(round),
        cards=tuple(card_of(action) for action in outcome.actions),
        agree=agree if may_agree else None,
        themes=tuple(_line(noted) for noted in outcome.themes),
        still_open=tuple(_line(noted) for noted in outcome.still_open),
        meetings=tuple(f"{day(session.held_on)}: {_came(session.people)}" for session in outcome.sessions),
        write=Link(
            text="Write down another meeting" if outcome.sessions else "Write down what was said",
            href=reverse("record_session", args=[round.public_id]),
        ),
        feedback=tuple(opinions(feedback)),
        feedback_link=_feedback(round) if was_held(round, outcome, timezone.now()) else None,
        we_did=Link(text="You said, we did, still open", href=reverse("we_did", args=[round.door])),
    )


def was_held(round: Round, outcome: Outcome, now: datetime) -> bool:
    """Whether there has been a talk, so far as anybody can know: it was written down, or its time is over."""
    is_past = round.debrief_at is not None and round.debrief_at <= now
    return not outcome.nobody_came and bool(outcome.sessions or is_past)


def _feedback(round: Round) -> Link:
    ask = reverse("debrief_feedback", args=[round.door])
    return Link(text="Two questions about the talk, without an account", href=ask)


def _came(people: int) -> str:
    return f"{counted(people, 'person', 'people')} came" if people else "nobody could come"


def _title(outcome: Outcome) -> str:
    if outcome.actions:
        return f"We agreed on {counted(len(outcome.actions), 'thing')}"
    if outcome.nobody_came:
        return "Nobody could come, and that is worth knowing"
    if outcome.is_empty:
        return "Write down what you agree, and nothing more"
    return "We talked. What shall we try?"


def _lead(round: Round, outcome: Outcome) -> str:
    if outcome.nobody_came and not outcome.actions:
        return (
            "It says something about the time or the place, not about the team. "
            "Try the end of a shift, ten minutes, and one card."
        )
    if outcome.is_empty:
        return f"One to three things after {round.title}, and the thoughts behind them, without names."
    many = len(outcome.sessions)
    talks = (
        f"{counted(many, 'meeting')} with {counted(outcome.people, 'person', 'people')} in all"
        if many
        else ""
    )
    return f"{capital(talks)}." if talks else "Everybody in the team can keep this up to date."


def card_of(action: AgreedAction) -> Card:
    return Card(
        what=action.what,
        first_step=action.first_step,
        who=f"Taken forward by {action.who}",
        when=_when(action),
        progress=action.get_progress_display(),
        note=action.note,
        change=Link(text="Say how it goes", href=reverse("change_action", args=[action.public_id])),
    )


def _when(action: AgreedAction) -> str:
    if action.is_done:
        return ""
    if action.look_again_on < timezone.localdate():
        return f"We meant to look again on {day(action.look_again_on)}"
    return f"We look again on {day(action.look_again_on)}"


def _line(noted: Noted) -> Line:
    return Line(noted.words, Link(text="Take off", href=reverse("drop_noted", args=[noted.public_id])))


ASKED = {"worth_it": "say that it was worth the time", "could_speak": "could say what they wanted to say"}


def opinions(feedback: Mapping[str, Mapping[str, int]]) -> list[str]:
    """In words: how many said yes."""
    found = []
    for question, words in ASKED.items():
        counts = feedback.get(question, {})
        if total := sum(counts.values()):
            found.append(
                f"{capital(share(100 * counts.get('yes', 0) / total))} of those who told us {words}."
            )
    return found


def session_page(round: Round) -> WritingPage:
    return WritingPage(
        where=where_in(round.team),
        title="What was said, in your own words",
        lead="Talk first, write afterwards. Who said what stays in the room.",
        button="Write it down",
        back=outcome_link(round),
        notes=("Several meetings about one round come together on one page.",),
    )


def agree_page(team: Team, round: Round | None) -> WritingPage:
    back = outcome_link(round) if round else discussion_link(team)
    return WritingPage(
        where=where_in(team, Step.CHANGE),
        title="What will you try?",
        lead="Something small that is yours to do. Which part of the work does it change?",
        button="Agree on it",
        back=back,
    )


def discussion_link(team: Team) -> Link:
    return Link(text="Talk without figures", href=reverse("discussion", args=[team.public_id]))


def drop_page(noted: Noted) -> WritingPage:
    return WritingPage(
        where=where_in(noted.round.team),
        title="Take this line off?",
        lead=f"“{noted.words}”",
        button="Take it off",
        back=outcome_link(noted.round),
    )

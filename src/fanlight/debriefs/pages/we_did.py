"""You said – we did – still open: for everybody who was asked, without an account, and for the wall."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.pages.outcome import was_held
from fanlight.debriefs.queries import Outcome, Topics
from fanlight.design.charts.control_words import finding
from fanlight.design.english import counted, day
from fanlight.design.frame import Link
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import chart_of, cycles_of, measures_for
from fanlight.surveys.models import Round, State


@dataclass(frozen=True)
class Said:
    """One thing, and what more there is to say of it."""

    words: str
    more: str = ""


@dataclass(frozen=True)
class WeDidPage:
    """Words only: no figure, and nobody's name, since anybody may stand before the wall."""

    place: str
    title: str
    lead: str
    going_well: tuple[Said, ...]
    worth_talking_about: tuple[Said, ...]
    heard: tuple[Said, ...]
    said_nothing: str
    did: tuple[Said, ...]
    did_nothing: str
    still_open: tuple[Said, ...]
    nothing_open: str
    again: str
    feedback: Link | None


@dataclass(frozen=True)
class FeedbackPage:
    place: str
    title: str
    lead: str
    form: forms.Form | None
    back: Link


def we_did_page(round: Round, topics: Topics, outcome: Outcome, *, then: Round | None) -> WeDidPage:
    now = timezone.now()
    return WeDidPage(
        place=round.whose,
        title=f"What {round.whose} said, and what came of it",
        lead=f"{round.title}, closed on {day(round.closes_at)}. Thank you to everybody who answered.",
        going_well=tuple(Said(topic.for_everybody) for topic in topics.strengths),
        worth_talking_about=tuple(Said(topic.for_everybody) for topic in topics.worth_talking_about),
        heard=tuple(Said(noted.words) for noted in outcome.themes),
        said_nothing=_said_nothing(topics),
        did=tuple(_did(outcome)),
        did_nothing=_did_nothing(round, outcome, now),
        still_open=tuple(_open(outcome)),
        nothing_open="Nothing is left open from this round." if outcome.actions else "",
        again=_again(then),
        feedback=_feedback(round, outcome, now),
    )


def _said_nothing(topics: Topics) -> str:
    if not topics.is_released:
        return "The results are being made. They come to everybody in the team at the same moment."
    if topics.is_withheld:
        return "Too few people answered to show anything. That protects those who did."
    return "" if topics.has_numbers else "Nothing stood out clearly in the answers."


def _did(outcome: Outcome) -> Iterator[Said]:
    for action in outcome.actions_that_are(Progress.KEPT, Progress.TRYING, Progress.STOPPED):
        yield Said(
            action.what, " ".join([_with(action.get_progress_display(), action.note), *_thread(action)])
        )


def _thread(action: AgreedAction) -> Iterator[str]:
    """What was done to find out: how often it was tested, and what the team's own count says, in words."""
    if tests := len(cycles_of(action)):
        yield "Tested once, small." if tests == 1 else f"Tested {counted(tests, 'time')}, small."
    for measure in measures_for(action):
        yield f"{measure.name}: {finding(chart_of(measure).chart)}."


def _did_nothing(round: Round, outcome: Outcome, now: datetime) -> str:
    if outcome.actions_that_are(Progress.AGREED):
        return "What we agreed has not begun yet; it stands below."
    if outcome.nobody_came:
        return (
            "Nobody could come to the talk. That says something about the time or the place; we try another."
        )
    if outcome.sessions:
        return "We have talked, and have not agreed on anything yet."
    if round.debrief_at and round.debrief_at > now:
        return f"We talk about it on {day(round.debrief_at)}."
    if round.debrief_at:
        return f"A talk was planned for {day(round.debrief_at)}. Nothing is written down of it yet."
    return "We have not talked about it yet."


def _open(outcome: Outcome) -> Iterator[Said]:
    for action in outcome.actions_that_are(Progress.AGREED):
        yield Said(action.what, _with(_first(action), action.note))
    for noted in outcome.still_open:
        yield Said(noted.words)


def _first(action: AgreedAction) -> str:
    return f"First: {_sentence(action.first_step)} We look again on {day(action.look_again_on)}"


def _with(words: str, note: str) -> str:
    return f"{_sentence(words)} {_sentence(note)}".strip()


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _again(then: Round | None) -> str:
    if then is None:
        return "No date is fixed yet. We ask again when there has been time to try something."
    match then.state:
        case State.SCHEDULED:
            return f"We ask again from {day(then.opens_at)}."
        case State.OPEN:
            return f"We are asking again now, until {day(then.closes_at)}."
    return f"We have asked again since: that round closed on {day(then.closes_at)}."


def _feedback(round: Round, outcome: Outcome, now: datetime) -> Link | None:
    """Two questions about the talk, once there has been one."""
    if not was_held(round, outcome, now):
        return None
    return Link(
        text="Were you at the talk? Two questions", href=reverse("debrief_feedback", args=[round.door])
    )


def feedback_page(round: Round, form: forms.Form | None) -> FeedbackPage:
    back = Link(text="What we said, and what came of it", href=reverse("we_did", args=[round.door]))
    if form is None:
        return FeedbackPage(
            place=round.whose,
            title="Thank you",
            lead="It is counted with the others, and nothing else is kept.",
            form=None,
            back=back,
        )
    return FeedbackPage(
        place=round.whose,
        title="How was the talk?",
        lead="Two questions. No name, no time; only how many said what, and nothing is shown before five have.",
        form=form,
        back=back,
    )

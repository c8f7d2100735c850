"""Writing down what came of a talk."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.debriefs.models import Feedback, Kind, Noted, Session
from fanlight.people.models import User
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round

STEP = 5  # feedback is shown anew at every fifth answer


@transaction.atomic
def record_session(
    *,
    round: Round,
    held_on: date,
    people: int,
    themes: Iterable[str],
    still_open: Iterable[str],
    by: User | None,
) -> Session:
    """Put down one meeting and its words. A second meeting adds to the first; a line that is there is not doubled."""
    round = Round.objects.select_for_update().get(pk=round.pk)
    if not round.is_over:
        raise NotNow(
            "People are still answering. Write down what came of the talk when the round has closed."
        )
    session, is_new = Session.objects.get_or_create(
        round=round, held_on=held_on, people=people
    )  # sent twice by a tired thumb, it is one meeting
    for kind, lines in ((Kind.THEME, themes), (Kind.STILL_OPEN, still_open)):
        for words in lines:
            Noted.objects.get_or_create(round=round, kind=kind, words=words)
    if is_new:
        record("record_debrief", subject=round, by=by, held_on=held_on.isoformat(), people=people)
    return session


@transaction.atomic
def drop_noted(*, noted: Noted, by: User | None) -> None:
    """Take a line off the outcome."""
    record("drop_noted", subject=noted.round, by=by, kind=noted.kind)
    noted.delete()


@transaction.atomic
def take_feedback(*, round: Round, answers: Mapping[str, str]) -> None:
    """Count one person's answers. Nothing else is kept, and nothing goes on record: its time would tell."""
    if not round.is_over:
        raise NotNow("The talk comes after the round has closed.")
    Feedback.objects.get_or_create(round=round)
    kept = Feedback.objects.select_for_update().get(round=round)
    for question, answer in answers.items():
        tally = kept.counts.setdefault(question, {})
        tally[answer] = tally.get(answer, 0) + 1
    kept.people += 1
    if kept.people % STEP == 0:
        kept.shown = kept.counts
    kept.save()

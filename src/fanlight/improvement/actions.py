"""Agreeing on something, and saying how it goes."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import GOING_ON
from fanlight.people.models import Team, User
from fanlight.surveys.models import Round

MOST = 3  # a longer list is one that nobody does


class EnoughAgreed(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """The team has agreed on as much as it can do. The message says what to do first."""


@transaction.atomic
def agree_action(
    *,
    team: Team,
    round: Round | None,
    what: str,
    first_step: str,
    who: str,
    look_again_on: date,
    by: User | None,
) -> AgreedAction:
    """Put down one thing that the team agreed on. Saying the same again changes nothing."""
    Team.objects.select_for_update().get(pk=team.pk)
    beside = AgreedAction.objects.filter(team=team, round=round)
    if same := beside.filter(what=what, first_step=first_step).first():
        return same
    if beside.filter(progress__in=GOING_ON).count() >= MOST:
        raise EnoughAgreed("Three things are agreed. Finish or stop one of them before you take on another.")
    action = AgreedAction.objects.create(
        team=team,
        round=round,
        what=what,
        first_step=first_step,
        who=who,
        look_again_on=look_again_on,
        agreed_on=timezone.localdate(),
    )
    record("agree_action", subject=action, by=by, look_again_on=look_again_on.isoformat())
    return action


@transaction.atomic
def report_progress(
    *, action: AgreedAction, progress: Progress, note: str, look_again_on: date, by: User | None
) -> AgreedAction:
    """Say where an action is, what came of it or why it is still open, and when the team looks again."""
    action = AgreedAction.objects.select_for_update().get(pk=action.pk)
    action.progress, action.note, action.look_again_on = progress, note, look_again_on
    action.save(update_fields=["progress", "note", "look_again_on"])
    record("report_progress", subject=action, by=by, progress=progress.value)
    return action

"""Agreeing on something, changing one's mind about it, and saying how it goes."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import GOING_ON
from fanlight.people.actions import Refused
from fanlight.people.actions.changed import Changed, refuse_if_changed
from fanlight.people.models import Team, User
from fanlight.surveys.models import Round

MOST = 3  # a longer list is one that nobody does


class EnoughAgreed(Refused):
    """The team has agreed on as much as it can do. The message says what to do first."""


@dataclass(frozen=True)
class CameFrom:
    """What an action came from: in words, and by name where something may lead back to it."""

    words: str = ""
    kind: str = ""
    id: str = ""


@transaction.atomic
def agree_action(
    *,
    team: Team,
    round: Round | None,
    what: str,
    first_step: str,
    who: str,
    look_again_on: date,
    element: str = "",
    focus: str = "",
    card: str = "",
    came_from: CameFrom = CameFrom(),
    by: User | None,
) -> AgreedAction:
    """Put down one thing that the team agreed on. Saying the same again changes nothing."""
    Team.objects.select_for_update().get(pk=team.pk)
    beside = AgreedAction.objects.filter(team=team, round=round)
    if same := beside.filter(what=what, first_step=first_step).first():
        return same
    if round is not None and beside.filter(progress__in=GOING_ON).count() >= MOST:
        raise EnoughAgreed("Three things are agreed. Finish or stop one of them before you take on another.")
    action = AgreedAction.objects.create(
        team=team,
        round=round,
        what=what,
        first_step=first_step,
        who=who,
        look_again_on=look_again_on,
        element=element,
        focus=focus,
        card=card,
        came_kind=came_from.kind,
        came_id=came_from.id,
        came_from=came_from.words,
        agreed_on=timezone.localdate(),
    )
    record("agree_action", subject=action, by=by, look_again_on=look_again_on.isoformat())
    return action


EDITED = ("what", "first_step", "who", "look_again_on", "element", "focus", "card")


@transaction.atomic
def edit_action(
    *,
    action: AgreedAction,
    version: int,
    what: str,
    first_step: str,
    who: str,
    look_again_on: date,
    element: str,
    focus: str,
    card: str = "",
    by: User | None,
) -> AgreedAction:
    """Put an action into other words. Refused with both texts if somebody else has saved since `version`."""
    action = AgreedAction.objects.select_for_update().get(pk=action.pk)
    refuse_if_changed(row=action, version=version, fields=EDITED)
    action.what, action.first_step, action.who = what, first_step, who
    action.look_again_on, action.element, action.focus, action.card = look_again_on, element, focus, card
    _save(action, *EDITED)
    record("edit_action", subject=action, by=by)
    return action


@transaction.atomic
def move_action(*, action: AgreedAction, version: int, to: Progress, by: User | None) -> AgreedAction:
    """Move an action on the board. Moving it where it is already is harmless."""
    action = AgreedAction.objects.select_for_update().get(pk=action.pk)
    if action.progress == to:
        return action
    refuse_if_changed(row=action, version=version, fields=("progress",))
    action.progress = to
    _save(action, "progress")
    record("move_action", subject=action, by=by, progress=to.value)
    return action


REPORTED = ("progress", "note", "look_again_on")


@transaction.atomic
def report_progress(
    *,
    action: AgreedAction,
    progress: Progress,
    note: str,
    look_again_on: date,
    version: int,
    by: User | None,
) -> AgreedAction:
    """Say where an action is, what came of it or why it is still open, and when the team looks again.

    Refused with both texts if somebody else has saved since `version`.
    """
    action = AgreedAction.objects.select_for_update().get(pk=action.pk)
    refuse_if_changed(row=action, version=version, fields=REPORTED)
    action.progress, action.note, action.look_again_on = progress, note, look_again_on
    _save(action, *REPORTED)
    record("report_progress", subject=action, by=by, progress=progress.value)
    return action


def _save(action: AgreedAction, *fields: str) -> None:
    action.version += 1
    action.save(update_fields=[*fields, "version"])


__all__ = [
    "MOST",
    "CameFrom",
    "Changed",
    "EnoughAgreed",
    "agree_action",
    "edit_action",
    "move_action",
    "report_progress",
]

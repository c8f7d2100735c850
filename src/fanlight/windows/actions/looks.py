"""Planning a window, moving it, and writing down what was seen."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.guide.queries import WindowKind
from fanlight.people.actions.changed import reword
from fanlight.people.models import Team, User
from fanlight.windows.models import Note, Window


@transaction.atomic
def plan_window(
    *, team: Team, kind: WindowKind, where: str, who: str, planned_on: date, by: User | None
) -> Window:
    """Plan a window. The same plan again changes nothing."""
    Team.objects.select_for_update().get(pk=team.pk)
    plan = {"team": team, "kind": kind.value, "where": where, "planned_on": planned_on, "held_on": None}
    if same := Window.objects.filter(**plan).first():
        return same
    window = Window.objects.create(**plan, who=who)
    record("plan_window", subject=window, by=by, kind=kind.value)
    return window


PLANNED = ("where", "planned_on", "who")


@transaction.atomic
def move_window(
    *, window: Window, version: int, planned_on: date, where: str, who: str, by: User | None
) -> Window:
    """Another day, another place, somebody else. Refused with both texts if another has saved since `version`."""
    window = Window.objects.select_for_update().get(pk=window.pk)
    if reword(row=window, version=version, planned_on=planned_on, where=where, who=who):
        record("move_window", subject=window, by=by)
    return window


@transaction.atomic
def drop_window(*, window: Window, by: User | None) -> None:
    """Let go of a window with its notes. Twice is harmless."""
    if Window.objects.filter(pk=window.pk).delete()[0]:
        record("drop_window", subject=window, by=by)


@transaction.atomic
def write_down(
    *,
    window: Window,
    held_on: date,
    well: Sequence[str],
    hard: Sequence[str],
    by: User | None,
) -> int:
    """That a window was held, what goes well there, and what makes the work hard. Returns how many notes were new.

    Lines that stand there already are left as they are, so that sending twice adds nothing.
    """
    window = Window.objects.select_for_update().get(pk=window.pk)
    window.held_on = held_on
    window.save(update_fields=["held_on"])
    there = set(Note.objects.filter(window=window).values_list("words", flat=True))
    seen = {**dict.fromkeys(hard, False), **dict.fromkeys(well, True)}
    fresh = [words for words in seen if words not in there]
    for words in fresh:
        Note.objects.create(window=window, words=words, goes_well=seen[words])
    record("write_down", subject=window, by=by, notes=len(fresh))
    return len(fresh)


@transaction.atomic
def drop_note(*, note: Note, by: User | None) -> None:
    """Take a note away. Twice is harmless."""
    if Note.objects.filter(pk=note.pk).delete()[0]:
        record("drop_note", subject=note, by=by)

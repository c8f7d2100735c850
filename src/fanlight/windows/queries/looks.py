"""Windows that are planned or were held, and the notes taken there."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from fanlight.people.models import Team
from fanlight.windows.models import Note, Window


def planned_windows(team: Team) -> QuerySet[Window]:
    """Those still to be held, the soonest first."""
    return Window.objects.filter(team=team, held_on=None).order_by("planned_on", "pk")


def held_windows(team: Team) -> QuerySet[Window]:
    """Those held, the newest first, each with how many notes it has as `many_notes`."""
    held = Window.objects.filter(team=team, held_on__isnull=False)
    return held.annotate(many_notes=Count("notes")).order_by("-held_on", "-pk")


def window_count(team: Team) -> int:
    return Window.objects.filter(team=team, held_on__isnull=False).count()


def notes_of(window: Window) -> QuerySet[Note]:
    return Note.objects.filter(window=window).select_related("theme")


def loose_notes(team: Team) -> QuerySet[Note]:
    """Notes of all of a team's windows that belong to no theme yet."""
    return Note.objects.filter(window__team=team, theme=None).select_related("window")


@dataclass(frozen=True)
class LookingNow:
    """What the team's home says of its windows."""

    next_window: Window | None
    held: int
    loose: int


def looking_now(team: Team) -> LookingNow:
    return LookingNow(
        next_window=planned_windows(team).first(),
        held=window_count(team),
        loose=loose_notes(team).count(),
    )

"""Themes over windows: what was seen, and through how many windows. Never a score, never a person."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet

from fanlight.guide.queries import Focus
from fanlight.guide.queries import WorkSystem as Element
from fanlight.people.models import Team
from fanlight.windows.models import Note, Theme
from fanlight.windows.queries.looks import window_count


@dataclass(frozen=True)
class Pattern:
    """A theme, and how often it was seen: in `windows` of the `held` windows."""

    public_id: str
    words: str
    focus: Focus
    element: Element
    goes_well: bool
    windows: int
    held: int
    notes: int


def themes_of(team: Team) -> QuerySet[Theme]:
    return Theme.objects.filter(team=team)


def patterns_of(team: Team) -> tuple[Pattern, ...]:
    """A team's themes, those seen most often first."""
    held = window_count(team)
    counted = themes_of(team).annotate(
        many_windows=Count("notes__window", distinct=True), many_notes=Count("notes", distinct=True)
    )
    found = [_pattern(theme, theme.many_windows, theme.many_notes, held) for theme in counted]
    return tuple(sorted(found, key=lambda one: (-one.windows, one.words.casefold())))


def pattern_of(theme: Theme) -> Pattern:
    notes = notes_in(theme)
    windows = notes.values("window").distinct().count()
    return _pattern(theme, windows, notes.count(), window_count(theme.team))


def notes_in(theme: Theme) -> QuerySet[Note]:
    return Note.objects.filter(theme=theme).select_related("window").order_by("window__held_on", "pk")


def _pattern(theme: Theme, windows: int, notes: int, held: int) -> Pattern:
    return Pattern(
        public_id=theme.public_id,
        words=theme.words,
        focus=theme.about_focus,
        element=theme.about_element,
        goes_well=theme.goes_well,
        windows=windows,
        held=held,
        notes=notes,
    )

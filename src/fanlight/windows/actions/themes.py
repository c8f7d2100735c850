"""Putting notes together that say the same thing."""

from collections.abc import Iterable

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.guide.queries import Focus
from fanlight.guide.queries import WorkSystem as Element
from fanlight.people.actions.changed import reword
from fanlight.people.models import Team, User
from fanlight.windows.models import Note, Theme


@transaction.atomic
def make_theme(
    *,
    team: Team,
    notes: Iterable[Note],
    words: str,
    focus: Focus,
    element: Element,
    by: User | None,
) -> Theme:
    """A theme of these notes. It goes well if all of them do. If the team has one in these words, the notes join it."""
    Team.objects.select_for_update().get(pk=team.pk)
    notes = list(notes)
    theme = Theme.objects.filter(team=team, words=words).first()
    if theme is None:
        theme = Theme.objects.create(
            team=team,
            words=words,
            focus=focus.value,
            element=element.value,
            goes_well=bool(notes) and all(note.goes_well for note in notes),
        )
        record("make_theme", subject=theme, by=by, focus=focus.value, element=element.value)
    join_theme(theme=theme, notes=notes, by=by)
    return theme


@transaction.atomic
def join_theme(*, theme: Theme, notes: Iterable[Note], by: User | None) -> int:
    """Put these notes of the theme's team into it. Returns how many there were."""
    chosen = [note.pk for note in notes]
    joined = Note.objects.filter(pk__in=chosen, window__team=theme.team_id).update(theme=theme)
    record("join_theme", subject=theme, by=by, notes=joined)
    return joined


SAID = ("words", "focus", "element", "goes_well")


@transaction.atomic
def change_theme(
    *,
    theme: Theme,
    version: int,
    words: str,
    focus: Focus,
    element: Element,
    goes_well: bool,
    by: User | None,
) -> Theme:
    """Say a theme in other words, or see it as something else. Refused with both if another has since `version`."""
    theme = Theme.objects.select_for_update().get(pk=theme.pk)
    said = {"words": words, "focus": focus.value, "element": element.value, "goes_well": goes_well}
    if reword(row=theme, version=version, **said):
        record("change_theme", subject=theme, by=by, focus=focus.value, element=element.value)
    return theme


@transaction.atomic
def drop_theme(*, theme: Theme, by: User | None) -> None:
    """Take a theme apart: its notes stay, and wait for another. Twice is harmless."""
    if Theme.objects.filter(pk=theme.pk).delete()[0]:
        record("drop_theme", subject=theme, by=by)

"""Windows that were held, and huddles, made by the real actions."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from fanlight.guide.queries import Focus, WindowKind, WorkSystem
from fanlight.people.models import Team, User
from fanlight.windows.actions import (
    hold_huddle,
    make_theme,
    plan_window,
    send_on,
    write_down,
)
from fanlight.windows.models import Huddle, Note, SentOn, Shift, Theme, Window
from fanlight.windows.queries.huddles import monday

WELL = ("Somebody always looks up when the door opens",)
HARD = ("The phone breaks into the drug round", "The pump is never where it should be")


@dataclass(frozen=True)
class Looked:
    window: Window
    note: Note
    theme: Theme


def a_window(
    team: Team,
    *,
    by: User | None,
    where: str = "The evening drug round",
    kind: WindowKind = WindowKind.WALKABOUT,
) -> Window:
    return plan_window(team=team, kind=kind, where=where, who="", planned_on=timezone.localdate(), by=by)


def a_look(team: Team, *, by: User | None, where: str = "The evening drug round") -> Looked:
    """A walkabout with three notes, one of which has become a theme."""
    window = a_window(team, by=by, where=where)
    write_down(window=window, held_on=timezone.localdate(), well=WELL, hard=HARD, by=by)
    window.refresh_from_db()
    note = Note.objects.get(window=window, words=HARD[0])
    theme = make_theme(
        team=team,
        notes=[note],
        words="Drug rounds are broken into",
        focus=Focus.COMMUNICATION,
        element=WorkSystem.TASKS,
        by=by,
    )
    note.refresh_from_db()
    return Looked(window=window, note=note, theme=theme)


@dataclass(frozen=True)
class Huddled:
    huddle: Huddle
    sent: SentOn


def a_huddle(team: Team, *, by: User | None, held_on: date | None = None) -> Huddled:
    huddle = hold_huddle(team=team, held_on=held_on or timezone.localdate(), shift=Shift.DAY, by=by)
    sent = send_on(huddle=huddle, words="The lift sticks on the second floor", to="estates", by=by)
    return Huddled(huddle=huddle, sent=sent)


def weeks_of_huddles(team: Team, counts: list[int], *, by: User | None) -> None:
    """So many huddles in each of the last whole weeks, the oldest first."""
    this_monday = monday(timezone.localdate())
    for ago, many in enumerate(reversed(counts), start=1):
        for number in range(many):
            hold_huddle(
                team=team, held_on=this_monday - timedelta(days=7 * ago - number), shift=Shift.DAY, by=by
            )

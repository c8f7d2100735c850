"""Deciding what to count, putting a figure down, putting it right, and saying what happened when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.improvement.models import AgreedAction, Correction, Figure, Measure, Note
from fanlight.people.actions import Refused
from fanlight.people.actions.changed import refuse_if_changed
from fanlight.people.models import Team, User

DECIDED = (
    "name",
    "how",
    "purpose",
    "counts",
    "rhythm",
    "direction",
    "target",
    "fix",
    "fix_why",
    "of_people",
    "is_shared",
)


class FigureThere(Refused):
    """There is a figure for this period already. Carries it, so that the page can lead to correcting it."""

    def __init__(self, figure: Figure) -> None:
        super().__init__(
            "It is put down already that this happened on that day. Did it happen again? Then put that right."
            if figure.measure.is_of_events
            else "There is a figure for this time already. Put it right instead of typing another."
        )
        self.figure = figure


@dataclass(frozen=True)
class Entry:
    """One figure to be put down; of events, a day and how often it happened on it."""

    on: date
    value: float
    out_of: float | None = None


@transaction.atomic
def add_measure(
    *, team: Team, action: AgreedAction | None, decided: dict[str, Any], by: User | None
) -> Measure:
    """Decide to count something. The same name twice for one action is one measure."""
    Team.objects.select_for_update().get(pk=team.pk)
    if same := Measure.objects.filter(team=team, action=action, name=decided["name"]).first():
        return same
    measure = Measure.objects.create(team=team, action=action, begun_on=timezone.localdate(), **decided)
    record("add_measure", subject=measure, by=by)
    return measure


@transaction.atomic
def change_measure(*, measure: Measure, version: int, decided: dict[str, Any], by: User | None) -> Measure:
    """Decide anew how a measure is counted or drawn. What one figure is stays once there are figures."""
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    refuse_if_changed(row=measure, version=version, fields=DECIDED)
    fixed = ("counts", "rhythm")
    if measure.figures.exists() and any(decided[name] != getattr(measure, name) for name in fixed):
        raise Refused(
            "There are figures already, and they were counted another way. Begin a new measure for that."
        )
    for name, value in decided.items():
        setattr(measure, name, value)
    measure.version += 1
    measure.save()
    record("change_measure", subject=measure, by=by, is_shared=measure.is_shared)
    return measure


@transaction.atomic
def put_figure(*, measure: Measure, entry: Entry, by: User | None) -> Figure:
    """Put down one figure. A period has one. The same figure again changes nothing.

    Two people may have seen two events on one day, so of an event the second is told and not passed over.
    """
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    on = measure.period_of(entry.on)
    there = measure.figures.filter(on=on).first()
    is_same = there is not None and (there.value, there.out_of) == (entry.value, entry.out_of)
    if there is not None and is_same and not measure.is_of_events:
        return there
    if there is not None:
        raise FigureThere(there)
    figure = Figure.objects.create(measure=measure, on=on, value=entry.value, out_of=entry.out_of, by=by)
    record("put_figure", subject=figure, by=by, on=on.isoformat())
    return figure


@transaction.atomic
def put_figures(*, measure: Measure, entries: Iterable[Entry], by: User | None) -> int:
    """Put down many figures at once. A period that has one keeps it; new events of one day are added up.

    Returns how many figures were new.
    """
    measure = Measure.objects.select_for_update().get(pk=measure.pk)
    taken = set(measure.figures.values_list("on", flat=True))
    new: dict[date, Figure] = {}
    for entry in entries:
        on = measure.period_of(entry.on)
        if on in new and measure.is_of_events:
            new[on].value = (new[on].value or 0) + entry.value
        elif on not in taken and on not in new:
            new[on] = Figure(measure=measure, on=on, value=entry.value, out_of=entry.out_of, by=by)
    Figure.objects.bulk_create(new.values())
    record("put_figures", subject=measure, by=by, figures=len(new))
    return len(new)


@transaction.atomic
def correct_figure(
    *, figure: Figure, version: int, value: float | None, out_of: float | None, why: str, by: User | None
) -> Figure:
    """Put a figure right, or blank. What it was, who changed it and why is kept."""
    figure = Figure.objects.select_for_update().get(pk=figure.pk)
    if (figure.value, figure.out_of) == (value, out_of):
        return figure
    refuse_if_changed(row=figure, version=version, fields=("value", "out_of"))
    Correction.objects.create(
        figure=figure,
        was=figure.value,
        was_out_of=figure.out_of,
        why=why,
        by=by,
        corrected_on=timezone.localdate(),
    )
    figure.value, figure.out_of, figure.version = value, out_of, figure.version + 1
    figure.save(update_fields=["value", "out_of", "version"])
    record("correct_figure", subject=figure, by=by)
    return figure


@transaction.atomic
def add_note(*, measure: Measure, on: date, words: str, starts_anew: bool, by: User | None) -> Note:
    """Say what happened at a day, and, if it changed the work for good, begin new limits there."""
    same = measure.notes.filter(on=on, words=words, starts_anew=starts_anew).first()
    if same is not None:
        return same
    note = Note.objects.create(measure=measure, on=on, words=words, starts_anew=starts_anew)
    record("add_note", subject=note, by=by, on=on.isoformat(), starts_anew=starts_anew)
    return note


@transaction.atomic
def drop_note(*, note: Note, by: User | None) -> None:
    record("drop_note", subject=note, by=by)
    Note.objects.filter(pk=note.pk).delete()

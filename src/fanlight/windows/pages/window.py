"""One window: its plan before, and afterwards what was seen through it."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import counted, day, weekday
from fanlight.design.frame import Link, Where
from fanlight.design.writing import WritingPage
from fanlight.guide.pages.looking import DRAWINGS, FocusSigns, signs_of
from fanlight.guide.queries import WindowKind, WindowPlan
from fanlight.guide.queries.here import the_guide
from fanlight.people.models import Team
from fanlight.windows.models import Note, Window
from fanlight.windows.pages.home import title_of
from fanlight.windows.pages.place import to_windows, where_in
from fanlight.windows.queries import notes_of


@dataclass(frozen=True, kw_only=True)
class NoteLine:
    words: str
    theme: Link | None
    drop: Link


@dataclass(frozen=True, kw_only=True)
class WindowPage:
    where: Where
    title: str
    kicker: str
    lead: str
    back: Link
    drawing: str
    is_held: bool
    write: Link
    well: tuple[NoteLine, ...]
    hard: tuple[NoteLine, ...]
    gather: Link | None
    change: Link
    drop: Link
    plan: WindowPlan
    signs: tuple[FocusSigns, ...]


@dataclass(frozen=True, kw_only=True)
class PlanningPage(WritingPage):
    """The form of a window beside its plan."""

    plan: WindowPlan
    signs: tuple[FocusSigns, ...] = ()


def window_page(window: Window) -> WindowPage:
    guide, notes = the_guide(), list(notes_of(window))
    is_loose = any(note.theme is None for note in notes)
    return WindowPage(
        where=where_in(window.team),
        title=window.where,
        kicker=title_of(window),
        lead=_lead(window, len(notes)),
        back=to_windows(window.team),
        drawing=DRAWINGS[window.way],
        is_held=window.is_held,
        write=Link(
            text="Write down more" if notes else "Write down what you saw",
            href=reverse("write_window", args=[window.public_id]),
        ),
        well=tuple(_line(note) for note in notes if note.goes_well),
        hard=tuple(_line(note) for note in notes if not note.goes_well),
        gather=Link(text="Put together what belongs together", href=_gather(window)) if is_loose else None,
        change=Link(text="Change day or place", href=reverse("move_window", args=[window.public_id])),
        drop=Link(text="Let go of this window", href=reverse("drop_window", args=[window.public_id])),
        plan=guide.window(window.way),
        signs=signs_of(guide, window.way),
    )


def _lead(window: Window, notes: int) -> str:
    with_whom = f" {window.who}." if window.who else ""
    if window.held_on:
        return f"Held on {day(window.held_on)}.{with_whom} {_notes(notes)}"
    return f"Planned for {weekday(window.planned_on)}.{with_whom}"


def _notes(notes: int) -> str:
    return "Nothing is written down yet." if notes == 0 else f"{counted(notes, 'note').capitalize()}."


def _gather(window: Window) -> str:
    return reverse("gather", args=[window.team.public_id])


def _line(note: Note) -> NoteLine:
    theme = note.theme
    return NoteLine(
        words=note.words,
        theme=Link(text=theme.words, href=reverse("theme", args=[theme.public_id])) if theme else None,
        drop=Link(text="Take it away", href=reverse("drop_note", args=[note.public_id])),
    )


def planning_page(team: Team, kind: WindowKind) -> PlanningPage:
    guide = the_guide()
    plan = guide.window(kind)
    return PlanningPage(
        where=where_in(team),
        title=plan.title,
        lead=plan.in_a_sentence,
        button="Plan it",
        back=to_windows(team),
        plan=plan,
        signs=signs_of(guide, kind),
    )


def moving_page(window: Window) -> WritingPage:
    return WritingPage(
        where=where_in(window.team),
        title="Another day, another place?",
        button="Keep this",
        back=_to(window),
    )


def seen_page(window: Window) -> PlanningPage:
    guide = the_guide()
    return PlanningPage(
        where=where_in(window.team),
        title="What did you see?",
        lead=f"{title_of(window)}: {window.where}. A few words a line. What is here can be read by the whole team.",
        button="Write it down",
        back=_to(window),
        plan=guide.window(window.way),
        signs=signs_of(guide, window.way),
    )


def drop_window_page(window: Window) -> WritingPage:
    many = notes_of(window).count()
    notes = (
        (f"{counted(many, 'note').capitalize()} will go with it, and cannot be brought back.",)
        if many
        else ()
    )
    return WritingPage(
        where=where_in(window.team),
        title="Let go of this window?",
        lead=f"{title_of(window)}: {window.where}.",
        button="Let it go",
        is_grave=True,
        back=_to(window),
        notes=notes,
    )


def drop_note_page(note: Note) -> WritingPage:
    return WritingPage(
        where=where_in(note.window.team),
        title="Take this note away?",
        lead=f"“{note.words}” It cannot be brought back.",
        button="Take it away",
        is_grave=True,
        back=_to(note.window),
    )


def _to(window: Window) -> Link:
    return Link(text=window.where, href=reverse("window", args=[window.public_id]))

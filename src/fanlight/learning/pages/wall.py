"""The wall of a team: what was shared, in print and on the staff room's screen, and how many there were."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

import numpy as np
from django.urls import reverse

from fanlight.design.charts.control import control_chart_for_every_screen
from fanlight.design.charts.control_words import caption, finding
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Picture, Table
from fanlight.design.writing import WritingPage
from fanlight.learning.models import Thanks, Whom
from fanlight.learning.pages.place import where_in
from fanlight.learning.pages.thanks import NAMELESS, wall_link
from fanlight.learning.queries import counts_by_month, wall_of
from fanlight.measure import spc
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link

ENOUGH_MONTHS = 4  # fewer points make no line
MOST_SHOWN = 60
ON_SCREEN = 3
LONG = 260  # characters
TURNS = "turns"  # in the address of a screen that somebody has set to turn by itself
SECONDS = 20


@dataclass(frozen=True, kw_only=True)
class Note:
    """A thank-you as it hangs on the wall."""

    to: str
    what: str
    signed: str
    made_possible: str
    more_of: str
    take_on: Link
    take_off: Link


@dataclass(frozen=True, kw_only=True)
class Month:
    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, kw_only=True)
class WallPage:
    where: Where
    title: str
    lead: str
    back: Link
    thank: Link
    screen: Link | None
    months: tuple[Month, ...]
    picture: Picture | None


@dataclass(frozen=True, kw_only=True)
class WallScreen:
    where: Where
    title: str
    notes: tuple[Note, ...]
    number: int
    total: int
    previous: str
    next: str
    back: Link
    turn: Link
    turns_to: str = ""
    seconds: int = SECONDS

    @property
    def has_room(self) -> bool:
        """Whether the notes are few and short enough for larger letters."""
        return len(self.notes) < ON_SCREEN and not any(map(_is_long, self.notes))


def wall_page(team: Team, today: date) -> WallPage:
    found = list(wall_of(team)[:MOST_SHOWN])
    months = tuple(
        Month(title=f"{month:%B %Y}", notes=tuple(_note(thanks) for thanks in group))
        for month, group in groupby(found, key=lambda thanks: thanks.month)
    )
    return WallPage(
        where=where_in(team, Step.SHARE),
        title="What went well here" if found else "Something went well today. Say it.",
        lead="Shared by the people it was said to. Each of them read it first, and said yes.",
        back=home_link(team),
        thank=Link(text="Say thank you", href=reverse("thank", args=[team.public_id])),
        screen=Link(text="Show it on the staff room’s screen", href=_screen(team, 1)) if found else None,
        months=months,
        picture=_picture(counts_by_month(team, today)),
    )


def _screen(team: Team, number: int) -> str:
    return reverse("wall_screen", args=[team.public_id, number])


def _note(thanks: Thanks) -> Note:
    take_on = reverse("take_on", args=["thanks", thanks.public_id])
    to = thanks.team.name if thanks.whom == Whom.TEAM else thanks.shown_as or "Somebody in the team"
    return Note(
        to=to,
        what=thanks.what,
        signed=thanks.signed or NAMELESS,
        made_possible=thanks.made_possible,
        more_of=thanks.more_of,
        take_on=Link(
            text="Do more of this: make it an action",
            href=take_on,
        ),
        take_off=Link(text="Take it off", href=reverse("wall_take_off", args=[thanks.public_id])),
    )


def _picture(counts: list[tuple[date, int]]) -> Picture | None:
    if len(counts) < ENOUGH_MONTHS:
        return None
    periods = np.array([month for month, _ in counts], dtype="datetime64[D]")
    points = spc.Points.of(periods, [count for _, count in counts])
    chart = spc.xmr(points, spc.Plan(better=spc.Better.NEITHER, unit=spc.Unit.COUNT))
    return Picture(
        title=finding(chart),
        chart=control_chart_for_every_screen(chart, key="thanks", name="Thank-yous in a month"),
        note=f"Thank-yous in each whole month, those that people kept to themselves too. {' '.join(caption(chart))}",
        table=Table(
            caption="Thank-yous in each month",
            columns=("Month", "Thank-yous"),
            rows=tuple((f"{month:%B %Y}", str(count)) for month, count in counts),
        ),
    )


def wall_screens(team: Team) -> list[tuple[Note, ...]]:
    """What fits on a screen at once, screen by screen. A long one has a screen to itself."""
    screens: list[list[Note]] = []
    for note in (_note(thanks) for thanks in wall_of(team)[:MOST_SHOWN]):
        fits = screens and len(screens[-1]) < ON_SCREEN and not any(map(_is_long, [*screens[-1], note]))
        if fits:
            screens[-1].append(note)
        else:
            screens.append([note])
    before, last = screens[-2:] if len(screens) > 1 else ([], [])
    if len(before) == ON_SCREEN and len(last) == 1 and not _is_long(last[0]):
        last.insert(0, before.pop())  # two and two, not three and one
    return [tuple(notes) for notes in screens]


def _is_long(note: Note) -> bool:
    return len(note.what) + len(note.made_possible) + len(note.more_of) > LONG


def screen_page(
    team: Team, screens: list[tuple[Note, ...]], *, number: int, turns: bool = False
) -> WallScreen:
    """A screen stands still until somebody sets it to turn, and again once somebody turns it by hand."""
    total = len(screens)
    here, onward = _screen(team, number), _screen(team, number % total + 1)
    return WallScreen(
        where=where_in(team, Step.SHARE),
        title=f"What went well in {team.name}",
        notes=screens[number - 1],
        number=number,
        total=total,
        previous=_screen(team, number - 1) if number > 1 else "",
        next=_screen(team, number + 1) if number < total else "",
        back=wall_link(team),
        turn=Link(text="Stop turning", href=here)
        if turns
        else Link(text=f"Turn by itself, every {SECONDS} seconds", href=f"{here}?{TURNS}"),
        turns_to=f"{onward}?{TURNS}" if turns else "",
    )


def take_off_page(thanks: Thanks) -> WritingPage:
    goes = (
        "It is deleted."
        if thanks.whom == Whom.TEAM
        else "It goes back to the person it was for, who can share it again."
    )
    return WritingPage(
        where=where_in(thanks.team, Step.SHARE),
        title="Take this off the wall?",
        lead=f"“{thanks.what}”",
        notes=(goes,),
        back=wall_link(thanks.team),
        button="Take it off",
    )

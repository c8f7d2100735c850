"""A team's windows: what is planned, what was seen, and ways to look."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import capital, counted, day, number, weekday
from fanlight.design.frame import Link, Where
from fanlight.design.parts import NextStep, Row
from fanlight.guide.pages.looking import DRAWINGS, Way, ways_to_look
from fanlight.guide.queries import WindowKind
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import slug_of
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link
from fanlight.windows.models import Window
from fanlight.windows.pages.place import where_in
from fanlight.windows.queries import Pattern, held_windows, loose_notes, patterns_of, planned_windows

MOST_PATTERNS = 5


@dataclass(frozen=True, kw_only=True)
class WindowsHomePage:
    where: Where
    title: str
    lead: str
    back: Link
    next_step: NextStep
    planned: tuple[Row, ...]
    patterns: tuple[Row, ...]
    all_patterns: Link
    held: tuple[Row, ...]
    ways: tuple[Way, ...]


def windows_home_page(team: Team) -> WindowsHomePage:
    planned, held = list(planned_windows(team)), list(held_windows(team))
    return WindowsHomePage(
        where=where_in(team),
        title="Look at one ordinary day" if not held else "What we see when we look",
        lead=_lead(len(held)),
        back=home_link(team),
        next_step=_next(team, planned, loose_notes(team).count()),
        planned=tuple(_planned(window) for window in planned[1:]),  # the first is the next step
        patterns=tuple(pattern_row(one) for one in patterns_of(team)[:MOST_PATTERNS]),
        all_patterns=Link(text="All that we saw and said", href=reverse("patterns", args=[team.public_id])),
        held=tuple(_held(window) for window in held),
        ways=ways_to_look(the_guide(), to=lambda kind: _begin(team, kind)),
    )


def title_of(window: Window) -> str:
    return the_guide().window(window.way).title


def how_often(pattern: Pattern) -> str:
    """Through how many windows it was seen: words, not a score."""
    if pattern.windows == 0:
        return "no note any more"
    if pattern.held == 1:
        return "seen through the one window so far"
    return f"seen through {number(pattern.windows)} of {counted(pattern.held, 'window')}"


def pattern_row(pattern: Pattern, *, names_focus: bool = True) -> Row:
    """`names_focus` is off where it stands in the heading above."""
    told = [the_guide().chapter(pattern.focus).title if names_focus else ""]
    told.append("goes well" if pattern.goes_well else "")
    return Row(
        text=pattern.words,
        detail=capital(" · ".join(part for part in told if part)),
        href=reverse("theme", args=[pattern.public_id]),
        when=how_often(pattern),
    )


def _lead(held: int) -> str:
    if held == 0:
        return "Before you ask or change anything, look. It takes ten to twenty minutes and needs no form."
    return f"{capital(counted(held, 'window'))} so far. What is seen again and again is worth talking about."


def _next(team: Team, planned: list[Window], loose: int) -> NextStep:
    if planned:
        window = planned[0]
        is_past = window.planned_on < timezone.localdate()
        return NextStep(
            title=f"{title_of(window)}: {window.where}",
            text=f"It was planned for {weekday(window.planned_on)}. Write down what you saw, or choose another day."
            if is_past
            else f"On {weekday(window.planned_on)}. The plan is on its page, and prints on a sheet.",
            action="Open it",
            href=reverse("window", args=[window.public_id]),
            drawing=DRAWINGS[window.way],
        )
    if loose:
        return NextStep(
            title="Put together what belongs together",
            text=f"{capital(counted(loose, 'note'))} {'waits' if loose == 1 else 'wait'} to become a theme.",
            action="Find themes",
            href=reverse("gather", args=[team.public_id]),
            drawing="talk",
        )
    return NextStep(
        title="Plan a walkabout",
        text="Twenty minutes, two or three of you, and a list of what to look for.",
        action="Plan a walkabout",
        href=reverse("plan_window", args=[team.public_id, WindowKind.WALKABOUT.value]),
        drawing="look",
    )


def _planned(window: Window) -> Row:
    return Row(
        text=f"{title_of(window)}: {window.where}",
        detail=window.who,
        href=reverse("window", args=[window.public_id]),
        when=weekday(window.planned_on),
    )


def _held(window: Window) -> Row:
    many: int = window.many_notes  # type: ignore[attr-defined]  # annotated by the query
    return Row(
        text=f"{title_of(window)}: {window.where}",
        detail=capital(counted(many, "note")),
        href=reverse("window", args=[window.public_id]),
        when=day(window.held_on) if window.held_on else "",
    )


def _begin(team: Team, kind: WindowKind) -> str:
    """Where this team plans it; of huddles, the log."""
    if kind is WindowKind.HUDDLE:
        return reverse("huddles", args=[team.public_id])
    return reverse("plan_window", args=[team.public_id, slug_of(kind)])

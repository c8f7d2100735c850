"""A theme: what was seen again and again, and what can be done about it."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.design.writing import WritingPage
from fanlight.guide.pages.pieces import Entry, idea_entries
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import WORK_SYSTEM, slug_of
from fanlight.people.models import Team
from fanlight.windows.models import Note, Theme
from fanlight.windows.pages.home import how_often, title_of
from fanlight.windows.pages.place import to_windows, where_in
from fanlight.windows.queries import notes_in, pattern_of

MOST_IDEAS = 3


@dataclass(frozen=True, kw_only=True)
class ThemePage:
    where: Where
    title: str
    kicker: str
    lead: str
    back: Link
    drawing: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[Row, ...]
    take_on: Link
    ideas: tuple[Entry, ...]
    links: tuple[Link, ...]


def theme_page(theme: Theme) -> ThemePage:
    guide, pattern = the_guide(), pattern_of(theme)
    focus = guide.chapter(theme.about_focus)
    ideas = [idea for idea in guide.ideas_for(focus=focus.id) if theme.about_element in idea.work_system]
    return ThemePage(
        where=where_in(theme.team),
        title=theme.words,
        kicker="Goes well" if theme.goes_well else "Worth talking about",
        lead=f"{capital(how_often(pattern))}.",
        back=Link(text="What we saw and said", href=reverse("patterns", args=[theme.team.public_id])),
        drawing=slug_of(theme.about_focus),
        facts=(("Focus", focus.title), ("Part of the work", capital(WORK_SYSTEM[theme.about_element]))),
        notes=tuple(_note(note) for note in notes_in(theme)),
        take_on=Link(
            text="Agree to do more of it" if theme.goes_well else "Agree to try something",
            href=reverse("take_on", args=["theme", theme.public_id]),
        ),
        ideas=idea_entries(ideas[:MOST_IDEAS]),
        links=(
            Link(text="Say it in other words", href=reverse("change_theme", args=[theme.public_id])),
            Link(text="Take this theme apart", href=reverse("drop_theme", args=[theme.public_id])),
        ),
    )


def _note(note: Note) -> Row:
    window = note.window
    return Row(
        text=note.words,
        detail=f"{title_of(window)}: {window.where}",
        when=day(window.held_on) if window.held_on else "",
    )


def gathering_page(team: Team) -> WritingPage:
    return WritingPage(
        where=where_in(team),
        title="What belongs together?",
        lead="Tick the notes that say the same thing, and say it in one sentence. Then come back for the next.",
        button="Put them together",
        back=to_windows(team),
    )


def changing_page(theme: Theme) -> WritingPage:
    return WritingPage(
        where=where_in(theme.team),
        title="Say it in other words",
        button="Keep this",
        back=_to(theme),
    )


def drop_theme_page(theme: Theme) -> WritingPage:
    return WritingPage(
        where=where_in(theme.team),
        title="Take this theme apart?",
        lead=f"“{theme.words}”. Its notes stay, and can be put together anew.",
        button="Take it apart",
        back=_to(theme),
    )


def _to(theme: Theme) -> Link:
    return Link(text=theme.words, href=reverse("theme", args=[theme.public_id]))

"""Windows into daily work: the ways to look, and a plan for each that fits on a sheet of paper."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import counted
from fanlight.design.frame import Link
from fanlight.guide.pages.pieces import focus_link, guide_home
from fanlight.guide.queries import Guide, Signs, WindowKind, WindowPlan
from fanlight.guide.queries.words import slug_of

DRAWINGS = {
    WindowKind.WALKABOUT: "look",
    WindowKind.OBSERVATION: "ask",
    WindowKind.SHADOWING: "teamwork",
    WindowKind.CONVERSATION: "talk",
    WindowKind.VOICE: "inclusion",
    WindowKind.GOING_WELL: "thanks",
    WindowKind.HUDDLE: "communication",
}


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way to look, in a list."""

    title: str
    sentence: str
    time: str
    href: str
    drawing: str


@dataclass(frozen=True, kw_only=True)
class FocusSigns:
    focus: Link
    signs: Signs


@dataclass(frozen=True, kw_only=True)
class WindowsPage:
    trail: tuple[Link, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, kw_only=True)
class WindowPage:
    trail: tuple[Link, ...]
    plan: WindowPlan
    time: str
    drawing: str
    signs: tuple[FocusSigns, ...]


def to_plan(kind: WindowKind) -> str:
    return reverse("guide_window", args=[slug_of(kind)])


def ways_to_look(guide: Guide, *, to: Callable[[WindowKind], str] = to_plan) -> tuple[Way, ...]:
    """The ways in their order, each leading to its plan, or to where a team plans it."""
    return tuple(
        Way(
            title=plan.title,
            sentence=plan.in_a_sentence,
            time=counted(plan.minutes, "minute"),
            href=to(plan.id),
            drawing=DRAWINGS[plan.id],
        )
        for plan in (guide.window(kind) for kind in WindowKind)
    )


def windows_page(guide: Guide) -> WindowsPage:
    return WindowsPage(trail=(guide_home(),), ways=ways_to_look(guide))


def window_page(guide: Guide, kind: WindowKind) -> WindowPage:
    plan = guide.window(kind)
    return WindowPage(
        trail=(guide_home(), Link(text="Windows", href=reverse("guide_windows"))),
        plan=plan,
        time=counted(plan.minutes, "minute"),
        drawing=DRAWINGS[kind],
        signs=signs_of(guide, kind),
    )


def signs_of(guide: Guide, kind: WindowKind) -> tuple[FocusSigns, ...]:
    """The six focuses as what to look for: on a walkabout, where the eye needs something to hold on to."""
    if kind is not WindowKind.WALKABOUT:
        return ()
    return tuple(FocusSigns(focus=focus_link(guide, signs.id), signs=signs) for signs in guide.signs)

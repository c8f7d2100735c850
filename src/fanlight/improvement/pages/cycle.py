"""Tests of change: one of them, and the ramp that they make together."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day, stretch
from fanlight.design.frame import Link, Where
from fanlight.improvement.models import AgreedAction, Cycle, Decision
from fanlight.improvement.pages.places import action_link, where_in
from fanlight.people.pages.asking import AskPage, back_to


@dataclass(frozen=True)
class Step:
    """A test as it stands on the ramp."""

    number: int
    plan: str
    scale: str
    when: str
    outcome: str
    surprised: str
    href: str
    is_due: bool
    decision: str


@dataclass(frozen=True)
class CyclePage:
    where: Where
    title: str
    kicker: str
    back: Link
    parts: tuple[tuple[str, str], ...]
    study: Link | None
    links: tuple[Link, ...]
    next_test: Link | None


def ramp(cycles: Iterable[Cycle]) -> tuple[Step, ...]:
    return tuple(
        Step(
            number=cycle.number,
            plan=cycle.plan,
            scale=cycle.scale,
            when=stretch(cycle.begins_on, cycle.ends_on),
            outcome=_outcome(cycle),
            surprised=cycle.surprised,
            href=reverse("cycle", args=[cycle.public_id]),
            is_due=cycle.is_due,
            decision=cycle.decision or "open",
        )
        for cycle in cycles
    )


def _outcome(cycle: Cycle) -> str:
    if cycle.is_over:
        return Decision(cycle.decision).short
    return "Time to look: what happened?" if cycle.is_due else "Being tested"


def cycle_page(cycle: Cycle) -> CyclePage:
    study = Link(text="Say what happened", href=reverse("study_cycle", args=[cycle.public_id]))
    again = Link(text="Plan the next test", href=reverse("plan_cycle", args=[cycle.action.public_id]))
    change = Link(text="Change the plan", href=reverse("change_plan", args=[cycle.public_id]))
    fix = Link(text="Change what was written", href=study.href)
    return CyclePage(
        where=where_in(cycle.action.team),
        title=cycle.plan,
        kicker=f"Test {cycle.number} of “{cycle.action.what}”",
        back=action_link(cycle.action),
        parts=tuple(_parts(cycle)),
        study=None if cycle.is_over else study,
        links=(fix,) if cycle.is_over else (change,),
        next_test=again if cycle.is_over and cycle.decision != Decision.ABANDON else None,
    )


def _parts(cycle: Cycle) -> Iterable[tuple[str, str]]:
    yield "We think", cycle.prediction
    yield "How small", cycle.scale
    yield "It begins on", day(cycle.begins_on)
    yield "We look at it on", day(cycle.look_on)
    if cycle.happened:
        yield "What happened", cycle.happened
        yield "What surprised us", cycle.surprised or "Nothing: it went as we thought."
        yield "What follows", Decision(cycle.decision).label


def plan_page(action: AgreedAction) -> AskPage:
    back = action_link(action)
    return AskPage(
        title="Plan a small test",
        lead="Guess first, then try. Small and soon beats large and perfect.",
        button="We try it",
        trail=(back,),
        way_back=back_to(back),
    )


def change_plan_page(cycle: Cycle) -> AskPage:
    back = Link(text=f"Test {cycle.number}", href=reverse("cycle", args=[cycle.public_id]))
    return AskPage(title="Plan it otherwise", button="Save", trail=(back,), way_back=back_to(back))


def study_page(cycle: Cycle) -> AskPage:
    back = Link(text=f"Test {cycle.number}", href=reverse("cycle", args=[cycle.public_id]))
    return AskPage(
        title="What came of it?",
        lead=f"You thought: {cycle.prediction}",
        button="Keep this",
        trail=(back,),
        way_back=back_to(back),
    )

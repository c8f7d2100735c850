"""A team's changes, made by the real actions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from fanlight.improvement.actions import (
    Aimed,
    Entry,
    Planned,
    add_branch,
    add_measure,
    agree_action,
    begin_aim,
    plan_cycle,
    study_cycle,
)
from fanlight.improvement.models import AgreedAction, Aim, BranchKind, Cycle, Decision, Measure
from fanlight.people.models import Team


def an_action(team: Team, **said: Any) -> AgreedAction:
    """Something that a team tries, without a round behind it."""
    usual = {
        "what": "A two-minute huddle at seven",
        "first_step": "Try it on Tuesday",
        "who": "the team",
        "look_again_on": timezone.localdate() + timedelta(days=21),
    }
    return agree_action(**{"team": team, "round": None, "by": None, **usual, **said})


def a_measure(team: Team, *, action: AgreedAction | None = None, **decided: Any) -> Measure:
    usual = {
        "name": "Huddles held",
        "how": "",
        "purpose": "process",
        "counts": "count",
        "rhythm": "weekly",
        "direction": "up",
        "target": None,
        "of_people": False,
        "is_shared": False,
    }
    return add_measure(team=team, action=action, decided={**usual, **decided}, by=None)


def weeks(values: Sequence[float | tuple[float, float]]) -> list[Entry]:
    """Figures of whole weeks, the last one being last week's."""
    today = timezone.localdate()
    monday = today - timedelta(days=today.weekday())
    found = []
    for place, value in enumerate(reversed(values), start=1):
        pair = value if isinstance(value, tuple) else (value, None)
        found.append(Entry(monday - timedelta(days=7 * place), *pair))
    return found[::-1]


def planned(**said: Any) -> Planned:
    today = timezone.localdate()
    usual = {
        "prediction": "Four of five",
        "plan": "A huddle on nights",
        "scale": "One night",
        "begins_on": today - timedelta(days=7),
        "look_on": today,
    }
    return Planned(**{**usual, **said})


def a_cycle(action: AgreedAction, *, decision: Decision | None = None, **said: Any) -> Cycle:
    cycle = plan_cycle(action=action, planned=planned(**said), by=None)
    if decision is None:
        return cycle
    came = {"happened": "Three of five", "surprised": "The phone rang", "decision": decision}
    return study_cycle(cycle=cycle, version=cycle.version, by=None, **came)


def aimed(**said: Any) -> Aimed:
    usual = {
        "what": "Nights know what the day decided",
        "how_much": "From 2 nights in 7 to 6 in 7",
        "for_whom": "everybody on nights",
        "by_when": timezone.localdate() + timedelta(days=90),
    }
    return Aimed(**{**usual, **said})


def an_aim(team: Team, **said: Any) -> Aim:
    return begin_aim(team=team, aimed=aimed(**said), by=None)


def a_tree(team: Team) -> Aim:
    """An aim with two drivers, one of them with a driver and ideas under it."""
    aim = an_aim(team)

    def grow(under: Any, kind: BranchKind, words: str) -> Any:
        return add_branch(aim=aim, under=under, kind=kind, words=words, by=None)

    seen = grow(None, BranchKind.DRIVER, "The note is where people look")
    grow(seen, BranchKind.IDEA, "Print it on the handover sheet")
    place = grow(seen, BranchKind.DRIVER, "There is one place for it")
    grow(place, BranchKind.IDEA, "A clip beside the kettle")
    written = grow(None, BranchKind.DRIVER, "Somebody writes it every day")
    grow(written, BranchKind.IDEA, "The late shift’s last task, two minutes")
    return aim

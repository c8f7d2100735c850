"""A team's changes, made by the real actions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.utils import timezone

from fanlight.improvement.actions import Entry, Planned, add_measure, agree_action, plan_cycle, study_cycle
from fanlight.improvement.models import AgreedAction, Cycle, Decision, Measure
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

"""Testing a change: the plan and the prediction first, what happened and what surprised us after."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.improvement.models import AgreedAction, Cycle, Decision, Progress
from fanlight.people.actions import Refused
from fanlight.people.actions.changed import refuse_if_changed
from fanlight.people.models import User

PLANNED = ("plan", "scale", "prediction", "begins_on", "look_on")


@dataclass(frozen=True)
class Planned:
    """One test before it begins."""

    plan: str
    scale: str
    prediction: str
    begins_on: date
    look_on: date


@transaction.atomic
def plan_cycle(*, action: AgreedAction, planned: Planned, by: User | None) -> Cycle:
    """Plan the next test. An action that has not begun is being tried from now on. Twice the same is one test."""
    action = AgreedAction.objects.select_for_update().get(pk=action.pk)
    if same := Cycle.objects.filter(
        action=action, plan=planned.plan, scale=planned.scale, begins_on=planned.begins_on
    ).first():
        return same
    if Cycle.objects.filter(action=action, decision="").exists():
        raise Refused("One test is still going on. Say what came of it first; then plan the next one.")
    number = (Cycle.objects.filter(action=action).aggregate(last=Max("number"))["last"] or 0) + 1
    cycle = Cycle.objects.create(action=action, number=number, **_fields(planned))
    if action.progress == Progress.AGREED:
        action.progress, action.version = Progress.TRYING, action.version + 1
        action.save(update_fields=["progress", "version"])
    record("plan_cycle", subject=cycle, by=by, number=number)
    return cycle


@transaction.atomic
def change_plan(*, cycle: Cycle, version: int, planned: Planned, by: User | None) -> Cycle:
    """Plan otherwise, while nothing has been said of the outcome: a prediction is made before, not after."""
    cycle = Cycle.objects.select_for_update().get(pk=cycle.pk)
    if cycle.is_over:
        raise Refused("This test is over. What was predicted stays as it was; plan the next one instead.")
    refuse_if_changed(row=cycle, version=version, fields=PLANNED)
    for name, value in _fields(planned).items():
        setattr(cycle, name, value)
    cycle.version += 1
    cycle.save()
    record("change_plan", subject=cycle, by=by)
    return cycle


STUDIED = ("happened", "surprised", "decision")


@transaction.atomic
def study_cycle(
    *, cycle: Cycle, version: int, happened: str, surprised: str, decision: Decision, by: User | None
) -> Cycle:
    """Say what happened, what surprised us, and what follows."""
    cycle = Cycle.objects.select_for_update().get(pk=cycle.pk)
    refuse_if_changed(row=cycle, version=version, fields=STUDIED)
    cycle.happened, cycle.surprised, cycle.decision = happened, surprised, decision
    cycle.decided_on = cycle.decided_on or timezone.localdate()
    cycle.version += 1
    cycle.save()
    record("study_cycle", subject=cycle, by=by, decision=decision.value)
    return cycle


def _fields(planned: Planned) -> dict[str, object]:
    return {name: getattr(planned, name) for name in PLANNED}

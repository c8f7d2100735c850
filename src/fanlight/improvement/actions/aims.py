"""Setting an aim, growing its tree, and saying what came of it."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.improvement.models import Aim, Branch, BranchKind, Measure
from fanlight.people.actions import Refused
from fanlight.people.actions.changed import refuse_if_changed
from fanlight.people.models import Team, User

AIMED = ("what", "how_much", "for_whom", "by_when", "measure")
MOST_BRANCHES = 40


@dataclass(frozen=True)
class Aimed:
    """An aim in its four parts, and the measure that tells whether it is reached."""

    what: str
    how_much: str
    for_whom: str
    by_when: date
    measure: Measure | None = None


@transaction.atomic
def begin_aim(*, team: Team, aimed: Aimed, by: User | None) -> Aim:
    """Set an aim. The same words twice are one aim."""
    Team.objects.select_for_update().get(pk=team.pk)
    if same := Aim.objects.filter(team=team, what=aimed.what, ended_on=None).first():
        return same
    aim = Aim.objects.create(team=team, begun_on=timezone.localdate(), **_fields(aimed))
    record("begin_aim", subject=aim, by=by, by_when=aimed.by_when.isoformat())
    return aim


@transaction.atomic
def change_aim(*, aim: Aim, version: int, aimed: Aimed, by: User | None) -> Aim:
    aim = Aim.objects.select_for_update().get(pk=aim.pk)
    refuse_if_changed(row=aim, version=version, fields=AIMED)
    for name, value in _fields(aimed).items():
        setattr(aim, name, value)
    aim.version += 1
    aim.save()
    record("change_aim", subject=aim, by=by)
    return aim


@transaction.atomic
def end_aim(*, aim: Aim, version: int, came_of_it: str, by: User | None) -> Aim:
    """The project is over, whatever came of it. Saying more later keeps the day on which it ended."""
    aim = Aim.objects.select_for_update().get(pk=aim.pk)
    refuse_if_changed(row=aim, version=version, fields=("came_of_it",))
    aim.came_of_it, aim.ended_on = came_of_it, aim.ended_on or timezone.localdate()
    aim.version += 1
    aim.save(update_fields=["came_of_it", "ended_on", "version"])
    record("end_aim", subject=aim, by=by)
    return aim


@transaction.atomic
def add_branch(
    *, aim: Aim, under: Branch | None, kind: BranchKind, words: str, idea: str = "", by: User | None
) -> Branch:
    """Add a box to the tree. The same words in the same place are one box."""
    Aim.objects.select_for_update().get(pk=aim.pk)
    if same := Branch.objects.filter(aim=aim, under=under, words=words).first():
        return same
    _refuse_place(aim, under, kind)
    branch = Branch.objects.create(aim=aim, under=under, kind=kind, words=words, idea=idea)
    record("add_branch", subject=branch, by=by, kind=kind.value)
    return branch


def _refuse_place(aim: Aim, under: Branch | None, kind: BranchKind) -> None:
    if under is not None and not under.is_driver:
        raise Refused("An idea has nothing under it. Put this under the driver beside it.")
    if under is None and kind is BranchKind.IDEA:
        raise Refused("An idea stands under what it changes. Add what drives the aim first.")
    if kind is BranchKind.DRIVER and under is not None and under.under_id is not None:
        raise Refused("Two steps of drivers are enough: put an idea here instead.")
    if Branch.objects.filter(aim=aim).count() >= MOST_BRANCHES:
        raise Refused(f"{MOST_BRANCHES} boxes are as many as anybody can read. Take one off first.")


@transaction.atomic
def change_branch(*, branch: Branch, version: int, words: str, by: User | None) -> Branch:
    branch = Branch.objects.select_for_update().get(pk=branch.pk)
    refuse_if_changed(row=branch, version=version, fields=("words",))
    branch.words, branch.version = words, branch.version + 1
    branch.save(update_fields=["words", "version"])
    record("change_branch", subject=branch, by=by)
    return branch


@transaction.atomic
def drop_branch(*, branch: Branch, by: User | None) -> None:
    """Take a box off, with everything under it. What was taken on from it stays on the board."""
    record("drop_branch", subject=branch, by=by)
    Branch.objects.filter(pk=branch.pk).delete()


def _fields(aimed: Aimed) -> dict[str, object]:
    return {name: getattr(aimed, name) for name in AIMED}

"""Saving what a spreadsheet adds: all of it, in one transaction, or none."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.actions.accounts import add_person
from fanlight.people.actions.organisations import add_organisation
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import give_organisation_role, give_team_role
from fanlight.people.actions.teams import add_team
from fanlight.people.letters import can_send_letters, send_welcome
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.queries import Plan, Step, plan_import
from fanlight.people.roles import Role
from fanlight.people.spreadsheet import SheetRow

Path = tuple[str, ...]


@transaction.atomic
def import_people(
    *, organisation: Organisation, rows: Collection[SheetRow], is_welcome_sent: bool, by: User
) -> Plan:
    """Add what the rows say and is not here yet. Twice is harmless: the second time adds nothing."""
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    plan = plan_import(organisation, rows, by)
    if plan.with_problems:
        raise Refused("Something has changed since you looked. Look at the rows again.")
    hand = Hand(organisation, by)
    for step in plan.steps:
        hand.take(step)
    if plan.steps:
        record("import_people", subject=organisation, by=by, **plan.number_of)
    if is_welcome_sent and can_send_letters():
        for user in hand.new_people:
            send_welcome.enqueue(user.public_id, organisation.name)
    return plan


@dataclass
class Hand:
    """Carries out the steps of a plan, one after the other."""

    top: Organisation
    by: User

    def __post_init__(self) -> None:
        self.new_people: list[User] = []
        self._places: dict[Path, Organisation] = {(): self.top}
        self._teams: dict[tuple[Path, str], Team] = {}

    def take(self, step: Step) -> None:
        if step.role is not None:
            self._give(step, step.role)
        elif step.email:
            self.new_people.append(add_person(email=step.email, name=step.name, by=self.by))
        elif step.team:
            add_team(organisation=self._place(step.path), name=step.team, by=self.by)
        else:
            self._add_place(step.path)

    def _give(self, step: Step, role: Role) -> None:
        user = User.objects.get(email=step.email)
        if step.team:
            give_team_role(team=self._team(step), user=user, role=role, by=self.by)
        else:
            give_organisation_role(organisation=self._place(step.path), user=user, role=role, by=self.by)

    def _add_place(self, path: Path) -> None:
        parent = self._place(path[:-1])
        add_organisation(name=path[-1], kind=OrganisationKind.PART, parent=parent, by=self.by)

    def _place(self, path: Path) -> Organisation:
        folded = tuple(part.casefold() for part in path)
        if folded not in self._places:
            found = self._place(path[:-1]).children.all()
            self._places[folded] = next(one for one in found if one.name.casefold() == folded[-1])
        return self._places[folded]

    def _team(self, step: Step) -> Team:
        key = (tuple(part.casefold() for part in step.path), step.team.casefold())
        if key not in self._teams:
            teams = self._place(step.path).teams.working()
            self._teams[key] = next(team for team in teams if team.name.casefold() == key[1])
        return self._teams[key]

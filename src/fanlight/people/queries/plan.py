"""What a spreadsheet would do, worked out without doing any of it: every step, and every problem with its row."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.queries.tree import Branch, tree_below
from fanlight.people.roles import TEAM_ROLES, Role
from fanlight.people.spreadsheet import Column, SheetRow

Path = tuple[str, ...]
ROLES = {role.label.casefold(): role for role in Role} | {role.value: role for role in Role}


@dataclass(frozen=True)
class Step:
    """One thing to add: an organisation, a team in it, an account, or a role of that account there."""

    path: Path
    team: str = ""
    email: str = ""
    name: str = ""
    role: Role | None = None


@dataclass(frozen=True)
class Line:
    """One row: who and where it is about, what it adds, what has to be put right first."""

    number: int
    about: str
    adds: tuple[Step, ...]
    problems: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    lines: tuple[Line, ...]
    leaderless: tuple[str, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for line in self.lines for step in line.adds)

    @property
    def with_problems(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.problems)

    @property
    def number_of(self) -> dict[str, int]:
        steps = self.steps
        return {
            "organisations": sum(not step.team and not step.email for step in steps),
            "teams": sum(bool(step.team) and not step.email for step in steps),
            "people": sum(bool(step.email) and step.role is None for step in steps),
            "roles": sum(step.role is not None for step in steps),
        }


@dataclass
class Known:
    """What is here already, and, as the rows are read, what they add. Names are compared without regard to case."""

    top: Organisation
    by: User
    places: dict[Path, str] = field(default_factory=dict)
    teams: dict[tuple[Path, str], Team | None] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    named_in: dict[str, tuple[int, str]] = field(default_factory=dict)
    roles: set[tuple[Path, str, str, Role]] = field(default_factory=set)
    leads: dict[int, list[User]] = field(default_factory=dict)
    in_team: dict[int, set[str]] = field(default_factory=dict)


def plan_import(organisation: Organisation, rows: Iterable[SheetRow], by: User) -> Plan:
    """Read the rows against what is here. Six queries, however long the sheet is."""
    rows = tuple(rows)
    known = _known(organisation, rows, by)
    lines = tuple(_line(row, known) for row in rows)
    led = {(path, team) for path, team, _, role in known.roles if role == Role.LEAD}
    new_teams = [step for line in lines for step in line.adds if step.team and not step.email]
    leaderless = [step.team for step in new_teams if (_folded(step.path), step.team.casefold()) not in led]
    return Plan(lines, tuple(leaderless))


def _known(organisation: Organisation, rows: tuple[SheetRow, ...], by: User) -> Known:
    known = Known(organisation, by)
    teams: dict[int, tuple[Path, str]] = {}
    places: dict[int, Path] = {}
    stack: list[tuple[Path, Branch]] = [((), tree_below(organisation))]
    while stack:
        path, branch = stack.pop()
        known.places[path] = branch.organisation.name
        places[branch.organisation.pk] = path
        for leaf in branch.teams:
            if not leaf.team.has_ended:
                key = (path, leaf.team.name.casefold())
                known.teams[key] = leaf.team
                teams[leaf.team.pk] = key
        stack += [((*path, below.organisation.name.casefold()), below) for below in branch.branches]
    held = Membership.objects.filter(team__in=teams) | Membership.objects.filter(organisation__in=places)
    for row in held.select_related("user"):
        path, team = teams[row.team_id] if row.team_id else (places[row.organisation_id or 0], "")
        known.roles.add((path, team, row.user.email, Role(row.role)))
        if row.team_id:
            known.in_team.setdefault(row.team_id, set()).add(row.user.email)
        if row.team_id and row.role == Role.LEAD:
            known.leads.setdefault(row.team_id, []).append(row.user)
    emails = {row.email.lower() for row in rows}
    known.people = dict(User.objects.filter(email__in=emails).values_list("email", "name"))
    return known


def _line(row: SheetRow, known: Known) -> Line:
    path = _path(row.place, known.top)
    role, problems = _role(row)
    problems += _too_long(row) + _person(row, known) + _may(row, path, role, known)
    steps, notes = ([], []) if problems else _steps(row, path, role, known)
    where = " › ".join([*path, row.team] if row.team else path) or known.top.name
    who = f"{row.name or row.email}, " if row.email or row.name else ""
    return Line(row.number, f"{who}{where}", tuple(steps), tuple(problems), tuple(notes))


def _path(place: str, top: Organisation) -> Path:
    parts = tuple(part.strip() for part in re.split(r"[>›]", place) if part.strip())
    return parts[1:] if parts and parts[0].casefold() == top.name.casefold() else parts


def _folded(path: Path) -> Path:
    return tuple(part.casefold() for part in path)


def _role(row: SheetRow) -> tuple[Role | None, list[str]]:
    if not row.email and not row.name:
        return None, [f"{Column.ROLE}: there is a role, but nobody is named."] if row.role else []
    if not row.role:
        return (
            (Role.MEMBER, []) if row.team else (None, [f"{Column.ROLE}: say what they are, or name a team."])
        )
    role = ROLES.get(row.role.casefold())
    if role is None:
        close = difflib.get_close_matches(row.role.casefold(), ROLES, n=1)
        hint = f"Did you mean {ROLES[close[0]].label}?" if close else f"Use one of {_all_roles()}."
        return None, [f"{Column.ROLE}: “{row.role}” is not a role. {hint}"]
    if role in TEAM_ROLES and not row.team:
        return role, [f"{Column.TEAM}: a {role.label.lower()} belongs to a team. Say which."]
    if role not in TEAM_ROLES and row.team:
        what = role.label.lower()
        return role, [
            f"{Column.TEAM}: {what} is a role in an organisation, not in a team. Leave the team empty."
        ]
    return role, []


def _all_roles() -> str:
    return ", ".join(role.label for role in Role)


def _too_long(row: SheetRow) -> list[str]:
    limits = {Column.TEAM: (row.team, 120), Column.NAME: (row.name, 100), Column.EMAIL: (row.email, 254)}
    limits[Column.PLACE] = (max(re.split(r"[>›]", row.place), key=len), 120)
    return [
        f"{column}: longer than {most} letters."
        for column, (text, most) in limits.items()
        if len(text) > most
    ]


def _person(row: SheetRow, known: Known) -> list[str]:
    if not row.email:
        return [f"{Column.EMAIL}: missing. Without one {row.name} cannot sign in."] if row.name else []
    email = row.email.lower()
    try:
        validate_email(email)
    except ValidationError:
        return [f"{Column.EMAIL}: “{row.email}” is not an e-mail address."]
    if not row.name and email not in known.people and email not in known.named_in:
        return [f"{Column.NAME}: missing. Say who {row.email} is."]
    number, before = known.named_in.setdefault(email, (row.number, row.name))
    if row.name and before and row.name.casefold() != before.casefold():
        return [f"{Column.NAME}: row {number} calls {row.email} “{before}”. Make them the same."]
    return []


def _may(row: SheetRow, path: Path, role: Role | None, known: Known) -> list[str]:
    """Only a team's leads let people in, once it has one. Whoever is in already may stand in the sheet."""
    team = known.teams.get((_folded(path), row.team.casefold()))
    if role is None or team is None or row.email.lower() in known.in_team.get(team.pk, ()):
        return _promotion(row, path, role, known, team)
    leads = known.leads.get(team.pk, [])
    if leads and known.by not in leads:
        names = ", ".join(lead.name for lead in leads)
        return [f"{Column.TEAM}: only {team.name}’s leads let people in. Take the row out, and ask {names}."]
    if not leads and row.email.lower() == known.by.email and known.in_team.get(team.pk):
        return [f"{Column.TEAM}: there are people in {team.name}. You cannot put yourself among them."]
    return []


def _promotion(row: SheetRow, path: Path, role: Role | None, known: Known, team: Team | None) -> list[str]:
    """Somebody in the team gets another role there: for its leads to give, too."""
    if role is None or team is None or known.by in (leads := known.leads.get(team.pk, [])) or not leads:
        return []
    if (_folded(path), row.team.casefold(), row.email.lower(), role) in known.roles:
        return []
    return [f"{Column.ROLE}: only {team.name}’s leads give roles in it. Take the row out, and ask them."]


def _steps(row: SheetRow, path: Path, role: Role | None, known: Known) -> tuple[list[Step], list[str]]:
    steps, notes = [], []
    for depth in range(1, len(path) + 1):
        if _folded(path[:depth]) not in known.places:
            known.places[_folded(path[:depth])] = path[depth - 1]
            steps.append(Step(path[:depth]))
    folded, team, email = _folded(path), row.team.casefold(), row.email.lower()
    if team and (folded, team) not in known.teams:
        known.teams[folded, team] = None
        steps.append(Step(path, row.team))
    if email and email not in known.people:
        known.people[email] = row.name
        steps.append(Step(path, row.team, email, row.name))
    elif email and row.name and known.people[email].casefold() != row.name.casefold():
        notes.append(f"Is called “{known.people[email]}” here already; the name stays.")
    if role and (folded, team, email, role) not in known.roles:
        known.roles.add((folded, team, email, role))
        steps.append(Step(path, row.team, email, known.people[email], role))
    return steps, notes

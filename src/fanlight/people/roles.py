"""Who may do what: the one table of roles."""

from enum import Enum, auto

from django.db import models


class Role(models.TextChoices):
    """What a person is to a team, or to an organisation and every team below it."""

    MEMBER = "member", "Member"
    LEAD = "lead", "Lead"
    FACILITATOR = "facilitator", "Facilitator"
    COACH = "coach", "Coach"
    SPECIALIST = "specialist", "Patient safety specialist"
    GUARDIAN = "guardian", "Guardian"
    PARTNER = "partner", "Patient safety partner"
    ADMINISTRATOR = "administrator", "Administrator"


class May(Enum):
    """What can be permitted. Each is asked for by name where a page or an action needs it."""

    SEE_TEAM = auto()
    SEE_RESULTS = auto()
    PLAN_ROUNDS = auto()
    TYPE_IN_PAPER = auto()
    MANAGE_TEAM = auto()
    SEE_PROCESS = auto()
    MANAGE_ORGANISATION = auto()


TEAM_ROLES = frozenset({Role.MEMBER, Role.LEAD, Role.FACILITATOR})

# Results belong to the team: only roles held *in the team* may see them. A coach, a specialist, a board or an
# administrator sees that rounds and debriefs happen, never what was answered.
MAY: dict[Role, frozenset[May]] = {
    Role.MEMBER: frozenset({May.SEE_TEAM, May.SEE_RESULTS}),
    Role.LEAD: frozenset(
        {May.SEE_TEAM, May.SEE_RESULTS, May.PLAN_ROUNDS, May.TYPE_IN_PAPER, May.MANAGE_TEAM}
    ),
    Role.FACILITATOR: frozenset({May.SEE_TEAM, May.SEE_RESULTS, May.TYPE_IN_PAPER}),
    Role.COACH: frozenset({May.SEE_PROCESS}),
    Role.SPECIALIST: frozenset({May.SEE_PROCESS}),
    Role.GUARDIAN: frozenset(),
    Role.PARTNER: frozenset(),
    Role.ADMINISTRATOR: frozenset({May.SEE_PROCESS, May.MANAGE_ORGANISATION}),
}

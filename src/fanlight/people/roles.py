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
    READ_COMMENTS_FIRST = auto()
    PLAN_ROUNDS = auto()
    STEER_TALKS = auto()
    TYPE_IN_PAPER = auto()
    KEEP_NEEDS = auto()
    MANAGE_TEAM = auto()
    SEE_PROCESS = auto()
    COACH_TEAMS = auto()
    MANAGE_ORGANISATION = auto()


TEAM_ROLES = frozenset({Role.MEMBER, Role.LEAD, Role.FACILITATOR})
ORGANISATION_ROLES = frozenset(Role) - TEAM_ROLES

# Results belong to the team: only roles held *in the team* may see them. A coach, a specialist, a board or an
# administrator sees that rounds and debriefs happen, never what was answered.
MAY: dict[Role, frozenset[May]] = {
    Role.MEMBER: frozenset({May.SEE_TEAM, May.SEE_RESULTS}),
    Role.LEAD: frozenset({May.SEE_TEAM, May.SEE_RESULTS, May.STEER_TALKS, May.PLAN_ROUNDS, May.MANAGE_TEAM}),
    # Not the lead: whoever types a form in reads it, and no manager reads an answer before the team does.
    Role.FACILITATOR: frozenset(
        {
            May.SEE_TEAM,
            May.SEE_RESULTS,
            May.READ_COMMENTS_FIRST,
            May.STEER_TALKS,
            May.TYPE_IN_PAPER,
            May.KEEP_NEEDS,
        }
    ),
    Role.COACH: frozenset({May.SEE_PROCESS, May.COACH_TEAMS}),
    Role.SPECIALIST: frozenset({May.SEE_PROCESS}),
    Role.GUARDIAN: frozenset(),
    Role.PARTNER: frozenset(),
    Role.ADMINISTRATOR: frozenset({May.SEE_PROCESS, May.MANAGE_ORGANISATION}),
}

PURPOSE: dict[Role, str] = {
    Role.MEMBER: "Works in the team.",
    Role.LEAD: "Convenes the team and hears the results with it.",
    Role.FACILITATOR: "Was asked by the team to run its debriefs.",
    Role.COACH: "Helps many teams with their rounds, debriefs and changes.",
    Role.SPECIALIST: "Joins up the organisation’s learning.",
    Role.GUARDIAN: "Is there for anybody who wants to speak up.",
    Role.PARTNER: "Brings the patients’ view to learning sessions.",
    Role.ADMINISTRATOR: "Looks after the organisation’s teams and who coaches them.",
}

IN_WORDS: dict[May, str] = {
    May.SEE_TEAM: "sees the team’s page and its people",
    May.SEE_RESULTS: "reads the team’s results, at the same moment as everybody in it",
    May.READ_COMMENTS_FIRST: "reads comments before the team does, and blacks out what points to somebody, unless they "
    "also work in the team, lead it or administer what is above it",
    May.STEER_TALKS: "steers a talk on phones; others in the team may if neither lead nor facilitator is there",
    May.PLAN_ROUNDS: "plans rounds and books their debriefs",
    May.TYPE_IN_PAPER: "types paper forms in while a round is open, unless they lead the team as well",
    May.KEEP_NEEDS: "keeps, in private, what people need after something went wrong; nobody else in the team reads it",
    May.MANAGE_TEAM: "lets people into the team, gives them their roles, and removes them",
    May.COACH_TEAMS: "talks with teams about their changes, and sees the charts that they share",
    May.SEE_PROCESS: "sees that teams hold rounds and debriefs, never what was answered",
    May.MANAGE_ORGANISATION: "sets up organisations and teams, and names the first lead of a team",
}

NOTHING = "sees no team’s page and no results"

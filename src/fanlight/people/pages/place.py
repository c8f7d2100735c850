"""Where a page stands: in a team, on a step of its thread."""

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.people.models import Team


def home_link(team: Team) -> Link:
    return Link(text=team.name, href=reverse("team_home", args=[team.public_id]))


def where(team: Team, step: Step | None = None) -> Where:
    return Where(place=home_link(team), organisation=team.organisation.name, step=step)

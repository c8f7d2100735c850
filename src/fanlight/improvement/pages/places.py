"""Where the pages about changes stand, and the ways between them."""

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.improvement.models import AgreedAction, Aim
from fanlight.people.models import Team


def where_in(team: Team) -> Where:
    place = Link(text=team.name, href=reverse("team_home", args=[team.public_id]))
    return Where(place=place, organisation=team.organisation.name, step=Step.CHANGE)


def board_link(team: Team, text: str = "What we are trying") -> Link:
    return Link(text=text, href=reverse("board", args=[team.public_id]))


def action_link(action: AgreedAction, text: str = "") -> Link:
    return Link(text=text or action.what, href=reverse("action", args=[action.public_id]))


def story_of_action_link(action: AgreedAction) -> Link:
    """The way to a story of one page that begins from what the team wrote on its board."""
    return Link(text="Tell it as a story of one page", href=reverse("tell_story", args=[action.public_id]))


def story_of_aim_link(aim: Aim) -> Link:
    return Link(text="Tell it as a story of one page", href=reverse("tell_aim", args=[aim.public_id]))

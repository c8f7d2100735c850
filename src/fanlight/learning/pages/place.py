"""Where these pages stand, and the page that asks one thing."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.people.models import Team


def where_in(team: Team, step: Step = Step.LOOK) -> Where:
    place = Link(text=team.name, href=reverse("team_home", args=[team.public_id]))
    return Where(place=place, organisation=team.organisation.name, step=step)


def learning_link(team: Team) -> Link:
    return Link(text="What we learned", href=reverse("reviews", args=[team.public_id]))


@dataclass(frozen=True, kw_only=True)
class WritePage:
    """One form, or one question whether you are sure, in the frame of its team."""

    where: Where
    title: str
    back: Link
    button: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    is_grave: bool = False
    later: str = "Not now"

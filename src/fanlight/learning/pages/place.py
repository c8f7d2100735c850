"""Where these pages stand."""

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.people.models import Team
from fanlight.people.pages.place import where

EVENT = "learning/event.html"  # the page with one form, about something that went wrong


def where_in(team: Team, step: Step = Step.LOOK) -> Where:
    return where(team, step)


def learning_link(team: Team) -> Link:
    return Link(text="What we learned", href=reverse("reviews", args=[team.public_id]))

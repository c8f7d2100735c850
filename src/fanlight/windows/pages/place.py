"""Where these pages stand, and the ways back."""

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.people.models import Team
from fanlight.people.pages.place import where


def where_in(team: Team) -> Where:
    return where(team, Step.LOOK)


def to_windows(team: Team) -> Link:
    return Link(text="Windows", href=reverse("windows", args=[team.public_id]))


def to_huddles(team: Team) -> Link:
    return Link(text="Huddles", href=reverse("huddles", args=[team.public_id]))

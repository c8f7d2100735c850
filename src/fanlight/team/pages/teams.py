"""The page for whoever has several teams, none, or a role above them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.people.models import Organisation, Team


@dataclass(frozen=True)
class TeamsPage:
    title: str
    teams: tuple[Row, ...]
    coaching: Link | None = None
    works_for: tuple[Row, ...] = ()
    own: tuple[Row, ...] = ()


def teams_page(
    teams: list[Team],
    *,
    coaches: bool = False,
    listens: bool = False,
    works_for: Sequence[Organisation] = (),
    own: tuple[Row, ...] = (),
) -> TeamsPage:
    rows = (
        Row(text=team.name, detail=team.organisation.name, href=reverse("team_home", args=[team.public_id]))
        for team in teams
    )
    space = Row(
        text="Your guardian’s space",
        detail="What people have told you, and your answers",
        href=reverse("guardian"),
    )
    coaching = Link(text="The teams that you coach", href=reverse("coaching")) if coaches else None
    return TeamsPage(
        title="Your teams" if teams or not (works_for or listens) else "Where you work",
        teams=tuple(rows),
        coaching=coaching,
        works_for=(
            *((space,) if listens else ()),
            *(
                Row(
                    text=one.name,
                    detail="Its teams, and how the work goes",
                    href=reverse("organisation", args=[one.public_id]),
                )
                for one in works_for
            ),
        ),
        own=own,
    )

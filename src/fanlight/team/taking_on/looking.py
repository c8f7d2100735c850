"""A theme that was seen through windows becomes an action of the team that saw it."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.people.models import User
from fanlight.team.taking_on.proposal import Proposal
from fanlight.windows.access import theme_for


def from_theme(user: User, public_id: str) -> Proposal:
    theme = theme_for(user, public_id)
    return Proposal(
        came_from=f"{'Seen to go well' if theme.goes_well else 'Seen through our windows'}: {theme.words}",
        back=Link(text=theme.words, href=reverse("theme", args=[public_id])),
        team=theme.team,
        what=f"Do more of this: {theme.words}"[:200] if theme.goes_well else "",
        focus=theme.about_focus,
        element=theme.about_element,
    )

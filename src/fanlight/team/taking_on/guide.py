"""An idea or a card from the guide becomes an action: open to everybody who is in a team."""

from django.http import Http404
from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.guide.queries.here import the_guide
from fanlight.people.models import User
from fanlight.team.taking_on.proposal import Proposal

LONGEST = 200


def from_idea(user: User, name: str) -> Proposal:  # noqa: ARG001 (the guide is everybody's)
    try:
        idea = the_guide().idea(name)
    except KeyError:
        raise Http404("no such idea") from None
    return Proposal(
        came_from=f"An idea from the guide: {idea.title}",
        back=Link(text=idea.title, href=reverse("guide_idea", args=[name])),
        what=idea.title,
        first_step=short(idea.first_version),
        focus=idea.focus,
        element=idea.work_system[0],
    )


def from_card(user: User, name: str) -> Proposal:  # noqa: ARG001
    try:
        card = the_guide().card(name)
    except KeyError:
        raise Http404("no such card") from None
    return Proposal(
        came_from=f"A card we talked about: {card.title}",
        back=Link(text=card.title, href=reverse("guide_card", args=[name])),
        focus=card.focus,
        card=name,
    )


def short(text: str) -> str:
    """As many whole sentences as a line on the board takes."""
    if len(text) <= LONGEST:
        return text
    return text[: text.rfind(". ", 0, LONGEST) + 1] or f"{text[: text.rfind(' ', 0, LONGEST - 1)]}…"

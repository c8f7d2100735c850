"""Something that a team learned, in a review or from what went well, becomes an action."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.learning.access import line_to_take_on
from fanlight.people.models import User
from fanlight.team.taking_on.proposal import Proposal

LONGEST = 200


def from_learned(user: User, public_id: str) -> Proposal:
    """A line under the last question of a review. The action names the line, which leads to its review."""
    line = line_to_take_on(user, public_id)
    return Proposal(
        came_from=f"What we learned: {line.review.title}"[:LONGEST],
        back=Link(text=line.review.title, href=reverse("review", args=[line.review.public_id])),
        team=line.review.team,
        what=line.words[:LONGEST],
        element=line.work_element,
    )

"""Something that a team learned, in a review or from what went well, becomes an action."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.learning.access import line_to_take_on, shared_thanks
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


def from_thanks(user: User, public_id: str) -> Proposal:
    """What to do more of. Nothing leads back to the thank-you and none of its words come along but those about the
    work: its reader may take it off the wall again.
    """
    thanks = shared_thanks(user, public_id)
    return Proposal(
        came_from="Something that went well",
        back=Link(text="The wall", href=reverse("wall", args=[thanks.team.public_id])),
        team=thanks.team,
        what=thanks.more_of,
        leads_back=False,
    )

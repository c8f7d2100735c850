"""An idea from another team's story goes onto one's own board."""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.people.models import User
from fanlight.stories.access import story_to_read
from fanlight.team.taking_on.guide import short
from fanlight.team.taking_on.proposal import Proposal


def from_story(user: User, public_id: str) -> Proposal:
    story = story_to_read(user, public_id)
    return Proposal(
        came_from=f"A story of {story.team.name}: {story.title}"[:200],
        back=Link(text=story.title, href=reverse("story", args=[public_id])),
        what=story.title,
        first_step=short(" ".join(story.tried.split())),
        focus=story.about_focus,
    )

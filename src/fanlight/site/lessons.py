"""What guardians offer to everybody's learning becomes an action of a team. Only the site knows both ends.

A lesson is a theme that enough concerns had in common. No single concern ever leads to a board: an action that came a
week after somebody spoke up would tell on them.
"""

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.people.models import User
from fanlight.speakup.queries.desk import lesson_for
from fanlight.team.taking_on import KINDS, Proposal

LONGEST = 200


def from_lesson(user: User, public_id: str) -> Proposal:
    lesson = lesson_for(user, public_id)
    return Proposal(
        came_from="What was learnt when people spoke up",
        back=Link(text="What was learnt when people spoke up", href=reverse("speak_up_learned")),
        what=lesson.words[:LONGEST],
        leads_back=False,
    )


def let_teams_take_lessons_on() -> None:
    KINDS["lesson"] = from_lesson

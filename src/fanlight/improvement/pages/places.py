"""Where the pages about changes stand, and the ways between them."""

from django.urls import reverse

from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Row
from fanlight.improvement.models import AgreedAction, Aim
from fanlight.people.models import Team
from fanlight.people.pages.place import where


def where_in(team: Team) -> Where:
    return where(team, Step.CHANGE)


def board_link(team: Team) -> Link:
    return Link(text="What we are trying", href=reverse("board", args=[team.public_id]))


def action_link(action: AgreedAction) -> Link:
    return Link(text=action.what, href=reverse("action", args=[action.public_id]))


def sources(team: Team) -> tuple[Row, ...]:
    """Where things to try come from. Each place leads to the board with a tap; one concern alone never does."""
    here = [team.public_id]
    said = "Themes that enough people raised. What one person said never comes here: it would tell on them."
    places: tuple[tuple[str, str, str, list[str]], ...] = (
        ("The talk about our results", "What you agreed there stands here already.", "team_rounds", here),
        ("What we learned from events", "Each thing learned can come here.", "reviews", here),
        ("What our windows show", "Gather what several saw into a theme.", "windows", here),
        ("What was learnt when people spoke up", said, "speak_up_learned", []),
        ("What goes well", "Thanks that show something worth doing more often.", "wall", here),
        ("Ideas of the guide", "Each begins with ten minutes.", "guide_ideas", []),
        ("Stories of other teams", "How they went about it.", "stories", []),
    )
    return tuple(
        Row(text=text, detail=detail, href=reverse(page, args=args)) for text, detail, page, args in places
    )


def story_of_action_link(action: AgreedAction) -> Link:
    """The way to a story of one page that begins from what the team wrote on its board."""
    return Link(text="Tell it as a story of one page", href=reverse("tell_story", args=[action.public_id]))


def story_of_aim_link(aim: Aim) -> Link:
    return Link(text="Tell it as a story of one page", href=reverse("tell_aim", args=[aim.public_id]))

"""The five steps as places: what a team can do at each, whatever step it is at. The guide is a menu, not a recipe."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.design.mark import Step
from fanlight.people.models import Team
from fanlight.people.roles import May
from fanlight.team.queries import Standing


@dataclass(frozen=True)
class Place:
    """One step: what it is for in a few words, and the ways in, the usual one first."""

    step: Step
    text: str
    links: tuple[Link, ...]


def places(team: Team, here: Standing, may: frozenset[May]) -> tuple[Place, ...]:
    """The five steps in their order. A feature puts its way in here."""
    return (
        Place(Step.LOOK, "See how a day really goes.", _look(team)),
        Place(Step.ASK, "Hear from everybody, unnamed.", _ask(team, may)),
        Place(Step.TALK, "Make sense of it together.", _talk(team, here)),
        Place(Step.CHANGE, "Try something small.", _change(team)),
        Place(Step.SHARE, "Say what came of it.", _share(team, here)),
    )


def always_open(team: Team) -> tuple[Link, ...]:
    """What stands beside the thread at any time."""
    return (
        Link(text="Learn from what happened", href=reverse("reviews", args=[team.public_id])),
        Link(text="Say thank you", href=reverse("thank", args=[team.public_id])),
        Link(text="Speak up", href=reverse("speak_up")),
        Link(text="What speaking up taught us", href=reverse("speak_up_learned")),
        Link(text="The guide", href=reverse("guide")),
        Link(text="People in the team", href=reverse("team_people", args=[team.public_id])),
    )


def _look(team: Team) -> tuple[Link, ...]:
    return (
        Link(text="Our windows", href=reverse("windows", args=[team.public_id])),
        Link(text="Huddles", href=reverse("huddles", args=[team.public_id])),
        Link(text="What we saw, what we said", href=reverse("patterns", args=[team.public_id])),
    )


def _ask(team: Team, may: frozenset[May]) -> tuple[Link, ...]:
    rounds = Link(text="Our rounds", href=reverse("team_rounds", args=[team.public_id]))
    if May.PLAN_ROUNDS not in may or team.has_ended:
        return (rounds,)
    return (rounds, Link(text="Plan a round", href=reverse("plan", args=[team.public_id])))


def _talk(team: Team, here: Standing) -> tuple[Link, ...]:
    with_cards = Link(text="Talk with cards", href=reverse("discussion", args=[team.public_id]))
    if here.released_round is None:
        return (with_cards,)
    kit = reverse("debrief_kit", args=[here.released_round.public_id])
    return (Link(text="Our debrief", href=kit), with_cards)


def _change(team: Team) -> tuple[Link, ...]:
    board = Link(text="Our board", href=reverse("board", args=[team.public_id]))
    coach = Link(text="You and your coach", href=reverse("team_coach", args=[team.public_id]))
    return (board, Link(text="Ideas to try", href=reverse("guide_ideas")), coach)


def _share(team: Team, here: Standing) -> tuple[Link, ...]:
    wall = Link(text="What went well: our wall", href=reverse("wall", args=[team.public_id]))
    sharing = Link(text="What we share with others", href=reverse("sharing", args=[team.public_id]))
    stories = Link(text="Our stories", href=reverse("team_stories", args=[team.public_id]))
    if here.released_round is None:
        return (wall, stories, sharing)
    door = here.released_round.door
    return (Link(text="You said, we did", href=reverse("we_did", args=[door])), wall, stories, sharing)

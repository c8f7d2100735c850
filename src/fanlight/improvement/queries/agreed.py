"""Reads about agreed actions."""

import re
from collections.abc import Iterable

from django.db.models import QuerySet

from fanlight.guide.queries import WorkSystem
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.people.models import Team
from fanlight.surveys.models import Round

GOING_ON = (Progress.AGREED, Progress.TRYING)

# Words of actions that ask people to know or remember more, and leave the work as it is.
_TELLING = re.compile(
    r"\b(?:re)?(?:train(?:ing|ed)?|teach(?:ing)?|remind(?:er|ers|ing)?|refresher|e-?learning|awareness|educat\w+|"
    r"e-?mail (?:all|staff|every\w+)|memo|tell (?:all|staff|every\w+)|be more careful|take more care)\b",
    re.IGNORECASE,
)


def actions_of_round(round: Round) -> QuerySet[AgreedAction]:
    return AgreedAction.objects.filter(round=round)


def actions_without_round(team: Team) -> QuerySet[AgreedAction]:
    """What a team agreed in talks that had no round, most of them in teams too small for one."""
    return AgreedAction.objects.filter(team=team, round=None)


def actions_going_on(team: Team) -> QuerySet[AgreedAction]:
    return AgreedAction.objects.filter(team=team, progress__in=GOING_ON).order_by("look_again_on", "pk")


def actions_of(team: Team) -> QuerySet[AgreedAction]:
    """Everything that a team agreed, whatever came of it."""
    return AgreedAction.objects.filter(team=team).order_by("look_again_on", "pk")


def only_tells(action: AgreedAction) -> bool:
    """Whether an action only asks people to know or remember more, as far as its words show.

    Somebody who said that it changes something besides people is believed.
    """
    if action.element and action.element != WorkSystem.PEOPLE:
        return False
    return bool(_TELLING.search(f"{action.what} {action.first_step}"))


def all_only_tell(actions: Iterable[AgreedAction]) -> bool:
    """Whether everything that is going on is training or reminding."""
    going_on = [action for action in actions if not action.is_done]
    return bool(going_on) and all(only_tells(action) for action in going_on)

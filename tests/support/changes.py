"""A team's changes, made by the real actions."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from fanlight.improvement.actions import agree_action
from fanlight.improvement.models import AgreedAction
from fanlight.people.models import Team


def an_action(team: Team, **said: Any) -> AgreedAction:
    """Something that a team tries, without a round behind it."""
    usual = {
        "what": "A two-minute huddle at seven",
        "first_step": "Try it on Tuesday",
        "who": "the team",
        "look_again_on": timezone.localdate() + timedelta(days=21),
    }
    return agree_action(**{"team": team, "round": None, "by": None, **usual, **said})

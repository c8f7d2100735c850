"""What happens to organisations' rounds as time passes."""

import logging

from django.utils import timezone

from fanlight.equity.actions import release_fair_round, tidy_fair_urns
from fanlight.equity.queries import rounds_due_to_close
from fanlight.surveys.keys import KeyIsLost

__all__ = ["close_due_fair_rounds", "tidy_fair_urns"]

log = logging.getLogger("fanlight.equity")


def close_due_fair_rounds() -> None:
    """Release every round whose time has come. One whose key is missing does not hold up the others."""
    for round in rounds_due_to_close(timezone.now()):
        try:
            release_fair_round(round=round)
        except KeyIsLost as problem:
            log.error("%s", problem)

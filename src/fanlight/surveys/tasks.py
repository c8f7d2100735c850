"""What happens to rounds as time passes."""

import logging

from django.utils import timezone

from fanlight.surveys.actions import NotNow, open_round
from fanlight.surveys.queries import rounds_due_to_open

log = logging.getLogger("fanlight.surveys")


def open_due_rounds() -> None:
    """Open every scheduled round whose time has come. One that cannot be opened does not hold up the others."""
    for round in rounds_due_to_open(timezone.now()):
        try:
            open_round(round=round, by=None)
        except NotNow as reason:
            log.warning("round %s could not be opened: %s", round.public_id, reason)

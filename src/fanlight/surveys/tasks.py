"""What happens to rounds as time passes."""

import logging

from django.utils import timezone

from fanlight.surveys.actions import NotNow, open_round, send_reminder
from fanlight.surveys.queries import reminders_due, rounds_due_to_open

log = logging.getLogger("fanlight.surveys")


def open_due_rounds() -> None:
    """Open every scheduled round whose time has come. One that cannot be opened does not hold up the others."""
    for round in rounds_due_to_open(timezone.now()):
        try:
            open_round(round=round, by=None)
        except NotNow as reason:
            log.warning("round %s could not be opened: %s", round.public_id, reason)


def send_due_reminders() -> None:
    """Write to the teams whose reminder is due. If the post does not work, it is tried again at the next look."""
    for reminder in reminders_due(timezone.now()):
        try:
            send_reminder(reminder=reminder)
        except OSError:
            log.warning("a reminder could not be sent: the mail server did not answer")

"""What happens by itself at fixed hours: the board, the letters to guardians, the rows laid anew."""

import logging
from datetime import timedelta

from django.utils import timezone

from fanlight.speakup.actions.board import HOURS, set_board, write_to_guardians
from fanlight.speakup.actions.gone import write_to_administrators
from fanlight.speakup.actions.tidying import tidy_order
from fanlight.speakup.models import OpenDoor

log = logging.getLogger("fanlight.speakup")


def keep_hours() -> None:
    """Three times a day, never in between."""
    now = timezone.now()
    if not set_board(now=now):
        return
    try:
        write_to_guardians(now=now)
        if timezone.localtime(now).hour == HOURS[0]:
            write_to_administrators(today=timezone.localdate(now))
    except OSError:
        log.warning("guardians could not be written to: the mail server did not answer")
    tidy_order()


def shut_old_doors() -> None:
    """Doors that somebody forgot."""
    OpenDoor.objects.filter(shuts_at__lte=timezone.now() - timedelta(minutes=1)).delete()

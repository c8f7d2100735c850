"""What happens by itself as time passes: rounds close, releases are made, lost tasks are found again."""

import logging
import threading
from datetime import timedelta

from django.db import close_old_connections, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from fanlight.debriefs.actions import forget_old_talks
from fanlight.equity.tasks import close_due_fair_rounds, tidy_fair_urns
from fanlight.guide.actions import forget_old_sittings
from fanlight.learning.actions import forget_mended
from fanlight.learning.tasks import remind_of_needs, tell_of_thanks
from fanlight.responses.actions import tidy_urns
from fanlight.results.actions import forget_unread_comments
from fanlight.results.tasks import close_due_rounds, end_what_waits_in_vain, make_missing_releases
from fanlight.speakup.tasks import keep_hours, shut_old_doors
from fanlight.surveys.actions import forget_facilitators
from fanlight.surveys.tasks import open_due_rounds, send_due_reminders
from fanlight.team.tasks import send_weekly_letters

log = logging.getLogger("fanlight.clock")

TICK_SECONDS = 20
LOST_AFTER = timedelta(minutes=15)  # longer than the longest task: a live one must not be run twice at once
MOST_ATTEMPTS = 3


def reap() -> int:
    """Put tasks whose worker died back into the queue; give up on one after three tries. Returns how many were found.

    The tasks' library never looks again at a task that a killed worker was running. Every task of ours may be run
    twice without harm, so running it again is safe.
    """
    lost = DBTaskResult.objects.filter(status="RUNNING", started_at__lt=timezone.now() - LOST_AFTER)
    found = 0
    with transaction.atomic():
        for task in lost.select_for_update(skip_locked=True):
            found += 1
            if len(task.worker_ids) < MOST_ATTEMPTS:
                DBTaskResult.objects.filter(pk=task.pk, status="RUNNING").update(
                    status="READY", started_at=None
                )
            else:
                task.set_failed(RuntimeError("its worker was lost three times"))
    return found


DUTIES = (
    reap,
    forget_old_sittings,
    open_due_rounds,
    close_due_rounds,
    make_missing_releases,
    end_what_waits_in_vain,
    tidy_urns,
    close_due_fair_rounds,
    tidy_fair_urns,
    send_due_reminders,
    send_weekly_letters,
    forget_old_talks,
    tell_of_thanks,
    keep_hours,
    shut_old_doors,
    forget_unread_comments,
    remind_of_needs,
    forget_mended,
    forget_facilitators,
)


def tick() -> None:
    """One look at the clock. Each part may fail without stopping the others."""
    for duty in DUTIES:
        try:
            duty()
        except Exception:
            log.exception("%s failed; it is tried again in %s seconds", duty.__name__, TICK_SECONDS)
    close_old_connections()


def start_ticking() -> threading.Event:
    """Tick in a thread of its own until the returned event is set."""
    stop = threading.Event()

    def run() -> None:
        while not stop.wait(TICK_SECONDS):
            tick()

    threading.Thread(target=run, name="clock", daemon=True).start()
    return stop

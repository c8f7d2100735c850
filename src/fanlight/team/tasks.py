"""What happens by itself as time passes: the weekly letter, on Mondays."""

import logging
from datetime import date, datetime, time

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from fanlight.people.letters import can_send_letters
from fanlight.people.models import User
from fanlight.results.queries import rounds_to_read_first
from fanlight.team.actions import note_digest
from fanlight.team.letters import letter
from fanlight.team.queries.digest import due_in, waiting_for_letter, works_in

log = logging.getLogger("fanlight.team")

FROM = time(7, 30)  # Monday's handover from nights to days
UNTIL = time(20, 0)  # a server that was off on Monday does not write on Wednesday


def send_weekly_letters(now: datetime | None = None) -> None:
    """Write to everybody whose team has something due this week, or for whom comments wait.

    Nobody gets two, and nobody gets an empty one.
    """
    now = timezone.localtime(now)
    if now.weekday() != 0 or not FROM <= now.time() < UNTIL or not can_send_letters():
        return
    for user in waiting_for_letter(now.date()):
        _write(user, now.date())


def _write(user: User, monday: date) -> None:
    if not note_digest(user=user, monday=monday):
        return
    dues = [due for team in works_in(user) if not (due := due_in(team, monday)).is_empty]
    to_read = rounds_to_read_first(user)
    if not dues and not to_read:
        return
    subject, text = letter(user.first_name, dues, to_read)
    try:
        send_mail(" ".join(subject.split()), text, settings.DEFAULT_FROM_EMAIL, [user.email])
    except OSError:
        log.warning("a weekly letter could not be sent: the mail server did not answer")

"""What happens by itself: in the morning, people hear that something waits for them. No e-mail holds a word of it."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from fanlight.learning.actions.needs import mark_reminded, unmark_reminded
from fanlight.learning.actions.thanks import mark_told
from fanlight.learning.models import Need
from fanlight.learning.queries import needs_to_remind_of, untold_readers
from fanlight.people.models import User

log = logging.getLogger("fanlight.learning")

HOUR = 8  # once a day and by daylight, so that the post does not tell when something was written


def tell_of_thanks() -> None:
    """Write once to everybody who has a thank-you waiting. The words themselves are not in the e-mail."""
    if timezone.localtime().hour != HOUR:
        return
    for reader, waiting in untold_readers().items():
        if not mark_told(thanks=waiting, told=True):
            continue  # another worker was quicker
        try:
            send_mail(SUBJECT, _letter(reader.first_name), settings.DEFAULT_FROM_EMAIL, [reader.email])
        except OSError:
            mark_told(thanks=waiting, told=False)
            log.warning("the mail server did not answer; it is tried again at the next look")
            return


SUBJECT = "Somebody wanted to thank you"


def _letter(first_name: str) -> str:
    address = settings.FANLIGHT.address + reverse("thanks")
    return f"""Dear {first_name},

somebody has written down something good that you did. It is for you to read first:

{address}

Nobody else sees it unless you want to share it.
"""


def remind_of_needs() -> None:
    """Remind each facilitator once of what they meant to look at again."""
    if timezone.localtime().hour != HOUR:
        return
    for keeper, needs in needs_to_remind_of(timezone.localdate()).items():
        if not mark_reminded(needs=needs):
            continue
        try:
            send_mail(
                "You meant to ask again",
                _reminder(keeper, needs),
                settings.DEFAULT_FROM_EMAIL,
                [keeper.email],
            )
        except OSError:
            unmark_reminded(needs=needs)
            log.warning("the mail server did not answer; it is tried again at the next look")
            return


def _reminder(keeper: User, needs: list[Need]) -> str:
    names = sorted({need.party.mending.public_id for need in needs})
    addresses = "\n".join(settings.FANLIGHT.address + reverse("mending", args=[name]) for name in names)
    return f"""Dear {keeper.first_name},

you meant to ask somebody again how they are, and whether what they need is met. Today is the day:

{addresses}

If today is not good, any day soon is.
"""

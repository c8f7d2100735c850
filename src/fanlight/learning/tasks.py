"""What happens by itself: in the morning, people hear that something waits for them. No e-mail holds a word of it."""

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from fanlight.learning.actions.needs import mark_reminded, unmark_reminded
from fanlight.learning.actions.thanks import mark_told
from fanlight.learning.models import Guest, Need
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


@task()
def tell_guest(review_id: str, user_id: str) -> None:
    """Tell somebody that a team asked them to read a review, unless it has thanked them since."""
    asked = Guest.objects.filter(review__public_id=review_id, user__public_id=user_id, user__is_active=True)
    guest = asked.select_related("review__team", "user").first()
    if guest is None:
        return
    team, user = guest.review.team, guest.user
    address = settings.FANLIGHT.address + reverse("review", args=[review_id])
    text = f"""Dear {user.first_name},

{team.name} has looked back on something that happened, and asks you to read what it learned:

{address}

You read with the team. Nothing else of it is open to you, and it can end this at any time.
"""
    send_mail(f"{team.name} asks you to read with them", text, settings.DEFAULT_FROM_EMAIL, [user.email])

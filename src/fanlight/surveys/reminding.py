"""When the team is reminded of a round, and in which words. Everybody gets the same message."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import moment
from fanlight.surveys.models import Round

HOUR = time(7, 30)  # at the handover from nights to days, so that both read it
BEFORE_THE_END = timedelta(days=2)


def reminder_times(opens_at: datetime, closes_at: datetime) -> tuple[datetime, ...]:
    """The invitation at the start, then three reminders: after a third, after two thirds, two days before the close.

    In a short round some fall together; none lies before the start or in the last twelve hours.
    """
    length = closes_at - opens_at
    wanted = [opens_at + length / 3, opens_at + 2 * length / 3, closes_at - BEFORE_THE_END]
    mornings = sorted({_morning(at) for at in wanted})
    return (opens_at, *(at for at in mornings if opens_at < at <= closes_at - timedelta(hours=12)))


def _morning(at: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localtime(at).date(), HOUR))


def message(round: Round, *, is_invitation: bool) -> tuple[str, str]:
    """Subject and text. Short: a concise message brings more answers than a long one."""
    address = settings.FANLIGHT.address + reverse("respond", args=[round.door])
    subject = f"How is it to work in {round.whose}?" if is_invitation else f"Still open: {round.title}"
    first = (
        "We would like to hear how it is." if is_invitation else "If you have answered already: thank you."
    )
    talk = f"We talk about it on {round.debrief_for_all}." if round.debrief_at else ""
    text = f"""{first}

{address}

It takes less than five minutes, on any phone. No account, no name. It closes {moment(round.closes_at)}.
{talk}

Everybody in {round.whose} gets this message. We do not know who has answered and who has not.
"""
    return subject, text

"""The board, set at fixed hours only: the signs of those for whom something waits, among many that mean nothing."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from fanlight.people.queries import user_with_public_id
from fanlight.speakup.access import hearing_at
from fanlight.speakup.actions.gone import notice_who_is_gone
from fanlight.speakup.actions.speaking import new_sign
from fanlight.speakup.models import Concern, Desk, Edition, Notice, database, random_number
from fanlight.speakup.sealing.ledger import CHECK_INS, week_of

HOURS = (7, 13, 19)
STEP = 16
MAIL_FOR_NOTHING = 5  # on one day in so many a desk is written to though nothing waits


def latest_hour(*, now: datetime) -> datetime:
    """The last of the fixed hours that has passed."""
    today = timezone.localtime(now).date()
    hours = [
        timezone.make_aware(datetime.combine(day, time(hour)))
        for day in (today - timedelta(days=1), today)
        for hour in HOURS
    ]
    return max(hour for hour in hours if hour <= now)


def set_board(*, now: datetime) -> bool:
    """A new edition, if one of the fixed hours has passed since the last. Whether there is one."""
    hour = latest_hour(now=now)
    with transaction.atomic(using=database()):
        edition = Edition.objects.select_for_update().first()
        if edition and edition.set_at >= hour:
            return False
        if timezone.localtime(hour).hour == HOURS[0]:
            _call_for_check_ins(timezone.localtime(hour).date())
        notice_who_is_gone()
        _put_up()
        Edition.objects.update_or_create(pk=edition.pk if edition else 1, defaults={"set_at": hour})
    return True


def _call_for_check_ins(today: date) -> None:
    """On a Monday the signs go up of those whom we want to ask how it has been since."""
    if today.weekday() == 0:
        weeks = [week_of(today) - timedelta(weeks=weeks) for weeks in CHECK_INS.values()]
        Concern.objects.filter(week__in=weeks).update(answer_waits=True)


def _put_up() -> None:
    waiting = set(Concern.objects.filter(answer_waits=True).values_list("sign", flat=True))
    belonging = set(Concern.objects.values_list("sign", flat=True))
    old = list(Notice.objects.filter(is_decoy=True).values_list("sign", flat=True))
    decoys = _decoys(old, number=_total(len(waiting)) - len(waiting), not_these=belonging)
    Notice.objects.all().delete()
    notices = [Notice(id=random_number(), sign=sign) for sign in waiting]
    notices += [Notice(id=random_number(), sign=sign, is_decoy=True) for sign in decoys]
    Notice.objects.bulk_create(sorted(notices, key=lambda notice: notice.pk))


def _total(waiting: int) -> int:
    """How many signs stand there: a multiple of sixteen, with at least eight that mean nothing."""
    return STEP * -(-(waiting + STEP // 2) // STEP)


def _decoys(old: list[str], *, number: int, not_these: Iterable[str]) -> list[str]:
    """Most of the old ones stay a while, as a real one would; some go, and others come."""
    taken = set(not_these)
    kept = [sign for sign in old if sign not in taken and secrets.randbelow(4)][:number]
    while len(kept) < number:
        sign = new_sign()
        if sign not in taken and sign not in kept:
            kept.append(sign)
    return kept


def write_to_guardians(*, now: datetime) -> int:
    """Once a day, at the first edition: that something may wait, never what. How many letters were sent.

    A desk for which nothing waits is written to now and then all the same. So a guardian who is written to and finds
    nothing learns nothing by it, be it that the concern is about them.
    """
    if timezone.localtime(now).hour != HOURS[0]:
        return 0
    sent = 0
    for desk in Desk.objects.filter(is_on=True):
        waits = Concern.objects.filter(desk=desk, needs_guardian=True).exists()
        if waits or not secrets.randbelow(MAIL_FOR_NOTHING):
            sent += _write(desk)
    return sent


def _write(desk: Desk) -> int:
    users = [user_with_public_id(guardian.user) for guardian in hearing_at(desk)]
    addresses = [user.email for user in users if user and user.is_active]
    text = (
        "Something may be waiting in your guardian’s space.\n\n"
        f"{settings.FANLIGHT.address}{reverse('guardian')}\n\n"
        "This letter never says what, and now and then it comes when there is nothing, so that it tells nobody "
        "anything.\n"
    )
    for address in addresses:
        send_mail("Look into your space", text, settings.DEFAULT_FROM_EMAIL, [address])
    return len(addresses)

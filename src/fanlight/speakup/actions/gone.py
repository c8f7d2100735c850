"""Guardians whose role ended before they had left: seen at the board's fixed hours, and told to whom it concerns."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.urls import reverse
from django.utils import timezone

from fanlight.people.models import Organisation
from fanlight.people.queries import administrators_of
from fanlight.speakup.access import gone_from, hearing_at, holders_at, in_post
from fanlight.speakup.models import Concern, Desk, Guardian


def notice_who_is_gone() -> None:
    """The signs go up of those whose concern was sealed to somebody who has gone since. Twice is harmless.

    Where others are left at the desk, whoever has gone needs them to be let in again. Where nobody is, giving the role
    back is enough: so a slip of an administrator can be put right.
    """
    everybody = list(Guardian.objects.select_related("desk").filter(left_on__isnull=True))
    here = {one.pk for one in in_post(everybody)}
    back = [one.pk for one in everybody if one.gone_on and one.pk in here]
    Guardian.objects.filter(pk__in=back).update(gone_on=None)
    gone = [one for one in everybody if one.is_let_in and one.gone_on is None and one.pk not in here]
    call_back(guardians=gone)
    for one in gone:
        others = any(each.can_let_in for each in holders_at(one.desk))
        Guardian.objects.filter(pk=one.pk).update(gone_on=timezone.localdate(), is_let_in=not others)


def call_back(*, guardians: Iterable[Guardian]) -> None:
    """The signs go up of those whose concern was sealed to these: who can read it has changed, or may change now."""
    Concern.objects.filter(wraps__guardian__in=list(guardians)).update(answer_waits=True)


def write_to_administrators(*, today: date) -> int:
    """That nobody listens at a desk any more: the morning after, and then on Mondays. How many letters were sent."""
    return sum(_write(desk) for desk in Desk.objects.filter(is_on=True) if _is_left(desk, today))


def _is_left(desk: Desk, today: date) -> bool:
    seen = [one.gone_on for one in gone_from(desk) if one.gone_on]
    is_time = today.weekday() == 0 or any(on >= today - timedelta(days=1) for on in seen)
    return bool(seen) and is_time and not hearing_at(desk)


def _write(desk: Desk) -> int:
    organisation = Organisation.objects.filter(public_id=desk.organisation).first()
    if organisation is None:
        return 0
    people = f"{settings.FANLIGHT.address}{reverse('organisation_people', args=[organisation.public_id])}"
    text = (
        f"Nobody listens to people who speak up at {organisation.name} any more. The page for speaking up says so, and "
        "shows where else they can go.\n\n"
        "Give somebody the role of guardian. They sign in and make keys of their own, and people can write again:\n\n"
        f"{people}\n\n"
        "What people wrote before stays sealed. You cannot open it, and nor can the new guardian, unless the person "
        "who wrote it lets them.\n"
    )
    written = administrators_of(organisation)
    for user in written:
        send_mail("Nobody listens to people who speak up", text, settings.DEFAULT_FROM_EMAIL, [user.email])
    return len(written)

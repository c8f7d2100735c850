"""Making a key and withdrawing it."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.api.access import digest_of
from fanlight.api.models import Key
from fanlight.audit.actions import record
from fanlight.people.models import User

LASTS = timedelta(days=365)
SIGN = "fanlight_"  # so that a key in the wrong place is recognised


@transaction.atomic
def make_key(*, user: User, name: str, by: User) -> str:
    """A new key. It is given out once, here, and kept nowhere."""
    key = SIGN + secrets.token_urlsafe(32)
    today = timezone.localdate()
    kept = Key.objects.create(
        user=user,
        name=name,
        digest=digest_of(key),
        sign_outs=user.sign_outs,
        made_on=today,
        ends_on=today + LASTS,
    )
    record("make_key", subject=kept, by=by)
    return key


@transaction.atomic
def withdraw_key(*, key: Key, by: User) -> None:
    """The key stops working at once."""
    record("withdraw_key", subject=key, by=by)
    key.delete()

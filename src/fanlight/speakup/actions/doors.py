"""A guardian opens the door with their passphrase, and shuts it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from nacl.secret import SecretBox
from nacl.utils import random as random_bytes

from fanlight.speakup.access import AtWork, name_of
from fanlight.speakup.access.doors import KEY_LENGTH
from fanlight.speakup.models import OpenDoor, database

STAYS_OPEN = timedelta(minutes=30)  # without a page
WRITES_AFTER = timedelta(minutes=5)


def open_door(*, by: AtWork) -> bytes:
    """The half that goes into the guardian's browser. The other half lies here until the door is shut."""
    key, now = random_bytes(KEY_LENGTH), timezone.now()
    with transaction.atomic(using=database()):
        OpenDoor.objects.filter(shuts_at__lte=now).delete()
        OpenDoor.objects.create(
            name=name_of(key),
            guardian=by.guardian,
            sealed=SecretBox(key).encrypt(by.keys.seed),
            shuts_at=now + STAYS_OPEN,
        )
    return key


def keep_open(*, key: bytes) -> None:
    """Another half hour from now."""
    shuts_at = timezone.now() + STAYS_OPEN
    OpenDoor.objects.filter(name=name_of(key), shuts_at__lt=shuts_at - WRITES_AFTER).update(shuts_at=shuts_at)


def shut_door(*, key: bytes) -> None:
    OpenDoor.objects.filter(name=name_of(key)).delete()

"""The guardians' door. Their keys, once opened, lie in the database under a key that only their browser has."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.people.models import User
from fanlight.speakup.models import Desk, Guardian, OpenDoor
from fanlight.speakup.sealing.keys import Keys

KEY_LENGTH = SecretBox.KEY_SIZE


@dataclass(frozen=True)
class AtWork:
    """A guardian whose keys are open for this request."""

    guardian: Guardian
    keys: Keys = field(repr=False)

    @property
    def has_own_halves(self) -> bool:
        """Whether the open halves in the database belong to these keys, so that people seal to nobody else."""
        stored = bytes(self.guardian.public_key), bytes(self.guardian.verify_key)
        return stored == (self.keys.public, self.keys.verify)

    @property
    def desk(self) -> Desk:
        return self.guardian.desk


def name_of(key: bytes) -> str:
    """A fingerprint of the browser's half, by which its door is found. It opens nothing."""
    return hashlib.sha256(b"fanlight speakup door " + key).hexdigest()


def at_work_behind(key: bytes, user: User, *, now: datetime) -> AtWork | None:
    """The guardian behind this door, if it is theirs and still open."""
    door = (
        OpenDoor.objects.select_related("guardian__desk").filter(name=name_of(key), shuts_at__gt=now).first()
    )
    if door is None or door.guardian.user != user.public_id or door.guardian.left_on:
        return None
    try:
        return AtWork(door.guardian, Keys(SecretBox(key).decrypt(bytes(door.sealed))))
    except (CryptoError, ValueError, TypeError):
        return None

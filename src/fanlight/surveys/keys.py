"""The rounds' keys: the public half in the database, the private half in a folder outside it and its backups."""

import os
from pathlib import Path

from django.conf import settings
from nacl.public import PrivateKey

from fanlight.surveys.models import Round


class KeyIsLost(Exception):  # noqa: N818 (it reads as what happened)
    """The private half is not in the secrets folder. Without it nobody can read the round's answers."""


def _path(round: Round) -> Path:
    return Path(settings.FANLIGHT.secrets) / "rounds" / f"{round.public_id}.key"


def make_key(round: Round) -> str:
    """Make the round's key pair; keep the private half in its file; return the public half in hexadecimal."""
    key = PrivateKey.generate()
    path = _path(round)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.encode())
        file.flush()
        os.fsync(file.fileno())
    return key.public_key.encode().hex()


def private_key(round: Round) -> PrivateKey:
    try:
        return PrivateKey(_path(round).read_bytes())
    except FileNotFoundError:
        raise KeyIsLost(f"no key for round {round.public_id} in the secrets folder") from None


def destroy_key(round: Round) -> None:
    """Overwrite and remove the private half: from here on no sealed answer can be opened again."""
    path = _path(round)
    if path.exists():
        with path.open("r+b") as file:
            file.write(os.urandom(32))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()

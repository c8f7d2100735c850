"""The rounds' keys: the public half in the database, the private half in a folder outside it and its backups.

An operator may name a second folder, on another disk or machine; then each key is kept in both, and destroyed in both.
A destroyed key leaves an empty-handed file, `….destroyed`, until the urn's free pages have been emptied as well.
"""

import os
from pathlib import Path
from typing import Protocol

from django.conf import settings
from nacl.public import PrivateKey

KEY, DESTROYED = ".key", ".destroyed"


class Keyed(Protocol):
    """What has an urn with a key of its own: a team's round, or an organisation's."""

    @property
    def public_id(self) -> str: ...

    @property
    def public_key(self) -> str: ...


class KeyIsLost(Exception):  # noqa: N818 (it reads as what happened)
    """The private half is in none of the folders. Without it nobody can read the round's answers."""


def key_folders() -> tuple[Path, ...]:
    """Where keys are kept: the secrets folder, and the second one if there is one."""
    places = (settings.FANLIGHT.secrets, settings.FANLIGHT.secrets_copy)
    return tuple(Path(place) / "rounds" for place in places if place)


def make_key(round: Keyed) -> str:
    """Make the round's key pair; keep the private half in its folders; return the public half in hexadecimal.

    A key that is there already was made by an opening that did not come to its end: it is used, never replaced.
    """
    key = _found(round) or PrivateKey.generate()
    first, *others = key_folders()
    _write(first / (round.public_id + KEY), key)
    for folder in others:
        try:
            _write(folder / (round.public_id + KEY), key)
        except OSError:
            continue  # `fanlight check` says so: better a round with one copy of its key than no round tonight
    return key.public_key.encode().hex()


def private_key(round: Keyed) -> PrivateKey:
    """The half that opens the urn. Raises KeyIsLost."""
    key = _found(round)
    if key is None or (round.public_key and key.public_key.encode().hex() != round.public_key):
        raise KeyIsLost(f"no key for round {round.public_id} in the secrets folder")
    return key


def has_key(round: Keyed) -> bool:
    try:
        private_key(round)
    except KeyIsLost:
        return False
    return True


def folders_without(round: Keyed) -> tuple[Path, ...]:
    """The folders in which the round's key should be and is not."""
    return tuple(folder for folder in key_folders() if _read(folder / (round.public_id + KEY)) is None)


def copy_key(round: Keyed) -> None:
    """Put the key into every folder where it is missing. Raises KeyIsLost, OSError."""
    key = private_key(round)
    for folder in folders_without(round):
        _write(folder / (round.public_id + KEY), key)


def destroy_key(round: Keyed) -> None:
    """Overwrite the private half wherever it is: from here on no sealed answer can be opened again. Twice is harmless.

    Raises OSError if a folder cannot be written; what could be destroyed is destroyed.
    """
    problems = [problem for folder in key_folders() if (problem := _destroy(folder, round))]
    if problems:
        raise problems[0]


def forget_key(round: Keyed) -> None:
    """Remove what destroying left behind: the last step, when nothing of the urn is left on the disk."""
    for folder in key_folders():
        (folder / (round.public_id + DESTROYED)).unlink(missing_ok=True)


def rounds_with_files() -> set[str]:
    """The public names of the rounds that still have a key, or the remains of one."""
    return {
        path.stem
        for folder in key_folders()
        for suffix in (KEY, DESTROYED)
        for path in folder.glob(f"*{suffix}")
    }


def _found(round: Keyed) -> PrivateKey | None:
    keys = (_read(folder / (round.public_id + KEY)) for folder in key_folders())
    return next((key for key in keys if key), None)


def _read(path: Path) -> PrivateKey | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return PrivateKey(content) if len(content) == PrivateKey.SIZE else None


def _write(path: Path, key: PrivateKey) -> None:
    """Whole or not at all, and on the disk before anybody relies on it."""
    if _read(path) is not None:
        return
    if (
        path.parent == key_folders()[0]
    ):  # the second place is the operator's: it may be a disk that is not there now
        path.parent.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.mkdir(exist_ok=True, mode=0o700)
    unfinished = path.with_suffix(f".{os.urandom(4).hex()}")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.encode())
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync(path.parent)


def _destroy(folder: Path, round: Keyed) -> OSError | None:
    path = folder / (round.public_id + KEY)
    try:
        folder.stat()  # a disk that is not there now may still hold the key: that is no destroyed key
        if path.exists():
            with path.open("r+b") as file:
                file.write(os.urandom(PrivateKey.SIZE))
                file.flush()
                os.fsync(file.fileno())
            path.replace(path.with_suffix(DESTROYED))
            _sync(folder)
    except OSError as problem:
        return problem
    return None


def _sync(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

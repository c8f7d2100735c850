"""The backup file: a zip with the database and a note of what it is."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import fanlight
from fanlight.commands import Refused

NOTE = "fanlight-backup.json"
CONTENT = {
    "default": "database",
    "speakup": "speakup",
}  # the database of speaking up, if it has one of its own


@dataclass(frozen=True)
class Note:
    """What a backup says of itself."""

    engine: str
    speakup: str = ""  # its engine, where speaking up has a database of its own
    version: str = fanlight.__version__
    format: int = 1


def write_archive(target: Path, copies: Mapping[str, Path], *, engines: Mapping[str, str]) -> None:
    """Write beside the target first, so that a failure leaves no half-written backup in its place."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            note = Note(engine=engines["default"], speakup=engines.get("speakup", ""))
            archive.writestr(NOTE, json.dumps(asdict(note)))
            for alias, copy in copies.items():
                archive.write(copy, CONTENT[alias])
        unfinished.chmod(0o600)
        unfinished.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)


def read_archive(source: Path, folder: Path, *, engines: Mapping[str, str]) -> dict[str, Path]:
    """Unpack each database into a folder, if the file is a backup of ours for these kinds of database."""
    try:
        with zipfile.ZipFile(source) as archive:
            note = Note(**json.loads(archive.read(NOTE)))
            if note.engine != engines["default"]:
                raise Refused(
                    f"{source} is a backup of {note.engine}; this installation runs on {engines['default']}."
                )
            if note.speakup != engines.get("speakup", ""):
                raise Refused(
                    f"{source} and this installation do not agree on a database of its own for speaking up "
                    "(FANLIGHT_SPEAKUP_DATABASE_URL). Nothing was changed."
                )
            if archive.testzip() is not None:
                raise Refused(f"{source} is damaged. Nothing was changed.")
            return {alias: Path(archive.extract(CONTENT[alias], folder)) for alias in engines}
    except FileNotFoundError:
        raise Refused(f"there is no file {source}.") from None
    except (zipfile.BadZipFile, KeyError, TypeError, json.JSONDecodeError, OSError):
        raise Refused(
            f"{source} is not a backup made by `fanlight backup`, or it is damaged. Nothing was changed."
        ) from None

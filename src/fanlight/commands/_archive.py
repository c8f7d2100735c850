"""The backup file: a zip with the database and a note of what it is."""

import json
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import fanlight
from fanlight.commands import Refused

NOTE = "fanlight-backup.json"
CONTENT = "database"


@dataclass(frozen=True)
class Note:
    """What a backup says of itself."""

    engine: str
    version: str = fanlight.__version__
    format: int = 1


def write_archive(target: Path, database: Path, *, engine: str) -> None:
    """Write beside the target first, so that a failure leaves no half-written backup in its place."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(NOTE, json.dumps(asdict(Note(engine=engine))))
            archive.write(database, CONTENT)
        unfinished.chmod(0o600)
        unfinished.replace(target)
    except OSError as error:
        raise Refused(f"{target} cannot be written: {error.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)


def read_archive(source: Path, folder: Path, *, engine: str) -> Path:
    """Unpack the database into a folder, if the file is a backup of ours for this kind of database."""
    try:
        with zipfile.ZipFile(source) as archive:
            note = Note(**json.loads(archive.read(NOTE)))
            if note.engine != engine:
                raise Refused(f"{source} is a backup of {note.engine}; this installation runs on {engine}.")
            if archive.testzip() is not None:
                raise Refused(f"{source} is damaged. Nothing was changed.")
            return Path(archive.extract(CONTENT, folder))
    except FileNotFoundError:
        raise Refused(f"there is no file {source}.") from None
    except (zipfile.BadZipFile, KeyError, TypeError, json.JSONDecodeError, OSError):
        raise Refused(
            f"{source} is not a backup made by `fanlight backup`, or it is damaged. Nothing was changed."
        ) from None

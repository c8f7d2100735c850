"""Write the whole database into one file, while the site is running.

The rounds’ keys are not in it: they lie in the secrets folder and must not be kept beside a backup.
docs/how-to/back-up.md says what that means for a round that is open.
"""

import argparse
import tempfile
from pathlib import Path


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write; it must not exist yet")


def run(options: argparse.Namespace) -> int:
    from django.db import connections

    from fanlight.commands import Refused, _archive, _django, _postgres

    _django.start(needs_key=False)
    target: Path = options.file
    if target.exists():
        raise Refused(f"{target} is there already. Name a new file.")
    if not target.absolute().parent.is_dir():
        raise Refused(f"there is no folder {target.absolute().parent}.")
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".fanlight-backup-") as folder:
        copies = {}
        for alias in connections:
            copy, connection = Path(folder) / alias, connections[alias]
            copies[alias] = copy
            if connection.vendor == "sqlite":
                with connection.cursor() as cursor:
                    cursor.execute("VACUUM INTO %s", [str(copy)])
            else:
                _postgres.dump(connection.settings_dict, copy)
        _archive.write_archive(target, copies, engines={alias: connections[alias].vendor for alias in copies})
    print(f"Written: {target} ({target.stat().st_size / 1e6:,.1f} MB). The rounds’ keys are not in it.")
    return 0

"""Settings for the tests: those of an installation on one computer, with a folder that is thrown away."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("FANLIGHT_SECRET_KEY", "only-for-tests-" * 4)
os.environ.setdefault("FANLIGHT_HTTPS", "no")
# keys are written through to the disk: memory makes that quick
if "FANLIGHT_DATA" not in os.environ:
    _folder = tempfile.mkdtemp(
        prefix="fanlight-tests-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None
    )
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
    os.environ["FANLIGHT_DATA"] = _folder
os.environ.setdefault("FANLIGHT_ADDRESS", "http://testserver")
os.environ.setdefault("FANLIGHT_EMAIL_URL", "smtp://localhost")

from fanlight.site.settings import *  # noqa: F403 (settings are read as a whole, after their variables)

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# files, as in use: a table in memory is locked for everybody while one thread writes, whatever it could wait for
for _name, _database in DATABASES.items():  # noqa: F405
    if _database["ENGINE"].endswith("sqlite3"):
        _database["TEST"] = {"NAME": str(Path(os.environ["FANLIGHT_DATA"]) / f"{_name}-test.sqlite3")}

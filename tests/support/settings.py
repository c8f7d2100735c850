"""Settings for the tests: those of an installation on one computer, with a folder that is thrown away."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("FANLIGHT_SECRET_KEY", "only-for-tests-" * 4)
os.environ.setdefault("FANLIGHT_HTTPS", "no")
# keys are written through to the disk: memory makes that quick
os.environ.setdefault(
    "FANLIGHT_DATA",
    tempfile.mkdtemp(prefix="fanlight-tests-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None),
)
os.environ.setdefault("FANLIGHT_ADDRESS", "http://testserver")
os.environ.setdefault("FANLIGHT_EMAIL_URL", "smtp://localhost")

from fanlight.site.settings import *  # noqa: F403 (settings are read as a whole, after their variables)

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

"""Cleaning in a process of its own, with a limit on memory and time: a small file may unpack to very much.

python -m fanlight.speakup.cleaning.apart MEBIBYTES SECONDS    the file comes in, and goes out, through pipes only
"""

import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from threading import BoundedSemaphore

from fanlight.speakup.cleaning import BEGINNINGS, NotClean, clean

MEBIBYTE = 1024 * 1024
NAME = "fanlight.speakup.cleaning.apart"
NO = b"no"


@dataclass(frozen=True)
class Limits:
    """What a file may need while it is looked through. The largest picture that we take just fits."""

    mebibytes: int = 1024
    seconds: int = 40


PACKED = tuple(
    start for start, _ in BEGINNINGS
)  # whatever holds more than its size tells: all but plain text
TOO_MUCH = "it unpacks to more than we can look through. A screenshot, or a smaller copy, will do"
_one_at_a_time = BoundedSemaphore(1)


def clean_apart(content: bytes, limits: Limits | None = None) -> tuple[bytes, str]:
    """As `clean`, however much the file unpacks to. Raises NotClean."""
    if not content.startswith(PACKED):
        return clean(content)
    allowed = limits or Limits()
    command = [sys.executable, "-I", "-m", NAME, str(allowed.mebibytes), str(allowed.seconds)]
    try:
        with _one_at_a_time:
            done = subprocess.run(
                command, input=content, capture_output=True, timeout=3 * allowed.seconds, check=True
            )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        raise NotClean(TOO_MUCH) from None
    ending, _, cleaned = done.stdout.partition(b"\n")
    if ending == NO:
        raise NotClean(cleaned.decode())
    return cleaned, ending.decode()


def _keep_within(mebibytes: int, seconds: int) -> None:
    if sys.platform == "win32":
        return  # it has no such limits: there the time is all that is bounded
    import resource

    limits = {
        resource.RLIMIT_AS: mebibytes * MEBIBYTE,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,  # nothing of the file is left on a disk if it breaks
    }
    for what, limit in limits.items():
        with suppress(ValueError, OSError):  # a stricter one holds already, or this system knows none
            resource.setrlimit(what, (limit, limit))


def main() -> None:
    _keep_within(*map(int, sys.argv[1:]))
    try:
        cleaned, ending = clean(sys.stdin.buffer.read())
    except NotClean as reason:
        cleaned, ending = str(reason).encode(), NO.decode()
    sys.stdout.buffer.write(ending.encode() + b"\n" + cleaned)


if __name__ == "__main__":
    main()

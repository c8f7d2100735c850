"""Being killed at a certain step of the closing, as by a power cut: no last words, nothing is cleaned up."""

import os
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any

CLOSING, ERASING = "fanlight.responses.actions.closing", "fanlight.responses.erasing"

# Each step: the function at which the process dies, and whether it is done first.
STEPS = {
    "before the urn is opened": ("fanlight.results.actions.releasing.open_urn", False),
    "when the urn has been read": (f"{CLOSING}._read", True),
    "when the answers are written": (f"{CLOSING}._empty", False),
    "when the urn is empty": (f"{CLOSING}._empty", True),
    "when the release is made, before it is committed": (
        "fanlight.results.actions.releasing.mark_released",
        True,
    ),
    "when all that is committed": (f"{CLOSING}.tidy_urn", False),
    "when it is on the disk": (f"{ERASING}.destroy_key", False),
    "when the key is overwritten": ("fanlight.surveys.keys._sync", False),
    "when the key is destroyed": (f"{ERASING}.destroy_key", True),
    "when the free pages are emptied": (f"{CLOSING}.erase_deleted", True),
}
BEFORE_THE_COMMIT = list(STEPS)[:5]


def die_at(step: str) -> None:
    """Put death in the place of one function, or behind it."""
    path, is_done_first = STEPS[step]
    module_name, name = path.rsplit(".", 1)
    module = import_module(module_name)
    deed: Callable[..., Any] = getattr(module, name)

    def dying(*values: Any, **named: Any) -> None:
        if is_done_first:
            deed(*values, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, dying)

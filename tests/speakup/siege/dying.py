"""Being killed in the middle of an upload or a reply, as by a power cut: no last words, nothing is cleaned up."""

import os
import signal
from collections.abc import Callable
from importlib import import_module
from typing import Any

SPEAKING = "fanlight.speakup.actions.speaking"

# Each step: the function at which the process dies, whether it is done first, and whether what was sent is then kept.
UPLOAD = {
    "before anything is written": (f"{SPEAKING}._first_ledger", False, False),
    "when the files' pieces are written": (f"{SPEAKING}._first_ledger", True, False),
    "when the concern is sealed and not yet written": (f"{SPEAKING}._seal", True, False),
    "when the concern is written, before its keys are": (f"{SPEAKING}.wraps_for", False, False),
    "when everything is committed": (f"{SPEAKING}.open_concern", False, True),
}
REPLY = {
    "before anything is written": (f"{SPEAKING}.keep_file", False, False),
    "when the files' pieces are written": (f"{SPEAKING}.keep_file", True, False),
    "when the line is sealed and not yet written": (f"{SPEAKING}._seal", True, False),
}


def die_at(path: str, *, is_done_first: bool) -> None:
    """Put death in the place of one function, or behind it."""
    module_name, name = path.rsplit(".", 1)
    module = import_module(module_name)
    deed: Callable[..., Any] = getattr(module, name)

    def dying(*values: Any, **named: Any) -> None:
        if is_done_first:
            deed(*values, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, dying)

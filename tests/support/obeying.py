"""What runs inside a process under test: it does what each line of JSON says, and dies where it is told."""

import json
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def obey(answer: Callable[..., object]) -> None:
    """Say that we are ready, and then what `answer` makes of each line, for as long as the input is open."""
    _say("ready")
    for line in sys.stdin:
        _say(answer(*json.loads(line)))


def _say(words: object) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def killed_at(path: str, *, is_done_first: bool, deed: Callable[[], object]) -> int:
    """Do a deed in a process of its own that dies at one function, or behind it. Says by which signal.

    It dies as in a power cut: no last words, nothing is cleaned up.
    """
    from django.db import connection

    connection.close()
    child = os.fork()
    if not child:
        _die_at(path, is_done_first=is_done_first)
        deed()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status)


def _die_at(path: str, *, is_done_first: bool) -> None:
    module_name, name = path.rsplit(".", 1)
    module = import_module(module_name)
    deed: Callable[..., Any] = getattr(module, name)

    def dying(*values: Any, **named: Any) -> None:
        if is_done_first:
            deed(*values, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(module, name, dying)

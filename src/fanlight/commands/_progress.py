"""A line that says how far a slow step has come."""

import sys
import time
from types import TracebackType
from typing import TextIO

PATIENCE = 2.0
PAUSE = 0.2


class Progress:
    """Shows "Reading answers.csv 45%" on standard error, to people only, once two seconds have passed.

    Use it as a context manager, and call `at` as often as you like. The line is gone when the step is done.
    """

    def __init__(self, words: str, *, stream: TextIO | None = None) -> None:
        self.words = words
        self.stream = stream or sys.stderr
        self.is_for_people = self.stream.isatty()
        self.shown = ""
        self.share = 0
        self.next_at = time.monotonic() + PATIENCE

    def at(self, done: float, total: float) -> None:
        """Say that `done` of `total` is behind us. The share never falls, if the work turns out to be more."""
        if not self.is_for_people or time.monotonic() < self.next_at:
            return
        self.next_at = time.monotonic() + PAUSE
        self.share = max(self.share, min(int(100 * done / total), 100) if total else 0)
        self._show(f"{self.words} {self.share}%")

    def __enter__(self) -> "Progress":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            self._show("")
            self.stream.write("\r")
            self.stream.flush()

    def _show(self, line: str) -> None:
        self.stream.write("\r" + line.ljust(len(self.shown)))
        self.stream.flush()
        self.shown = line

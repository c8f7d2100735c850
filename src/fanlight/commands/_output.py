"""Where a command's answer goes: to standard output, or whole into a file."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from fanlight.commands import Refused

STANDARD_OUTPUT = 1


def refuse_unwritable(out: Path | None, *, source: Path) -> None:
    """Say before a long run, not after it, that its result cannot be written there."""
    if out is None:
        return
    if out.is_dir() or not out.parent.is_dir():
        raise Refused(f"{out} cannot be written: there is no such folder, or it is a folder itself.")
    if out.exists() and out.samefile(source):
        raise Refused(f"{out} is the file that is read. Choose another name for the result.")


@contextlib.contextmanager
def whole_file(out: Path) -> Iterator[Path]:
    """A path beside `out` to write to. It takes the place of `out` at the end, or vanishes on any failure."""
    unfinished = out.with_name(f".{out.name}.unfinished-{os.getpid()}")
    try:
        yield unfinished
        unfinished.replace(out)
    except OSError as error:
        raise Refused(f"{out} cannot be written: {error.strerror}.") from None
    finally:
        unfinished.unlink(missing_ok=True)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep standard output for the answer: a solver in C sometimes writes a line of its own there."""
    sys.stdout.flush()
    kept = os.dup(STANDARD_OUTPUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, STANDARD_OUTPUT)
        yield
    finally:
        os.dup2(kept, STANDARD_OUTPUT)
        os.close(kept)
        os.close(nowhere)


def write_text(text: str, out: Path | None) -> None:
    """Write a text to a file, as a whole or not at all, or to standard output when there is no file."""
    if out is None:
        _print(text)
        return
    with whole_file(out) as unfinished:
        unfinished.write_text(text, encoding="utf-8", newline="")


def _print(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, errors="replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

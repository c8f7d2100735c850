"""Telling somebody how far a long writing has come."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Watch = Callable[[int, int], None]  # what is done, and how much there is to do
Thing = TypeVar("Thing")


def nobody_watches(done: int, total: int) -> None:
    """Say nothing."""


def watched(things: Sequence[Thing], watch: Watch) -> Iterator[Thing]:
    """The same things, one after the other, with a word on each that is done."""
    for done, thing in enumerate(things):
        watch(done, len(things))
        yield thing

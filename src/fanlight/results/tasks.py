"""Releases are made in the background, the moment a round closes."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from fanlight.results.actions import end_unread, release_round
from fanlight.surveys.actions import close_round
from fanlight.surveys.keys import has_key
from fanlight.surveys.queries import (
    parts_of,
    round_called,
    rounds_due_to_close,
    rounds_that_wait_in_vain,
    rounds_waiting_for_release,
)


@task()
def make_release(round_id: str) -> None:
    release_round(round=round_called(round_id))


def close_due_rounds() -> None:
    """Close every round whose time has come, and ask for its release in the same breath."""
    for round in rounds_due_to_close(timezone.now()):
        with transaction.atomic():
            close_round(round=round, by=None)
            make_release.enqueue(round.public_id)


def end_what_waits_in_vain() -> None:
    """Delete unread what waited for a second round that did not take place in its time."""
    for round in rounds_that_wait_in_vain(timezone.now()):
        end_unread(round=round, by=None)


def make_missing_releases() -> None:
    """Release what closed without a release: its worker died, or its key was missing and has been put back."""
    for round in rounds_waiting_for_release():
        if all(has_key(part) for part in parts_of(round)):
            release_round(round=round)

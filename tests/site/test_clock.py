"""As time passes: lost tasks are found again, and rounds close and are released by themselves."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from fanlight.results.queries import released
from fanlight.results.tasks import close_due_rounds, make_release
from fanlight.site.clock import LOST_AFTER, MOST_ATTEMPTS, reap
from fanlight.surveys.models import Round, State
from support.worlds import Cast, an_open_round, fill_urn

pytestmark = pytest.mark.django_db


def a_task(*, workers: int, started: timedelta) -> DBTaskResult:
    """A task that some workers have begun, the last of them a while ago."""
    make_release.enqueue("nosuchround2")
    DBTaskResult.objects.update(
        status="RUNNING", worker_ids=["w"] * workers, started_at=timezone.now() - started
    )
    return DBTaskResult.objects.get()


def status() -> str:
    return str(DBTaskResult.objects.get().status)


def test_a_task_whose_worker_died_is_run_again() -> None:
    a_task(workers=1, started=LOST_AFTER * 2)
    assert reap() == 1
    assert status() == "READY"


def test_a_task_that_is_still_running_is_left_alone() -> None:
    a_task(workers=1, started=timedelta(seconds=5))
    assert reap() == 0
    assert status() == "RUNNING"


def test_a_task_that_kills_its_workers_is_given_up() -> None:
    a_task(workers=MOST_ATTEMPTS, started=LOST_AFTER * 2)
    reap()
    assert status() == "FAILED"


def test_a_round_closes_at_its_time_and_asks_for_its_release(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    fill_urn(round, 14)
    close_due_rounds()
    assert Round.objects.get().state == State.OPEN, "its time has not come"
    Round.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
    close_due_rounds()
    assert Round.objects.get().state == State.CLOSED
    assert DBTaskResult.objects.get().args_kwargs["args"] == [round.public_id]


def test_making_a_release_twice_is_harmless(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    fill_urn(round, 14)
    Round.objects.update(closes_at=timezone.now() - timedelta(seconds=1))
    close_due_rounds()
    make_release.call(round.public_id)
    first = released(round)
    make_release.call(round.public_id)
    assert released(round) == first
    assert first is not None

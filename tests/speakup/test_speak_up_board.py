"""The board and the letters: at fixed hours, padded, and telling nobody but the one whom it concerns."""

from datetime import datetime, timedelta
from unittest.mock import Mock

import pytest
from django.utils import timezone

from fanlight.speakup import tasks
from fanlight.speakup.access import AtWork, concern_behind
from fanlight.speakup.actions import board
from fanlight.speakup.actions.guarding import answer
from fanlight.speakup.actions.speaking import note_visit
from fanlight.speakup.models import Concern, Notice
from fanlight.speakup.queries.board import signs_shown
from support.speakup import a_concern, a_desk
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def at(hour: int, minute: int = 0, *, day: int = 23) -> datetime:
    return datetime(
        2026, 11, day, hour, minute, tzinfo=timezone.get_default_timezone()
    )  # the 23rd is a Monday


def signs() -> set[str]:
    return set(Notice.objects.values_list("sign", flat=True))


def test_it_changes_at_fixed_hours_and_never_in_between(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    assert board.set_board(now=at(7))
    before = signs()
    answer(opened=told.opened, words="Thank you.", by=gil)
    for now in (at(7, 1), at(10), at(12, 59)):
        assert not board.set_board(now=now)
        assert signs() == before
    assert board.set_board(now=at(13, 5))
    assert told.opened.concern.sign in signs()
    assert signs_shown().set_at == "Monday 23 November at 1pm"


def test_the_sign_goes_when_the_answer_was_read(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    answer(opened=told.opened, words="Thank you.", by=gil)
    board.set_board(now=at(7))
    note_visit(opened=concern_behind(told.receipt)[0])
    board.set_board(now=at(13))
    assert told.opened.concern.sign not in signs()


@pytest.mark.parametrize("waiting", [0, 1, 7, 8, 9, 20])
def test_how_many_stand_there_says_nothing(gil: AtWork, waiting: int) -> None:
    for _ in range(waiting):
        answer(opened=a_concern(gil.desk).opened, words="Thank you.", by=gil)
    board.set_board(now=at(7))
    count, decoys = Notice.objects.count(), Notice.objects.filter(is_decoy=True).count()
    assert count % 16 == 0
    assert decoys >= 8
    assert count - decoys == waiting


def test_most_of_those_that_mean_nothing_stay_for_a_while_and_some_go(gil: AtWork) -> None:  # noqa: ARG001
    board.set_board(now=at(7))
    kept, times = 0, 30
    for number in range(times):
        before = signs()
        board.set_board(now=at(7) + timedelta(days=number + 1))
        kept += len(before & signs())
    assert 16 * times * 0.5 < kept < 16 * times * 0.95, "about three in four stay"


def test_nobodys_sign_is_ever_a_decoy(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    board.set_board(now=at(7))
    Concern.objects.update(sign=Notice.objects.first().sign)
    board.set_board(now=at(13))
    assert Concern.objects.get(pk=told.opened.concern.pk).sign not in signs()


@pytest.mark.parametrize("weeks", [13, 26, 52])
def test_on_a_monday_the_signs_go_up_of_those_to_be_asked(gil: AtWork, weeks: int) -> None:
    told = a_concern(gil.desk)
    Concern.objects.update(week=at(7).date() - timedelta(weeks=weeks))
    board.set_board(now=at(7, day=22))
    assert told.opened.concern.sign not in signs()
    board.set_board(now=at(7, day=23))
    assert told.opened.concern.sign in signs()


def test_guardians_are_told_that_something_may_wait_and_never_what(gil: AtWork, mailoutbox) -> None:
    a_concern(gil.desk, "A secret.")
    assert board.write_to_guardians(now=at(7)) == 1
    letter = mailoutbox[0]
    assert letter.to == ["gil@example.org"]
    assert "Something may be waiting" in letter.body
    assert "A secret." not in letter.body
    assert board.write_to_guardians(now=at(13)) == 0, "once a day is enough"


def test_a_letter_comes_now_and_then_for_nothing(gil: AtWork, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    monkeypatch.setattr(board.secrets, "randbelow", Mock(return_value=0))
    assert board.write_to_guardians(now=at(7)) == 1
    monkeypatch.setattr(board.secrets, "randbelow", Mock(return_value=3))
    assert board.write_to_guardians(now=at(7)) == 0


def test_the_clock_keeps_the_hours(transactional_db: None, cast: Cast, forgets_the_record: None) -> None:  # noqa: ARG001
    a_desk(cast)
    tasks.keep_hours()
    first = signs()
    assert first
    tasks.keep_hours()
    assert signs() == first, "twice is harmless"
    tasks.shut_old_doors()

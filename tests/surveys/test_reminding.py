"""Reminders: at least three, to the whole team, the same words for everybody."""

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fanlight.surveys.actions import close_round, extend_round, send_reminder
from fanlight.surveys.models import Reminder
from fanlight.surveys.reminding import reminder_times
from fanlight.surveys.tasks import send_due_reminders
from support.worlds import Cast, an_open_round

START = timezone.make_aware(datetime(2027, 3, 1, 6))  # noqa: DTZ001 (made aware in the same breath)


def test_a_round_of_two_weeks_has_an_invitation_and_three_reminders() -> None:
    times = reminder_times(START, START + timedelta(days=14, hours=14))
    assert [f"{timezone.localtime(at):%-d %b %H:%M}" for at in times] == [
        "1 Mar 06:00",
        "6 Mar 07:30",
        "10 Mar 07:30",
        "13 Mar 07:30",
    ]


@given(days=st.integers(1, 60), hour=st.integers(0, 23))
def test_every_reminder_lies_within_the_round_in_order(days: int, hour: int) -> None:
    ends = START + timedelta(days=days, hours=hour)
    times = reminder_times(START, ends)
    assert times[0] == START
    assert list(times) == sorted(set(times))
    assert times[-1] < ends


@pytest.mark.django_db
def test_everybody_in_the_team_is_written_to_in_the_same_words(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    send_due_reminders()
    assert sorted(message.to for message in mail.outbox) == sorted(
        [[p.email] for p in (cast.alice, cast.bob, cast.fay)]
    )
    assert len({(message.subject, message.body) for message in mail.outbox}) == 1
    assert f"/r/{round.door}/" in mail.outbox[0].body


@pytest.mark.django_db
def test_sending_twice_is_harmless(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    reminder = round.reminders.earliest("due_at")
    send_reminder(reminder=reminder)
    send_reminder(reminder=reminder)
    send_due_reminders()
    assert len(mail.outbox) == 3


@pytest.mark.django_db
def test_nobody_is_reminded_of_a_round_that_has_closed(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    close_round(round=round, by=None)
    send_due_reminders()
    assert mail.outbox == []


@pytest.mark.django_db
def test_a_longer_round_is_reminded_of_until_its_new_end(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    send_due_reminders()
    before = round.reminders.latest("due_at").due_at
    round = extend_round(round=round, closes_at=round.closes_at + timedelta(days=2), by=cast.alice)
    assert round.reminders.latest("due_at").due_at > before
    assert Reminder.objects.filter(sent_at__isnull=False).count() == 1

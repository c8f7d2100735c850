"""One tap that a huddle was held; the chart, the waiting answers and what keeps coming up come by themselves."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fanlight.people.actions.changed import version_of
from fanlight.windows.actions import ANSWERED, TOLD, drop_huddle, hold_huddle, note_answer, tell_of_huddle
from fanlight.windows.models import Huddle, SentOn, Shift
from fanlight.windows.queries import answers_waiting, huddling, weeks_of
from support.reading import opened
from support.windows import a_huddle, weeks_of_huddles
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def page(cast: Cast) -> str:
    return signed_in(cast.bob).get(reverse("huddles", args=[cast.ward.public_id])).content.decode()


def test_one_tap_puts_it_on_the_log_and_two_count_once(cast: Cast) -> None:
    client, address = signed_in(cast.bob), reverse("hold_huddle", args=[cast.ward.public_id])
    assert "We held our" in page(cast)
    for _ in range(2):
        client.post(address, {"shift": "night"})
    assert Huddle.objects.count() == 1
    assert client.get(address).status_code == 405


def test_a_shift_that_makes_no_sense_is_the_present_one(cast: Cast) -> None:
    signed_in(cast.bob).post(reverse("hold_huddle", args=[cast.ward.public_id]), {"shift": "teatime"})
    assert Huddle.objects.get().shift in Shift.values


@pytest.mark.parametrize(
    ("hour", "shift", "day"),
    [
        (2, Shift.NIGHT, 25),
        (5, Shift.NIGHT, 25),
        (6, Shift.DAY, 26),
        (20, Shift.EVENING, 26),
        (21, Shift.NIGHT, 26),
    ],
)
def test_a_huddle_at_two_in_the_morning_is_of_the_night_before(hour: int, shift: Shift, day: int) -> None:
    now = datetime(2026, 11, 26, hour, 30, tzinfo=UTC)
    assert (Shift.at(now), Shift.at(now).last_begun(now).day) == (shift, day)


def test_a_huddle_that_nobody_tapped_can_be_put_down_later(cast: Cast) -> None:
    client, address = signed_in(cast.bob), reverse("huddle_earlier", args=[cast.ward.public_id])
    today = timezone.localdate()
    for ago in (-1, 400):
        day = (today - timedelta(days=ago)).isoformat()
        assert client.post(address, {"held_on": day, "shift": "day"}).status_code == 422
    for shift in ("day", "night", "night"):
        client.post(address, {"held_on": (today - timedelta(days=3)).isoformat(), "shift": shift})
    assert [(one.held_on, one.shift) for one in Huddle.objects.all()] == [
        (today - timedelta(days=3), shift) for shift in ("night", "day")
    ]


def test_a_chart_comes_by_itself_after_four_whole_weeks(cast: Cast) -> None:
    weeks_of_huddles(cast.ward, [2, 3, 4], by=None)
    assert "A chart comes here by itself" in page(cast)
    weeks_of_huddles(cast.ward, [1, 2, 3, 4], by=None)
    drawn = page(cast)
    assert "<svg" in drawn
    assert "Huddles held in a week" in drawn
    assert "XmR chart" in drawn


def test_a_rise_is_told_from_chance(cast: Cast) -> None:
    weeks_of_huddles(cast.ward, [1, 2, 1, 2, 1, 2, 1, 2, 5, 5, 6, 5, 6, 5, 6], by=None)
    assert "Higher than usual since" in page(cast)


@given(st.lists(st.integers(0, 400), max_size=30))
def test_every_whole_week_is_there_once_and_none_is_counted_twice(ago: list[int]) -> None:
    today = date(2026, 11, 26)
    days = [today - timedelta(days=n) for n in ago]
    weeks = weeks_of(days, today)
    monday = today - timedelta(days=today.weekday())
    assert sum(week.held for week in weeks) == sum(day < monday for day in days)
    assert all(b.begins - a.begins == timedelta(days=7) for a, b in pairwise(weeks))


def test_what_was_sent_on_waits_until_an_answer_comes(cast: Cast) -> None:
    sent = a_huddle(cast.ward, by=cast.bob).sent
    assert "Has an answer come?" in page(cast)
    client, address = signed_in(cast.bob), reverse("huddle_answer", args=[sent.public_id])
    client.post(address, {**opened(client, address), "answer": "It is mended"})
    assert not answers_waiting(cast.ward).exists()
    assert "One worry sent on, and every one was answered" in page(cast)


def test_topics_of_several_huddles_are_counted_however_they_are_written(cast: Cast) -> None:
    for ago, topics in enumerate((["Falls", "Pumps"], ["falls"], ["Rota"])):
        huddle = hold_huddle(
            team=cast.ward, held_on=timezone.localdate() - timedelta(days=ago), shift=Shift.DAY, by=None
        )
        tell_of_huddle(
            huddle=huddle, version=version_of(row=huddle, fields=TOLD), people=6, topics=topics, by=None
        )
    assert [(words.lower(), many) for words, many in huddling(cast.ward).topics] == [("falls", 2)]


def test_the_rest_of_a_huddle_may_be_added_and_need_not(cast: Cast) -> None:
    huddle = a_huddle(cast.ward, by=cast.bob).huddle
    client, address = signed_in(cast.bob), reverse("huddle", args=[huddle.public_id])
    seen = opened(client, address)
    assert client.post(address, seen).status_code == 302
    told = {**seen, "people": "7", "topics": "falls\nshort of pumps"}
    assert client.post(address, told).status_code == 302
    huddle.refresh_from_db()
    assert (huddle.people, huddle.topics) == (7, ["falls", "short of pumps"])
    assert client.post(address, {**seen, "people": "many"}).status_code == 422


def test_a_mistaken_tap_can_be_taken_back(cast: Cast) -> None:
    huddle = a_huddle(cast.ward, by=cast.bob).huddle
    client, address = signed_in(cast.bob), reverse("drop_huddle", args=[huddle.public_id])
    assert "Was it tapped by mistake?" in client.get(address).content.decode()
    client.post(address)
    drop_huddle(huddle=huddle, by=None)
    assert not Huddle.objects.exists()


def test_a_worry_is_sent_on_once_and_can_be_taken_off(cast: Cast) -> None:
    huddle = a_huddle(cast.ward, by=cast.bob).huddle
    client = signed_in(cast.bob)
    for _ in range(2):
        client.post(
            reverse("huddle_send_on", args=[huddle.public_id]),
            {"words": "No linen at night", "to": "the laundry"},
        )
    sent = SentOn.objects.get(words="No linen at night")
    client.post(reverse("drop_sent_on", args=[sent.public_id]))
    assert SentOn.objects.count() == 1
    sent = SentOn.objects.get()
    note_answer(
        sent=sent,
        version=version_of(row=sent, fields=ANSWERED),
        answer="No",
        answered_on=timezone.localdate(),
        by=None,
    )

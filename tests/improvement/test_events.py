"""Rare events: two of them on one day are two, and nobody's is passed over."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import Entry, FigureThere, put_figure, put_figures
from fanlight.improvement.forms import held_entries
from fanlight.improvement.models import Figure, Measure
from fanlight.improvement.queries import chart_of
from support.changes import a_measure
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
BEFORE = TODAY - timedelta(days=10)


def falls(cast: Cast) -> Measure:
    return a_measure(cast.ward, name="Falls", counts="between", direction="up")


def test_two_on_one_day_are_no_days_apart(cast: Cast) -> None:
    measure = falls(cast)
    client, address = signed_in(cast.bob), reverse("put_figure", args=[measure.public_id])
    assert 'name="value"' in client.get(address).content.decode()
    client.post(address, {"on": BEFORE.isoformat(), "value": "1"})
    client.post(address, {"on": TODAY.isoformat(), "value": "2"})
    assert chart_of(measure).chart.values.round(6).tolist() == [10.0, 0.0]
    page = client.get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "It happened two times" in page


def test_whoever_puts_down_the_second_one_is_told_of_the_first_and_led_to_it(cast: Cast) -> None:
    measure = falls(cast)
    first = put_figure(measure=measure, entry=Entry(TODAY, 1), by=cast.alice)
    client = signed_in(cast.bob)
    response = client.post(
        reverse("put_figure", args=[measure.public_id]), {"on": TODAY.isoformat(), "value": "1"}
    )
    there = reverse("correct_figure", args=[first.public_id])
    assert response.status_code == 422
    assert "Did it happen again?" in response.content.decode()
    assert there in response.content.decode()
    client.post(there, {"value": "2", "why": "A second one at noon", "version": "1"})
    assert Figure.objects.get().value == 2
    page = client.get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "It was put down once. A second one at noon" in page


def test_the_same_event_sent_twice_is_one(cast: Cast) -> None:
    measure = falls(cast)
    put_figure(measure=measure, entry=Entry(TODAY, 1), by=cast.bob)
    with pytest.raises(FigureThere):
        put_figure(measure=measure, entry=Entry(TODAY, 1), by=cast.bob)
    assert Figure.objects.get().value == 1


@pytest.mark.parametrize("times", ["0", "1.5", "400"])
def test_an_event_happens_a_whole_number_of_times(times: str, cast: Cast) -> None:
    address = reverse("put_figure", args=[falls(cast).public_id])
    response = signed_in(cast.bob).post(address, {"on": TODAY.isoformat(), "value": times})
    assert response.status_code == 422
    assert "Type a whole number from 1 to 20" in response.content.decode()
    assert not Figure.objects.exists()


def test_pasted_events_of_one_day_are_added_up(cast: Cast) -> None:
    measure = falls(cast)
    client = signed_in(cast.bob)
    text = "5 January 2026\n5 January 2026\n1 February 2026"
    page = client.post(reverse("paste_figures", args=[measure.public_id]), {"text": text}).content.decode()
    assert "Three figures can be kept" in page
    days = [date(2026, 1, 5), date(2026, 1, 5), date(2026, 2, 1)]
    held = held_entries(measure, [Entry(day, 1.0) for day in days])
    client.post(reverse("save_pasted", args=[measure.public_id]), {"held": held})
    assert [(figure.on, figure.value) for figure in measure.figures.all()] == [(days[0], 2.0), (days[2], 1.0)]
    assert chart_of(measure).chart.values.round(6).tolist() == [0.0, 27.0]


def test_an_event_that_did_not_happen_is_gone_from_the_chart(cast: Cast) -> None:
    measure = falls(cast)
    put_figures(measure=measure, entries=[Entry(BEFORE, 1), Entry(TODAY, 1)], by=None)
    figure = measure.figures.last()
    assert figure is not None
    sent = {"value": "", "why": "It was in the other bay", "version": "1"}
    signed_in(cast.bob).post(reverse("correct_figure", args=[figure.public_id]), sent)
    assert len(chart_of(measure).chart) == 0

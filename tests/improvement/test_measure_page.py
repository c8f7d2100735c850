"""A measure's page, and typing a figure while somebody else does the same."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import Entry, put_figure, put_figures
from fanlight.improvement.models import Decision, Figure
from fanlight.improvement.pages.measure import measure_page
from support.changes import a_cycle, a_measure, an_action, weeks
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
MONDAY = TODAY - timedelta(days=TODAY.weekday())


def test_whoever_types_a_week_that_just_got_its_figure_is_led_to_it(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    client, address = signed_in(cast.bob), reverse("put_figure", args=[measure.public_id])
    assert f'value="{MONDAY.isoformat()}"' in client.get(address).content.decode()
    there = put_figure(measure=measure, entry=Entry(MONDAY, 6), by=cast.alice)
    response = client.post(address, {"value": "5", "period": MONDAY.isoformat()})
    page = response.content.decode()
    assert response.status_code == 422
    assert "There is a figure for this time already" in page
    assert reverse("correct_figure", args=[there.public_id]) in page
    assert f'value="{MONDAY.isoformat()}" selected' in page, "what was chosen stays chosen"
    assert Figure.objects.get().value == 6


@pytest.mark.parametrize("period", ["2019-01-07", "yesterday", ""])
def test_a_time_that_was_not_offered_is_refused(period: str, cast: Cast) -> None:
    address = reverse("put_figure", args=[a_measure(cast.ward).public_id])
    assert signed_in(cast.bob).post(address, {"value": "5", "period": period}).status_code == 422
    assert not Figure.objects.exists()


def test_an_empty_measure_draws_no_chart_and_says_how_to_begin(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    page = signed_in(cast.bob).get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "Nothing counted yet" in page
    assert "Three weeks make a beginning" in page
    assert "fl-spc" not in page
    assert "There are no values to draw" not in page


def test_a_test_that_was_over_before_the_first_figure_is_not_told_beside_the_chart(cast: Cast) -> None:
    action = an_action(cast.ward)
    measure = a_measure(cast.ward, action=action)
    put_figures(measure=measure, entries=weeks([3, 4, 5]), by=None)
    first = TODAY - timedelta(days=60)
    early = a_cycle(action, decision=Decision.ADAPT, plan="Too early", begins_on=first, look_on=first)
    late = a_cycle(action, plan="In time", begins_on=TODAY, look_on=TODAY + timedelta(days=3))
    page = measure_page(measure, measure.figures.all(), [early, late])
    assert page.chart is not None
    assert [told.words.split(".")[0] for told in page.chart.told] == ["In time"]

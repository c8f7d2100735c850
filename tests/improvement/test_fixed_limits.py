"""Limits fixed on the first figures: a decision of the team's, with its reason, as new limits are."""

import numpy as np
import pytest
from django.urls import reverse

from fanlight.improvement.actions import put_figures
from fanlight.improvement.models import Measure
from fanlight.improvement.queries import chart_of
from fanlight.measure import spc
from support.changes import a_measure, weeks
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

VALUES = [12, 14, 11, 13, 12, 14, 11, 13, 12, 14, 11, 13, 19, 20, 19, 21]
SAID = {
    "name": "Huddles held",
    "counts": "count",
    "rhythm": "weekly",
    "direction": "up",
    "purpose": "process",
}


def test_the_limits_stay_where_the_first_figures_put_them(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    entries = weeks(VALUES)
    put_figures(measure=measure, entries=entries, by=None)
    client, address = signed_in(cast.bob), reverse("change_measure", args=[measure.public_id])
    client.post(address, {**SAID, "version": "1", "fix": "12", "fix_why": "The winter before the huddle"})
    measure.refresh_from_db()
    plan = spc.Plan(better=spc.Better.UP, fix=12, unit=spc.Unit.COUNT)
    theirs = spc.xmr(spc.Points.of([entry.on for entry in entries], VALUES), plan)
    np.testing.assert_array_equal(chart_of(measure).chart.upper, theirs.upper)
    page = client.get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "Limits fixed on the first 12 points." in page
    assert "Why they are fixed: The winter before the huddle." in page


@pytest.mark.parametrize(
    ("fix", "why", "told"),
    [("12", "", "Say why"), ("5", "Too few", "12"), ("x", "Not a number", "whole number")],
)
def test_without_a_reason_or_enough_figures_nothing_is_fixed(
    fix: str, why: str, told: str, cast: Cast
) -> None:
    address = reverse("change_measure", args=[a_measure(cast.ward).public_id])
    response = signed_in(cast.bob).post(address, {**SAID, "version": "1", "fix": fix, "fix_why": why})
    assert response.status_code == 422
    assert told in response.content.decode()
    assert Measure.objects.get().fix is None


def test_fixed_limits_are_let_go_again(cast: Cast) -> None:
    measure = a_measure(cast.ward, fix=12, fix_why="The winter before")
    address = reverse("change_measure", args=[measure.public_id])
    signed_in(cast.bob).post(address, {**SAID, "version": "1", "fix": "", "fix_why": "The winter before"})
    assert Measure.objects.get().fix is None


def test_whoever_begins_to_count_is_not_asked_about_limits(cast: Cast) -> None:
    page = signed_in(cast.bob).get(reverse("add_team_measure", args=[cast.ward.public_id])).content.decode()
    assert 'name="fix"' not in page

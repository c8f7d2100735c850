"""Figures typed in ten seconds, put right with a reason, and drawn by the chart engine."""

from datetime import date, timedelta

import numpy as np
import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.actions import Changed, Entry, FigureThere, correct_figure, put_figure, put_figures
from fanlight.improvement.models import Correction, Figure, Measure, Note
from fanlight.improvement.pages.measure import measure_page
from fanlight.improvement.queries import chart_of, is_due, periods_to_fill
from fanlight.measure import spc
from support.changes import a_measure, an_action, weeks
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate()
MONDAY = TODAY - timedelta(days=TODAY.weekday())
NEW = {"name": "Huddles held", "counts": "count", "rhythm": "weekly", "direction": "up", "purpose": "process"}


def shown(measure: Measure) -> str:
    return signed_in_page(measure).replace("\n", " ")


def signed_in_page(measure: Measure) -> str:
    page = measure_page(measure, measure.figures.all(), ())
    chart = f"{page.chart.picture} {page.chart.table} {page.chart.notes}" if page.chart else ""
    return f"{page.title} {page.figures} {chart}"


def test_a_name_is_enough_to_begin_counting(cast: Cast) -> None:
    action = an_action(cast.ward)
    response = signed_in(cast.bob).post(
        reverse("add_measure", args=[action.public_id]), {**NEW, "version": "1"}
    )
    measure = Measure.objects.get()
    assert response["Location"] == reverse("measure", args=[measure.public_id])
    assert (measure.action, measure.is_shared) == (action, False)


def test_the_guide_suggests_what_to_count_for_its_own_ideas(cast: Cast) -> None:
    action = an_action(cast.ward)
    action.came_kind, action.came_id = "idea", "start-huddle"
    action.save()
    client = signed_in(cast.bob)
    page = client.get(reverse("action", args=[action.public_id])).content.decode()
    assert "The guide suggests to count" in page
    filled = client.get(reverse("add_measure", args=[action.public_id]) + "?from=0").content.decode()
    assert 'name="name" type="text" value=""' not in filled
    assert client.get(reverse("add_measure", args=[action.public_id]) + "?from=99").status_code == 200


def test_a_figure_needs_one_number(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    address = reverse("put_figure", args=[measure.public_id])
    client = signed_in(cast.bob)
    assert "autofocus" in client.get(address).content.decode()
    client.post(address, {"value": "12", "period": MONDAY.isoformat()})
    figure = Figure.objects.get()
    assert (figure.value, figure.on, figure.by) == (12.0, MONDAY, cast.bob)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "Fill in"),
        ("twelve", "is not a number"),
        ("1,5", "is not a number we can be sure of"),
        ("12%", "Type a plain number"),
        ("-3", "cannot be less than nought"),
        ("n/a", "Type a plain number"),
    ],
)
def test_what_is_no_figure_is_refused_in_words(typed: str, told: str, cast: Cast) -> None:
    address = reverse("put_figure", args=[a_measure(cast.ward).public_id])
    response = signed_in(cast.bob).post(address, {"value": typed, "period": MONDAY.isoformat()})
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not Figure.objects.exists()


def test_more_than_there_are_is_refused(cast: Cast) -> None:
    address = reverse("put_figure", args=[a_measure(cast.ward, counts="percentage").public_id])
    for value, out_of, told in (("13", "12", "cannot be"), ("0", "0", "Out of none")):
        sent = {"value": value, "out_of": out_of, "period": MONDAY.isoformat()}
        assert told in signed_in(cast.bob).post(address, sent).content.decode()
    assert not Figure.objects.exists()


def test_two_people_who_type_the_same_week_lose_nothing(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    put_figure(measure=measure, entry=Entry(MONDAY, 7), by=cast.alice)
    with pytest.raises(FigureThere, match="already"):
        put_figure(measure=measure, entry=Entry(MONDAY + timedelta(days=2), 9), by=cast.bob)
    assert put_figure(measure=measure, entry=Entry(MONDAY, 7), by=cast.bob) == Figure.objects.get()


def test_a_correction_keeps_what_it_was_with_who_and_why(cast: Cast) -> None:
    figure = put_figure(measure=a_measure(cast.ward), entry=Entry(MONDAY, 70), by=cast.alice)
    address = reverse("correct_figure", args=[figure.public_id])
    client = signed_in(cast.bob)
    assert client.post(address, {"value": "7", "why": "", "version": "1"}).status_code == 422
    client.post(address, {"value": "7", "why": "A nought too many", "version": "1"})
    correction = Correction.objects.get()
    assert (correction.was, correction.why, correction.by) == (70.0, "A nought too many", cast.bob)
    page = client.get(reverse("measure", args=[figure.measure.public_id])).content.decode()
    assert "It was 70. A nought too many" in page


def test_two_corrections_at_once_show_both(cast: Cast) -> None:
    figure = put_figure(measure=a_measure(cast.ward), entry=Entry(MONDAY, 70), by=cast.alice)
    correct_figure(figure=figure, version=1, value=7, out_of=None, why="typo", by=cast.alice)
    with pytest.raises(Changed):
        correct_figure(figure=figure, version=1, value=17, out_of=None, why="counted again", by=cast.bob)
    assert Figure.objects.get().value == 7


def test_a_figure_corrected_to_nothing_is_a_gap(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    put_figures(measure=measure, entries=weeks([3, 4, 5]), by=None)
    correct_figure(
        figure=measure.figures.all()[1], version=1, value=None, out_of=None, why="not counted", by=None
    )
    assert len(chart_of(measure).chart) == 2


def test_the_chart_is_the_engines_own(cast: Cast) -> None:
    """The page's chart is `spc.xmr` of the same figures, with its limits and its rebase."""
    measure = a_measure(cast.ward, target=15.0)
    values = [12, 14, 11, 13, 12, 19, 20, 19, 21, 20, 19, 20]
    entries = weeks(values)
    put_figures(measure=measure, entries=entries, by=None)
    Note.objects.create(measure=measure, on=entries[5].on, words="A second phone", starts_anew=True)
    rebase = spc.Rebase(on=entries[5].on, reason="A second phone")
    plan = spc.Plan(better=spc.Better.UP, target=15.0, rebases=(rebase,), unit=spc.Unit.COUNT)
    points = spc.Points.of([entry.on for entry in entries], values)
    ours, theirs = chart_of(measure).chart, spc.xmr(points, plan)
    for name in ("values", "centre", "lower", "upper", "signals", "types"):
        np.testing.assert_array_equal(getattr(ours, name), getattr(theirs, name))
    assert [segment.reason for segment in ours.segments] == [None, "A second phone"]


def test_few_people_are_pooled_and_never_shown_alone(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="percentage", of_people=True)
    put_figures(measure=measure, entries=weeks([(3, 6), (4, 7), (9, 12), (1, 4)]), by=None)
    drawn = chart_of(measure)
    assert drawn.chart.values.round(3).tolist() == [53.846, 75.0]
    assert (drawn.is_pooled, drawn.waiting) == (True, 1)
    page = signed_in(cast.bob).get(reverse("measure", args=[measure.public_id])).content.decode()
    for alone in ("3 of 6", "4 of 7", "1 of 4", "50.0%", "57.1%", "25.0%"):
        assert alone not in page
    assert "9 of 12" in page
    assert page.count("Few people: shown with others only") == 3


def test_few_people_do_not_come_back_in_the_form_that_puts_them_right(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="percentage", of_people=True)
    figure = put_figure(measure=measure, entry=Entry(MONDAY, 3, 6), by=None)
    client = signed_in(cast.bob)
    address = reverse("correct_figure", args=[figure.public_id])
    assert 'value="3"' not in client.get(address).content.decode()
    client.post(address, {"value": "4", "out_of": "6", "why": "counted again", "version": "1"})
    page = client.get(reverse("measure", args=[measure.public_id])).content.decode()
    assert "It was 3" not in page
    assert "counted again" in page


def test_few_people_do_not_show_when_two_put_them_right_at_once(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="percentage", of_people=True)
    figure = put_figure(measure=measure, entry=Entry(MONDAY, 3, 6), by=None)
    correct_figure(figure=figure, version=1, value=4, out_of=6, why="again", by=cast.alice)
    sent = {"value": "5", "out_of": "7", "why": "counted", "version": "1"}
    response = signed_in(cast.bob).post(reverse("correct_figure", args=[figure.public_id]), sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert "another figure" in page
    assert "“4" not in page


def test_few_huddles_are_shown_as_they_are(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="percentage", of_people=False)
    put_figures(measure=measure, entries=weeks([(3, 6), (4, 7)]), by=None)
    assert len(chart_of(measure).chart) == 2


def test_times_between_events_are_days_on_a_t_chart(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="between", direction="up")
    days = [date(2026, 1, 5), date(2026, 2, 1), date(2026, 2, 20)]
    put_figures(measure=measure, entries=[Entry(day, 1) for day in days], by=None)
    chart = chart_of(measure).chart
    assert chart.kind is spc.ChartKind.T
    assert chart.values.round(6).tolist() == [27.0, 19.0]


def test_one_event_draws_nothing_and_breaks_nothing(cast: Cast) -> None:
    measure = a_measure(cast.ward, counts="between")
    put_figure(measure=measure, entry=Entry(MONDAY, 1), by=None)
    assert "The next one begins the chart" in shown(measure)


@pytest.mark.parametrize("name", ["Our culture score", "Staff survey teamwork", "fanlight-six mean"])
def test_scores_of_a_survey_never_come_on_a_control_chart(name: str, cast: Cast) -> None:
    address = reverse("add_team_measure", args=[cast.ward.public_id])
    response = signed_in(cast.bob).post(address, {**NEW, "name": name, "version": "1"})
    assert "Scores of a survey do not belong" in response.content.decode()
    assert not Measure.objects.exists()


def test_what_one_figure_is_stays_once_there_are_figures(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    put_figure(measure=measure, entry=Entry(MONDAY, 3), by=None)
    address = reverse("change_measure", args=[measure.public_id])
    response = signed_in(cast.bob).post(address, {**NEW, "counts": "percentage", "version": "1"})
    assert "Begin a new measure" in response.content.decode()
    assert signed_in(cast.bob).post(address, {**NEW, "name": "Better", "version": "1"}).status_code == 302


def test_a_note_stands_on_the_chart_and_can_be_taken_off(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    put_figures(measure=measure, entries=weeks([3, 4, 5, 4]), by=None)
    client, address = signed_in(cast.bob), reverse("add_note", args=[measure.public_id])
    client.post(address, {"on": MONDAY.isoformat(), "words": "Half the team had flu"})
    here = reverse("measure", args=[measure.public_id])
    page = client.get(here).content.decode()
    assert "Half the team had flu" in page
    assert "fl-spc-mark" in page
    client.post(reverse("drop_flag", args=[Note.objects.get().public_id]))
    assert "Half the team had flu" not in client.get(here).content.decode()


def test_the_last_whole_week_is_asked_for_first(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    Measure.objects.update(begun_on=MONDAY - timedelta(days=14))
    measure.refresh_from_db()
    assert is_due(measure)
    page = signed_in(cast.bob).get(reverse("put_figure", args=[measure.public_id])).content.decode()
    last = (MONDAY - timedelta(days=7)).isoformat()
    assert f'value="{last}" selected' in page
    put_figure(measure=measure, entry=Entry(MONDAY - timedelta(days=7), 3), by=None)
    assert not is_due(measure)
    assert MONDAY - timedelta(days=7) not in periods_to_fill(measure)


def test_strangers_get_404_and_colleagues_outside_the_team_403(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    figure = put_figure(measure=measure, entry=Entry(MONDAY, 3), by=None)
    for user, status in ((cast.charlie, 404), (cast.eve, 403)):
        client = signed_in(user)
        for name in ("measure", "change_measure", "put_figure", "add_note", "paste_figures"):
            assert client.get(reverse(name, args=[measure.public_id])).status_code == status
        sent = {"value": "9", "why": "x", "version": "1"}
        assert client.post(reverse("correct_figure", args=[figure.public_id]), sent).status_code == status
    assert not Correction.objects.exists()


def test_a_figure_that_is_due_is_one_tap_from_the_teams_home_until_it_is_typed(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    Measure.objects.update(begun_on=MONDAY - timedelta(days=14))
    home, address = (
        reverse("team_home", args=[cast.ward.public_id]),
        reverse("put_figure", args=[measure.public_id]),
    )
    client = signed_in(cast.bob)
    assert address in client.get(home).content.decode()
    put_figure(measure=measure, entry=Entry(MONDAY - timedelta(days=7), 3), by=None)
    assert address not in client.get(home).content.decode()

"""The finding of a control chart, in words."""

from datetime import date, timedelta

import pytest

from fanlight.design.charts.control_scale import apart, date_ticks, figures_of, ticks
from fanlight.design.charts.control_words import caption, finding, target_sentence
from fanlight.measure import spc

UP, DOWN = spc.Better.UP, spc.Better.DOWN
STEADY = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]


def monthly(values, draw=spc.xmr, **plan):
    days = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(len(values))]
    return draw(spc.Points.of(days, values), spc.Plan(**plan))


def median(values):
    return monthly(values, draw=spc.run_chart, rules=spc.ANHOEJ)


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (monthly([]), "No figures yet"),
        (monthly([3]), "One figure so far"),
        (monthly(STEADY[:6]), "Nothing unusual so far"),
        (monthly(STEADY), "Nothing unusual: the ups and downs of chance"),
        (monthly([*STEADY, 20], better=UP), "January 2025 is above the upper limit: an improvement"),
        (monthly([*STEADY, 20], better=DOWN), "January 2025 is above the upper limit: a cause for concern"),
        (monthly([*STEADY, 20]), "January 2025 is above the upper limit"),
        (monthly([*STEADY, 20, 5, 5]), "Back to the usual ups and downs"),
        (
            monthly([4, 6] * 6 + [9] * 8, better=DOWN),
            "Higher than usual since January 2025: a cause for concern",
        ),
        (monthly([9, 7] * 6 + [4] * 8), "Lower than usual since January 2025"),
        (monthly([5, 6, 4] * 6 + [3, 4, 5, 6, 7, 8, 9]), "Rising since July 2025"),
        (monthly(STEADY, better=UP, target=20), "The usual ups and downs; the target is out of reach"),
        (monthly(STEADY, better=UP, target=0.5), "The usual ups and downs; the target is safely met"),
        (median([1, 2] * 6 + [5, 6] * 6), "Higher than usual since January 2025"),
        (
            median([1, 2, 1, 2, 9, 8, 9, 8, 9, 8, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 1, 2, 1, 2]),
            "The median is crossed less often than chance explains: something has changed",
        ),
    ],
)
def test_the_finding_says_what_the_last_point_says(chart, words):
    assert finding(chart) == words


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (monthly([*STEADY, 20], better=UP), "The last figure is above the upper limit: an improvement"),
        (monthly([9, 7] * 6 + [4] * 8), "Lower than usual"),
        (monthly([5, 6, 4] * 6 + [3, 4, 5, 6, 7, 8, 9]), "Rising"),
        (monthly([*STEADY, 20, 5, 5]), "Back to the usual ups and downs"),
    ],
)
def test_a_finding_without_dates_says_the_same(chart, words):
    assert finding(chart, dated=False) == words


def test_points_within_a_month_are_told_apart_by_their_day():
    days = [date(2025, 1, 6) + timedelta(weeks=week) for week in range(13)]
    chart = spc.xmr(spc.Points.of(days, [*STEADY, 20]))
    assert finding(chart) == "31 March 2025 is above the upper limit"


def test_the_target_sentence_names_the_side():
    assert target_sentence(monthly(STEADY, better=DOWN, target=20)) == (
        "If nothing changes, the target of 20 or less will be met every time."
    )
    assert target_sentence(monthly(STEADY, target=20)) == ""


def test_the_caption_names_rules_screening_fixing_and_reasons():
    rebase = spc.Rebase(date(2025, 1, 1), "a second nurse at night")
    chart = monthly(STEADY * 2, fix=12, is_screened=True, rebases=(rebase,))
    assert caption(chart) == (
        "XmR chart. Rules: NHS Making Data Count; moving ranges screened.",
        "Limits fixed on the first 12 points of each stretch.",
        "New limits from January 2025: a second nurse at night.",
    )
    assert (
        caption(monthly(STEADY))[0] == "XmR chart. Rules: NHS Making Data Count; moving ranges not screened."
    )
    assert caption(monthly(STEADY, rules=spc.SHEWHART))[0].startswith(
        "XmR chart. Rules: Shewhart, limits only"
    )


def test_a_limit_that_is_cut_is_said():
    chart = monthly([0, 2, 0, 1, 9, 0, 0, 1, 3, 0, 0, 1])
    assert "The lower limit lies below 0 and is drawn there." in caption(chart)
    high = monthly([97, 99, 100, 93, 100, 98, 100, 99, 97, 100, 100, 98], unit=spc.Unit.PERCENTAGE)
    assert "The upper limit lies above 100% and is drawn there." in caption(high)


def test_cautions_stand_in_the_caption():
    assert caption(monthly(STEADY[:5]))[-1] == "Trial limits: they rest on 5 points and will still move."


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        ([1000, 1200, 1100], "1,100"),
        ([10, 12, 11], "11.0"),
        ([0.010, 0.012, 0.011], "0.0110"),
        ([-4, -6, -5], "−5.0"),
    ],
)
def test_figures_have_as_many_decimals_as_tell_them_apart(values, mean):
    chart = monthly(values)
    assert figures_of(chart).write(float(chart.centre[0])) == mean


def test_axis_marks_are_round_and_few():
    assert ticks(0.0, 100.0, 4) == [0, 50, 100]
    assert ticks(93.0, 99.0, 4) == [94, 96, 98]
    assert ticks(-0.2, 0.2, 4) == pytest.approx([-0.2, -0.1, 0, 0.1, 0.2])


def test_date_marks_name_the_year_where_it_is_new():
    chart = monthly(STEADY * 2)
    found = date_ticks(chart.periods[0], chart.periods[-1], 5)
    assert [(tick.label, tick.year) for tick in found] == [
        ("Jan", "2024"),
        ("Jul", ""),
        ("Jan", "2025"),
        ("Jul", ""),
    ]


def test_names_are_moved_apart_as_little_as_may_be():
    assert apart([50.0, 50.0], 10, 0, 100) == [45, 55]
    assert apart([99.0, 98.0, 97.0], 10, 0, 100) == [100, 90, 80]
    assert apart([5.0, 90.0], 10, 0, 100) == [5, 90]

"""P, U, T, G and run charts against figures printed in textbooks, or worked out a second way."""

import csv
import itertools
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from math import sqrt
from statistics import mean, median

import numpy as np
import pytest

from fanlight.measure import spc
from support.reference import reference

# D. C. Montgomery, Introduction to Statistical Quality Control: data and results of chapter 7.
JUICE_CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22]
JUICE_CANS += [8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
PURCHASE_ORDERS = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
ORDERS_SEEN = [100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80, 90, 100]
ORDERS_SEEN += [100, 100, 100, 90, 90]
CLOTH_FLAWS = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
CLOTH_ROLLS = [10.0, 8.0, 13.0, 10.0, 9.5, 10.0, 12.0, 10.5, 12.0, 12.5]
HOURS_BETWEEN_FAILURES = [286, 948, 536, 124, 816, 729, 4, 143, 431, 8]
HOURS_BETWEEN_FAILURES += [2837, 596, 81, 227, 603, 492, 1199, 1214, 2831, 96]
THEIR_POWERS = [4.80986, 6.70903, 5.72650, 3.81367, 6.43541, 6.23705, 1.46958, 3.96768, 5.39007, 1.78151]
THEIR_POWERS += [9.09619, 5.89774, 3.38833, 4.51095, 5.91690, 5.59189, 7.16124, 7.18601, 9.09083, 3.55203]


def weekly(values, sizes=None):
    days = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(len(values))]
    return spc.Points.of(days, values, sizes)


def test_a_p_chart_of_equal_sizes_is_montgomerys():
    chart = spc.p_chart(weekly(JUICE_CANS, [50] * 30))
    lines = [chart.centre[0], chart.upper[0], chart.lower[0]]
    assert [round(line / 100, 4) for line in lines] == [0.2313, 0.4102, 0.0524]
    assert np.flatnonzero(chart.signals == spc.Signal.OUTSIDE).tolist() == [14, 22]


def test_a_p_chart_of_unequal_sizes_is_montgomerys():
    chart = spc.p_chart(weekly(PURCHASE_ORDERS, ORDERS_SEEN))
    assert round(chart.centre[0] / 100, 3) == 0.096
    assert [round(chart.upper[0] / 100, 3), round(chart.lower[0] / 100, 3)] == [0.184, 0.007]
    assert np.flatnonzero(chart.signals == spc.Signal.OUTSIDE).tolist() == [10]
    assert chart.segments[0].upper is None, "limits that differ from point to point have no one level"


def test_a_u_chart_of_unequal_sizes_is_montgomerys():
    chart = spc.u_chart(weekly(CLOTH_FLAWS, CLOTH_ROLLS))
    # He carries on with the rounded mean, 1.42.
    lines = [chart.centre[0], chart.upper[0], chart.lower[0]]
    assert lines == pytest.approx([1.42, 2.55, 0.29], abs=0.006)
    assert not chart.signals.any()


def test_a_t_chart_stands_on_montgomerys_powers():
    chart = spc.t_chart(weekly(HOURS_BETWEEN_FAILURES))
    ranges = [abs(b - a) for a, b in itertools.pairwise(THEIR_POWERS)]
    # He rounds the power to 0.2777.
    assert chart.centre[0] ** 0.2777 == pytest.approx(mean(THEIR_POWERS), abs=0.01)
    assert chart.upper[0] ** 0.2777 == pytest.approx(mean(THEIR_POWERS) + 2.66 * mean(ranges), abs=0.02)
    assert chart.lower[0] == 0
    assert not chart.signals.any()


def test_a_g_chart_is_its_formula_worked_by_hand():
    counts = [3, 0, 11, 5, 2, 40, 7, 1, 9, 4, 6, 2]
    chart = spc.g_chart(weekly(counts))
    middle = Fraction(sum(counts), len(counts))
    assert chart.centre[0] == median(counts)
    assert chart.upper[0] == pytest.approx(float(middle) + 3 * sqrt(middle * (middle + 1)))
    assert np.flatnonzero(chart.signals == spc.Signal.OUTSIDE).tolist() == [5]
    assert chart.lower[0] < 0
    assert chart.drawn_limits()[0][0] == 0


def test_the_days_between_events_make_a_t_chart():
    days = [date(2026, 1, 5), date(2026, 2, 1), date(2026, 2, 1), date(2026, 3, 3)]
    between = spc.between(spc.Points.of(days, [1] * 4))
    assert between.values.tolist() == [27, 0, 30]
    assert between.periods.astype(str).tolist() == ["2026-02-01", "2026-02-01", "2026-03-03"]
    with pytest.raises(ValueError, match="two events"):
        spc.between(spc.Points.of(days[:1], [1]))


def test_a_run_chart_finds_the_shift_that_a_long_run_is():
    chart = spc.run_chart(weekly([3, 4, 2, 4, 3, 2, 3, 2, 4, 3, 9, 8, 9, 9, 8, 9, 8, 9, 9, 8]))
    test = chart.segments[0].runs
    assert (test.useful, test.longest_run, test.longest_run_allowed) == (20, 10, 7)
    assert (test.crossings, test.fewest_crossings_allowed) == (1, 6)
    assert chart.signals.tolist() == [spc.Signal.SHIFT] * 20
    assert np.isnan(chart.upper).all()
    assert chart.segments[0].upper is None


def test_a_point_on_the_median_is_neither_a_crossing_nor_the_end_of_a_run():
    test = spc.run_chart(weekly([1, 1, 2, 1, 3, 2, 3, 2, 3])).segments[0].runs
    assert (test.useful, test.longest_run, test.crossings) == (6, 3, 1)


@pytest.mark.parametrize(
    ("useful", "longest", "fewest"), [(10, 6, 2), (16, 7, 4), (24, 8, 8), (40, 8, 14), (100, 10, 41)]
)
def test_runs_allowed_by_chance_are_the_published_ones(useful, longest, fewest):
    """J. Anhøj, PLOS ONE 10 (2015) e0121349, table of limits; qicharts2 computes the same."""
    values = [1 if index % 2 else -1 for index in range(useful)]
    test = spc.run_chart(weekly(values)).segments[0].runs
    assert (test.longest_run_allowed, test.fewest_crossings_allowed) == (longest, fewest)


@pytest.mark.reference
def test_infection_rates_of_six_hospitals_are_worked_out_a_second_way():
    seen = defaultdict(list)
    with reference("spc/qicharts2/input_hospital_infections.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            seen[row["hospital"], row["infection"]].append(row)
    for rows in seen.values():
        points = spc.Points.of(
            [row["month"] for row in rows],
            [int(row["n"]) for row in rows],
            [float(row["days"]) for row in rows],
        )
        chart = spc.u_chart(points, spc.Plan(per=10_000))
        rate = sum(int(row["n"]) for row in rows) / sum(float(row["days"]) for row in rows)
        for index, row in enumerate(sorted(rows, key=lambda row: row["month"])):
            days = float(row["days"])
            assert chart.values[index] == pytest.approx(10_000 * int(row["n"]) / days, rel=1e-12)
            assert chart.upper[index] == pytest.approx(10_000 * (rate + 3 * sqrt(rate / days)), rel=1e-12)
            is_out = abs(int(row["n"]) / days - rate) > 3 * sqrt(rate / days)
            assert (chart.signal_at(index) is spc.Signal.OUTSIDE) == is_out
    assert len(seen) == 18


@pytest.mark.parametrize(("screened", "lower", "upper"), [(True, -0.72, 4.60), (False, -3.06, 6.95)])
def test_the_example_that_nhsrplotthedots_publishes_on_screening(screened, lower, upper):
    days = np.datetime64("2021-03-22") + np.arange(18)
    points = spc.Points.of(days, [1, 2, 1, 2, 10, *[1, 2] * 6, 1])
    chart = spc.xmr(points, spc.Plan(better=spc.Better.UP, is_screened=screened))
    lines = (chart.centre[0], chart.lower[0], chart.upper[0])
    assert [round(float(line), 2) for line in lines] == [1.94, lower, upper]
    blue = [index for index in range(18) if chart.type_at(index) is spc.PointType.IMPROVEMENT]
    grey = [index for index in range(18) if chart.type_at(index) is spc.PointType.COMMON_CAUSE]
    assert (blue, len(grey)) == ([4], 17)

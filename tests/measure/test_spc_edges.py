"""Awkward data: each case is defined, and said on the chart."""

from datetime import date, timedelta

import numpy as np
import pytest

from fanlight.measure import spc

Kind = spc.CautionKind


def weekly(values):
    return spc.Points.of([date(2026, 1, 5) + timedelta(weeks=week) for week in range(len(values))], values)


def kinds(chart):
    return [caution.kind for caution in chart.cautions]


TWELVE = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]


def test_a_series_without_points_is_an_empty_chart():
    chart = spc.xmr(spc.Points.of([], []))
    assert (len(chart), chart.segments, chart.assurance) == (0, (), None)
    assert chart.variation is spc.Variation.COMMON_CAUSE
    assert kinds(chart) == [Kind.NO_POINTS]


def test_an_empty_series_among_others_keeps_its_place():
    charts = spc.xmr_many(
        [(weekly([1, 2, 3]), spc.Plan()), (weekly([]), spc.Plan()), (weekly([4, 5]), spc.Plan())]
    )
    assert [len(chart) for chart in charts] == [3, 0, 2]


def test_one_point_has_a_mean_and_no_limits():
    chart = spc.xmr(weekly([7]), spc.Plan(better=spc.Better.UP, target=5))
    assert chart.centre.tolist() == [7]
    assert np.isnan(chart.upper).all()
    assert chart.segments[0].upper is None
    assert chart.assurance is None
    assert kinds(chart) == [Kind.ONE_POINT]


@pytest.mark.parametrize("is_screened", [False, True])
@pytest.mark.parametrize("value", [0.0, 0.1, 1e9 + 0.3])
def test_a_constant_series_has_limits_on_its_mean_and_no_signal(value, is_screened):
    chart = spc.xmr(weekly([value] * 14), spc.Plan(is_screened=is_screened))
    assert chart.upper.tolist() == chart.lower.tolist() == [value] * 14
    assert not chart.signals.any()
    assert kinds(chart) == [Kind.CONSTANT]


def test_limits_are_on_trial_below_twelve_points_and_not_at_twelve():
    assert kinds(spc.xmr(weekly(TWELVE[:11]))) == [Kind.TRIAL_LIMITS]
    assert spc.xmr(weekly(TWELVE[:11])).segments[0].is_trial
    assert kinds(spc.xmr(weekly(TWELVE))) == []


def test_limits_fixed_on_the_first_points_do_not_move_with_later_ones():
    fixed = spc.Plan(fix=12)
    assert spc.xmr(weekly(TWELVE), fixed).upper[0] == spc.xmr(weekly([*TWELVE, 30, 30]), fixed).upper[-1]
    assert spc.xmr(weekly([*TWELVE, 30, 30]), fixed).last_signal is spc.Signal.OUTSIDE
    assert spc.xmr(weekly([*TWELVE, 30, 30]), fixed).segments[0].used == 12


def test_limits_fixed_on_fewer_than_twelve_points_stay_on_trial():
    chart = spc.xmr(weekly(TWELVE * 2), spc.Plan(fix=8))
    assert kinds(chart) == [Kind.TRIAL_LIMITS]


def test_too_few_points_to_fix_limits_on_is_said():
    assert kinds(spc.xmr(weekly(TWELVE), spc.Plan(fix=20))) == [Kind.FIX_NOT_REACHED]
    with pytest.raises(ValueError, match="two points"):
        spc.Plan(fix=1)


def test_a_blank_is_left_out_and_named():
    chart = spc.xmr(weekly([*TWELVE[:3], np.nan, *TWELVE[3:]]))
    assert chart.values.tolist() == TWELVE
    assert "26 January 2026" in chart.cautions[0].words
    assert kinds(chart) == [Kind.BLANKS], "a blank week is not also a missing one"
    assert np.flatnonzero(chart.is_after_gap).tolist() == [3]


def test_a_missing_week_is_named_by_the_point_after_it():
    days = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(14) if week not in {3, 7}]
    chart = spc.xmr(spc.Points.of(days, TWELVE))
    assert kinds(chart) == [Kind.MISSING_PERIODS]
    assert "missing before 2 February 2026 and 2 March 2026" in chart.cautions[0].words


@pytest.mark.parametrize(
    ("dates", "gaps"),
    [
        (["2026-01-01", "2026-02-01", "2026-03-01", "2026-05-01", "2026-06-01"], ["2026-05-01"]),
        (["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-07-31"], ["2026-07-31"]),
        (["2026-01-05", "2026-01-12", "2026-01-26", "2026-02-02", "2026-02-09"], ["2026-01-26"]),
        (["2026-01-05", "2026-01-09", "2026-01-28", "2026-01-29", "2026-03-09"], []),
        (["2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"], []),
    ],
)
def test_periods_missing_from_a_regular_series_are_found(dates, gaps):
    points = spc.Points.of(dates, np.arange(len(dates)))
    assert points.periods[points.is_after_gap].astype(str).tolist() == gaps


def test_equal_dates_keep_the_order_given_and_are_said():
    days = ["2026-01-05", "2026-01-12", "2026-01-12", "2026-01-19"]
    chart = spc.xmr(spc.Points.of(days, [1, 5, 2, 3]))
    assert chart.values.tolist() == [1, 5, 2, 3]
    assert Kind.EQUAL_PERIODS in kinds(chart)
    assert "12 January 2026" in chart.cautions[0].words


def test_a_target_without_a_direction_is_drawn_but_not_judged():
    chart = spc.xmr(weekly(TWELVE), spc.Plan(target=50))
    assert chart.assurance is None
    assert kinds(chart) == [Kind.TARGET_WITHOUT_DIRECTION]


def test_a_rebase_takes_a_reason():
    with pytest.raises(ValueError, match="say what changed"):
        spc.Rebase(on=date(2026, 3, 1), reason="")


@pytest.mark.parametrize("on", [date(2026, 1, 5), date(2025, 1, 1), date(2030, 1, 1)])
def test_a_rebase_that_parts_no_points_changes_nothing_and_is_said(on):
    chart = spc.xmr(weekly(TWELVE), spc.Plan(rebases=(spc.Rebase(on, "moved wards"),)))
    assert len(chart.segments) == 1
    assert kinds(chart) == [Kind.REBASE_WITHOUT_EFFECT]


def test_a_rebase_between_two_points_begins_at_the_later_one():
    chart = spc.xmr(weekly(TWELVE * 2), spc.Plan(rebases=(spc.Rebase(date(2026, 3, 26), "moved wards"),)))
    assert [str(segment.starts_on) for segment in chart.segments] == ["2026-01-05", "2026-03-30"]
    assert [segment.reason for segment in chart.segments] == [None, "moved wards"]


def test_a_series_is_never_rebased_unasked():
    assert len(spc.xmr(weekly([1] * 20 + [50] * 20)).segments) == 1


def test_percentages_are_cut_for_drawing_and_not_for_judging():
    values = [97, 99, 100, 93, 100, 98, 100, 99, 97, 100, 100, 98]
    chart = spc.xmr(weekly(values), spc.Plan(unit=spc.Unit.PERCENTAGE))
    assert chart.upper[0] > 100
    assert chart.drawn_limits()[1][0] == 100
    assert not chart.signals.any()


@pytest.mark.parametrize("bad", [np.inf, -np.inf])
def test_an_infinite_value_is_refused(bad):
    with pytest.raises(ValueError, match="infinite"):
        weekly([1, bad])


def test_points_need_dates_and_equal_lengths():
    with pytest.raises(ValueError, match="date"):
        spc.Points.of(["2026-01-01", "NaT"], [1, 2])
    with pytest.raises(ValueError, match="as many"):
        spc.Points.of(["2026-01-01"], [1, 2])


def test_counts_must_fit_what_they_are_out_of():
    days = ["2026-01-01", "2026-02-01"]
    with pytest.raises(ValueError, match="2026-02-01"):
        spc.p_chart(spc.Points.of(days, [1, 9], [5, 5]))
    with pytest.raises(ValueError, match="needs sizes"):
        spc.p_chart(spc.Points.of(days, [1, 9]))
    with pytest.raises(ValueError, match="less than nought"):
        spc.u_chart(spc.Points.of(days, [1, -9], [5, 5]))
    with pytest.raises(ValueError, match="less than nought"):
        spc.Points.of(days, [1, 2], [5, -5])


def test_a_period_with_nobody_in_it_is_a_blank():
    points = spc.Points.of(["2026-01-01", "2026-02-01"], [1, 0], [5, 0])
    assert points.blanks.astype(str).tolist() == ["2026-02-01"]


def test_rounding_does_not_move_a_point_off_the_mean():
    """In binary figures the mean of these is a hair off 0.1; ten points beside it would be a shift."""
    chart = spc.xmr(weekly([2.2, -2.0, 5.1, -4.9] + [0.1] * 10))
    assert chart.centre[0] != 0.1
    assert not chart.signals.any()


def test_a_target_exactly_on_a_limit_is_decided_by_chance():
    chart = spc.xmr(weekly(TWELVE))
    for limit in (float(chart.lower[0]), float(chart.upper[0])):
        judged = spc.xmr(weekly(TWELVE), spc.Plan(better=spc.Better.UP, target=limit))
        assert judged.assurance is spc.Assurance.HIT_OR_MISS


@pytest.mark.parametrize("bad", [[1, 2, 3], [[1, np.nan]], [[]]])
def test_a_table_takes_rows_without_blanks(bad):
    with pytest.raises(ValueError, match="table"):
        spc.xmr_table(bad)


def test_a_moving_range_is_screened_at_its_limit_of_3_267_and_not_before():
    """Mean range 1: a range of 3 stays. Seven ranges of which one is 3.5 and the rest 0.5: 3.5 > 3.267 × 0.93."""
    stays = weekly([0, 1, 0, 3, 2, 3, 2, 3, 2, 2, 2])
    plain, screened = spc.xmr(stays), spc.xmr(stays, spc.Plan(is_screened=True))
    assert plain.upper[0] == screened.upper[0]
    goes = weekly([0, 0.5, 0, 0.5, 4, 3.5, 4, 3.5])
    assert spc.xmr(goes, spc.Plan(is_screened=True)).upper[0] == pytest.approx(2 + 2.66 * 0.5)


def test_only_counts_with_sizes_can_be_pooled():
    with pytest.raises(ValueError, match="out of something"):
        spc.pool(weekly(TWELVE), least=11)
    with pytest.raises(ValueError, match="at least one"):
        spc.pool(spc.Points.of([], [], []), least=0)

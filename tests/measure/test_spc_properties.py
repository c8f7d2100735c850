"""What must hold for any figures at all."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure import spc

START = date(2024, 1, 1)
whole = st.integers(min_value=-40, max_value=40)
lists = st.lists(whole, min_size=1, max_size=40)
# Steep stretches and plateaux make the rules apply; independent figures hardly ever do.
walks = st.lists(st.integers(min_value=-3, max_value=3), min_size=1, max_size=40).map(
    lambda steps: np.cumsum(steps).tolist()
)
series = st.one_of(lists, walks)
plans = st.builds(
    spc.Plan,
    better=st.sampled_from(spc.Better),
    fix=st.one_of(st.none(), st.integers(min_value=2, max_value=20)),
    is_screened=st.booleans(),
    rules=st.sampled_from(list(spc.RULE_SETS.values())),
)


def weeks(count):
    return [START + timedelta(weeks=week) for week in range(count)]


def points(values):
    return spc.Points.of(weeks(len(values)), values)


def same_signals(one, other):
    return one.signals.tolist() == other.signals.tolist() and one.sides.tolist() == other.sides.tolist()


@given(series, plans, st.integers(min_value=-1000, max_value=1000))
def test_adding_a_constant_moves_the_lines_and_no_signal(values, plan, more):
    before, after = spc.xmr(points(values), plan), spc.xmr(points([value + more for value in values]), plan)
    np.testing.assert_allclose(after.upper - more, before.upper, atol=1e-9)
    np.testing.assert_allclose(after.centre - more, before.centre, atol=1e-9)
    assert same_signals(before, after)


@given(series, plans, st.sampled_from([0.001, 0.1, 0.3, 7.0, 1e6]))
def test_another_unit_stretches_the_lines_and_moves_no_signal(values, plan, unit):
    before, after = spc.xmr(points(values), plan), spc.xmr(points([value * unit for value in values]), plan)
    np.testing.assert_allclose(after.lower, before.lower * unit, rtol=1e-9, atol=1e-9 * unit)
    if not plan.is_screened:  # a range exactly at the screen's edge may round to either side of it
        assert same_signals(before, after)


@given(series, plans)
def test_turning_the_scale_over_turns_every_side_over(values, plan):
    chart, over = spc.xmr(points(values), plan), spc.xmr(points([-value for value in values]), plan)
    assert over.signals.tolist() == chart.signals.tolist()
    assert over.sides.tolist() == (-chart.sides).tolist()


@given(series, plans, st.data())
def test_a_rebased_chart_is_two_charts(values, plan, data):
    if len(values) < 2:
        return
    cut = data.draw(st.integers(min_value=1, max_value=len(values) - 1))
    days = weeks(len(values))
    rebase = spc.Rebase(on=days[cut], reason="a second nurse at night")
    whole_plan = spc.Plan(plan.better, None, (rebase,), plan.fix, plan.is_screened, plan.rules)
    both = spc.xmr(points(values), whole_plan)
    first = spc.xmr(spc.Points.of(days[:cut], values[:cut]), plan)
    second = spc.xmr(spc.Points.of(days[cut:], values[cut:]), plan)
    for field in ("centre", "lower", "upper", "signals", "sides", "types"):
        joined = np.concatenate([getattr(first, field), getattr(second, field)])
        np.testing.assert_array_equal(getattr(both, field), joined)


@given(series, plans, st.randoms())
def test_the_order_of_the_rows_is_nothing(values, plan, random):
    rows = list(zip(weeks(len(values)), values, strict=True))
    chart = spc.xmr(points(values), plan)
    random.shuffle(rows)
    shuffled = spc.xmr(spc.Points.of([day for day, _ in rows], [value for _, value in rows]), plan)
    np.testing.assert_array_equal(shuffled.values, chart.values)
    np.testing.assert_array_equal(shuffled.upper, chart.upper)
    assert same_signals(chart, shuffled)


@given(st.lists(st.tuples(series, plans), min_size=1, max_size=6), st.sampled_from(["xmr", "run", "u"]))
def test_a_batch_is_each_series_alone(jobs, kind):
    many = spc.BY_KIND[spc.ChartKind(kind)]
    made = [
        (spc.Points.of(weeks(len(values)), np.abs(values), np.full(len(values), 50.0)), plan)
        for values, plan in jobs
    ]
    for together, job in zip(many(made), made, strict=True):
        alone = many([job])[0]
        for field in ("values", "centre", "lower", "upper", "signals", "sides", "types"):
            np.testing.assert_array_equal(getattr(together, field), getattr(alone, field))
        assert together.segments == alone.segments
        assert together.cautions == alone.cautions


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=1, max_value=5), plans, st.data())
def test_a_table_is_each_row_alone(size, count, plan, data):
    rows = data.draw(st.lists(st.lists(whole, min_size=size, max_size=size), min_size=count, max_size=count))
    table = spc.xmr_table(rows, replace(plan, rules=spc.MAKING_DATA_COUNT))
    for index, row in enumerate(rows):
        alone = spc.xmr(points(row), replace(plan, rules=spc.MAKING_DATA_COUNT))
        np.testing.assert_array_equal(table.upper[index], alone.upper[0])
        np.testing.assert_array_equal(table.signals[index], alone.signals)
        np.testing.assert_array_equal(table.types[index], alone.types)


@given(series)
def test_a_blank_is_the_same_as_no_row(values):
    days = weeks(2 * len(values))
    with_blanks = [value for figure in values for value in (figure, np.nan)]
    chart = spc.xmr(spc.Points.of(days, with_blanks))
    absent = spc.xmr(spc.Points.of(days[::2], values))
    np.testing.assert_array_equal(chart.upper, absent.upper)
    assert same_signals(chart, absent)


@given(series)
def test_the_rules_agree_with_their_plain_reading(values):
    chart = spc.xmr(points(values))
    if len(values) > 1:
        assert chart.signals.tolist() == plain_reading(chart)


def plain_reading(chart):
    """The four rules written window by window, as a person would check them on paper."""
    reach = float(chart.upper[0] - chart.centre[0]) + 1e-9
    away = [round(float(value), 9) for value in chart.values - chart.centre]
    close = [reach * 2 / 3 < abs(distance) <= reach for distance in away]
    found = [0] * len(away)
    for window in windows(away, 7):
        mark(found, window, spc.Signal.SHIFT, when=one_side([away[index] for index in window]))
    for window in windows(away, 3):
        near = [index for index in window if close[index]]
        one = one_side([away[index] for index in window])
        mark(found, near, spc.Signal.TWO_OF_THREE, when=one and len(near) >= 2)
    for window in windows(away, 7):
        mark(found, window, spc.Signal.TREND, when=one_side(np.diff(chart.values[window])))
    mark(found, [index for index, d in enumerate(away) if abs(d) > reach], spc.Signal.OUTSIDE, when=True)
    return found


def windows(figures, size):
    return [list(range(begin, begin + size)) for begin in range(len(figures) - size + 1)]


def one_side(figures):
    return all(figure > 0 for figure in figures) or all(figure < 0 for figure in figures)


def mark(found, places, signal, *, when):
    for place in places if when else []:
        found[place] = int(signal)


@given(st.lists(st.integers(min_value=1, max_value=30), max_size=30), st.integers(min_value=1, max_value=40))
def test_no_pool_is_too_small_and_nobody_is_counted_twice(sizes, least):
    counts = [size // 2 for size in sizes]
    pooled = spc.pool(spc.Points.of(weeks(len(sizes)), counts, sizes), least=least)
    assert all(size >= least for size in pooled.sizes)
    used = int(np.searchsorted(np.cumsum([0, *sizes]), pooled.sizes.sum()))
    assert pooled.values.sum() == sum(counts[:used])
    assert sum(sizes) - pooled.sizes.sum() < least, "what waits is less than a pool"

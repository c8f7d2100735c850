"""Each rule at its edge, and the order in which rules name a point."""

import numpy as np
import pytest

from fanlight.measure import spc
from fanlight.measure.spc.pieces import Pieces
from fanlight.measure.spc.signals import Band, look_for_signals, outside, shift, trend, two_of_three


def band(values, *, centre=0.0, reach=9.0, lengths=None):
    values = np.array(values, dtype=float)
    level = np.full_like(values, centre)
    return Band(
        values=values,
        centre=level,
        lower=level - reach,
        upper=level + reach,
        near_lower=level - reach * 2 / 3,
        near_upper=level + reach * 2 / 3,
        slack=np.zeros_like(values),
        pieces=Pieces.of_lengths(lengths or [values.size]),
    )


def marked(marks):
    return np.flatnonzero(marks.applies).tolist()


def test_a_point_on_the_limit_is_inside():
    assert marked(outside(band([9, 9.1, -9, -9.1]))) == [1, 3]


def test_seven_points_on_one_side_are_a_shift_and_six_are_not():
    assert marked(shift(band([1] * 7), 7)) == list(range(7))
    assert marked(shift(band([1] * 6), 7)) == []


def test_a_point_on_the_mean_ends_a_run():
    assert marked(shift(band([1, 1, 1, 0, 1, 1, 1, 1]), 7)) == []


def test_a_run_goes_on_being_marked_after_its_seventh_point():
    assert marked(shift(band([-1] + [1] * 9), 7)) == list(range(1, 10))


def test_a_new_segment_begins_the_count_again():
    assert marked(shift(band([1] * 12, lengths=[6, 6]), 7)) == []
    assert marked(trend(band(range(12), lengths=[6, 6]), 7)) == []
    assert marked(two_of_three(band([0, 0, 7, 7, 1, 0], lengths=[3, 3]))) == []


def test_seven_rising_points_are_a_trend_and_six_are_not():
    assert marked(trend(band([5, 0, 1, 2, 3, 4, 5, 6, 0]), 7)) == [1, 2, 3, 4, 5, 6, 7]
    assert marked(trend(band([5, 0, 1, 2, 3, 4, 5, 0]), 7)) == []


def test_equal_neighbours_end_a_trend():
    assert marked(trend(band([0, 1, 2, 3, 3, 4, 5, 6]), 7)) == []


def test_a_turning_point_belongs_to_the_trend_it_ends():
    marks = trend(band([0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 0]), 7)
    assert marks.applies.all()
    assert marks.sides.tolist() == [1] * 7 + [-1] * 6


def test_a_trend_goes_its_way_whatever_the_side_its_points_are_on():
    marks = trend(band([-6, -5, -4, -3, -2, -1, -0.5]), 7)
    assert marks.sides.tolist() == [1] * 7


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([7, 1, 7], [0, 2]),
        ([7, 7], []),
        ([7, 7, 1], [0, 1]),
        ([7, -1, 7], []),
        ([7, 0, 7], []),
        ([7, 1, 1, 7], []),
        ([6, 6, 6], []),
        ([7, 9.5, 1], []),
        ([9, 7, 1], [0, 1]),
        ([-7, -1, -8], [0, 2]),
        ([7, 1, -7], []),
    ],
)
def test_two_of_three_close_to_one_limit(values, expected):
    assert marked(two_of_three(band(values))) == expected


def test_a_point_carries_the_first_rule_that_applies():
    rising = [0.5, 1, 2, 3, 7, 8, 10]
    signals, sides = look_for_signals(band(rising), spc.MAKING_DATA_COUNT)
    assert signals.tolist() == [spc.Signal.TREND] * 6 + [spc.Signal.OUTSIDE]
    assert sides.tolist() == [1] * 7
    high = [1, 3, 2, 7, 1, 8, 1]
    signals, _ = look_for_signals(band(high), spc.MAKING_DATA_COUNT)
    close = spc.Signal.TWO_OF_THREE
    assert signals.tolist() == [4, 4, 4, close, 4, close, 4]


def test_the_length_of_a_run_is_the_rule_sets_own():
    seven = band([1, 2] * 3 + [1])
    assert look_for_signals(seven, spc.MAKING_DATA_COUNT)[0].all()
    assert not look_for_signals(seven, spc.SHIFT_8_TREND_6)[0].any()
    six = band([0, 1, 2, 3, 4, 5], centre=2.5)
    assert not look_for_signals(six, spc.MAKING_DATA_COUNT)[0].any()
    assert look_for_signals(six, spc.SHIFT_8_TREND_6)[0].all()
    assert not look_for_signals(seven, spc.SHEWHART)[0].any()


def test_every_rule_set_has_a_name_of_its_own_and_says_its_rules():
    assert len({rules.title for rules in spc.RULE_SETS.values()}) == len(spc.RULE_SETS)
    assert all(slug == rules.slug for slug, rules in spc.RULE_SETS.items())
    assert spc.MAKING_DATA_COUNT.in_words() == (
        "a point outside the limits",
        "7 points rising or falling",
        "2 of 3 points close to a limit",
        "7 points on one side",
    )

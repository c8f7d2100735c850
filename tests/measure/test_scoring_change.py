"""Tests of change, adjusted p-values, scale scores and per cent positive: by hand and against others."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from fanlight.measure.scoring import (
    benjamini_hochberg,
    composite_agreement,
    holm,
    item_agreement,
    paired,
    percent_at_least,
    person_means,
    scale_scores,
    two_proportions,
    welch,
)

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=40)


@given(P_VALUES)
def test_benjamini_hochberg_is_what_scipy_computes(p_values: list[float]) -> None:
    assert benjamini_hochberg(p_values) == pytest.approx(stats.false_discovery_control(p_values), abs=1e-12)


@given(P_VALUES, st.floats(0.001, 0.2))
def test_holm_rejects_what_stepping_down_rejects(p_values: list[float], level: float) -> None:
    rejected = 0
    for place, p in enumerate(sorted(p_values)):
        if p > level / (len(p_values) - place):
            break
        rejected += 1
    adjusted = holm(p_values)
    on_the_edge = (np.abs(adjusted - level) < 1e-9).sum()
    assert abs((adjusted <= level).sum() - rejected) <= on_the_edge


@given(P_VALUES)
def test_adjusting_never_makes_a_p_value_smaller(p_values: list[float]) -> None:
    assert (holm(p_values) >= np.array(p_values) - 1e-15).all()
    assert (benjamini_hochberg(p_values) <= holm(p_values) + 1e-12).all()


def test_a_missing_p_value_is_not_counted_among_the_tests() -> None:
    assert holm([0.01, math.nan, 0.04])[[0, 2]].tolist() == [0.02, 0.04]
    assert math.isnan(benjamini_hochberg([0.01, math.nan])[1])
    assert holm([]).tolist() == []


@pytest.mark.parametrize("wrong", [[0.5, 1.5], [-0.1], [[0.1, 0.2]]])
def test_what_is_not_a_p_value_is_refused(wrong: list[float]) -> None:
    with pytest.raises(ValueError, match="p-values"):
        holm(wrong)


def test_two_shares_are_compared_as_in_a_table_of_four() -> None:
    ours = two_proportions((15, 40), (28, 45))
    theirs = stats.chi2_contingency([[15, 25], [28, 17]], correction=False)
    assert ours.chi_squared == pytest.approx(theirs.statistic)
    assert ours.p_value == pytest.approx(theirs.pvalue)
    assert ours.difference == pytest.approx(28 / 45 - 15 / 40)


@pytest.mark.parametrize(("earlier", "later"), [((0, 0), (1, 2)), ((0, 5), (0, 6)), ((5, 5), (6, 6))])
def test_there_is_nothing_to_test_in_an_empty_round_or_when_all_agree(earlier: tuple, later: tuple) -> None:
    assert two_proportions(earlier, later) is None


def test_more_positive_answers_than_answers_are_refused() -> None:
    with pytest.raises(ValueError, match="positive answers"):
        two_proportions((6, 5), (1, 2))


def test_welch_and_the_paired_test_are_what_scipy_computes() -> None:
    before, after = [3, 4, 5, 4, 2, 3], [4, 4, 5, 5, 3, 3]
    apart, together = welch(before, after), paired(before, after)
    assert apart.p_value == pytest.approx(stats.ttest_ind(after, before, equal_var=False).pvalue)
    assert together.p_value == pytest.approx(stats.ttest_rel(after, before).pvalue)
    interval = stats.ttest_rel(after, before).confidence_interval()
    assert (together.interval.low, together.interval.high) == pytest.approx((interval.low, interval.high))


def test_people_with_one_score_are_left_out_of_pairs_only() -> None:
    before, after = [3, 4, math.nan, 2], [4, math.nan, 5, 4]
    assert paired(before, after).difference == 1.5
    assert welch(before, after).difference == pytest.approx(13 / 3 - 3)


def test_means_that_cannot_be_tested_give_none() -> None:
    assert welch([1], [2, 3]) is None
    assert welch([2, 2], [3, 3]) is None
    assert paired([1, 2], [2, 3]) is None
    assert paired([1], [3]) is None
    with pytest.raises(ValueError, match="same length"):
        paired([1, 2], [1])


def test_neutral_answers_stay_in_the_denominator_and_missing_ones_do_not() -> None:
    item = item_agreement([1, 2, 3, 3, 4, 5, 9, math.nan], positive={4, 5}, missing={9})
    assert (item.valid, item.positive) == (6, 2)
    assert item.percent_positive == pytest.approx(100 / 3)


def test_disagreeing_with_a_negative_item_is_positive() -> None:
    assert item_agreement([1, 2, 3, 4, 5], positive={1, 2}).percent_positive == 40


def test_a_composite_is_the_mean_of_its_items_and_not_the_pool() -> None:
    items = [item_agreement([4, 4, 1, 1], positive={4}), item_agreement([4, math.nan], positive={4})]
    both = composite_agreement(items)
    assert both.percent_positive == 75
    assert both.percent_positive_pooled == 60


def test_an_item_without_answers_leaves_the_composite_open_but_not_the_pool() -> None:
    items = [item_agreement([4, 1], positive={4}), item_agreement([math.nan], positive={4})]
    both = composite_agreement(items)
    assert both.percent_positive is None
    assert both.percent_positive_pooled == 50


def test_seventy_five_is_agreement_and_half_the_items_are_enough() -> None:
    gap = math.nan
    forms = [[4, 4, 4, 4, 4, 4, 4], [5, 3, 4, gap, gap, gap, gap], [5, 4, 4, 5, gap, gap, gap]]
    assert scale_scores(forms).tolist() == pytest.approx([75, gap, 87.5], nan_ok=True)
    assert percent_at_least(scale_scores(forms)) == 100


@given(st.lists(st.lists(st.integers(1, 5), min_size=5, max_size=5), min_size=1, max_size=30))
def test_scale_scores_run_from_0_to_100_in_the_order_of_the_means(forms: list[list[int]]) -> None:
    scores, means = scale_scores(forms), person_means(forms)
    assert ((scores >= 0) & (scores <= 100)).all()
    assert scores == pytest.approx((means - 1) * 25)


def test_nobody_with_a_score_gives_no_percentage() -> None:
    assert percent_at_least([math.nan]) is None

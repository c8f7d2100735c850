"""Alpha, omega and the agreement of groups: by hand, against independent arithmetic, and at the edges."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import optimize

from fanlight.measure.scoring import (
    Gaps,
    cronbach_alpha,
    feldt_interval,
    intraclass_correlation,
    items_in_scale,
    omega_total,
    one_factor_loadings,
    r_wg,
    r_wg_j,
    standardised_alpha,
)

FORMS = [[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5]]


def answers_of(people: int, items: int) -> st.SearchStrategy[np.ndarray]:
    row = st.lists(st.integers(1, 5), min_size=items, max_size=items)
    return st.lists(row, min_size=people, max_size=people + 20).map(lambda rows: np.array(rows, dtype=float))


def test_alpha_is_worked_out_by_hand() -> None:
    # Variances 5/3, 4/3 and 8/3; sums 4, 7, 10 and 13 with variance 15: 3/2 · (1 − (17/3)/15) = 14/15.
    assert cronbach_alpha(FORMS) == pytest.approx(14 / 15)


def test_alpha_of_two_items_is_twice_their_covariance_over_the_variance_of_the_sum() -> None:
    # Covariance 1, variances 1 and 4/3 of (1, 2, 3) and (1, 3, 3): sums 2, 5, 6 with variance 13/3.
    assert cronbach_alpha([[1, 1], [2, 3], [3, 3]]) == pytest.approx(4 * 1 / (13 / 3))


@given(answers_of(3, 4))
def test_alpha_does_not_care_where_a_scale_starts_or_in_which_order_items_come(forms: np.ndarray) -> None:
    here = cronbach_alpha(forms)
    there = cronbach_alpha(forms[:, ::-1] * 7 + 1000)
    assert (here is None and there is None) or here == pytest.approx(there, abs=1e-9)


@given(answers_of(3, 4))
def test_without_gaps_pairwise_and_listwise_are_one(forms: np.ndarray) -> None:
    assert cronbach_alpha(forms) == cronbach_alpha(forms, gaps=Gaps.LISTWISE)


@pytest.mark.parametrize("forms", [[[1, 2, 3]], [[3, 3], [3, 3], [3, 3]], [[1], [2], [3]]])
def test_alpha_is_none_where_it_means_nothing(forms: list[list[int]]) -> None:
    assert cronbach_alpha(forms) is None
    assert cronbach_alpha(forms, gaps=Gaps.LISTWISE) is None


def test_a_row_of_numbers_is_not_a_set_of_forms() -> None:
    with pytest.raises(ValueError, match="two dimensions"):
        cronbach_alpha([1, 2, 3])


def test_an_item_that_nobody_varies_on_has_no_correlation() -> None:
    item = items_in_scale([[3, 1, 2], [3, 2, 2], [3, 4, 5]])[0]
    assert item.item_total is None
    assert item.corrected_item_total is None
    assert item.mean == 3


def test_items_of_nobody_have_no_figures() -> None:
    assert items_in_scale(np.empty((0, 3)))[0].mean is None


@given(answers_of(6, 4))
def test_alpha_if_dropped_is_alpha_of_the_others(forms: np.ndarray) -> None:
    for i, item in enumerate(items_in_scale(forms)):
        without = cronbach_alpha(np.delete(forms, i, axis=1))
        assert (item.alpha_if_dropped is None) == (without is None)
        if without is not None:
            assert item.alpha_if_dropped == pytest.approx(without, abs=1e-9)


def test_standardised_alpha_needs_more_than_one_item() -> None:
    assert standardised_alpha([[1], [2], [4]]) is None


@given(st.floats(-0.5, 0.99), st.integers(2, 200), st.integers(2, 12))
def test_feldts_interval_holds_alpha(alpha: float, people: int, items: int) -> None:
    around = feldt_interval(alpha, people=people, items=items)
    assert around.low < alpha < around.high <= 1


def test_feldts_interval_needs_two_people_and_two_items() -> None:
    assert feldt_interval(0.8, people=1, items=3) is None
    assert feldt_interval(0.8, people=30, items=1) is None


@given(st.lists(st.floats(0.2, 0.95), min_size=3, max_size=8))
def test_loadings_that_made_the_correlations_are_found_again(loadings: list[float]) -> None:
    truth = np.array(loadings)
    correlations = np.outer(truth, truth)
    np.fill_diagonal(correlations, 1)
    assert one_factor_loadings(correlations) == pytest.approx(truth, abs=1e-5)


@given(answers_of(12, 5))
def test_no_other_loadings_leave_smaller_residuals(forms: np.ndarray) -> None:
    assume((forms.std(axis=0) > 0).all())
    correlations = np.corrcoef(forms.T)
    above = np.triu_indices(5, 1)

    def residuals(loadings: np.ndarray) -> float:
        return float(((correlations - np.outer(loadings, loadings))[above] ** 2).sum())

    ours = one_factor_loadings(correlations)
    assume(not np.isnan(ours).any())
    bound = math.sqrt(0.995)
    near = optimize.minimize(residuals, ours, bounds=[(-bound, bound)] * 5, method="L-BFGS-B")
    assert residuals(ours) <= near.fun + 1e-7


def test_omega_is_none_for_two_items_few_people_or_an_item_that_does_not_vary() -> None:
    assert omega_total([[1, 2], [2, 2], [3, 4], [5, 4]]) is None
    assert omega_total(FORMS[:3]) is None
    assert omega_total([[3, 2, 1], [3, 2, 3], [3, 4, 3], [3, 4, 5], [3, 1, 2]]) is None


def test_omega_is_none_when_no_factor_stands_out() -> None:
    # One person is away on each item: all correlations are the same, and negative.
    forms = np.full((10, 3), 5)
    forms[[0, 1, 2], [0, 1, 2]] = 1
    assert omega_total(forms) is None
    assert omega_total(np.eye(5)[:, :3].repeat(2, axis=0)) is None


def test_agreement_in_a_group_is_worked_out_by_hand() -> None:
    assert r_wg([4, 4, 5, 4], options=5) == pytest.approx(1 - 0.25 / 2)
    # Variances 1/4 and 1/3, mean 7/24; 1 − 7/48 = 41/48; (2 · 41/48) / (2 · 41/48 + 7/48) = 82/89.
    assert r_wg_j([[4, 5], [5, 4], [4, 4], [4, 5]], options=5) == pytest.approx(82 / 89)


def test_less_agreement_than_chance_counts_as_none() -> None:
    assert r_wg([1, 5, 1, 5], options=5) == 0


def test_agreement_of_one_person_is_none_and_needs_a_scale() -> None:
    assert r_wg([4], options=5) is None
    with pytest.raises(ValueError, match="two answers"):
        r_wg([4, 5], options=1)


def test_icc_is_worked_out_by_hand() -> None:
    # Groups (1, 2) and (4, 5, 4): MSB 9.6333, MSW 7/18, k0 = 5 − 13/5 = 2.4.
    between, within = 2 * 1.7**2 + 3 * (34 / 30) ** 2, 7 / 18
    ours = intraclass_correlation([1, 2, 4, 5, 4, math.nan], [1, 1, 2, 2, 2, 1])
    assert ours.icc1 == pytest.approx((between - within) / (between + 1.4 * within))
    assert ours.icc2 == pytest.approx((between - within) / between)
    assert (ours.people, ours.groups) == (5, 2)


def test_icc_is_none_without_two_groups_or_any_difference() -> None:
    assert intraclass_correlation([1, 2, 3], [1, 1, 1]) is None
    assert intraclass_correlation([1, 2], [1, 2]) is None
    assert intraclass_correlation([3, 3, 3, 3], [1, 1, 2, 2]) is None
    assert intraclass_correlation([], []) is None
    with pytest.raises(ValueError, match="one group for each score"):
        intraclass_correlation([1, 2], [1])

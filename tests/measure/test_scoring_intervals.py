"""Wilson's and Newcombe's intervals, and the quantiles under them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from fanlight.measure.scoring import change_between_rounds, wilson
from fanlight.measure.scoring.intervals import _score_interval
from fanlight.measure.scoring.quantiles import f_quantile, normal_quantile


@st.composite
def teams(draw: st.DrawFn) -> tuple[int, int, int]:
    """(positive, valid, population)"""
    population = draw(st.integers(1, 400))
    valid = draw(st.integers(1, population))
    return draw(st.integers(0, valid)), valid, population


# Newcombe 1998, Statistics in Medicine 17:857, table I, method 3
@pytest.mark.parametrize(
    ("positive", "valid", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_is_the_published_interval(positive: int, valid: int, low: float, high: float) -> None:
    around = wilson(positive, valid)
    assert (around.low, around.high) == pytest.approx((low, high), abs=6e-5)


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_is_what_scipy_computes(positive: int, others: int, confidence: float) -> None:
    valid = positive + others
    if valid == 0:
        assert wilson(positive, valid) is None
        return
    around = wilson(positive, valid, confidence=confidence)
    theirs = stats.binomtest(positive, valid).proportion_ci(confidence, method="wilson")
    assert (around.low, around.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(teams())
def test_an_interval_holds_the_share_seen_and_only_what_is_possible(team: tuple[int, int, int]) -> None:
    positive, valid, population = team
    around = wilson(positive, valid, population=population)
    assert around.low <= positive / valid + 1e-12
    assert around.high >= positive / valid - 1e-12
    assert around.low >= positive / population - 1e-12
    assert around.high <= (population - (valid - positive)) / population + 1e-12


@given(teams())
def test_a_whole_team_is_known(team: tuple[int, int, int]) -> None:
    positive, valid, _ = team
    around = wilson(positive, valid, population=valid)
    assert around.low == around.high == positive / valid


def test_eighteen_of_twenty_is_nearly_known() -> None:
    assert wilson(12, 18, population=20).width == pytest.approx(0.1)
    assert wilson(12, 18).width > 0.39


def test_a_team_as_large_as_the_country_needs_no_correction() -> None:
    corrected, endless = wilson(40, 90, population=50_000_000), wilson(40, 90)
    assert corrected.low == pytest.approx(endless.low, abs=1e-6)
    assert corrected.high == pytest.approx(endless.high, abs=1e-6)


def test_when_half_a_small_team_answers_at_least_95_draws_of_100_hold_the_truth() -> None:
    for population in range(2, 31):
        for valid in range((population + 1) // 2, population + 1):
            intervals = [wilson(x, valid, population=population) for x in range(valid + 1)]
            for favourable in range(population + 1):
                truth = favourable / population
                caught = sum(
                    chance_of(x, population, favourable, valid)
                    for x, around in enumerate(intervals)
                    if around.low - 1e-12 <= truth <= around.high + 1e-12
                )
                assert caught >= 0.95 - 1e-9, (population, valid, favourable)


def test_without_whole_people_a_truth_would_be_missed_in_20_draws_of_100() -> None:
    population, valid, truth = 10, 8, 9
    effective = valid * (population - 1) / (population - valid)
    caught = sum(
        chance_of(x, population, truth, valid)
        for x in range(valid + 1)
        if _score_interval(x / valid, effective, 0.95).low <= truth / population
        and truth / population <= _score_interval(x / valid, effective, 0.95).high
    )
    assert caught == pytest.approx(0.8)


def test_one_answer_from_thirty_is_the_worst_case_that_the_method_sheet_names() -> None:
    caught = [
        sum(
            chance_of(x, 30, favourable, 1)
            for x, around in enumerate([wilson(0, 1, population=30), wilson(1, 1, population=30)])
            if around.low - 1e-12 <= favourable / 30 <= around.high + 1e-12
        )
        for favourable in range(31)
    ]
    assert min(caught) == pytest.approx(0.8333, abs=1e-4)


def chance_of(x: int, population: int, favourable: int, valid: int) -> float:
    ways = math.comb(favourable, x) * math.comb(population - favourable, valid - x) if valid >= x else 0
    return ways / math.comb(population, valid)


@pytest.mark.parametrize(("positive", "valid", "population"), [(-1, 5, None), (6, 5, None), (3, 5, 4)])
def test_impossible_counts_are_refused(positive: int, valid: int, population: int | None) -> None:
    with pytest.raises(ValueError, match=r"positive answers|fewer people"):
        wilson(positive, valid, population=population)


# Newcombe 1998, Statistics in Medicine 17:873, table II, method 10
@pytest.mark.parametrize(
    ("later", "earlier", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
    ],
)
def test_a_change_has_the_published_interval(
    later: tuple[int, int], earlier: tuple[int, int], low: float, high: float
) -> None:
    change = change_between_rounds(earlier, later)
    assert (change.interval.low, change.interval.high) == pytest.approx((low, high), abs=6e-5)


@given(teams(), teams())
def test_a_change_backwards_is_the_mirror_image(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    there = change_between_rounds(one[:2], other[:2], populations=(one[2], other[2]))
    back = change_between_rounds(other[:2], one[:2], populations=(other[2], one[2]))
    assert there.difference == pytest.approx(-back.difference)
    assert there.interval.low == pytest.approx(-back.interval.high)
    assert -1 <= there.interval.low <= there.interval.high <= 1


def test_a_change_in_a_whole_team_is_known() -> None:
    change = change_between_rounds((10, 20), (11, 20), populations=(20, 20))
    assert change.interval.low == change.interval.high == pytest.approx(0.05)
    assert not change.could_be_chance


def test_no_answers_make_no_change() -> None:
    assert change_between_rounds((0, 0), (3, 4)) is None
    assert change_between_rounds((3, 4), (0, 0)) is None


@given(st.floats(0.001, 0.999), st.integers(1, 5000), st.integers(1, 50_000))
def test_f_quantiles_are_those_of_scipy(probability: float, d1: int, d2: int) -> None:
    assert f_quantile(probability, d1, d2) == pytest.approx(stats.f.ppf(probability, d1, d2), rel=1e-8)


@given(st.floats(0.0001, 0.9999))
def test_normal_quantiles_are_those_of_scipy(probability: float) -> None:
    assert normal_quantile(probability) == pytest.approx(stats.norm.ppf(probability), abs=1e-12)


@pytest.mark.parametrize("wrong", [(0, 2, 2), (1, 2, 2), (0.5, 0, 2), (0.5, 2, -1)])
def test_a_quantile_of_nothing_is_refused(wrong: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        f_quantile(*wrong)

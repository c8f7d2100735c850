"""Quantiles of the normal and the F distribution, without a library that takes longer to load than to use.

SciPy has both, and the tests compare with it. Loading it costs half a second, which is more than scoring a
hundred thousand forms; the scorer needs these two functions only.
"""

import math
from functools import lru_cache
from statistics import NormalDist

SMALLEST = 1e-300
CLOSE_ENOUGH = 1e-15
MOST_TERMS = 20_000
MOST_STEPS = 200
LARGEST_EXPONENT = 700.0


@lru_cache(maxsize=64)
def normal_quantile(probability: float) -> float:
    """The value below which a standard normal variable falls with this probability.

    R: `qnorm(probability)`. Errors: `statistics.StatisticsError` outside (0, 1).

    >>> round(normal_quantile(0.975), 6)
    1.959964
    """
    return NormalDist().inv_cdf(probability)


@lru_cache(maxsize=4096)
def f_quantile(probability: float, numerator_df: float, denominator_df: float) -> float:
    """The value below which an F variable falls with this probability.

    Formula: F = (d2 / d1) · x / (1 − x), where the regularised incomplete beta function I_x(d1/2, d2/2)
    equals the probability; x is found by Newton's steps, kept inside a shrinking bracket.
    Source: the continued fraction is number 8.17.22 of the NIST Digital Library of Mathematical Functions.
    R: `qf(probability, numerator_df, denominator_df)`.
    Errors: ValueError unless 0 < probability < 1 and both degrees of freedom are positive.

    >>> round(f_quantile(0.95, 5, 10), 4)
    3.3258
    """
    if not (0 < probability < 1 and numerator_df > 0 and denominator_df > 0):
        raise ValueError("a quantile needs a probability between 0 and 1 and positive degrees of freedom")
    a, b = numerator_df / 2, denominator_df / 2
    x = _beta_quantile(probability, a, b)
    return b * x / (a * (1 - x))


def _beta_quantile(probability: float, a: float, b: float) -> float:
    low, high = 0.0, 1.0
    mean = a / (a + b)
    spread = math.sqrt(mean * (1 - mean) / (a + b + 1))
    x = min(max(mean + normal_quantile(probability) * spread, 0.01 * mean), 1 - 0.01 * (1 - mean))
    for _ in range(MOST_STEPS):
        error = _incomplete_beta(a, b, x) - probability
        low, high = (x, high) if error < 0 else (low, x)
        following = x - error * math.exp(min(-_log_density(a, b, x), LARGEST_EXPONENT))
        if not low < following < high:
            following = (low + high) / 2
        if abs(following - x) <= CLOSE_ENOUGH * x:
            break
        x = following
    return x


def _log_density(a: float, b: float, x: float) -> float:
    log_beta = math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)
    return (a - 1) * math.log(x) + (b - 1) * math.log1p(-x) - log_beta


def _incomplete_beta(a: float, b: float, x: float) -> float:
    """I_x(a, b), by whichever tail the continued fraction converges on quickly."""
    if x > (a + 1) / (a + b + 2):
        return 1 - _lower_tail(b, a, 1 - x)
    return _lower_tail(a, b, x)


def _lower_tail(a: float, b: float, x: float) -> float:
    front = math.exp(_log_density(a, b, x) + math.log(x) + math.log1p(-x)) / a
    c, d = 1.0, 1 / _away_from_zero(1 - (a + b) * x / (a + 1))
    fraction = d
    for m in range(1, MOST_TERMS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away_from_zero(1 + term * d)
            c = _away_from_zero(1 + term / c)
            fraction *= c * d
        if abs(c * d - 1) < CLOSE_ENOUGH:
            break
    return front * fraction


def _away_from_zero(value: float) -> float:
    return value if abs(value) > SMALLEST else SMALLEST

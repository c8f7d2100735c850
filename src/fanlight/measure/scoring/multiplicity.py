"""Many tests at once: adjusted p-values."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def holm(p_values: ArrayLike) -> NDArray[np.float64]:
    """P-values adjusted so that the chance of even one false alarm among them stays at the level.

    Formula: with m p-values in rising order, the i-th becomes the largest of (m − j + 1) · p_j over j ≤ i,
    at most 1. Holds whatever the dependence between the tests.
    Parameters: `p_values`, one dimension, each between 0 and 1. Missing data: NaN stays NaN and is not
    counted among the m. Returns the adjusted values in the order given.
    Errors: ValueError for a value outside 0 to 1 or more than one dimension.
    Source: Holm 1979, Scandinavian Journal of Statistics 6:65. R: `p.adjust(p, "holm")`.

    >>> holm([0.01, 0.04, 0.03]).round(6).tolist()
    [0.03, 0.06, 0.06]
    """
    values, known, order = _sorted(p_values)
    steps = np.arange(len(order), 0, -1)
    return _restored(values, known, order, np.maximum.accumulate(steps * values[known][order]))


def benjamini_hochberg(p_values: ArrayLike) -> NDArray[np.float64]:
    """P-values adjusted so that the expected share of false alarms among the alarms stays at the level.

    Formula: with m p-values in rising order, the i-th becomes the smallest of m / j · p_j over j ≥ i,
    at most 1. Holds for independent and positively dependent tests.
    Parameters, missing data and errors as `holm`.
    Source: Benjamini and Hochberg 1995, J R Stat Soc B 57:289. R: `p.adjust(p, "BH")`.

    >>> benjamini_hochberg([0.01, 0.04, 0.03]).round(6).tolist()
    [0.03, 0.04, 0.04]
    """
    values, known, order = _sorted(p_values)
    steps = len(order) / np.arange(1, len(order) + 1)
    falling = np.minimum.accumulate((steps * values[known][order])[::-1])[::-1]
    return _restored(values, known, order, falling)


def _sorted(p_values: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.intp]]:
    values = np.asarray(p_values, dtype=np.float64)
    known = ~np.isnan(values)
    if values.ndim != 1 or ((values[known] < 0) | (values[known] > 1)).any():
        raise ValueError("p-values must be one row of numbers between 0 and 1")
    return values, known, np.argsort(values[known], kind="stable")


def _restored(
    values: NDArray[np.float64],
    known: NDArray[np.bool_],
    order: NDArray[np.intp],
    adjusted: NDArray[np.float64],
) -> NDArray[np.float64]:
    result = np.full_like(values, np.nan)
    back = np.empty_like(adjusted)
    back[order] = np.minimum(adjusted, 1)
    result[known] = back
    return result

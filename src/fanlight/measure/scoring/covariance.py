"""Sums over respondents from which every covariance follows, with or without gaps in the answers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Moments:
    """For each pair of items (i, j), over the people who answered both.

    `pairs` counts them; `sums[i, j]` adds up their answers to i; `products[i, j]` adds up the products.
    Shapes (…, k, k): leading axes are groups. Moments of two sets of people add up to those of the union,
    which is how a large file is scored block by block.
    """

    pairs: Floats
    sums: Floats
    products: Floats

    def covariance(self) -> Floats:
        """Covariances with divisor n − 1, each pair over those who answered both; NaN for fewer than two.

        R: `cov(x, use = "pairwise.complete.obs")`.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            cross = self.products - self.sums * np.swapaxes(self.sums, -1, -2) / self.pairs
            return np.where(self.pairs > 1, cross / (self.pairs - 1), np.nan)


def as_matrix(items: ArrayLike) -> Floats:
    """Answers as floats, people down, items across. Errors: ValueError unless there are two dimensions."""
    matrix = np.asarray(items, dtype=np.float64)
    if matrix.ndim != 2:
        raise ValueError("answers must have two dimensions: people down, items across")
    return matrix


def complete_rows(items: ArrayLike) -> Floats:
    """The people who answered every item (listwise deletion). R: `na.omit(x)`."""
    matrix = as_matrix(items)
    return matrix[~np.isnan(matrix).any(axis=1)]


def pairwise_covariance(items: ArrayLike) -> Floats:
    """Covariances between items, each from the people who answered both of the two.

    Shape: people × items in, items × items out. Missing data: NaN. Answers are centred first, so that
    large values lose no precision.

    >>> pairwise_covariance([[1, 2], [2, 4], [3, float("nan")], [5, 4]]).round(4).tolist()
    [[2.9167, 1.6667], [1.6667, 1.3333]]
    """
    matrix = as_matrix(items)
    answered = ~np.isnan(matrix)
    counts = np.maximum(answered.sum(axis=0), 1)
    centred = np.where(answered, matrix - np.nansum(matrix, axis=0) / counts, 0.0)
    weights = answered.astype(np.float64)
    return Moments(weights.T @ weights, centred.T @ weights, centred.T @ centred).covariance()


def correlation(covariance: Floats) -> Floats:
    """Correlations from covariances, shape (…, k, k); NaN where an item does not vary."""
    variance = np.diagonal(covariance, axis1=-2, axis2=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        deviation = np.sqrt(variance)
        scale = deviation[..., :, None] * deviation[..., None, :]
        return np.where(scale > 0, covariance / scale, np.nan)

"""McDonald's omega total, from one factor fitted by minimum residuals."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fanlight.measure.scoring.covariance import Floats, complete_rows, correlation, pairwise_covariance

LEAST_ITEMS = 3
LEAST_UNIQUENESS = 0.005
SAME = 1e-6
CLOSE_ENOUGH = 1e-9
MOST_SWEEPS = 2000


def omega_total(items: ArrayLike) -> float | None:
    """McDonald's omega total of one factor: the share of a sum's variance that the common factor explains.

    Formula: one factor is fitted to the correlations R by minimum residuals (unweighted least squares):
    loadings λ that minimise Σ_{i<j} (r_ij − λ_i λ_j)², with each uniqueness 1 − λ² at least 0.005. Then
    omega = (Σλ)² / ((Σλ)² + Σ(1 − λ²)). It is the standardised, one-factor, model-implied variety
    (`omega_total_1factor_minres_std` in our reference figures). A confirmatory model fitted by maximum
    likelihood on covariances gives other figures; so does a model with group factors.
    Parameters: `items`, people × items, reversed where needed. Missing data: listwise.
    Returns None for fewer than three items (the factor is not identified), for no more people than items,
    when an item does not vary, or when no factor stands out: the two largest eigenvalues are equal, and
    which factor is the first would be an accident of rounding. Errors: ValueError unless there are two dimensions.
    Source: McDonald 1999, Test Theory; Harman and Jones 1966, Psychometrika 31:351, whose method fits it:
    each loading in turn takes the value that is best given the others.
    R: with `f <- psych::fa(na.omit(x), 1, fm = "minres")$loadings`, `sum(f)^2 / (sum(f)^2 + sum(1 - f^2))`.

    >>> answers = [[1, 2, 1], [2, 2, 3], [3, 4, 3], [4, 4, 5], [2, 1, 2], [5, 4, 4]]
    >>> round(omega_total(answers), 4)
    0.9263
    """
    matrix = complete_rows(items)
    if len(matrix) <= matrix.shape[1]:
        return None
    value = float(omega_from_correlation(correlation(pairwise_covariance(matrix))))
    return None if np.isnan(value) else value


def omega_from_correlation(correlations: Floats) -> Floats:
    """Omega total of correlation matrices, shape (…, k, k) in and (…) out; NaN where it is undefined."""
    loadings = one_factor_loadings(correlations)
    common = loadings.sum(axis=-1) ** 2
    omega: Floats = common / (common + (1 - loadings**2).sum(axis=-1))
    return omega


def one_factor_loadings(correlations: Floats) -> Floats:
    """Loadings of one factor by minimum residuals, shape (…, k, k) in and (…, k) out.

    NaN for a matrix with fewer than three items, with a gap, or without a largest eigenvalue of its own.
    All matrices are fitted side by side.
    R: `psych::fa(r, 1, fm = "minres")$loadings`, up to sign.

    >>> one_factor_loadings(np.array([[1, 0.56, 0.48], [0.56, 1, 0.42], [0.48, 0.42, 1]])).round(6).tolist()
    [0.8, 0.7, 0.6]
    """
    k = correlations.shape[-1]
    flat = correlations.reshape(-1, k, k)
    result = np.full(flat.shape[:2], np.nan)
    usable = (
        np.flatnonzero(~np.isnan(flat).any(axis=(1, 2))) if k >= LEAST_ITEMS else np.empty(0, dtype=np.intp)
    )
    if len(usable):
        values, vectors = np.linalg.eigh(flat[usable])
        stands_out = values[:, -1] - values[:, -2] > SAME
        guess = _allowed(vectors[..., -1] * np.sqrt(np.maximum(values[..., -1:], 0)))
        result[usable[stands_out]] = _fit(flat[usable[stands_out]], guess[stands_out])
    return result.reshape(correlations.shape[:-1])


def _fit(correlations: Floats, loadings: Floats) -> Floats:
    """Sweep through the loadings until none moves; matrices that have settled are left alone."""
    between = correlations * (1 - np.eye(correlations.shape[-1]))
    moving: NDArray[np.intp] = np.arange(len(loadings))
    for _ in range(MOST_SWEEPS):
        swept = _sweep(between[moving], loadings[moving].copy())
        moved = np.abs(swept - loadings[moving]).max(axis=-1)
        loadings[moving] = swept
        moving = moving[moved > CLOSE_ENOUGH]
        if not len(moving):
            break
    return np.where(loadings.sum(axis=-1, keepdims=True) < 0, -loadings, loadings)


def _sweep(between: Floats, loadings: Floats) -> Floats:
    squares = (loadings**2).sum(axis=-1)
    for i in range(loadings.shape[-1]):
        pull = np.einsum("bj,bj->b", between[:, i], loadings)
        others = squares - loadings[:, i] ** 2
        loadings[:, i] = _allowed(pull / np.maximum(others, 1e-12))
        squares = others + loadings[:, i] ** 2
    return loadings


def _allowed(loadings: Floats) -> Floats:
    most = np.sqrt(1 - LEAST_UNIQUENESS)
    allowed: Floats = np.minimum(np.maximum(loadings, -most), most)
    return allowed

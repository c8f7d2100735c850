"""Centre line and limits of each kind of chart, for a whole batch at once."""

from dataclasses import replace

import numpy as np

from fanlight.measure.spc.batch import Batch
from fanlight.measure.spc.limits import LIMIT, NEAR_LIMIT, xmr_limits
from fanlight.measure.spc.pieces import FloatArray
from fanlight.measure.spc.signals import Band

NELSON_POWER = 3.6  # times between rare events, to the power 1 / 3.6, are close to a normal distribution
SIGMAS = 3.0
NEAR_SIGMAS = 2.0


def xmr_lines(batch: Batch) -> Band:
    return _individuals(batch, batch.values)


def t_lines(batch: Batch) -> Band:
    """The lines of the times raised to the power 1 / 3.6: the scale on which they are judged."""
    return _individuals(batch, batch.values ** (1 / NELSON_POWER))


def back_from_power(band: Band) -> Band:
    """The lines of `t_lines` as times again."""
    return replace(
        band,
        values=_times(band.values),
        centre=_times(band.centre),
        lower=_times(band.lower),
        upper=_times(band.upper),
        near_lower=_times(band.near_lower),
        near_upper=_times(band.near_upper),
    )


def run_lines(batch: Batch) -> Band:
    nowhere = np.full_like(batch.values, np.nan)
    return _band(batch, batch.values, centre=_medians(batch), spread=nowhere)


def p_lines(batch: Batch) -> Band:
    share = _pooled(batch)
    spread = np.sqrt(share * (1 - share) / batch.sizes)
    return _band(batch, 100 * batch.values / batch.sizes, centre=100 * share, spread=100 * spread)


def u_lines(batch: Batch) -> Band:
    rate = _pooled(batch)
    spread = np.sqrt(rate / batch.sizes)
    return _band(
        batch, batch.per * batch.values / batch.sizes, centre=batch.per * rate, spread=batch.per * spread
    )


def g_lines(batch: Batch) -> Band:
    pieces = batch.pieces
    mean = pieces.spread(pieces.sums(np.where(batch.is_used, batch.values, 0.0)) / batch.used)
    spread = np.sqrt(mean * (mean + 1))
    return replace(_band(batch, batch.values, centre=mean, spread=spread), centre=_medians(batch))


def _individuals(batch: Batch, values: FloatArray) -> Band:
    limits = xmr_limits(values, batch.pieces, fix=batch.fix, screened=batch.screened)
    pieces = batch.pieces
    return Band(
        values=values,
        centre=pieces.spread(limits.mean),
        lower=pieces.spread(limits.mean - LIMIT * limits.reach),
        upper=pieces.spread(limits.mean + LIMIT * limits.reach),
        near_lower=pieces.spread(limits.mean - NEAR_LIMIT * limits.reach),
        near_upper=pieces.spread(limits.mean + NEAR_LIMIT * limits.reach),
        slack=batch.slack(values),
        pieces=pieces,
    )


def _band(batch: Batch, values: FloatArray, *, centre: FloatArray, spread: FloatArray) -> Band:
    return Band(
        values=values,
        centre=centre,
        lower=centre - SIGMAS * spread,
        upper=centre + SIGMAS * spread,
        near_lower=centre - NEAR_SIGMAS * spread,
        near_upper=centre + NEAR_SIGMAS * spread,
        slack=batch.slack(values),
        pieces=batch.pieces,
    )


def _pooled(batch: Batch) -> FloatArray:
    """The sum of the counts over the sum of the sizes, of each segment."""
    counts = batch.pieces.sums(np.where(batch.is_used, batch.values, 0.0))
    return batch.pieces.spread(counts / batch.pieces.sums(np.where(batch.is_used, batch.sizes, 0.0)))


def _medians(batch: Batch) -> FloatArray:
    starts = batch.pieces.starts
    middles = [
        np.median(batch.values[start : start + used]) for start, used in zip(starts, batch.used, strict=True)
    ]
    return batch.pieces.spread(np.array(middles, dtype=np.float64))


def _times(powers: FloatArray) -> FloatArray:
    return np.maximum(powers, 0.0) ** NELSON_POWER

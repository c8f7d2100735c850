"""XmR for a whole table of series of one length: arrays in, arrays out, nothing else."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from fanlight.measure.spc.batch import Batch
from fanlight.measure.spc.lines import xmr_lines
from fanlight.measure.spc.meaning import point_types
from fanlight.measure.spc.pieces import CodeArray, FloatArray, Pieces
from fanlight.measure.spc.plan import Plan
from fanlight.measure.spc.signals import look_for_signals


@dataclass(frozen=True, eq=False)
class Table:
    """A row for each series: `mean`, `lower` and `upper` have one figure for it, the rest one for each point.

    `signals`, `sides` and `types` hold the codes of `Signal`, `Side` and `PointType`.
    """

    mean: FloatArray
    lower: FloatArray
    upper: FloatArray
    signals: CodeArray
    sides: CodeArray
    types: CodeArray


def xmr_table(values: npt.ArrayLike, plan: Plan = Plan()) -> Table:  # noqa: B008 (a Plan cannot be changed)
    """The figures of `xmr` for many series at once, where all have as many points and one plan.

    Formula, source and R equivalent: see `xmr`. Shape of `values`: (series, points), in order of time.
    Missing data: refused; a table with blanks goes through `xmr_many`. `plan.rebases` and `plan.target` are
    not looked at: a table has no dates. Errors: ValueError for another shape, or a value that is not finite.

    >>> xmr_table([[5, 6, 5, 4, 5, 6, 5, 12], [1, 2, 1, 2, 1, 2, 1, 2]]).signals.tolist()
    [[0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0]]
    """
    rows = np.asarray(values, dtype=np.float64)
    if rows.ndim != 2 or rows.size == 0:
        raise ValueError("a table has rows and columns: one row for each series")
    if not np.isfinite(rows).all():
        raise ValueError("a table of values has no blanks; use xmr_many for series with blanks")
    count, size = rows.shape
    batch = Batch(
        cuts=[],
        values=rows.ravel(),
        sizes=rows.ravel(),
        pieces=Pieces(starts=np.arange(0, rows.size, size), total=rows.size),
        fix=None if plan.fix is None else np.full(count, plan.fix),
        screened=np.full(count, plan.is_screened),
        per=rows.ravel(),
    )
    band = xmr_lines(batch)
    signals, sides = look_for_signals(band, plan.rules)
    return Table(
        mean=band.centre[::size],
        lower=band.lower[::size],
        upper=band.upper[::size],
        signals=signals.reshape(rows.shape),
        sides=sides.reshape(rows.shape),
        types=point_types(signals, sides, plan.better).reshape(rows.shape),
    )

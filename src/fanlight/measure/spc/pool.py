"""Several periods taken together, so that no figure stands for a handful of people."""

import numpy as np

from fanlight.measure.spc.points import Points


def pool(points: Points, *, least: int) -> Points:
    """Add neighbouring periods together until each pool is out of at least so many.

    `points.values` are counts, `points.sizes` what they are out of; both are added up. A pool is dated by its
    last period. Shapes: as many pools as are full, at most as many as there were points.
    Missing data: blanks were left out by `Points.of`. What remains at the end and is too small waits for
    more: it is in no pool. Errors: ValueError without sizes, or for `least` below one.
    Source: ours; `least` is for the caller to take from the disclosure policy. R equivalent: none.

    >>> weeks = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
    >>> weekly = Points.of(weeks, [3, 4, 9, 1], [6, 7, 12, 3])
    >>> pooled = pool(weekly, least=11)
    >>> pooled.periods.astype(str).tolist(), pooled.values.tolist(), pooled.sizes.tolist()
    (['2026-01-12', '2026-01-19'], [7.0, 9.0], [13.0, 12.0])
    """
    if points.sizes is None:
        raise ValueError("only counts out of something can be pooled")
    if least < 1:
        raise ValueError("a pool needs at least one")
    ends: list[int] = []
    so_far = 0.0
    for index, size in enumerate(points.sizes.tolist()):
        so_far += size
        if so_far >= least:
            ends.append(index)
            so_far = 0.0
    if not ends:
        return Points.of([], [], [])
    begins, full = [0, *(end + 1 for end in ends[:-1])], slice(0, ends[-1] + 1)
    values = np.add.reduceat(points.values[full], begins)
    return Points.of(points.periods[ends], values, np.add.reduceat(points.sizes[full], begins))

"""Ten thousand XmR charts in one go, beside the bare arithmetic and beside pandas.

    python benchmarks/spc.py [--series 10000] [--points 48] [--repeats 7]

Prints, for one run on one machine:
- floor: the same cumulative work written bare in NumPy on a rectangle (mean, moving ranges, limits, the four
  rules, point types), without segments, screening, rounding, dates, blanks, icons or objects;
- table: `spc.xmr_table`, the same rectangle through the product's own rules;
- charts: `spc.xmr_many` from dated points to finished `ControlChart` objects, cautions and segments included;
- pandas: a plain groupby–apply of the same rules, timed on a tenth of the series (or fewer) and scaled up.

Each figure is the best of `--repeats`. The signals of all four are compared before anything is printed.
"""

import argparse
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from fanlight.measure import spc

LIMIT = 2.66


def floor(values: np.ndarray) -> np.ndarray:
    """The four rules on a rectangle, with nothing around them. Returns the signal codes."""
    mean = values.mean(axis=1, keepdims=True)
    reach = LIMIT * np.abs(np.diff(values, axis=1)).mean(axis=1, keepdims=True)
    away = values - mean
    size = np.abs(away)
    is_out = size > reach
    close = (size > reach * (2 / 3)) & ~is_out
    side = np.sign(away).astype(np.int8)
    found = np.where(in_window(side, 7), np.int8(4), np.int8(0))
    same = np.abs(side[:, :-2] + side[:, 1:-1] + side[:, 2:]) == 3
    near = close.astype(np.int8)
    window = same & (near[:, :-2] + near[:, 1:-1] + near[:, 2:] >= 2)
    in_any = np.zeros_like(close)
    for start in range(3):
        in_any[:, start : start + window.shape[1]] |= window
    found[in_any & close] = 3
    step = np.sign(np.diff(values, axis=1)).astype(np.int8)
    long_step = in_window(step, 6)
    in_trend = np.zeros_like(close)
    in_trend[:, 1:] |= long_step
    in_trend[:, :-1] |= long_step
    found[in_trend] = 2
    found[is_out] = 1
    np.where(found == 0, 0, np.where(side > 0, 1, 2))  # the type of each point
    return found


def in_window(sign: np.ndarray, length: int) -> np.ndarray:
    """True where a cell belongs to `length` equal signs in a row: a cumulative sum and a difference."""
    padded = np.zeros((sign.shape[0], sign.shape[1] + 1), dtype=np.int16)
    np.cumsum(sign, axis=1, dtype=np.int16, out=padded[:, 1:])
    full = np.abs(padded[:, length:] - padded[:, :-length]) == length
    found = np.zeros(sign.shape, dtype=bool)
    for start in range(length):
        found[:, start : start + full.shape[1]] |= full
    return found


def plain_pandas(values: np.ndarray) -> np.ndarray:
    """As an analyst would write it: one frame, one group for each series."""
    count, size = values.shape
    frame = pd.DataFrame({"series": np.repeat(np.arange(count), size), "value": values.ravel()})

    def one(group: pd.Series) -> pd.Series:
        mean, reach = group.mean(), LIMIT * group.diff().abs().mean()
        away = group - mean
        is_out = away.abs() > reach
        close = (away.abs() > reach * 2 / 3) & ~is_out
        side = np.sign(away)
        found = pd.Series(0, index=group.index, dtype=np.int8)
        run = side.rolling(7).sum().abs().eq(7)
        found[run[::-1].rolling(7, min_periods=1).max()[::-1].astype(bool)] = 4
        pair = close.astype(int).rolling(3).sum().ge(2) & side.rolling(3).sum().abs().eq(3)
        found[pair[::-1].rolling(3, min_periods=1).max()[::-1].astype(bool) & close] = 3
        rising = np.sign(group.diff()).rolling(6).sum().abs().eq(6)
        found[rising[::-1].rolling(7, min_periods=1).max()[::-1].astype(bool)] = 2
        found[is_out] = 1
        return found

    return np.asarray(frame.groupby("series")["value"].transform(one))


def best(work: Callable[[], object], repeats: int) -> float:
    """The shortest of several runs, in seconds."""
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--series", type=int, default=10_000)
    parser.add_argument("--points", type=int, default=48)
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()

    random = np.random.default_rng(20261123)
    steps = random.normal(0, 0.35, (options.series, options.points)).cumsum(axis=1)
    values = 50 + random.normal(0, 1, (options.series, options.points)) + steps
    weeks = np.datetime64("2025-01-06") + 7 * np.arange(options.points)
    plan = spc.Plan(better=spc.Better.UP)
    job = [(spc.Points.of(weeks, row), plan) for row in values]
    part = values[: max(1, min(options.series // 10, 500))]

    found = floor(values)
    drawn = spc.xmr_many(job)
    assert np.array_equal(spc.xmr_table(values, plan).signals, found)
    assert np.array_equal(np.stack([chart.signals for chart in drawn]), found)
    assert np.array_equal(plain_pandas(part).reshape(part.shape), found[: len(part)])
    del drawn

    bare = best(lambda: floor(values), options.repeats)
    ours = best(lambda: spc.xmr_table(values, plan), options.repeats)
    whole = best(lambda: spc.xmr_many([(spc.Points.of(weeks, row), plan) for row in values]), 3)
    pandas = best(lambda: plain_pandas(part), 1) * len(values) / len(part)

    special = np.count_nonzero(found)
    print(f"{options.series:,} series × {options.points} points; {special:,} points carry a signal")
    print(f"{'':8}{'seconds':>9}{'ratio to floor':>16}")
    for name, seconds in (("floor", bare), ("table", ours), ("charts", whole), ("pandas", pandas)):
        print(f"{name:8}{seconds:9.3f}{seconds / bare:16.1f}")
    print(f"pandas was timed on {len(part):,} series and scaled up: {pandas / ours:,.0f} × as long as table")


if __name__ == "__main__":
    main()

"""Anhøj's rules for run charts: is the longest run too long, or the line crossed too seldom?"""

from dataclasses import dataclass
from math import comb

import numpy as np

from fanlight.measure.spc.pieces import BoolArray, CodeArray, IntArray, run_lengths

ONE_IN = 20  # crossings fewer than chance gives once in twenty charts


@dataclass(frozen=True)
class RunsTest:
    """Runs and crossings of one segment about its centre line.

    `useful` counts the points that are not on the line. `longest_run_allowed` is the longest run that chance
    explains, `fewest_crossings_allowed` the smallest number of crossings.
    """

    useful: int
    longest_run: int
    longest_run_allowed: int
    crossings: int
    fewest_crossings_allowed: int

    @property
    def has_long_run(self) -> bool:
        return self.longest_run > self.longest_run_allowed

    @property
    def has_few_crossings(self) -> bool:
        return self.crossings < self.fewest_crossings_allowed

    @property
    def is_signal(self) -> bool:
        return self.has_long_run or self.has_few_crossings


def runs_test(sides: CodeArray) -> RunsTest:
    """Test one segment for runs that chance does not explain.

    Formula: with n points off the line, a run may have up to round(log2(n) + 3) points; the line must be
    crossed at least as often as the 5th percentile of a binomial distribution of n − 1 trials at one half.
    `sides`: −1, 0 or 1 for each point; points on the line are left out, and neither end a run nor make a
    crossing.
    Missing data: leave such points out before. Errors: none; without useful points every figure is 0.
    Source: J. Anhøj and A. Vingaard Olesen, PLOS ONE 9 (2014) e113825; J. Anhøj, PLOS ONE 10 (2015) e0121349.
    In R: `qicharts2::qic`, columns longest.run, longest.run.max, n.crossings, n.crossings.min.

    >>> runs_test(np.array([1] * 10 + [-1] * 10, dtype=np.int8))
    RunsTest(useful=20, longest_run=10, longest_run_allowed=7, crossings=1, fewest_crossings_allowed=6)
    """
    useful = sides[sides != 0]
    if useful.size == 0:
        return RunsTest(0, 0, 0, 0, 0)
    return RunsTest(
        useful=int(useful.size),
        longest_run=int(_run_lengths(useful).max()),
        longest_run_allowed=round(float(np.log2(useful.size)) + 3),
        crossings=int(np.count_nonzero(np.diff(useful))),
        fewest_crossings_allowed=fewest_crossings(int(useful.size)),
    )


def in_too_long_run(sides: CodeArray, test: RunsTest) -> BoolArray:
    """The points that belong to a run longer than chance explains."""
    found = np.zeros(sides.size, dtype=np.bool_)
    if test.has_long_run:
        off_line = sides != 0
        found[off_line] = _run_lengths(sides[off_line]) > test.longest_run_allowed
    return found


def fewest_crossings(useful: int) -> int:
    """The 5th percentile of a binomial distribution of `useful` − 1 trials at one half, in whole numbers.

    In R: `qbinom(0.05, useful - 1, 0.5)`.

    >>> fewest_crossings(24), fewest_crossings(40)
    (8, 14)
    """
    ways_so_far = 0
    for crossings in range(useful):
        ways_so_far += comb(useful - 1, crossings)
        if ONE_IN * ways_so_far >= 2 ** (useful - 1):
            return crossings
    return 0


def _run_lengths(sides: CodeArray) -> IntArray:
    alone = np.zeros(sides.size, dtype=np.bool_)
    alone[:1] = True
    return run_lengths(sides, alone)

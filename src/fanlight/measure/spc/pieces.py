"""Many short series in one long array, cut into pieces that are judged one by one.

A piece is a stretch of neighbouring points with a mean of its own: a whole series, or one segment of a
series that was rebased. Everything in this package works on the long array at once, so ten thousand series
cost ten thousand additions and not ten thousand function calls.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
CodeArray = npt.NDArray[np.int8]
BoolArray = npt.NDArray[np.bool_]
DateArray = npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class Pieces:
    """Where each piece begins.

    `starts` holds the index of the first point of every piece, ascending, the first of them 0; `total` is
    the number of points. A piece has at least one point.

    >>> three = Pieces(starts=np.array([0, 3, 4]), total=6)
    >>> three.lengths.tolist(), three.spread(np.array([7.0, 8.0, 9.0])).tolist()
    ([3, 1, 2], [7.0, 7.0, 7.0, 8.0, 9.0, 9.0])
    """

    starts: IntArray
    total: int

    @classmethod
    def of_lengths(cls, lengths: npt.ArrayLike) -> "Pieces":
        """The pieces that have these lengths, one after another.

        >>> Pieces.of_lengths([3, 1, 2]).starts.tolist()
        [0, 3, 4]
        """
        ends = np.cumsum(np.asarray(lengths, dtype=np.int64))
        return cls(starts=np.concatenate([[0], ends[:-1]]).astype(np.int64), total=int(ends[-1]))

    @cached_property
    def lengths(self) -> IntArray:
        return np.diff(self.starts, append=self.total)

    @cached_property
    def is_first(self) -> BoolArray:
        """True at the first point of each piece, where nothing stands to the left."""
        first = np.zeros(self.total, dtype=np.bool_)
        first[self.starts] = True
        return first

    @cached_property
    def position(self) -> IntArray:
        """The place of each point in its piece, counted from 0."""
        return np.arange(self.total) - np.repeat(self.starts, self.lengths)

    def spread(self, of_piece: FloatArray) -> FloatArray:
        """One figure of each piece, repeated for each of its points."""
        return np.repeat(of_piece, self.lengths)

    def sums(self, of_point: FloatArray) -> FloatArray:
        """The sum over each piece."""
        return np.add.reduceat(of_point, self.starts)

    def largest(self, of_point: FloatArray) -> FloatArray:
        """The greatest figure of each piece."""
        return np.maximum.reduceat(of_point, self.starts)


def run_lengths(labels: CodeArray, is_first: BoolArray) -> IntArray:
    """For each point, the length of the run of equal labels that it belongs to.

    A run never reaches over the first point of a piece.

    >>> run_lengths(np.array([1, 1, 0, 0, 0], dtype=np.int8), np.array([True, False, False, True, False]))
    array([2, 2, 1, 2, 2])
    """
    begins = is_first.copy()
    begins[1:] |= labels[1:] != labels[:-1]
    starts = np.flatnonzero(begins)
    lengths = np.diff(starts, append=labels.size)
    return np.repeat(lengths, lengths)

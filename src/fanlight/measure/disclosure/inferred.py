"""What rounding and bands still give away: the counts that whole percentages and a band allow."""

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure.counted import Shape
from fanlight.measure.disclosure.figures import NOTHING, Figures
from fanlight.measure.disclosure.group import Ints
from fanlight.measure.disclosure.policy import Policy
from fanlight.measure.disclosure.withholding import State

BOUNDLESS = np.int64(2) ** 40
WIDEST_BAND = 100


def band_ends(lows: Ints, policy: Policy) -> Ints:
    """The upper end of the band that begins at each low end; `BOUNDLESS` for the last band."""
    edges = np.array((0, *policy.band_edges, BOUNDLESS + 1), dtype=np.int64)
    return np.asarray(edges[np.searchsorted(edges, np.maximum(lows, 0), side="right")] - 1)


def fewest(share: Ints, valid: Ints) -> Ints:
    """The least part that is shown as `share` per cent of `valid` (halves round upwards)."""
    return np.asarray(np.maximum(-((1 - 2 * share) * valid // 200), 0))


def most(share: Ints, valid: Ints) -> Ints:
    """The greatest part that is shown as `share` per cent of `valid`."""
    return np.asarray(np.minimum(((2 * share + 1) * valid - 1) // 200, valid))


def valid_answers(figures: Figures, policy: Policy) -> tuple[Ints, Ints]:
    """The fewest and most valid answers that a band and the whole percentages allow: (groups, questions).

    A number of answers is possible if some whole parts add up to it and round to what is shown. 33% and 67%,
    say, are possible for 12 answers and not for 11. In bands wider than `WIDEST_BAND` the band itself stands.
    """
    low, high = figures.valid.copy(), band_ends(figures.valid, policy)
    shown = figures.state == State.SHOWN
    low[~shown], high[~shown] = 0, BOUNDLESS
    for start in np.unique(low[shown]):
        here = shown & (figures.valid == start)
        end = int(high[here][0])
        if end - start <= WIDEST_BAND:
            numbers = np.arange(start, end + 1)
            possible = _possible(figures.share_low[here], numbers)
            sound = possible.any(axis=1)
            low[here] = np.where(sound, numbers[np.argmax(possible, axis=1)], start)
            high[here] = np.where(sound, numbers[::-1][np.argmax(possible[:, ::-1], axis=1)], end)
    return low, high


def _possible(shares: Ints, numbers: Ints) -> NDArray[np.bool_]:
    """Which numbers of answers each row of percentages allows: (rows, numbers)."""
    asked = (shares >= 0)[:, :, None]
    least = np.where(asked, fewest(shares[:, :, None], numbers), 0)
    greatest = np.where(asked, most(shares[:, :, None], numbers), 0)
    some = (least <= greatest).all(axis=1)
    return np.asarray(some & (least.sum(axis=1) <= numbers) & (numbers <= greatest.sum(axis=1)))


def answers(figures: Figures, shape: Shape, low: Ints, high: Ints) -> tuple[Ints, Ints]:
    """The fewest and most answers in each category of each shown cell; 0 to `BOUNDLESS` elsewhere.

    Shape (groups, questions, width). `low` and `high`: the valid answers, as `valid_answers` gives them.
    """
    shown = (figures.state == State.SHOWN)[:, :, None] & np.ones(shape.width, dtype=bool)
    share = figures.share_low
    asked = shown & (share != NOTHING)
    least = np.where(asked, fewest(share, low[:, :, None]), 0)
    greatest = np.where(asked, most(share, np.minimum(high, BOUNDLESS // 1000)[:, :, None]), 0)
    return least, np.where(shown, greatest, BOUNDLESS)

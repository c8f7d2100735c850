"""What stands out in a team's answers: a stated rule on intervals, never on bare points."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

MOST = 3
HIGHEST_LINE = 75  # per cent: above it a statement is a strength, even in a team that agrees with everything
LOWEST_LINE = (
    50  # per cent: below it a statement is worth talking about, even in a team that agrees with nothing
)


@dataclass(frozen=True)
class Candidate:
    """One statement as it may be shown: per cent positive with its 95% interval, all in whole per cents.

    Where only a bound may be shown ("at least 90%"), `positive` is None and the bound is the interval.
    """

    code: str
    positive: int | None
    low: int
    high: int

    @property
    def middle(self) -> float:
        return self.positive if self.positive is not None else (self.low + self.high) / 2


@dataclass(frozen=True)
class StandingOut:
    """Codes of the statements that stand out, the clearest first; and the line they stand out from, in per cent."""

    strengths: tuple[str, ...]
    worth_talking_about: tuple[str, ...]
    line: float | None


def stand_out(candidates: Iterable[Candidate], *, most: int = MOST) -> StandingOut:
    """Choose at most `most` strengths and as many things worth talking about.

    The line is the median of the statements' per cent positive, the team's own middle, moved into 50 to 75 if it lies
    outside. A statement is a *strength* if its whole interval lies above the line, and *worth talking about* if its
    whole interval lies below. So a difference that could well be chance never stands out, and a team is compared with
    itself and with nobody else. Strengths are ordered by the lower end of the interval, the others by the upper end;
    ties by code.

    Nothing is chosen from an empty list, and nothing stands out where all intervals hold the line.

    >>> wide = [Candidate("a", 55, 30, 78), Candidate("b", 60, 35, 80), Candidate("c", 65, 40, 84)]
    >>> stand_out(wide).strengths, stand_out(wide).worth_talking_about
    ((), ())
    >>> clear = [*wide, Candidate("d", 95, 84, 99), Candidate("e", 20, 10, 36)]
    >>> stand_out(clear).strengths, stand_out(clear).worth_talking_about
    (('d',), ('e',))
    """
    known = list(candidates)
    if not known:
        return StandingOut((), (), None)
    line = min(max(float(median(candidate.middle for candidate in known)), LOWEST_LINE), HIGHEST_LINE)
    high = sorted((c for c in known if c.low > line), key=lambda c: (-c.low, c.code))
    low = sorted((c for c in known if c.high < line), key=lambda c: (c.high, c.code))
    return StandingOut(tuple(c.code for c in high[:most]), tuple(c.code for c in low[:most]), line)

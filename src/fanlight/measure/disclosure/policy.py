"""Every threshold of disclosure control, named once, with its reason.

An organisation may make a threshold stricter. Nobody may make one weaker than the floor in this file.
"""

from dataclasses import dataclass, field
from enum import Enum

FLOOR = 5
MINIMUM = 11
MOST = 1000
MOST_MARGIN = 1_000_000
EXCEPTIONS = 2
BAND_EDGES = (25, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
BOUND_STEPS = (99, 95, 90, 80, 70, 60, 50)


class PolicyTooWeak(ValueError):  # noqa: N818 (it reads as what is wrong with the policy)
    """A threshold was asked for that protects people less than the floor allows."""


class Protection(Enum):
    """What an attacker may still learn about a withheld number in a table of counts.

    `FULL`: nothing beyond "it may be anything from at most 1 to at least the minimum less 1".
    `NUMERIC`: each number withheld for its own sake can still move by `Policy.margin` both ways.
    """

    FULL = "full"
    NUMERIC = "numeric"


@dataclass(frozen=True)
class Threshold:
    """One rule of the policy, as people may read it: its value, why it is there, and a promise."""

    name: str
    value: str
    reason: str
    promise: str  # the same to those who answer, in a sentence that needs no figures explained


@dataclass(frozen=True)
class Band:
    """How many people, said roughly: from `low` to `high` (`None`: no upper end).

    >>> str(Band(11, 24)), str(Band(1000, None))
    ('11 to 24', '1,000 or more')
    """

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low:,} or more"
        return f"{self.low:,} to {self.high:,}"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """What must hold before anything about a group is shown.

    `minimum`: the fewest people who may be described together (default 11, floor 5).
    `exceptions`: up to how many members who answered otherwise a group still counts as all alike (default and
    floor 2: of none, one or two, the one who answered otherwise cannot tell what everybody else said).
    `mean_decimals`: decimals of a mean (0 or 1).
    `margin`: only for tables of counts; `None` asks for full ambiguity, a number N for the weaker rule that
    each number withheld for its own sake can move by N both ways.

    Raises `PolicyTooWeak` for a threshold below its floor, `ValueError` for one that makes no sense.

    >>> Policy().minimum, Policy(minimum=20).minimum
    (11, 20)
    >>> Policy(minimum=4)
    Traceback (most recent call last):
        ...
    fanlight.measure.disclosure.policy.PolicyTooWeak: a minimum of 4 is below the floor of 5
    """

    minimum: int = MINIMUM
    exceptions: int = EXCEPTIONS
    mean_decimals: int = 1
    margin: int | None = None
    band_edges: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("minimum", "exceptions", "mean_decimals", "margin"):
            value = getattr(self, name)
            if value is not None and type(value) is not int:
                raise ValueError(f"{name} must be a whole number, not {value!r}")
        if self.minimum < FLOOR:
            raise PolicyTooWeak(f"a minimum of {self.minimum} is below the floor of {FLOOR}")
        if self.minimum > MOST:
            raise ValueError(f"a minimum of {self.minimum} would withhold everything (at most {MOST})")
        if not EXCEPTIONS <= self.exceptions < self.minimum:
            raise PolicyTooWeak(
                f"exceptions must be from {EXCEPTIONS} to the minimum less 1, not {self.exceptions}"
            )
        if self.mean_decimals not in (0, 1):
            raise PolicyTooWeak(f"a mean is shown to 0 or 1 decimals, not {self.mean_decimals}")
        self._check_margin()
        edges = (self.minimum, *(edge for edge in BAND_EDGES if 2 * edge >= 3 * self.minimum))
        object.__setattr__(self, "band_edges", edges)

    def _check_margin(self) -> None:
        if self.margin is not None and self.margin < 1:
            raise PolicyTooWeak(f"a protection of {self.margin} protects nothing (at least 1)")
        if self.margin is not None and self.margin > MOST_MARGIN:
            raise ValueError(
                f"a protection of {self.margin} would withhold everything (at most {MOST_MARGIN})"
            )

    @property
    def protection(self) -> Protection:
        return Protection.FULL if self.margin is None else Protection.NUMERIC

    @property
    def too_few(self) -> Band:
        """The band of every number below the minimum. It is the only thing that may be said of one."""
        return Band(0, self.minimum - 1)

    def band(self, count: int) -> Band:
        """The band that `count` falls into.

        >>> str(Policy().band(17)), str(Policy().band(3)), str(Policy(minimum=20).band(30))
        ('11 to 24', '0 to 10', '20 to 49')
        """
        if count < self.minimum:
            return self.too_few
        position = sum(edge <= count for edge in self.band_edges) - 1
        following = self.band_edges[position + 1 : position + 2]
        return Band(self.band_edges[position], following[0] - 1 if following else None)

    def bound(self, count: int) -> int | None:
        """The "at least x%" that stands for all, all but one, … all but `exceptions` of `count` answers.

        The largest step not above (count − exceptions) / count; `None` where the group is too small for any.

        >>> [Policy().bound(n) for n in (5, 11, 20, 40, 500)]
        [60, 80, 90, 95, 99]
        """
        others = count - self.exceptions
        return next((step for step in BOUND_STEPS if step * count <= 100 * others), None)

    @property
    def _decimals(self) -> str:
        return f"{self.mean_decimals} decimal" + ("" if self.mean_decimals == 1 else "s")

    def thresholds(self) -> tuple[Threshold, ...]:
        """The rules in words, for the page that tells people what is promised."""
        return (
            Threshold(
                "Smallest group",
                f"{self.minimum} people",
                "In a smaller group a colleague can guess who said what.",
                f"Nothing is shown of fewer than {self.minimum} people. In a smaller group a colleague can guess who "
                "said what.",
            ),
            Threshold(
                "Smallest remainder",
                f"{self.minimum} people",
                "Who is left over when the groups shown are taken from a total is a group too.",
                "Nor is anything shown from which a smaller group could be worked out, by taking one figure from "
                "another.",
            ),
            Threshold(
                "Fewest answers to one question",
                f"{self.minimum} answers",
                "Many people may skip a question, and those who did not are then a small group.",
                f"A statement that fewer than {self.minimum} of you answered is left out of the results.",
            ),
            Threshold(
                "All alike",
                f"at most {self.exceptions} answers differ",
                "If everybody said the same, a figure for the group is a figure for each person in it.",
                f"Where {self.exceptions} of you or fewer see something differently from all others, the results say "
                f"“at least {self.bound(20)}%” and the like, or nothing. The exact figure would tell what each of you "
                "said.",
            ),
            Threshold(
                "Percentages",
                "whole per cents",
                "Decimals would say more exactly than whole per cents how many people answered.",
                "Percentages are whole numbers. Decimals would say more exactly how many answered.",
            ),
            Threshold(
                "Numbers of people",
                f"roughly, as in {self.band(self.minimum)}",
                "Roughly is enough to judge a result by. With a calculator somebody may get nearer, but not to what "
                "anybody said.",
                f"How many answered is said roughly, as in “{self.band(self.minimum)}”. With a calculator "
                "somebody may get nearer to it, but not to what any of you said.",
            ),
            Threshold(
                "Averages",
                f"{self._decimals} at most",
                "A mean with many decimals and a number of people is a sum of answers.",
                f"Averages have {self._decimals} at most.",
            ),
        )

"""The scores of a questionnaire: what `score` hands back. Plain values; None is what cannot be computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.scoring.cautions import Caution


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to divide the respondents: by ward, by staff group.

    `column` names it, `labels` are the groups in the order in which they are shown, `index` says for each
    person which label is theirs (−1 for none), `populations` how many people there are in a group.
    """

    column: str
    labels: tuple[str, ...]
    index: NDArray[np.integer]
    populations: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls, column: str, labels: Sequence[str | None], populations: Mapping[str, int] | None = None
    ) -> "Grouping":
        """A grouping from each person's label, None for nobody knows.

        >>> Grouping.of("ward", ["B", "A", None, "B"]).index.tolist()
        [1, 0, -1, 1]
        """
        names = sorted({label for label in labels if label is not None})
        places = {name: place for place, name in enumerate(names)}
        index = np.array([-1 if label is None else places[label] for label in labels], dtype=np.int64)
        return cls(column, tuple(names), index, populations or {})


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item in one group. Percentages from 0 to 100; `low` and `high` are Wilson's limits in per cent.

    `mean` is of the codes after reversal, so that more is better. `positive` and what follows from it is
    None for an item where no answer is good or bad news.
    """

    code: str
    valid: int
    positive: int | None
    percent_positive: float | None
    low: float | None
    high: float | None
    mean: float | None


@dataclass(frozen=True, slots=True)
class CompositeScore:
    """One composite in one group.

    `percent_positive`: the mean of the items' percentages, or, for an instrument scored from 0 to 100, the
    percentage of people at 75 or more. `percent_positive_pooled`: all positive answers of all valid ones.
    `mean`: of the people's scores; `scored` people have one. `alpha` is pairwise; `alpha_listwise`, its
    limits `alpha_low` and `alpha_high`, `omega` and `rwg_j` rest on the `complete` people who answered all.
    """

    code: str
    percent_positive: float | None
    percent_positive_pooled: float | None
    mean: float | None
    alpha: float | None
    alpha_listwise: float | None
    alpha_low: float | None
    alpha_high: float | None
    omega: float | None
    rwg_j: float | None
    scored: int
    complete: int


@dataclass(frozen=True, slots=True)
class GroupScores:
    """A group's scores. `column` and `label` are None for everybody; `population` is None when unknown."""

    column: str | None
    label: str | None
    respondents: int
    population: int | None
    items: tuple[ItemScore, ...]
    composites: tuple[CompositeScore, ...]

    @property
    def by(self) -> dict[str, str]:
        """How the group is named in files: `{}` for everybody."""
        return {self.column: self.label} if self.column is not None and self.label is not None else {}


@dataclass(frozen=True, slots=True)
class BetweenGroups:
    """How much of a composite's variance lies between the groups of one grouping."""

    by: str
    composite: str
    icc1: float | None
    icc2: float | None


@dataclass(frozen=True, slots=True)
class Scores:
    """All that was computed: everybody first, then each grouping's groups in turn."""

    instrument: str
    version: str
    groups: tuple[GroupScores, ...]
    between_groups: tuple[BetweenGroups, ...]
    cautions: tuple[Caution, ...]

    @property
    def everybody(self) -> GroupScores:
        return self.groups[0]

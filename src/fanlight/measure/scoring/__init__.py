"""Statistics of a questionnaire. Every public function's docstring is its method sheet.

`score` does everything at once for a matrix of answers; the other functions each take plain arrays.

>>> wilson(15, 18, population=20)
Interval(low=0.75, high=0.85)
"""

from fanlight.measure.scoring.agreement import (
    CompositeAgreement,
    ItemAgreement,
    composite_agreement,
    item_agreement,
)
from fanlight.measure.scoring.cautions import Caution, CautionKind
from fanlight.measure.scoring.change import MeanTest, ShareTest, paired, two_proportions, welch
from fanlight.measure.scoring.group_agreement import (
    GroupSize,
    IntraclassCorrelation,
    intraclass_correlation,
    r_wg,
    r_wg_j,
)
from fanlight.measure.scoring.intervals import Change, Interval, change_between_rounds, wilson
from fanlight.measure.scoring.likelihood import RelativeLikelihood, TooFew, relative_likelihood
from fanlight.measure.scoring.multiplicity import benjamini_hochberg, holm
from fanlight.measure.scoring.omega import omega_total, one_factor_loadings
from fanlight.measure.scoring.plan import LARGEST_CODE, MISSING, SMALLEST_CODE
from fanlight.measure.scoring.reliability import (
    Gaps,
    ItemInScale,
    cronbach_alpha,
    feldt_interval,
    items_in_scale,
    mean_correlation,
    standardised_alpha,
)
from fanlight.measure.scoring.scales import percent_at_least, person_means, reversed_answers, scale_scores
from fanlight.measure.scoring.scorer import score
from fanlight.measure.scoring.scores import (
    BetweenGroups,
    CompositeScore,
    Grouping,
    GroupScores,
    ItemScore,
    Scores,
)

__all__ = [
    "LARGEST_CODE",
    "MISSING",
    "SMALLEST_CODE",
    "BetweenGroups",
    "Caution",
    "CautionKind",
    "Change",
    "CompositeAgreement",
    "CompositeScore",
    "Gaps",
    "GroupScores",
    "GroupSize",
    "Grouping",
    "Interval",
    "IntraclassCorrelation",
    "ItemAgreement",
    "ItemInScale",
    "ItemScore",
    "MeanTest",
    "RelativeLikelihood",
    "Scores",
    "ShareTest",
    "TooFew",
    "benjamini_hochberg",
    "change_between_rounds",
    "composite_agreement",
    "cronbach_alpha",
    "feldt_interval",
    "holm",
    "intraclass_correlation",
    "item_agreement",
    "items_in_scale",
    "mean_correlation",
    "omega_total",
    "one_factor_loadings",
    "paired",
    "percent_at_least",
    "person_means",
    "r_wg",
    "r_wg_j",
    "relative_likelihood",
    "reversed_answers",
    "scale_scores",
    "score",
    "standardised_alpha",
    "two_proportions",
    "welch",
    "wilson",
]

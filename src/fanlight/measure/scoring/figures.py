"""From sums over people to the figures of a group."""

from collections.abc import Sequence

import numpy as np

from fanlight.measure.scoring.agreement import ItemAgreement, composite_agreement
from fanlight.measure.scoring.covariance import Floats, correlation
from fanlight.measure.scoring.group_agreement import r_wg_from_variance
from fanlight.measure.scoring.intervals import wilson
from fanlight.measure.scoring.omega import omega_from_correlation
from fanlight.measure.scoring.plan import CompositePlan, Plan
from fanlight.measure.scoring.reliability import alpha_from_covariance, feldt_interval
from fanlight.measure.scoring.scores import CompositeScore, GroupScores, ItemScore
from fanlight.measure.scoring.tally import CompositeTally, Tally


def known(value: float) -> float | None:
    """The number, or None where it is not one."""
    return float(value) if np.isfinite(value) else None


def group_scores(
    plan: Plan,
    tally: Tally,
    *,
    column: str | None,
    labels: Sequence[str | None],
    populations: Sequence[int | None],
) -> list[GroupScores]:
    """The scores of groups whose sums are stacked in `tally`."""
    items = [_items(plan, tally, group, population) for group, population in enumerate(populations)]
    omegas = _omegas(tally)
    composites = [
        _composites(plan, composite, sums, omega, [row for row, _ in items])
        for composite, sums, omega in zip(plan.composites, tally.composites, omegas, strict=True)
    ]
    return [
        GroupScores(
            column=column,
            label=label,
            respondents=int(tally.respondents[group]),
            population=populations[group],
            items=items[group][1],
            composites=tuple(column_of[group] for column_of in composites),
        )
        for group, label in enumerate(labels)
    ]


def _items(
    plan: Plan, tally: Tally, group: int, population: int | None
) -> tuple[list[ItemAgreement], tuple[ItemScore, ...]]:
    counts = tally.steps[group][:, : plan.missing]
    valid, positive = counts.sum(axis=1), (counts * plan.positive).sum(axis=1)
    totals = counts @ np.arange(plan.missing)
    agreements = [ItemAgreement(int(n), int(x)) for n, x in zip(valid, positive, strict=True)]
    scores = tuple(
        _item(
            code,
            agreement,
            has_direction=bool(plan.has_direction[i]),
            mean=plan.lowest[i] + totals[i] / valid[i] if valid[i] else None,
            population=population,
        )
        for i, (code, agreement) in enumerate(zip(plan.codes, agreements, strict=True))
    )
    return agreements, scores


def _item(
    code: str, agreement: ItemAgreement, *, has_direction: bool, mean: float | None, population: int | None
) -> ItemScore:
    mean = None if mean is None else float(mean)
    if not has_direction:
        return ItemScore(code, agreement.valid, None, None, None, None, mean)
    around = wilson(agreement.positive, agreement.valid, population=population)
    low, high = (100 * around.low, 100 * around.high) if around else (None, None)
    return ItemScore(code, agreement.valid, agreement.positive, agreement.percent_positive, low, high, mean)


def _omegas(tally: Tally) -> list[Floats]:
    """Each composite's omega in every group. Composites of one size are fitted together: it is quicker."""
    correlations = [correlation(sums.listwise().covariance()) for sums in tally.composites]
    sizes = [one.shape[-1] for one in correlations]
    omegas = [np.full(len(tally.respondents), np.nan) for _ in sizes]
    for size in set(sizes):
        alike = [i for i, other in enumerate(sizes) if other == size]
        for i, omega in zip(
            alike, omega_from_correlation(np.stack([correlations[i] for i in alike])), strict=True
        ):
            omegas[i] = np.where(tally.composites[i].complete > size, omega, np.nan)
    return omegas


def _composites(
    plan: Plan,
    composite: CompositePlan,
    sums: CompositeTally,
    omega: Floats,
    agreements: list[list[ItemAgreement]],
) -> list[CompositeScore]:
    """One composite, in every group."""
    k = len(composite.columns)
    alpha = alpha_from_covariance(sums.pairwise().covariance())
    covariance = sums.listwise().covariance()
    alpha_listwise = alpha_from_covariance(covariance)
    rwg_j = _rwg_j(composite, covariance)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = sums.score_sum / sums.scored
        share_agreeing = 100 * sums.agreeing / sums.scored
    found = []
    for group, items in enumerate(agreements):
        percent, pooled = _percentages(plan, composite, items)
        if composite.counts_people and percent is not None:
            percent = known(share_agreeing[group])
        low, high = _limits(float(alpha_listwise[group]), int(sums.complete[group]), k)
        found.append(
            CompositeScore(
                code=composite.code,
                percent_positive=percent,
                percent_positive_pooled=pooled,
                mean=known(mean[group]),
                alpha=known(alpha[group]),
                alpha_listwise=known(alpha_listwise[group]),
                alpha_low=low,
                alpha_high=high,
                omega=known(omega[group]),
                rwg_j=known(rwg_j[group]),
                scored=int(sums.scored[group]),
                complete=int(sums.complete[group]),
            )
        )
    return found


def _percentages(
    plan: Plan, composite: CompositePlan, items: list[ItemAgreement]
) -> tuple[float | None, float | None]:
    if not plan.has_direction[composite.columns].all():
        return None, None
    both = composite_agreement([items[column] for column in composite.columns])
    return both.percent_positive, both.percent_positive_pooled


def _rwg_j(composite: CompositePlan, covariance: Floats) -> Floats:
    variance = np.diagonal(covariance, axis1=-2, axis2=-1).mean(axis=-1)
    if composite.options is None or composite.options < 2:
        return np.full_like(variance, np.nan)
    return r_wg_from_variance(variance, items=len(composite.columns), options=composite.options)


def _limits(alpha: float, people: int, items: int) -> tuple[float | None, float | None]:
    around = feldt_interval(alpha, people=people, items=items) if np.isfinite(alpha) else None
    return (around.low, around.high) if around else (None, None)

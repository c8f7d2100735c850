"""What a control chart says, in words: its finding, what it means for a target, and what it rests on."""

import numpy as np

from fanlight.design.charts.control_scale import Figures, figures_of
from fanlight.measure.spc import (
    Assurance,
    Better,
    ChartKind,
    ControlChart,
    PointType,
    Segment,
    Side,
    Signal,
    Variation,
)

VARIATION = {
    Variation.COMMON_CAUSE: "Usual ups and downs",
    Variation.IMPROVEMENT_HIGH: "Improvement: high",
    Variation.IMPROVEMENT_LOW: "Improvement: low",
    Variation.CONCERN_HIGH: "Concern: high",
    Variation.CONCERN_LOW: "Concern: low",
    Variation.NEUTRAL_HIGH: "Unusually high",
    Variation.NEUTRAL_LOW: "Unusually low",
}
ASSURANCE = {
    Assurance.PASS: "Reliably meets the target",
    Assurance.FAIL: "Reliably misses the target",
    Assurance.HIT_OR_MISS: "Meets the target at times",
}
AGAINST_TARGET = {
    Assurance.PASS: "the target is safely met",
    Assurance.FAIL: "the target is out of reach",
}
MEANING = {PointType.IMPROVEMENT: ": an improvement", PointType.CONCERN: ": a cause for concern"}


def month(day: np.datetime64, *, by_day: bool = False) -> str:
    """A period in words: its month, or its day where the chart has several points in a month."""
    when = day.astype("datetime64[D]").item()
    return f"{when.day} {when:%B %Y}" if by_day else f"{when:%B %Y}"


def is_by_day(chart: ControlChart) -> bool:
    """Whether some month has several points, so that only a day tells them apart."""
    months = chart.periods.astype("datetime64[M]")
    return bool((months[1:] == months[:-1]).any())


def _when(chart: ControlChart, day: np.datetime64) -> str:
    return month(day, by_day=is_by_day(chart))


def finding(chart: ControlChart, *, dated: bool = True) -> str:
    """What the chart says about now, in one line, fit for a title.

    Without dates it is fit for a story, in which a day could tell who was on duty.
    """
    if not len(chart):
        return "No figures yet"
    if chart.last_signal is Signal.NONE:
        return _usual(chart)
    is_high = Side(int(chart.sides[-1])) is Side.ABOVE
    meaning = MEANING.get(chart.type_at(-1), "")
    if (start := trend_begins(chart)) is not None:
        since = _since(chart, start, dated=dated)
        return f"{'Rising' if is_high else 'Falling'}{since}{meaning}"
    start = stretch_begins(chart)
    since = _since(chart, start, dated=dated)
    if start == len(chart) - 1:
        place = "above the upper limit" if is_high else "below the lower limit"
        return f"{since.removeprefix(' since ') or 'The last figure'} is {place}{meaning}"
    if chart.last_signal is Signal.TWO_OF_THREE and len(chart) - start < 4:
        return f"Unusually {'high' if is_high else 'low'}{since}{meaning}"
    return f"{'Higher' if is_high else 'Lower'} than usual{since}{meaning}"


def _since(chart: ControlChart, index: int, *, dated: bool) -> str:
    return f" since {_when(chart, chart.periods[index])}" if dated else ""


def _usual(chart: ControlChart) -> str:
    test = chart.segments[-1].runs
    line = "median" if chart.kind.centre_is_median else "mean"
    if test is not None and test.has_few_crossings:
        return f"The {line} is crossed less often than chance explains: something has changed"
    if len(chart) == 1:
        return "One figure so far"
    if chart.segments[-1].is_trial and chart.kind is not ChartKind.RUN:
        return "Nothing unusual so far"
    if chart.assurance in AGAINST_TARGET:
        return f"The usual ups and downs; {AGAINST_TARGET[chart.assurance]}"
    if chart.signals[chart.segments[-1].begins :].any():
        return "Back to the usual ups and downs"
    return "Nothing unusual: the ups and downs of chance"


def trend_begins(chart: ControlChart) -> int | None:
    """The first point of the trend that the last point ends; None if it ends none."""
    length = chart.plan.rules.trend_length
    values = chart.values[chart.segments[-1].begins :] * int(chart.sides[-1])
    ties_or_turns = np.flatnonzero(np.diff(values) <= 0)
    first = int(ties_or_turns[-1]) + 1 if ties_or_turns.size else 0
    is_trend = length is not None and values.size - first >= length
    return chart.segments[-1].begins + first if is_trend else None


def stretch_begins(chart: ControlChart) -> int:
    """The first point of the unbroken stretch of unusual points on the last point's side of the line."""
    side = int(chart.sides[-1])
    belongs = (chart.signals != Signal.NONE) & ((chart.values - chart.centre) * side > 0)
    breaks = np.flatnonzero(~belongs[:-1])
    return max(int(breaks[-1]) + 1 if breaks.size else 0, chart.segments[-1].begins)


def target_sentence(chart: ControlChart) -> str:
    """What to expect of the target if nothing changes; empty where it is not judged."""
    if chart.assurance is None or chart.plan.target is None:
        return ""
    target = target_words(chart)
    return {
        Assurance.PASS: f"If nothing changes, {target} will be met every time.",
        Assurance.FAIL: f"If nothing changes, {target} will be missed every time.",
        Assurance.HIT_OR_MISS: f"If nothing changes, chance decides each time whether {target} is met.",
    }[chart.assurance]


def target_words(chart: ControlChart) -> str:
    """The target as a sentence names it."""
    if chart.plan.target is None:
        return "the target"
    side = {Better.UP: " or more", Better.DOWN: " or less", Better.NEITHER: ""}[chart.plan.better]
    return f"the target of {plain(chart.plan.target, figures_of(chart))}{side}"


def plain(figure: float, figures: Figures) -> str:
    """A figure somebody chose, with the decimals it has and no more."""
    whole = Figures(decimals=0, suffix=figures.suffix)
    return whole.write(figure) if figure == round(figure) else figures.write(figure)


def description(chart: ControlChart) -> str:
    """The chart for somebody who cannot see it."""
    if not len(chart):
        return "There are no points."
    figures = figures_of(chart)
    first, last = (_when(chart, chart.periods[index]) for index in (0, -1))
    points = "1 point" if len(chart) == 1 else f"{len(chart)} points"
    span = f", {first}." if len(chart) == 1 else f" from {first} to {last}."
    special = int(np.count_nonzero(chart.signals))
    signals = f" {special} of them {'is' if special == 1 else 'are'} unusual." if special else ""
    return (
        f"{points}{span} Last value {figures.write(float(chart.values[-1]))}, {last}. "
        f"{levels(chart, chart.segments[-1])}.{signals} {target_sentence(chart)}"
    ).strip()


def levels(chart: ControlChart, segment: Segment) -> str:
    """Centre line and limits of a segment in words."""
    figures = figures_of(chart)
    line = "Median" if chart.kind.centre_is_median else "Mean"
    begins = f"{line} {figures.write(segment.mean)}"
    if segment.lower is not None and segment.upper is not None:
        lower, upper = (float(limit[segment.begins]) for limit in chart.drawn_limits())
        return f"{begins}, limits {figures.write(lower)} to {figures.write(upper)}"
    return f"{begins}, limits differing from point to point" if chart.kind in VARYING else begins


VARYING = {ChartKind.P, ChartKind.U}


def caption(chart: ControlChart) -> tuple[str, ...]:
    """What stands under every chart: kind, rules, what the limits rest on, each rebase and its reason."""
    rules = f"{chart.kind.title}. Rules: {chart.plan.rules.title}"
    if chart.kind in {ChartKind.XMR, ChartKind.T}:
        rules += f"; moving ranges {'screened' if chart.plan.is_screened else 'not screened'}"
    notes = [f"{rules}."]
    if chart.plan.fix is not None:
        notes.append(f"Limits fixed on the first {chart.plan.fix} points{_of_each(chart)}.")
    notes += [
        f"New limits from {_when(chart, segment.starts_on)}: {_sentence(segment.reason)}"
        for segment in chart.segments
        if segment.reason
    ]
    notes += [*_cut(chart), *(caution.words for caution in chart.cautions)]
    return tuple(notes)


def _cut(chart: ControlChart) -> list[str]:
    """Limits that are drawn where the scale ends and not where they lie."""
    lower, upper = chart.drawn_limits()
    figures = figures_of(chart)
    notes = []
    if (lower > chart.lower).any():
        end = figures.write(float(lower.min()))
        notes.append(f"The lower limit lies below {end} and is drawn there.")
    if (upper < chart.upper).any():
        end = plain(float(upper.max()), figures)
        notes.append(f"The upper limit lies above {end} and is drawn there.")
    return notes


def _of_each(chart: ControlChart) -> str:
    return " of each stretch" if len(chart.segments) > 1 else ""


def _sentence(text: str) -> str:
    return text.strip() if text.strip()[-1] in ".!?" else f"{text.strip()}."

"""Many series cut into segments, calculated together and handed back one chart each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import isfinite
from typing import Any

import numpy as np
import numpy.typing as npt

from fanlight.measure.spc import cautions as said
from fanlight.measure.spc.chart import ChartKind, ControlChart, Segment
from fanlight.measure.spc.limits import ROUNDING
from fanlight.measure.spc.meaning import point_types
from fanlight.measure.spc.pieces import BoolArray, CodeArray, DateArray, FloatArray, IntArray, Pieces
from fanlight.measure.spc.plan import Plan
from fanlight.measure.spc.points import Points
from fanlight.measure.spc.runs import RunsTest, in_too_long_run, runs_test
from fanlight.measure.spc.signals import Band, Signal, look_for_signals


@dataclass(frozen=True, eq=False)
class Cut:
    """One series, and where its segments begin. `first` is its first point in the long array."""

    points: Points
    plan: Plan
    begins: list[int]
    reasons: list[str | None]
    without_effect: DateArray
    first: int
    first_piece: int

    @property
    def size(self) -> int:
        return int(self.points.values.size)


@dataclass(frozen=True, eq=False)
class Batch:
    """The series laid end to end. `fix` and `screened` have one entry for each segment."""

    cuts: list[Cut]
    values: FloatArray
    sizes: FloatArray
    pieces: Pieces
    fix: IntArray | None
    screened: BoolArray
    per: FloatArray

    @cached_property
    def used(self) -> IntArray:
        return self.pieces.lengths if self.fix is None else np.minimum(self.pieces.lengths, self.fix)

    @property
    def is_used(self) -> BoolArray:
        """True at the points that mean and limits rest on."""
        found: BoolArray = self.pieces.position < np.repeat(self.used, self.pieces.lengths)
        return found

    def of_point(self, of_series: list[int] | list[bool]) -> npt.NDArray[Any]:
        """One figure of each series, repeated for each of its points."""
        return np.repeat(of_series, [cut.size for cut in self.cuts])

    def slack(self, values: FloatArray) -> FloatArray:
        """How far two figures of a segment may lie apart and still count as equal.

        64 units of rounding at the size of the segment's largest value: enough for the rounding of a mean,
        far below anything a person could have recorded. So the order of addition cannot decide whether a
        point lies on the mean.
        """
        return self.pieces.spread(ROUNDING * self.pieces.largest(np.abs(values)))


Lines = Callable[[Batch], Band]
Shown = Callable[[Band], Band]


def lay_end_to_end(series: Sequence[tuple[Points, Plan]]) -> Batch:
    """Cut each series into its segments and lay all of them in one long array."""
    cuts: list[Cut] = []
    lengths: list[int] = []
    first = 0
    for points, plan in series:
        begins, reasons, without_effect = _segments(points, plan)
        cuts.append(Cut(points, plan, begins, reasons, without_effect, first, len(lengths)))
        lengths += [end - begin for begin, end in pairwise([*begins, points.values.size])]
        first += points.values.size
    counts = [len(cut.begins) for cut in cuts]
    fixes = np.repeat([first + 1 if cut.plan.fix is None else cut.plan.fix for cut in cuts], counts)
    return Batch(
        cuts=cuts,
        values=np.concatenate([cut.points.values for cut in cuts]),
        sizes=np.concatenate([_sizes(cut.points) for cut in cuts]),
        pieces=Pieces.of_lengths(lengths),
        fix=None if all(cut.plan.fix is None for cut in cuts) else fixes.astype(np.int64),
        screened=np.repeat(np.array([cut.plan.is_screened for cut in cuts]), counts),
        per=np.repeat([cut.plan.per for cut in cuts], [cut.size for cut in cuts]),
    )


def _sizes(points: Points) -> FloatArray:
    return np.ones_like(points.values) if points.sizes is None else points.sizes


def _segments(points: Points, plan: Plan) -> tuple[list[int], list[str | None], DateArray]:
    begins: list[int] = [0]
    reasons: list[str | None] = [None]
    without_effect: list[np.datetime64] = []
    for rebase in sorted(plan.rebases, key=lambda rebase: rebase.on):
        on = np.datetime64(rebase.on, "D")
        begin = int(np.searchsorted(points.periods, on, side="left"))
        if begins[-1] < begin < points.values.size:
            begins.append(begin)
            reasons.append(rebase.reason)
        else:
            without_effect.append(on)
    return begins, reasons, np.array(without_effect, dtype="datetime64[D]")


def draw_up(
    kind: ChartKind, series: Sequence[tuple[Points, Plan]], lines: Lines, shown: Shown | None = None
) -> list[ControlChart]:
    """One chart for each series. `lines` gives the band to judge; `shown` turns it into the scale shown."""
    with_points = [pair for pair in series if pair[0].values.size]
    charts: list[ControlChart] = []
    if with_points:
        batch = lay_end_to_end(with_points)
        judged = lines(batch)
        found = _found(judged, batch)
        band = judged if shown is None else shown(judged)
        charts = [_chart(kind, batch, cut, band, found) for cut in batch.cuts]
    drawn = iter(charts)
    return [next(drawn) if points.values.size else _empty(kind, points, plan) for points, plan in series]


@dataclass(frozen=True, eq=False)
class Found:
    """What the rules found at every point, and the runs test of every segment (None where not asked for)."""

    signals: CodeArray
    sides: CodeArray
    types: CodeArray
    tests: list[RunsTest | None]


def _found(band: Band, batch: Batch) -> Found:
    """Signals under each series' own rules; most batches have one set of rules for all."""
    sets = list(dict.fromkeys(cut.plan.rules for cut in batch.cuts))
    signals, sides = look_for_signals(band, sets[0])
    for rules in sets[1:]:
        others, other_sides = look_for_signals(band, rules)
        mine = batch.of_point([cut.plan.rules == rules for cut in batch.cuts])
        signals[mine], sides[mine] = others[mine], other_sides[mine]
    tests = [test for cut in batch.cuts for test in _runs_tests(cut, band, signals, sides)]
    better = batch.of_point([int(cut.plan.better) for cut in batch.cuts]).astype(np.int8)
    return Found(signals, sides, point_types(signals, sides, better), tests)


def _runs_tests(cut: Cut, band: Band, signals: CodeArray, sides: CodeArray) -> list[RunsTest | None]:
    """Anhøj's test of each segment, where the rules ask for it; too long a run is marked as a shift."""
    if not cut.plan.rules.has_runs_test:
        return [None] * len(cut.begins)
    tests: list[RunsTest | None] = []
    about_line = band.sides
    for begin, end in pairwise([*cut.begins, cut.size]):
        mine = slice(cut.first + begin, cut.first + end)
        test = runs_test(about_line[mine])
        marked = in_too_long_run(about_line[mine], test) & (signals[mine] == Signal.NONE)
        signals[mine][marked] = Signal.SHIFT
        sides[mine][marked] = about_line[mine][marked]
        tests.append(test)
    return tests


def _chart(kind: ChartKind, batch: Batch, cut: Cut, band: Band, found: Found) -> ControlChart:
    mine = slice(cut.first, cut.first + cut.size)
    segments = _segments_of(cut, batch, band, found.tests)
    return ControlChart(
        kind=kind,
        plan=cut.plan,
        periods=cut.points.periods,
        values=band.values[mine],
        centre=band.centre[mine],
        lower=band.lower[mine],
        upper=band.upper[mine],
        near_lower=band.near_lower[mine],
        near_upper=band.near_upper[mine],
        signals=found.signals[mine],
        sides=found.sides[mine],
        types=found.types[mine],
        is_after_gap=cut.points.is_after_gap,
        segments=segments,
        cautions=said.all_cautions(
            cut.points,
            cut.plan,
            cut.without_effect,
            [segment.used for segment in segments],
            [segment.starts_on for segment in segments],
        ),
    )


def _segments_of(cut: Cut, batch: Batch, band: Band, tests: list[RunsTest | None]) -> tuple[Segment, ...]:
    made = []
    for index, (begin, end) in enumerate(pairwise([*cut.begins, cut.size])):
        mine = slice(cut.first + begin, cut.first + end)
        made.append(
            Segment(
                begins=begin,
                ends=end,
                starts_on=cut.points.periods[begin],
                mean=float(band.centre[mine.start]),
                lower=_if_level(band.lower[mine]),
                upper=_if_level(band.upper[mine]),
                used=int(batch.used[cut.first_piece + index]),
                reason=cut.reasons[index],
                runs=tests[cut.first_piece + index],
            )
        )
    return tuple(made)


def _if_level(limit: FloatArray) -> float | None:
    """The limit, if it is the same for all points of the segment."""
    first = float(limit[0])
    return first if isfinite(first) and bool((limit == first).all()) else None


def _empty(kind: ChartKind, points: Points, plan: Plan) -> ControlChart:
    nothing, codes = np.empty(0), np.empty(0, dtype=np.int8)
    return ControlChart(
        kind=kind,
        plan=plan,
        periods=points.periods,
        values=nothing,
        centre=nothing,
        lower=nothing,
        upper=nothing,
        near_lower=nothing,
        near_upper=nothing,
        signals=codes,
        sides=codes,
        types=codes,
        is_after_gap=np.empty(0, dtype=np.bool_),
        segments=(),
        cautions=tuple(said.cautions_of_points(points)),
    )

"""Draw a control chart as SVG: points told apart by shape and colour, lines named where they end."""

from collections.abc import Sequence
from itertools import pairwise
from math import isfinite

import numpy as np
from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control_axes import axis_across, axis_up, ends, rebases
from fanlight.design.charts.control_frame import NARROW, WIDE, Frame, Size, frame_of
from fanlight.design.charts.control_marks import Mark, drawn_marks
from fanlight.design.charts.control_words import description, finding
from fanlight.design.charts.svg import LETTERS, for_every_screen, is_narrow
from fanlight.measure.spc import ControlChart, PointType, Segment

__all__ = ["NARROW", "WIDE", "Mark", "Size", "control_chart", "control_chart_for_every_screen"]


def control_chart(
    chart: ControlChart, *, key: str, name: str, size: Size = NARROW, marks: Sequence[Mark] = ()
) -> Markup:
    """The chart as one SVG element, without caption: put `control_words.caption` beside it.

    `key` begins every identifier, so it must be unique on the page; `name` says what is measured. The words of
    `marks` stand beside the chart as well.
    """
    pen.checked(key)
    frame = frame_of(chart, size, has_flags=bool(marks)) if len(chart) else None
    inside = (
        [*_drawn(frame, has_flags=bool(marks)), *drawn_marks(frame, marks)] if frame else [_nothing(size)]
    )
    return pen.element(
        "svg",
        pen.element("title", f"{name}. {finding(chart)}", id=f"{key}-title"),
        pen.element("desc", " ".join([description(chart), *_told(marks)]), id=f"{key}-desc"),
        *inside,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size.width:g} {size.height:g}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
        class_="fl-spc",
        overflow="visible",  # a system's letters may be wider than Arial's
        font_family=LETTERS,
    )


def _told(marks: Sequence[Mark]) -> list[str]:
    return [f"{mark.sign}: {mark.words}." for mark in marks]


def control_chart_for_every_screen(
    chart: ControlChart, *, key: str, name: str, marks: Sequence[Mark] = ()
) -> Markup:
    """The chart twice, for a phone and for everything wider; the page's styles show the one that fits."""
    return for_every_screen(
        lambda width: control_chart(
            chart, key=f"{key}-{width}", name=name, size=NARROW if is_narrow(width) else WIDE, marks=marks
        )
    )


def _nothing(size: Size) -> Markup:
    middle = size.height / 2
    return pen.words(
        "No figures yet", size.width / 2, middle, size=size.text, colour=palette.SLATE, text_anchor="middle"
    )


def _drawn(frame: Frame, *, has_flags: bool) -> list[Markup]:
    return [
        *(_band(frame, segment) for segment in frame.chart.segments),
        *axis_up(frame),
        *axis_across(frame),
        *rebases(frame, named=not has_flags),
        *_target(frame),
        *(line for segment in frame.chart.segments for line in _lines(frame, segment)),
        *_threads(frame),
        *_points(frame),
        *ends(frame),
    ]


def _reach(frame: Frame, segment: Segment) -> tuple[float, float]:
    """Where a segment's lines begin and end: half a step beyond its points."""
    step = (frame.across.end - frame.across.start) / max(len(frame.chart) - 1, 1)
    beyond = min(step / 2, frame.size.radius * 2)
    return frame.x(segment.begins) - beyond, frame.x(segment.ends - 1) + beyond


def _path(frame: Frame, segment: Segment, line: np.ndarray) -> str:
    """A level line, or steps where the line differs from point to point."""
    start, end = _reach(frame, segment)
    mine = range(segment.begins, segment.ends)
    heights = [frame.y(float(line[index])) for index in mine]
    parts = [f"M{start:.1f} {heights[0]:.1f}"]
    for index, (before, after) in enumerate(pairwise(heights)):
        if before != after:
            middle = (frame.x(segment.begins + index) + frame.x(segment.begins + index + 1)) / 2
            parts.append(f"H{middle:.1f}V{after:.1f}")
    return "".join([*parts, f"H{end:.1f}"])


def _band(frame: Frame, segment: Segment) -> Markup:
    """The room between the limits: where chance alone puts the points."""
    lower, upper = frame.chart.drawn_limits()
    if not isfinite(float(lower[segment.begins])):
        return Markup("")
    over = _path(frame, segment, upper)
    back = _path(frame, segment, lower)
    start, _ = _reach(frame, segment)
    return pen.element(
        "path",
        d=f"{over}V{frame.y(float(lower[segment.ends - 1])):.1f}{_backwards(back)}H{start:.1f}Z",
        fill=pen.BAND,
        class_="fl-spc-band",
    )


def _backwards(path: str) -> str:
    """The same steps taken from the far end: `M0 5H3V7H9` becomes `H3V5`, to be drawn after arriving at 7."""
    stops = path.removeprefix("M").replace(" ", "V").replace("H", " ").replace("V", " ").split()
    xs, ys = stops[2::2], stops[1::2]
    return "".join(f"H{x}V{y}" for x, y in zip(reversed(xs[:-1]), reversed(ys[:-1]), strict=True))


def _lines(frame: Frame, segment: Segment) -> list[Markup]:
    chart = frame.chart
    middle = {"stroke": palette.INK, "stroke_width": 1.4, "class_": "fl-spc-mean"}
    edge = {"stroke": pen.LIMIT, "stroke_width": 1.2, "class_": "fl-spc-limit"}
    dashes = "2 3" if segment.is_trial else "6 3"
    limits = [limit for limit in chart.drawn_limits() if isfinite(float(limit[segment.begins]))]
    return [
        pen.element("path", d=_path(frame, segment, chart.centre), fill="none", **middle),
        *(
            pen.element("path", d=_path(frame, segment, limit), fill="none", stroke_dasharray=dashes, **edge)
            for limit in limits
        ),
    ]


def _target(frame: Frame) -> list[Markup]:
    if frame.chart.plan.target is None:
        return []
    height = frame.y(frame.chart.plan.target)
    beyond = frame.size.radius * 2
    across = {"x1": frame.across.start - beyond, "x2": frame.across.end + beyond}
    line = {"stroke": pen.TARGET, "stroke_width": 1.6, "stroke_dasharray": "10 3 2 3"}
    return [pen.element("line", y1=height, y2=height, class_="fl-spc-target", **across, **line)]


def _threads(frame: Frame) -> list[Markup]:
    """The line from point to point; broken where the limits are new, dashed over a missing period."""
    solid, over_gaps = "", ""
    for segment in frame.chart.segments:
        solid += f"M{_place(frame, segment.begins)}"
        for index in range(segment.begins + 1, segment.ends):
            if frame.chart.is_after_gap[index]:
                over_gaps += f"M{_place(frame, index - 1)}L{_place(frame, index)}"
                solid += f"M{_place(frame, index)}"
            else:
                solid += f"L{_place(frame, index)}"
    width = 0.8 if frame.is_crowded else 1.2
    drawn = {"fill": "none", "stroke": pen.THREAD, "stroke_width": width, "class_": "fl-spc-thread"}
    lines = [pen.element("path", d=solid, **drawn)]
    if over_gaps:
        lines.append(pen.element("path", d=over_gaps, stroke_dasharray="1 3", **drawn))
    return lines


def _place(frame: Frame, index: int) -> str:
    return f"{frame.x(index):.1f} {frame.y(float(frame.chart.values[index])):.1f}"


def _points(frame: Frame) -> list[Markup]:
    """Usual points first, so that no unusual one is covered. In a crowd of them only the last has a mark."""
    chart = frame.chart
    usual = [index for index in range(len(chart)) if chart.type_at(index) is PointType.COMMON_CAUSE]
    unusual = [index for index in range(len(chart)) if chart.type_at(index) is not PointType.COMMON_CAUSE]
    if frame.is_crowded:
        usual = [index for index in usual if index == len(chart) - 1]
    return [
        pen.point(chart.type_at(index), frame.x(index), frame.y(float(chart.values[index])), frame.radius)
        for index in (*usual, *unusual)
    ]

"""Axes, names of lines and marks of rebasing: what stands around the points of a control chart."""

from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import control_pen as pen
from fanlight.design.charts.control_frame import Frame, days, line_ends, marks_up
from fanlight.design.charts.control_scale import apart, date_ticks


def axis_up(frame: Frame) -> list[Markup]:
    """A few round figures at the left."""
    size = frame.size
    edge = frame.across.start - frame.size.radius * 2
    return [
        pen.words(
            text,
            edge - 6,
            frame.y(mark) + size.text * 0.36,
            size=size.text,
            colour=palette.SLATE,
            text_anchor="end",
        )
        for mark, text in marks_up(frame.chart, frame.up.low, frame.up.high, size)
    ]


def axis_across(frame: Frame) -> list[Markup]:
    """The ground line, and a few days below it."""
    chart, size = frame.chart, frame.size
    ground = frame.up.start + size.text * 0.45
    reach = {"x1": frame.across.start - size.radius * 2, "x2": frame.across.end + size.radius * 2}
    drawn = [pen.element("line", y1=ground, y2=ground, stroke=palette.LINE, stroke_width=1, **reach)]
    for tick in date_ticks(chart.periods[0], chart.periods[-1], size.ticks_across):
        x = frame.across(days(tick.day))
        mark = {"x1": x, "x2": x, "y1": ground, "y2": ground + 4, "stroke": palette.SLATE, "stroke_width": 1}
        drawn.append(pen.element("line", **mark))
        drawn += [
            pen.words(
                text,
                x,
                ground + 4 + size.text * (1.0 + 1.08 * line),
                size=size.text,
                colour=palette.SLATE,
                text_anchor="middle",
            )
            for line, text in enumerate((tick.label, tick.year))
            if text
        ]
    return drawn


def rebases(frame: Frame, *, named: bool) -> list[Markup]:
    """A dotted line where new limits begin. Among flags it goes unnamed: the flag of that day says it."""
    drawn = []
    for segment in frame.chart.segments[1:]:
        x = (frame.x(segment.begins - 1) + frame.x(segment.begins)) / 2
        top = frame.up.end - frame.size.text * 0.4
        line = {"stroke": palette.INK, "stroke_width": 1, "stroke_dasharray": "1 2"}
        drawn.append(pen.element("line", x1=x, x2=x, y1=top, y2=frame.up.start, **line))
        if not named:
            continue
        is_left = x > (frame.across.start + frame.across.end) / 2
        text = {"text_anchor": "end" if is_left else "start", "font_style": "italic"}
        drawn.append(
            pen.words("new limits", x + (-4 if is_left else 4), top + 2, size=frame.size.text, **text)
        )
    return drawn


def ends(frame: Frame) -> list[Markup]:
    """The name and level of each line at its right end, moved apart where they would touch."""
    named = line_ends(frame.chart, frame.figures)
    size = frame.size
    levels = [frame.y(end.level) for end in named]
    heights = apart(levels, size.text * 1.1, size.text * 0.6, frame.up.start + size.text * 0.6)
    x = frame.across.end + size.radius * 2 + 5
    return [
        pen.words(
            end.text,
            x,
            height + size.text * 0.36,
            size=size.text,
            colour=end.colour,
            font_weight="bold" if end.is_bold else None,
        )
        for end, height in zip(named, heights, strict=True)
    ]

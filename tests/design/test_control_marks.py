"""Flags and bars on a control chart: what stands where, and never on top of a word."""

import re
from datetime import date, timedelta

from fanlight.design.charts.control import Mark, control_chart
from fanlight.measure import spc

WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(10)]
CHART = spc.xmr(spc.Points.of([day.isoformat() for day in WEEKS], [3, 4, 3, 5, 4, 3, 4, 5, 4, 3]))


def drawn(*marks: Mark) -> str:
    return str(control_chart(CHART, key="k", name="Huddles", marks=marks))


def flags(svg: str) -> list[float]:
    return [float(x) for x in re.findall(r'<line x1="([\d.]+)"[^>]*class="fl-spc-mark"', svg)]


def test_a_chart_without_marks_is_as_before() -> None:
    assert flags(drawn()) == []
    assert control_chart(CHART, key="k", name="Huddles") == drawn()


def test_a_flag_stands_at_its_day_and_its_words_are_read_out() -> None:
    svg = drawn(Mark(on=WEEKS[2], sign="a", words="Flu"), Mark(on=WEEKS[7], sign="b", words="New rota"))
    left, right = flags(svg)
    points = [float(x) for x in re.findall(r'<circle cx="([\d.]+)"[^>]*fl-spc-point', svg)]
    assert (left, right) == (points[2], points[7])
    assert "a: Flu. b: New rota." in svg


def test_a_test_is_a_bar_from_its_first_day_to_its_last() -> None:
    svg = drawn(Mark(on=WEEKS[2], until=WEEKS[5], sign="1", words="Test"))
    [(x, width)] = re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*fl-spc-cycle', svg)
    points = [float(at) for at in re.findall(r'<circle cx="([\d.]+)"[^>]*fl-spc-point', svg)]
    assert float(x) + 2 == points[2]
    assert abs(float(x) + float(width) - 2 - points[5]) < 0.2


def test_what_was_over_before_the_first_point_has_no_place_on_the_chart() -> None:
    before = WEEKS[0] - timedelta(days=30)
    assert flags(drawn(Mark(on=before, until=before + timedelta(days=3), sign="1", words="Test"))) == []
    assert len(flags(drawn(Mark(on=before, until=WEEKS[1], sign="1", words="Test")))) == 1
    assert len(flags(drawn(Mark(on=WEEKS[-1] + timedelta(days=9), sign="a", words="Later")))) == 1


def test_flags_that_would_touch_stand_one_above_the_other() -> None:
    svg = drawn(
        Mark(on=WEEKS[2], sign="a", words="x"), Mark(on=WEEKS[2] + timedelta(days=1), sign="b", words="y")
    )
    heights = re.findall(r'<circle cx="[\d.]+" cy="(-?[\d.]+)" r="[\d.]+" fill="#fdf0cf"', svg)
    assert len(set(heights)) == 2


def test_three_flags_in_one_week_stand_apart_inside_the_drawing() -> None:
    svg = drawn(*(Mark(on=WEEKS[2] + timedelta(days=day), sign=f"{day}", words="x") for day in range(3)))
    heights = [
        float(y) for y in re.findall(r'<circle cx="[\d.]+" cy="(-?[\d.]+)" r="[\d.]+" fill="#fdf0cf"', svg)
    ]
    radius = float(re.findall(r'r="([\d.]+)" fill="#fdf0cf"', svg)[0])
    assert len(set(heights)) == 3
    assert min(heights) > radius


def test_new_limits_are_named_on_the_chart_unless_a_flag_names_them() -> None:
    plan = spc.Plan(rebases=(spc.Rebase(on=WEEKS[5], reason="New rota"),))
    points = spc.Points.of([day.isoformat() for day in WEEKS], [3, 4, 3, 5, 4, 3, 4, 5, 4, 3])
    chart = spc.xmr(points, plan)
    flag = Mark(on=WEEKS[5], sign="a", words="New rota (new limits from here)")
    assert ">new limits<" in control_chart(chart, key="k", name="Huddles")
    flagged = control_chart(chart, key="k", name="Huddles", marks=[flag])
    assert ">new limits<" not in flagged
    assert "New rota (new limits from here)" in flagged


def test_a_chart_without_points_takes_marks_too() -> None:
    empty = spc.xmr(spc.Points.of([], []))
    mark = Mark(on=WEEKS[0], sign="a", words="Flu")
    assert "No figures yet" in control_chart(empty, key="k", name="Huddles", marks=[mark])

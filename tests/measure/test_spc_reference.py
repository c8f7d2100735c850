"""Every one of the 163 reference series, point for point and icon for icon (NHSRplotthedots 0.2.2)."""

import csv
from collections import defaultdict
from datetime import date

import numpy as np
import pytest

from fanlight.measure import spc
from support.reference import reference

pytestmark = pytest.mark.reference

FLAGS = {
    "Common Cause": (spc.Signal.NONE, spc.Side.ON),
    "Above UCL": (spc.Signal.OUTSIDE, spc.Side.ABOVE),
    "Below LCL": (spc.Signal.OUTSIDE, spc.Side.BELOW),
    "7 Point Trend (Increasing)": (spc.Signal.TREND, spc.Side.ABOVE),
    "7 Point Trend (Decreasing)": (spc.Signal.TREND, spc.Side.BELOW),
    "2 in 3 Above CL": (spc.Signal.TWO_OF_THREE, spc.Side.ABOVE),
    "2 in 3 Below CL": (spc.Signal.TWO_OF_THREE, spc.Side.BELOW),
    "7 Points Above CL": (spc.Signal.SHIFT, spc.Side.ABOVE),
    "7 Points Below CL": (spc.Signal.SHIFT, spc.Side.BELOW),
}
BETTER = {"increase": spc.Better.UP, "decrease": spc.Better.DOWN, "neutral": spc.Better.NEITHER}
ASSURANCE = {
    "pass": spc.Assurance.PASS,
    "fail": spc.Assurance.FAIL,
    "inconsistent": spc.Assurance.HIT_OR_MISS,
    "": None,
}


def rows(name: str) -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    with reference(f"spc/{name}").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["series_id"]].append(row)
    return found


def plan(options: dict[str, str]) -> spc.Plan:
    dates = [text for text in options["rebase_dates"].split(";") if text]
    return spc.Plan(
        better=BETTER[options["improvement_direction"]],
        target=float(options["target"]) if options["target"] else None,
        rebases=tuple(spc.Rebase(on=date.fromisoformat(text), reason="as the reference") for text in dates),
        fix=int(float(options["fix_after_n_points"])) if options["fix_after_n_points"] else None,
        is_screened=options["screen_outliers"] == "True",
    )


@pytest.fixture(scope="module")
def charts() -> dict[str, spc.ControlChart]:
    options = {name: plan(row[0]) for name, row in rows("series_options.csv").items()}
    series = [
        (
            spc.Points.of([row["period"] for row in points], [float(row["value"]) for row in points]),
            options[name],
        )
        for name, points in rows("series_input.csv").items()
    ]
    return dict(zip(rows("series_input.csv"), spc.xmr_many(series), strict=True))


def test_all_163_series_are_there(charts):
    assert len(charts) == 163
    assert sum(len(chart) for chart in charts.values()) == 3532


@pytest.mark.parametrize(("field", "column"), [("centre", "mean"), ("lower", "lpl"), ("upper", "upl")])
def test_every_limit_agrees_to_a_thousand_millionth(charts, field, column):
    for name, expected in rows("expected_points.csv").items():
        theirs = [float(row[column]) for row in expected]
        np.testing.assert_allclose(getattr(charts[name], field), theirs, rtol=1e-9, atol=1e-9, err_msg=name)


def test_every_flag_agrees(charts):
    for name, expected in rows("expected_points.csv").items():
        ours = [
            (chart_signal, side)
            for chart_signal, side in zip(charts[name].signals, charts[name].sides, strict=True)
        ]
        assert ours == [FLAGS[row["special_cause_type"]] for row in expected], name


def test_every_point_type_agrees(charts):
    for name, expected in rows("expected_points.csv").items():
        ours = [spc.PointType(int(code)).slug for code in charts[name].types]
        assert ours == [row["point_type"].removeprefix("special_cause_") for row in expected], name


def test_every_icon_agrees(charts):
    for name, expected in rows("expected_summary_icons.csv").items():
        last = max(expected, key=lambda row: int(row["rebase_group"]))
        assert charts[name].variation.value == last["variation_icon"], name
        assert charts[name].assurance is ASSURANCE[last["assurance_icon"]], name


def test_segments_begin_and_end_where_theirs_do(charts):
    for name, expected in rows("expected_summary_icons.csv").items():
        theirs = sorted(expected, key=lambda row: int(row["rebase_group"]))
        assert [segment.size for segment in charts[name].segments] == [int(row["n"]) for row in theirs], name


def test_limits_are_on_trial_below_twelve_points_where_theirs_warn_at_twelve_too(charts):
    """The one difference kept: their default threshold is 13, so it also warns at exactly twelve."""
    differ = []
    for name, expected in rows("expected_points.csv").items():
        for segment in charts[name].segments:
            theirs = expected[segment.begins]["short_group_warning"] == "True"
            if segment.is_trial != theirs:
                differ.append((theirs, segment.used, segment.size))
    assert set(differ) == {(True, 12, 12)}


def test_a_provost_and_murray_baseline_gives_the_same_runs_as_qicharts2():
    with reference("spc/qicharts2/ex_6.5_3.csv").open(encoding="utf-8") as file:
        theirs = list(csv.DictReader(file))
    weeks = np.datetime64("2026-01-05") + 7 * np.arange(len(theirs))
    points = spc.Points.of(weeks, [float(row["y"]) for row in theirs])
    fixed_on = sum(row["baseline"] == "TRUE" for row in theirs)
    chart = spc.xmr(points, spc.Plan(fix=fixed_on, is_screened=True, rules=spc.ANHOEJ))
    assert chart.centre[0] == pytest.approx(float(theirs[0]["cl"]), abs=1e-9)
    # They take 3 ÷ 1.128 where the NHS takes 2.66.
    reach = (chart.upper[0] - chart.centre[0]) * (3 / 1.128) / 2.66
    assert chart.centre[0] + reach == pytest.approx(float(theirs[0]["ucl"]), abs=1e-9)
    test = chart.segments[0].runs
    assert (test.longest_run, test.longest_run_allowed) == (
        int(theirs[0]["longest.run"]),
        int(theirs[0]["longest.run.max"]),
    )
    assert (test.crossings, test.fewest_crossings_allowed) == (
        int(theirs[0]["n.crossings"]),
        int(theirs[0]["n.crossings.min"]),
    )
    outside = [signal == spc.Signal.OUTSIDE for signal in chart.signals]
    assert outside == [row["sigma.signal"] == "TRUE" for row in theirs]

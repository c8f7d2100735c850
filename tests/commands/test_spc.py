"""`fanlight spc`: what goes in, what comes out."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from datetime import datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from fanlight.commands.__main__ import main
from support.tables import table

STEADY = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]
MONTHS = [f"2025-{month:02}-01" for month in range(1, 13)]


@pytest.fixture
def points(tmp_path) -> Path:
    return table(tmp_path, [("Ward 6", month, value) for month, value in zip(MONTHS, STEADY, strict=True)])


def answered(capsys, *arguments) -> dict:
    assert main(["spc", *map(str, arguments), "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_json_has_the_promised_shape(points, capsys):
    answer = answered(capsys, points, "--better", "up", "--target", "4")
    assert answer["rule_set"] == "making-data-count"
    (series,) = answer["series"]
    assert {"id", "warnings", "segments", "points", "variation", "assurance"} <= set(series)
    assert (series["id"], series["variation"], series["assurance"]) == (
        "Ward 6",
        "common_cause",
        "hit_or_miss",
    )
    (segment,) = series["segments"]
    assert {"from", "mean", "lower", "upper", "n", "trial"} <= set(segment)
    assert (segment["from"], segment["n"], segment["trial"]) == ("2025-01-01", 12, False)
    assert segment["upper"] == pytest.approx(62 / 12 + 2.66 * 16 / 11)
    assert set(series["points"][0]) == {
        "period", "value", "mean", "lower", "upper", "near_lower", "near_upper", "signal", "side", "type",
    }  # fmt: skip
    assert [point["value"] for point in series["points"]] == STEADY
    assert series["points"][0]["signal"] is None
    assert series["points"][0]["side"] is None
    assert series["points"][0]["type"] == "common_cause"


def test_a_signal_is_named_with_its_side_and_type(tmp_path, capsys):
    rows = [("a", month, value) for month, value in zip(MONTHS, [1, 2] * 5 + [1, 30], strict=True)]
    last = answered(capsys, table(tmp_path, rows), "--better", "down")["series"][0]["points"][-1]
    assert (last["signal"], last["side"], last["type"]) == ("outside", "above", "concern")


def test_one_point_has_null_limits(tmp_path, capsys):
    (series,) = answered(capsys, table(tmp_path, [("a", "2025-01-01", 5)]))["series"]
    assert series["segments"][0]["upper"] is None
    assert series["points"][0]["near_lower"] is None
    assert series["warnings"] == ["One point has no limits: they need a second to vary from."]


def test_columns_can_be_named_and_dates_written_as_people_write_them(tmp_path, capsys):
    heading = ("Ward", "Week beginning", "Kind words")
    rows = [("6", "12 Jan 2026", "1,200"), ("6", "19/1/2026", "n/a"), ("6", "2026-01-26", "1,100")]
    named = ["--series", "ward", "--date", "Week beginning", "--value", "kind words"]
    (series,) = answered(capsys, table(tmp_path, rows, heading), *named)["series"]
    assert [point["period"] for point in series["points"]] == ["2026-01-12", "2026-01-26"]
    assert [point["value"] for point in series["points"]] == [1200, 1100]
    assert "19 January 2026" in series["warnings"][0]


def test_a_table_without_a_series_column_is_one_series_named_after_the_file(tmp_path, capsys):
    path = table(tmp_path, [(month, 5) for month in MONTHS], ("Date", "value"), "huddles.csv")
    assert [series["id"] for series in answered(capsys, path)["series"]] == ["huddles"]


def test_excel_and_parquet_give_what_csv_gives(points, tmp_path, capsys):
    from_csv = answered(capsys, points)
    book = openpyxl.Workbook()
    book.active.append(["series_id", "period", "value"])
    for month, value in zip(MONTHS, STEADY, strict=True):
        book.active.append(["Ward 6", datetime.fromisoformat(month), value])
    book.save(tmp_path / "points.xlsx")
    assert answered(capsys, tmp_path / "points.xlsx") == from_csv
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{points}')) TO '{tmp_path}/points.parquet' (FORMAT parquet)")
    assert answered(capsys, tmp_path / "points.parquet") == from_csv


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_however_excel_saved_it(tmp_path, capsys, encoding, delimiter):
    path = tmp_path / "p.csv"
    lines = [delimiter.join(cells) for cells in (("series_id", "period", "value"), ("Café", "1/2/2025", "5"))]
    path.write_bytes("\r\n".join([*lines, "", delimiter * 2]).encode(encoding))
    (series,) = answered(capsys, path)["series"]
    assert (series["id"], len(series["points"])) == ("Café", 1)


def test_options_from_a_table_win_over_the_command_line(points, tmp_path, capsys):
    heading = (
        "series_id", "improvement_direction", "target", "rebase_dates", "rebase_reasons",
        "fix_after_n_points", "screen_outliers", "source",
    )  # fmt: skip
    rows = [("Ward 6", "decrease", "9.5", "2025-05-01;1/9/2025", "new rota; new ward", "3.0", "True", "x")]
    options = table(tmp_path, rows, heading, "options.csv")
    (series,) = answered(capsys, points, "--options", options, "--better", "up", "--target", "2")["series"]
    assert (series["better"], series["target"], series["screened"]) == ("down", 9.5, True)
    assert [segment["from"] for segment in series["segments"]] == ["2025-01-01", "2025-05-01", "2025-09-01"]
    assert [segment["reason"] for segment in series["segments"]] == [None, "new rota", "new ward"]
    assert [segment["n_limits"] for segment in series["segments"]] == [3, 3, 3]
    assert [segment["n"] for segment in series["segments"]] == [4, 4, 4]


def test_a_blank_option_leaves_what_the_command_line_says(points, tmp_path, capsys):
    options = table(tmp_path, [("Ward 6", "", "")], ("series_id", "improvement_direction", "target"), "o.csv")
    (series,) = answered(capsys, points, "--options", options, "--better", "up", "--target", "2")["series"]
    assert (series["better"], series["target"]) == ("up", 2)


def test_a_rebase_takes_its_reason_from_the_command_line(points, capsys):
    (series,) = answered(capsys, points, "--rebase", "1 July 2025=a second nurse at night")["series"]
    assert series["segments"][1]["reason"] == "a second nurse at night"


def test_figures_of_a_rebase_without_a_reason_are_written_and_complained_of(points, capsys):
    assert main(["spc", str(points), "--rebase", "2025-07-01", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["series"][0]["segments"][1]["reason"] == "no reason was given."
    assert "rebased without a reason" in err


def test_options_for_a_series_that_is_not_there_are_said(points, tmp_path, capsys):
    options = table(tmp_path, [("Ward 7", "increase")], ("series_id", "improvement_direction"), "o.csv")
    main(["spc", str(points), "--options", str(options)])
    assert "One series has options and no points: Ward 7." in capsys.readouterr().err


def test_percentages_are_known_by_their_sign(tmp_path, capsys):
    rows = [("a", month, f"{value}%") for month, value in zip(MONTHS, [99, 97, 100] * 4, strict=True)]
    assert main(["spc", str(table(tmp_path, rows)), "--format", "svg"]) == 0
    assert "upper 100%" in capsys.readouterr().out


def test_a_share_that_excel_shows_as_a_percentage_is_one(tmp_path, capsys):
    book = openpyxl.Workbook()
    book.active.append(["period", "value"])
    for month, value in zip(MONTHS, [0.07, 0.29, 0.1234567, 1] * 3, strict=True):
        book.active.append([datetime.fromisoformat(month), value])
        book.active.cell(book.active.max_row, 2).number_format = "0.0%"
    book.save(tmp_path / "shares.xlsx")
    (series,) = answered(capsys, tmp_path / "shares.xlsx")["series"]
    assert [point["value"] for point in series["points"][:4]] == [7, 29, 12.34567, 100]
    assert main(["spc", str(tmp_path / "shares.xlsx"), "--format", "svg"]) == 0
    assert "100%" in capsys.readouterr().out


def test_a_u_chart_takes_its_sizes_from_a_column(tmp_path, capsys):
    rows = [("a", month, 2, 1000 + 100 * index) for index, month in enumerate(MONTHS)]
    path = table(tmp_path, rows, ("series_id", "period", "value", "bed_days"))
    (series,) = answered(capsys, path, "--chart", "u", "--out-of", "bed_days", "--per", "1000")["series"]
    assert series["points"][0]["value"] == 2
    assert series["segments"][0]["upper"] is None
    assert series["points"][0]["upper"] > series["points"][-1]["upper"]


def test_a_run_chart_uses_anhoejs_rules_and_says_so(points, capsys):
    answer = answered(capsys, points, "--chart", "run")
    assert answer["rule_set"] == "anhoej"
    assert answer["series"][0]["segments"][0]["runs"]["useful"] == 7


def test_a_t_chart_is_made_from_the_dates_of_events(tmp_path, capsys):
    path = table(tmp_path, [("1/1/2025",), ("11/1/2025",), ("15/1/2025",)], ("date",))
    (series,) = answered(capsys, path, "--chart", "t")["series"]
    assert [point["value"] for point in series["points"]] == pytest.approx([10, 4])


def test_the_table_names_the_rules_and_says_what_to_be_careful_about(points, capsys):
    assert main(["spc", str(points), "--fix", "6"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Rules: NHS Making Data Count (making-data-count): a point outside the limits;")
    assert re.search(r"^Ward 6 +12 +2025-12-01 +5\.0", out, re.MULTILINE)
    assert "Ward 6: Trial limits: they rest on 6 points" in out


@pytest.mark.parametrize("rules", ["making-data-count", "shift-8-trend-6", "shewhart", "anhoej"])
def test_every_format_names_the_rule_set(points, tmp_path, rules):
    for ending in ("txt", "json", "svg", "html"):
        out = tmp_path / f"out.{ending}"
        assert main(["spc", str(points), "--rules", rules, "--out", str(out)]) == 0
        text = out.read_text(encoding="utf-8")
        title = {"making-data-count": "NHS Making Data Count", "anhoej": "Anh"}.get(rules, "")
        assert rules in text if ending in {"json", "txt"} else title in text


def test_the_page_stands_alone_and_escapes_what_people_typed(tmp_path):
    rows = [("<script>alert(1)</script>", month, value) for month, value in zip(MONTHS, STEADY, strict=True)]
    rows += [
        ("Falls & slips", month, value) for month, value in zip(MONTHS, [1, 2] * 5 + [1, 30], strict=True)
    ]
    out = tmp_path / "page.html"
    assert (
        main(["spc", str(table(tmp_path, rows)), "--better", "down", "--title", "A & B", "--out", str(out)])
        == 0
    )
    page = out.read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "<h1>A &amp; B</h1>" in page
    assert not re.search(r'(?:src|href)="(?!#)|url\(|@import', page), "nothing is fetched from anywhere"
    assert 'href="#m2">Falls &amp; slips</a>' in page
    assert "1 of 2 measures shows more than chance just now" in page
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    for name in re.findall(r'aria-labelledby="([^"]+)"', page):
        assert set(name.split()) <= set(ids)


def test_svg_is_a_sound_document(points, tmp_path):
    out = tmp_path / "chart.svg"
    assert main(["spc", str(points), "--out", str(out)]) == 0
    assert ElementTree.parse(out).getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_a_reader_that_has_seen_enough_is_no_error(tmp_path):
    rows = [(f"series {number}", month, 5) for number in range(3000) for month in MONTHS[:2]]
    command = f"{sys.executable} -m fanlight spc {table(tmp_path, rows)} | head -3"
    ours = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, env=ours)
    assert "Traceback" not in done.stderr
    assert done.stdout.count("\n") == 3

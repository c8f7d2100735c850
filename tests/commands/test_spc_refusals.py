"""`fanlight spc` refuses bad input in words that name the row and the column, and writes nothing."""

import openpyxl
import pytest

from fanlight.commands.__main__ import main
from support.tables import POINTS, table

GOOD = [("a", "2025-01-01", "5"), ("a", "2025-02-01", "6"), ("a", "2025-03-01", "4")]


def refusal(capsys, *arguments):
    assert main(["spc", *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("a", "31 Febuary 2025", "5"), "row 5, column period: “31 Febuary 2025” is not a date we can read"),
        (("a", "", "5"), "row 5, column period: The date is missing."),
        (("a", "2025-04-01", "five"), "row 5, column value: “five” is not a number."),
        (("a", "2025-04-01", "5,5"), "row 5, column value: “5,5” is not a number we can be sure of."),
        (("a", "2025-04-01", "1e999"), "row 5, column value: "),
        (("a", "2025-04-01", "-1e308"), "row 5, column value: “-1e308” is too large to draw."),
        (
            ("a", "2025-04-01", "1", "234"),
            "row 5 has more cells than the heading: “234” stands under no column",
        ),
        (("", "2025-04-01", "5"), "row 5, column series_id: The series has no name."),
        (("a", "Total", "15"), "row 5, column period: “Total” is not a date we can read"),
        (("a", "2025-04-01", "45%"), "row 2, column value: 5 has no % sign"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(tmp_path, capsys, row, words):
    assert words in refusal(capsys, table(tmp_path, [*GOOD, row]))


def test_blank_lines_are_counted_as_a_spreadsheet_counts_them(tmp_path, capsys):
    assert "row 7, column value" in refusal(
        capsys, table(tmp_path, [*GOOD, ("", "", ""), (), ("a", "1/5/2025", "x")])
    )


def test_several_problems_are_told_at_once_and_many_are_counted(tmp_path, capsys):
    words = refusal(capsys, table(tmp_path, [("a", "never", "x")] * 9))
    assert words.count("column period") == 5
    assert "and 4 more like these" in words


@pytest.mark.parametrize(
    ("heading", "arguments", "words"),
    [
        (
            ("s", "when", "value"),
            [],
            "has no column “period”. It has: s, when, value. Say which holds the dates",
        ),
        (("s", "date", "falls"), [], "has no column “value”"),
        (POINTS, ["--series", "ward"], "has no column “ward”"),
        (POINTS, ["--date", "week"], "has no column “week”"),
        (POINTS, ["--chart", "p"], "name the column with --out-of"),
        (POINTS, ["--chart", "p", "--out-of", "asked"], "has no column “asked”"),
        (POINTS, ["--rebase", "soon=why not"], "“soon” is not a date we can read"),
        (POINTS, ["--target", "high"], "“high” is not a number"),
        (POINTS, ["--fix", "1"], "at least two points"),
        (("period", "Period", "value"), [], "more than one column “period”"),
    ],
)
def test_a_bad_column_or_option_is_named(tmp_path, capsys, heading, arguments, words):
    assert words in refusal(capsys, table(tmp_path, GOOD, heading), *arguments)


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        (("a", "upwards", "", "", ""), "row 2, column improvement_direction: “upwards” is not a direction"),
        (("a", "", "lots", "", ""), "row 2, column target: “lots” is not a number."),
        (("a", "", "", "1/2/2025;then", ""), "row 2, column rebase_dates: “then” is not a date"),
        (("a", "", "", "", "2.5"), "row 2, column fix_after_n_points: “2.5” is not a whole number"),
        (("a", "", "", "", "1"), "row 2, column fix_after_n_points: limits need at least two points"),
        (("", "", "", "", ""), None),
        (("", "up", "", "", ""), "row 2, column series_id: The series has no name."),
    ],
)
def test_a_bad_cell_among_the_options_is_named(tmp_path, capsys, cells, words):
    heading = ("series_id", "improvement_direction", "target", "rebase_dates", "fix_after_n_points")
    options = table(tmp_path, [cells], heading, "options.csv")
    points = table(tmp_path, GOOD)
    if words is None:
        assert main(["spc", str(points), "--options", str(options)]) == 0
    else:
        assert words in refusal(capsys, points, "--options", options)


@pytest.mark.parametrize("picture", ["page.html", "page.svg"])
def test_a_picture_is_not_rebased_without_a_reason_from_whoever_types_it(tmp_path, capsys, picture):
    words = refusal(capsys, table(tmp_path, GOOD), "--rebase", "1 Feb 2025", "--out", tmp_path / picture)
    assert '--rebase "2025-02-01=what changed"' in words
    assert not (tmp_path / picture).exists()


def test_a_table_of_another_tool_is_drawn_and_the_chart_says_that_no_reason_was_given(tmp_path, capsys):
    options = table(tmp_path, [("a", "1/2/2025")], ("series_id", "rebase_dates"), "o.csv")
    rows = [("a", f"2025-0{month}-01", "5") for month in range(1, 7)]
    out = tmp_path / "page.html"
    assert main(["spc", str(table(tmp_path, rows)), "--options", str(options), "--out", str(out)]) == 0
    assert "New limits from February 2025: no reason was given." in out.read_text()
    assert "rebased without a reason" in capsys.readouterr().err


def test_two_rows_of_options_for_one_series_are_refused(tmp_path, capsys):
    options = table(tmp_path, [("a", "up"), ("a", "down")], ("series_id", "improvement_direction"), "o.csv")
    words = refusal(capsys, table(tmp_path, GOOD), "--options", options)
    assert "row 3, column series_id: “a” has options already." in words


def test_reasons_must_be_as_many_as_dates(tmp_path, capsys):
    row = ("a", "1/2/2025;1/3/2025", "only one")
    options = table(tmp_path, [row], ("series_id", "rebase_dates", "rebase_reasons"), "o.csv")
    assert "1 reasons for 2 dates" in refusal(capsys, table(tmp_path, GOOD), "--options", options)


def test_a_count_larger_than_its_size_is_refused(tmp_path, capsys):
    rows = [("a", "2025-01-01", 5, 4), ("a", "2025-02-01", 3, 4)]
    path = table(tmp_path, rows, (*POINTS, "asked"))
    assert "2025-01-01 is greater than what it is out of" in refusal(
        capsys, path, "--chart", "p", "--out-of", "asked"
    )


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.csv", b"", "empty.csv is empty."),
        ("heading.csv", b"series_id,period,value\n", "has no rows below its heading"),
        ("noise.bin", b"\x01\x00\x02\x00", "is neither CSV, XLSX nor Parquet"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "Save it as .xlsx or .csv"),
        ("words.xlsx", b"period,value", "words.xlsx is not an Excel workbook we can read"),
        ("words.parquet", b"period,value", "words.parquet is not a Parquet file we can read"),
        ("broken.xlsx", b"PK\x03\x04nothing of the kind", "is not an Excel workbook we can read"),
        ("broken.parquet", b"PAR1nothing of the kind", "is not a Parquet file we can read"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path, capsys, name, content, words):
    path = tmp_path / name
    path.write_bytes(content)
    assert words in refusal(capsys, path)


def test_a_file_that_is_not_there_is_refused(tmp_path, capsys):
    assert "cannot be read: No such file or directory" in refusal(capsys, tmp_path / "nowhere.csv")
    assert "cannot be read" in refusal(capsys, tmp_path)


def test_a_folder_that_is_not_there_is_refused(tmp_path, capsys):
    assert "cannot be written" in refusal(
        capsys, table(tmp_path, GOOD), "--out", tmp_path / "no" / "out.json"
    )


def test_a_name_that_does_not_say_the_format_is_refused(tmp_path, capsys):
    out = tmp_path / "board.docx"
    assert "End it in .html" in refusal(capsys, table(tmp_path, GOOD), "--out", out)
    assert not out.exists()
    assert main(["spc", str(table(tmp_path, GOOD)), "--out", str(out), "--format", "json"]) == 0


@pytest.mark.parametrize("target", ["nan", "n/a", "", "1e400", "soon"])
def test_a_target_that_is_no_figure_is_refused(tmp_path, capsys, target):
    assert f"“{target}”" in refusal(capsys, table(tmp_path, GOOD), "--better", "up", f"--target={target}")


def test_a_column_of_options_that_is_nearly_ours_is_refused_and_another_is_let_be(tmp_path, capsys):
    heading = ("series_id", "targt", "package_warnings")
    options = table(tmp_path, [("a", "5", "none")], heading, "options.csv")
    said = refusal(capsys, table(tmp_path, GOOD), "--options", options)
    assert "options.csv has a column “targt”. Is it “target”?" in said
    table(tmp_path, [("a", "5", "none")], ("series_id", "target", "package_warnings"), "options.csv")
    assert main(["spc", str(table(tmp_path, GOOD)), "--options", str(options)]) == 0


def test_a_note_beside_the_table_of_a_workbook_is_let_be(tmp_path):
    book = openpyxl.Workbook()
    for row in [POINTS, *GOOD]:
        book.worksheets[0].append([*row])
    book.worksheets[0]["F2"] = "counted by the night team"
    book.save(tmp_path / "points.xlsx")
    assert main(["spc", str(tmp_path / "points.xlsx")]) == 0


def test_the_points_are_never_written_over(tmp_path, capsys):
    path = table(tmp_path, GOOD)
    assert "holds the points" in refusal(capsys, path, "--out", path)


def test_a_refusal_leaves_the_old_file_as_it_was(tmp_path, capsys):
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    refusal(capsys, table(tmp_path, [("a", "never", "5")]), "--out", out)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "points.csv"]


def test_too_many_series_for_one_page_are_refused(tmp_path, capsys):
    rows = [(f"s{number}", "2025-01-01", 5) for number in range(2001)]
    assert "2,001 series are too many to draw on one page" in refusal(
        capsys, table(tmp_path, rows), "--format", "html"
    )

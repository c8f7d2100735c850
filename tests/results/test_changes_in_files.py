"""What has changed since last time is said alike in every kind of file, and read back by other programs."""

import json
from io import BytesIO

import openpyxl
import pytest
from pptx import Presentation

from fanlight.results.documents import Kind, written
from results.made import ALIKE, GOOD, MIXED, NUMBER, OFTEN, POOR, document, released
from results.pdf_reader import structure
from results.readers import everything_in

BEFORE = [POOR, GOOD[::-1], MIXED, OFTEN, NUMBER]
NOW = [GOOD, ALIKE[::-1], MIXED, OFTEN, NUMBER]
SAID = "Better than last time"


@pytest.fixture(scope="module")
def made() -> dict[Kind, bytes]:
    both = document(released({"": NOW}), earlier=released({"": BEFORE}))
    return {kind: written(both, kind) for kind in Kind}


def test_plain_data_has_the_figures_the_verdict_and_the_reason(made: dict[Kind, bytes]) -> None:
    group = json.loads(made[Kind.DATA])["groups"][0]
    change = {each["code"]: each["change"] for each in group["statements"]}
    assert group["compared_with"] == "spring, closed in May"
    assert (change["T1"]["before"], change["T1"]["points"], change["T1"]["verdict"]) == (13, 75, "better")
    assert change["T1"]["low"] < 75 < change["T1"]["high"]
    assert change["S1"]["verdict"] == "could-be-chance"
    assert change["T2"]["because"].startswith("This time nearly everybody answered alike")
    assert change["N1"] is None


def test_the_tidy_sheet_has_a_row_for_each_figure_of_a_change(made: dict[Kind, bytes]) -> None:
    rows = list(openpyxl.load_workbook(BytesIO(made[Kind.SHEET]))["Figures"].iter_rows(values_only=True))
    lines = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    found = {line["figure"]: line for line in lines if line["code"] == "T1"}
    assert (found["positive, last time"]["exact"], found["change in points"]["exact"]) == (13, 75)
    assert found["change in points, 95% interval"]["at least"] > 0


def test_the_pdf_draws_each_themes_changes_with_words_and_a_table(made: dict[Kind, bytes]) -> None:
    whole = structure(made[Kind.PDF])
    drawn = [figure.alt for figure in whole.every("Figure") if "last time and now" in figure.alt]
    assert len(drawn) == 2
    assert "We help: 13% positive before, 88% now. Better than last time" in drawn[0]
    heads = [[head.all_words for head in table.every("TH")] for table in whole.every("Table")]
    assert ["Statement", "Before", "Now", "Change", "Verdict"] in [each[:5] for each in heads]


def test_the_slides_chart_what_is_clearly_better_or_worse_and_nothing_else(made: dict[Kind, bytes]) -> None:
    slides = Presentation(BytesIO(made[Kind.SLIDES])).slides
    about = next(each for each in slides if "better than last time" in each.shapes.title.text_frame.text)
    shape = next(shape for shape in about.shapes if shape.has_chart)
    plot = shape.chart.plots[0]
    assert [series.name for series in plot.series] == ["Last time", "Now"]
    assert [list(series.values) for series in plot.series] == [[13], [88]]
    assert next(iter(plot.categories)).startswith("We help: better, ")
    assert "13% positive before" in shape._element.xpath(".//p:cNvPr")[0].get("descr")
    assert "What did we do differently since last time?" in about.notes_slide.notes_text_frame.text


def test_where_nothing_clearly_changed_a_slide_says_so() -> None:
    same = document(released({"": BEFORE}), earlier=released({"": BEFORE}))
    slides = Presentation(BytesIO(written(same, Kind.SLIDES))).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert "Nothing has clearly changed since last time" in titles


@pytest.mark.parametrize("kind", [Kind.PDF, Kind.SHEET])
def test_the_files_name_the_round_before(kind: Kind, made: dict[Kind, bytes]) -> None:
    assert "spring, closed in May" in everything_in(made[kind], kind)


@pytest.mark.parametrize("kind", Kind)
def test_without_a_round_before_no_file_speaks_of_last_time(kind: Kind) -> None:
    text = everything_in(written(document(released({"": NOW})), kind), kind)
    assert "last time" not in text.lower()

"""The files can be read by everybody: read back by other programs than those that wrote them."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import openpyxl
import pikepdf
import pytest
from pptx import Presentation
from pptx.enum.lang import MSO_LANGUAGE_ID

from fanlight.results.documents import Kind, TooManyGroups, written
from results.made import ALIKE, GOOD, MIXED, NUMBER, OFTEN, ORDINARY, POOR, document, released
from results.pdf_reader import Part, structure
from results.readers import everything_in

COUNTS = [GOOD, POOR[::-1], POOR, OFTEN, NUMBER]


@pytest.fixture(scope="module")
def made() -> dict[Kind, bytes]:
    several = document(
        released({"Day": COUNTS, "Night": COUNTS, "Two": [(1, 1, 0, 0, 0)] * 3 + [(2,), (2,)]})
    )
    return {kind: written(several, kind) for kind in Kind}


def test_the_pdf_says_that_it_is_for_everybody(made: dict[Kind, bytes]) -> None:
    with pikepdf.open(BytesIO(made[Kind.PDF])) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as about:
            assert about["dc:title"] == "What stood out"
            assert about["pdfuaid:part"] == "1"


def test_every_picture_in_the_pdf_is_described_and_every_table_has_heads(made: dict[Kind, bytes]) -> None:
    whole = structure(made[Kind.PDF])
    figures, tables = list(whole.every("Figure")), list(whole.every("Table"))
    assert figures
    assert tables
    assert all("positive" in figure.alt for figure in figures)
    assert all(len(list(table.every("TH"))) == len(table.parts[0].parts[0].parts) for table in tables)


def test_the_headings_of_the_pdf_skip_no_level(made: dict[Kind, bytes]) -> None:
    levels = [int(part.kind[1]) for part in _headings(structure(made[Kind.PDF]))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def _headings(part: Part) -> Iterator[Part]:
    for child in part.parts:
        if child.kind in {"H1", "H2", "H3", "H4"}:
            yield child
        yield from _headings(child)


def test_every_slide_has_a_title_of_its_own_that_is_read_first(made: dict[Kind, bytes]) -> None:
    slides = Presentation(BytesIO(made[Kind.SLIDES])).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert all(slide.shapes[0].shape_id == slide.shapes.title.shape_id for slide in slides)


def test_every_chart_on_a_slide_is_native_described_and_holds_its_figures(made: dict[Kind, bytes]) -> None:
    charts = [
        shape
        for slide in Presentation(BytesIO(made[Kind.SLIDES])).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert charts
    for shape in charts:
        assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
        sheet = openpyxl.load_workbook(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob)).active
        assert sheet.max_row > 1


def test_whoever_leads_the_talk_finds_questions_in_the_notes(made: dict[Kind, bytes]) -> None:
    slides = list(Presentation(BytesIO(made[Kind.SLIDES])).slides)
    about = [slide for slide in slides if "To talk about" in _words(slide)]
    assert about
    assert all(slide.notes_slide.notes_text_frame.text.count("?") >= 3 for slide in about)


def _words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_slides_wear_our_look_and_say_their_language(made: dict[Kind, bytes]) -> None:
    deck = Presentation(BytesIO(made[Kind.SLIDES]))
    assert [layout.name for layout in deck.slide_layouts] == ["Opening", "One thought"]
    assert (deck.core_properties.title, deck.core_properties.language) == ("What stood out", "en-GB")
    runs = [
        run for shape in deck.slides[1].shapes for line in shape.text_frame.paragraphs for run in line.runs
    ]
    assert {run.font.language_id for run in runs} == {MSO_LANGUAGE_ID.ENGLISH_UK}


def test_what_is_withheld_is_a_slide_with_its_reason(made: dict[Kind, bytes]) -> None:
    last = [
        slide for slide in Presentation(BytesIO(made[Kind.SLIDES])).slides if "Not shown" in _words(slide)
    ]
    assert "Too few to be shown" in _words(last[0])


def test_nobody_is_given_slides_about_more_than_twenty_groups() -> None:
    many = document(released({f"Ward {number:02}": ORDINARY for number in range(25)}))
    with pytest.raises(TooManyGroups, match="26 groups are too many"):
        written(many, Kind.SLIDES)


def test_no_text_becomes_a_formula_in_the_workbook(made: dict[Kind, bytes]) -> None:
    book = openpyxl.load_workbook(BytesIO(made[Kind.SHEET]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "=How often do we talk?" for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_the_page_needs_nothing_but_itself(made: dict[Kind, bytes]) -> None:
    page = made[Kind.PAGE].decode()
    assert not [sign for sign in ("<script", "<link", "src=", "@import", "url(", " style=") if sign in page]
    assert "Work gets &lt;lost&gt; &amp; left." in page


def test_no_two_charts_of_the_page_share_a_name(made: dict[Kind, bytes]) -> None:
    names = re.findall(r' id="([^"]+)"', made[Kind.PAGE].decode())
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("kind", Kind)
def test_a_team_of_which_nothing_may_be_shown_gets_a_file_that_says_why(kind: Kind) -> None:
    few = document(released({"": [(1, 2, 3, 2, 1)] * 3 + [(1, 2, 3, 2, 1, 0), (3, 3, 3)]}))
    assert "Too few people answered to show anything" in everything_in(written(few, kind), kind)


@pytest.mark.parametrize("kind", Kind)
def test_what_is_only_bounded_is_said_as_a_bound(kind: Kind) -> None:
    text = everything_in(written(document(released({"": [ALIKE, MIXED, MIXED, OFTEN, NUMBER]})), kind), kind)
    assert "at least 90%" in text.lower() or '"at_least": 90' in text
    assert "100% positive" not in text
    assert "Everybody agrees" not in text

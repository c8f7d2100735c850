"""Two hundred messy rows: every problem named, the rest kept on the person's yes."""

import io
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fanlight.improvement.models import Figure, Measure
from fanlight.improvement.pasting import Read, lines_of, read_lines
from support.changes import a_measure
from support.worlds import Cast, make_cast

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 23)


def read(measure: Measure, text: str) -> Read:
    return read_lines(lines_of(text), measure=measure, today=TODAY)


def told(measure: Measure, row: str) -> str:
    found = read(measure, f"5 Jan 2026\t3\n{row}").problems
    return " ".join(problem.words for problem in found)


def messy_rows() -> str:
    """Two hundred rows as somebody keeps them: 178 good Mondays and 22 others."""
    good = [f"{day.day} {day:%b %Y}\t{place % 9 + 3}" for place, day in enumerate(mondays(178))]
    rows = ["Week\tHuddles", *good[:60], "", "n/a\tn/a", *good[60:120], "12 Jan 2023\tn/a", "3 Jan 2023\t45%"]
    rows += [*good[120:], "Total\t1,204", "Average\t6.8", "", "31 Febuary 2026\t4", "2 March 2026\tabout 5"]
    rows += ["\t", "   ", *["?\t?"] * 10]
    assert len(rows) == 200
    return "\n".join(rows)


def mondays(many: int) -> list[date]:
    return [date.fromordinal(date(2023, 6, 5).toordinal() + 7 * place) for place in range(many)]


def test_two_hundred_messy_rows_name_each_problem_and_keep_the_rest(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    found = read(measure, messy_rows())
    assert len(found.kept) == 178
    assert found.blank_lines == 4
    assert len(found.kept) + found.blank_lines + len(found.problems) == 200
    by_row = {problem.row: problem.words for problem in found.problems}
    assert "heading" in by_row["Week  Huddles"]
    assert "not a date" in by_row["n/a  n/a"]
    assert "blank or says so" in by_row["12 Jan 2023  n/a"]
    assert "A percentage" in by_row["3 Jan 2023  45%"]
    assert "A total" in by_row["Total  1,204"]
    assert "A total or an average" in by_row["Average  6.8"]
    assert "not a date we can read" in by_row["31 Febuary 2026  4"]
    assert "not a number" in by_row["2 March 2026  about 5"]


def test_nothing_is_kept_before_the_yes_and_everything_after(cast: Cast) -> None:
    measure, client = a_measure(cast.ward), Client()
    client.force_login(cast.bob)
    address = reverse("paste_figures", args=[measure.public_id])
    page = client.post(address, {"text": messy_rows()}).content.decode()
    assert "178 figures can be kept" in page
    assert "Keep the 178 figures" in page
    assert "31 Febuary 2026" in page
    assert not Figure.objects.exists()
    held = page.split('name="held" value="')[1].split('"')[0]
    save = reverse("save_pasted", args=[measure.public_id])
    client.post(save, {"held": held})
    assert Figure.objects.count() == 178
    client.post(save, {"held": held})
    assert Figure.objects.count() == 178, "twice is harmless"


def test_rows_that_we_did_not_show_are_not_kept(cast: Cast) -> None:
    client, measure, other = Client(), a_measure(cast.ward), a_measure(cast.ward, name="Another")
    client.force_login(cast.bob)
    page = client.post(
        reverse("paste_figures", args=[measure.public_id]), {"text": "5 Jan 2026\t3"}
    ).content.decode()
    held = page.split('name="held" value="')[1].split('"')[0]
    for forged, into in ((held[:-3] + "abc", measure), ("", measure), (held, other)):
        client.post(reverse("save_pasted", args=[into.public_id]), {"held": forged})
    assert not Figure.objects.exists()


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("12 Jan", "A date without a figure"),
        ("12 Jan\t4", "No year is written: read as 12 January 2026"),
        ("w/c 12/1/2026\t4", ""),
        ("Mon 12 January 2026\t4", ""),
        ("2026-01-12\t1,234", ""),
        ("12 Jan 2027\t4", "still to come"),
        ("7 Jan 2026\t4", "Row 1 is of the same time"),
        ("Grand total\t40", "A total"),
        ("12 Jan 2026\t-4", "less than nought"),
        ("rubbish", "not a date"),
    ],
)
def test_each_row_is_understood_or_told(row: str, words: str, cast: Cast) -> None:
    assert words in told(a_measure(cast.ward), row)
    if not words:
        assert told(a_measure(cast.ward), row) == ""


@pytest.mark.parametrize(
    ("row", "value"),
    [("5 Jan 2026\t9\t12", (9, 12)), ("5 Jan 2026\t9/12", (9, 12)), ("5 Jan 2026\t9 of 12", (9, 12))],
)
def test_so_many_out_of_so_many(row: str, value: tuple[int, int], cast: Cast) -> None:
    [kept] = read(a_measure(cast.ward, counts="percentage"), row).kept
    assert (kept.entry.value, kept.entry.out_of) == value


@pytest.mark.parametrize(
    "row", ["5 Jan 2026\t45%", "5 Jan 2026\t9", "5 Jan 2026\t13\t12", "5 Jan 2026\t0\t0"]
)
def test_a_percentage_without_its_numbers_is_told(row: str, cast: Cast) -> None:
    found = read(a_measure(cast.ward, counts="percentage"), row)
    assert (len(found.kept), len(found.problems)) == (0, 1)


def test_days_without_a_year_follow_the_row_before(cast: Cast) -> None:
    found = read(a_measure(cast.ward), "22 Dec 2025\t3\n29 Dec\t4\n5 Jan\t5\n12 Jan\t6")
    assert [kept.entry.on for kept in found.kept] == [
        date(2025, 12, 22),
        date(2025, 12, 29),
        date(2026, 1, 5),
        date(2026, 1, 12),
    ]


@pytest.mark.parametrize(
    "line", ["5 Jan 2026;3", "5 Jan 2026,3", "5 Jan 2026   3", "5 Jan 2026 3", '"5 Jan 2026","3"']
)
def test_any_usual_separator_will_do(line: str, cast: Cast) -> None:
    [kept] = read(a_measure(cast.ward), line).kept
    assert (kept.entry.on, kept.entry.value) == (date(2026, 1, 5), 3)


def test_figures_that_are_there_stay(cast: Cast) -> None:
    measure, client = a_measure(cast.ward), Client()
    client.force_login(cast.bob)
    Figure.objects.create(measure=measure, on=date(2026, 1, 5), value=9)
    assert "stays as it is" in " ".join(each.words for each in read(measure, "7 Jan 2026\t3").problems)


def test_a_workbook_is_read_like_a_paste(cast: Cast) -> None:
    book, out = openpyxl.Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("Week", "Huddles"),
        (date(2026, 1, 5), 3),
        (None, None),
        ("Total", 3),
        (date(2026, 1, 12), "n/a"),
    ):
        sheet.append(row)
    book.save(out)
    client, measure = Client(), a_measure(cast.ward)
    client.force_login(cast.bob)
    file = SimpleUploadedFile("huddles.xlsx", out.getvalue())
    page = client.post(reverse("paste_figures", args=[measure.public_id]), {"file": file}).content.decode()
    assert "One figure can be kept" in page
    assert "row 4" in page


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\x00\xff\xfe", b""])
def test_a_file_that_cannot_be_read_is_told(content: bytes, cast: Cast) -> None:
    client, measure = Client(), a_measure(cast.ward)
    client.force_login(cast.bob)
    file = SimpleUploadedFile("huddles.xlsx", content)
    response = client.post(reverse("paste_figures", args=[measure.public_id]), {"file": file})
    assert response.status_code in {200, 422}
    assert not Figure.objects.exists()


class AnyPaste(TestCase):
    """Whatever is pasted: no crash, and every row is in exactly one of the three heaps."""

    def setUp(self) -> None:
        self.measure = a_measure(make_cast().ward)

    @settings(max_examples=50, deadline=None)
    @given(
        st.lists(
            st.text(st.characters(exclude_characters="\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029"), max_size=40),
            max_size=8,
        )
    )
    def test_every_row_is_kept_told_or_blank(self, rows: list[str]) -> None:
        found = read(self.measure, "\n".join(rows))
        left_out = [problem for problem in found.problems if not problem.is_kept]
        many = len("\n".join(rows).splitlines())
        assert len(found.kept) + len(left_out) + found.blank_lines == many


def test_a_thousand_cut_at_its_comma_is_asked_about_and_not_read_as_one(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    assert "One figure, 1,234, or two?" in told(measure, "12 Jan 2026,1,234")
    assert [kept.entry.value for kept in read(measure, "12 Jan 2026\t1,234").kept] == [1234]
    share = a_measure(cast.ward, name="Late", counts="percentage")
    assert [kept.entry.out_of for kept in read(share, "12 Jan 2026,9,120").kept] == [120]


def test_a_figure_too_large_to_draw_is_named(cast: Cast) -> None:
    assert "too large to draw" in told(a_measure(cast.ward), "12 Jan 2026\t1e308")

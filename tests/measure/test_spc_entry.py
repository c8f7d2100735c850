"""Dates and figures as people type them."""

from datetime import date, datetime
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.spc.entry import Unreadable, read_date, read_figure

TWELFTH = date(2026, 1, 12)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-01-12",
        "2026-1-12",
        "2026/01/12",
        "2026-01-12T09:30:00",
        "2026-01-12 00:00:00",
        "2026-01-12T09:30:00+01:00",
        "12/1/2026",
        "12/01/26",
        "12-01-2026",
        "12.1.2026",
        "12 Jan 2026",
        "12 January 2026",
        " 12  january  2026 ",
        "12-Jan-26",
        "12 Jan 26",
        "12th January 2026",
        "Mon 12 Jan 2026",
        "Monday, 12 January 2026",
        "January 12, 2026",
        "12 Jan. 2026",
        date(2026, 1, 12),
        datetime(2026, 1, 12, 9, 30),  # noqa: DTZ001
    ],
)
def test_a_date_is_read_however_people_write_it(cell):
    assert read_date(cell) == TWELFTH


@pytest.mark.parametrize("cell", ["Jan 2026", "January 2026", "Jan-26", "2026-01", "jan 26"])
def test_a_month_stands_for_its_first_day(cell):
    assert read_date(cell) == date(2026, 1, 1)


def test_the_day_comes_before_the_month():
    assert read_date("3/4/2026") == date(2026, 4, 3)
    assert read_date("1 Sept 2026") == date(2026, 9, 1)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "31 Febuary 2027",
        "31/2/2027",
        "2/28/2027",
        "Total",
        "12",
        "2026",
        "12 Jan",
        "Janners 2026",
        "0/0/2026",
    ],
)
def test_what_is_no_date_is_refused_in_words(cell):
    with pytest.raises(Unreadable, match=r"is not a date we can read\. Try 28/2/2027\.|The date is missing"):
        read_date(cell)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_from_every_form(day):
    forms = ["%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d %b %Y", "%d %B %Y", "%d-%b-%y", "%a %d %b %Y"]
    assert {read_date(day.strftime(form)) for form in forms} == {day}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("12", 12),
        (" 12.50 ", 12.5),
        ("-3", -3),
        ("\u22123", -3),
        ("1,234", 1234),
        ("1,234,567.5", 1234567.5),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        (".5", 0.5),
        ("1e3", 1000),
        ("+7", 7),
        (7, 7),
        (7.25, 7.25),
    ],
)
def test_a_figure_is_read_however_people_write_it(cell, value):
    assert read_figure(cell).value == value
    assert not read_figure(cell).is_percentage


@pytest.mark.parametrize(("cell", "value"), [("45%", 45), ("45.5 %", 45.5), ("1,200%", 1200)])
def test_a_percentage_keeps_its_sign(cell, value):
    assert read_figure(cell).value == value
    assert read_figure(cell).is_percentage


@pytest.mark.parametrize(
    "cell", ["", "  ", "n/a", "N/A", "-", "–", "#N/A", "NaN", "missing", None, float("nan")]
)
def test_a_blank_is_a_missing_figure_and_not_nought(cell):
    assert isnan(read_figure(cell).value)


@pytest.mark.parametrize(
    "cell",
    [
        "about 12",
        "12 to 15",
        "1,2,3",
        "12,5",
        "#DIV/0!",
        "12 Jan",
        True,
        "inf",
        float("inf"),
        "1e999",
        "%",
        "²",
    ],
)
def test_what_is_no_figure_is_refused(cell):
    with pytest.raises(Unreadable):
        read_figure(cell)


def test_a_decimal_comma_is_not_guessed_at():
    with pytest.raises(Unreadable, match="decimals with a point"):
        read_figure("12,5")

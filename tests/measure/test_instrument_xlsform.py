"""XLSForms are read, or refused by row; nothing is dropped in silence."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.instruments import InvalidInstrument
from fanlight.measure.instruments.exchange import Imported, from_xlsform

HEADINGS = ["type", "name", "label", "hint", "required", "relevant", "choice_filter"]
TEA = ["select_one ny", "tea", "Is there tea?"]
CHOICES: list[list[object]] = [["list_name", "name", "label"], ["ny", "n", "No"], ["ny", "y", "Yes"]]


def read(*rows: list[object], choices: list[list[object]] | None = None, **sheets: Any) -> Imported:
    return from_xlsform(
        {"survey": [list(HEADINGS), *rows], "choices": choices or CHOICES, **sheets}, file="tea.xlsx"
    )


def notes_on(*row: object) -> str:
    """What is said of one row, beside a plain question that makes the form readable."""
    return "\n".join(read(list(TEA), list(row)).notes)


def test_a_plain_question_becomes_an_item() -> None:
    tea = read(list(TEA), settings=[["form_title", "form_id", "version"], ["Tea", "tea_1", "2"]]).instrument
    assert (tea.id, str(tea.title), tea.version) == ("tea-1", "Tea", "2")
    assert tea.item("tea").label() == "Is there tea?"
    assert [(option.code, option.name) for option in tea.scale("ny").options] == [(1, "n"), (2, "y")]
    assert not tea.is_askable


@pytest.mark.parametrize(
    ("row", "note"),
    [
        (["text", "why", "Why?"], "item why: type “text” cannot be asked in Fanlight"),
        (["note", None, "Hello"], "survey row 3: type “note” cannot be asked in Fanlight"),
        (["select_multiple ny", "two", "?"], "item two: several answers may be chosen"),
        (["select all that apply from ny", "two", "?"], "item two: several answers may be chosen"),
        (["deviceid", "phone"], "item phone: type “deviceid” would leave a trace of the person"),
        (["select_one ny or_other", "two", "?"], "item two: an answer in the person’s own words"),
        (["select_one ny", "two", "?", "Hint!"], "item two: not kept: hint"),
        (
            ["select_one ny", "two", "?", None, "yes"],
            "item two: it must be answered there; here it may be skipped",
        ),
        (
            ["select_one ny", "two", "?", None, None, "${tea}='y'"],
            "item two: it depends on an earlier answer",
        ),
        (
            ["select_one ny", "two", "?", None, None, None, "a=${tea}"],
            "item two: its answers depend on an earlier",
        ),
        (["select_one ny", "two", "You said ${tea}?"], "item two: its words repeat an earlier answer"),
        (["select_one ny", "two"], "item two: it has no wording"),
    ],
)
def test_what_cannot_be_carried_over_is_named(row: list[object], note: str) -> None:
    assert note in notes_on(*row)


@pytest.mark.parametrize("kind", ["select_one ny", "select one from ny", "select one ny", "select1 ny"])
def test_the_older_ways_of_saying_one_of_a_list_are_known(kind: str) -> None:
    assert read([kind, "two", "?"]).instrument.item("two").scale == "ny"


def test_nothing_inside_a_repeat_is_asked() -> None:
    rows = [["begin repeat", "cups", "Each cup"], ["select_one ny", "hot", "Hot?"], ["end repeat"]]
    found = read(list(TEA), *rows)
    assert [item.code for item in found.instrument.items] == ["tea"]
    assert "item hot: it is inside a repeat, so it cannot be asked in Fanlight" in found.notes


def test_a_group_becomes_a_composite_and_says_so() -> None:
    found = read(["begin_group", "g", "Breaks"], list(TEA), ["select_one ny", "cake", "Cake?"], ["end_group"])
    assert found.instrument.composite("g").items == ("tea", "cake")
    assert any(note.startswith("item g: its questions (tea, cake) are read together") for note in found.notes)


def test_numbers_are_codes_even_where_the_spreadsheet_made_them_decimal() -> None:
    choices = [["LIST NAME", "Name", "Label"], ["ny", 0.0, "No"], ["ny", 1.0, "Yes"]]
    scale = read(list(TEA), choices=choices).instrument.scale("ny")
    assert scale.codes == (0, 1)
    assert scale.option(0).name is None


def test_languages_are_told_by_their_headings() -> None:
    survey = [
        ["type", "name", "label::English (en)", "label::Cymraeg", "label::Klingon"],
        [*TEA, "Oes te?", "?"],
    ]
    found = from_xlsform({"survey": survey, "choices": CHOICES}, file="tea.xlsx")
    assert dict(found.instrument.item("tea").wording or {}) == {"en": "Is there tea?", "cy": "Oes te?"}
    assert found.instrument.languages == ("en", "cy")
    assert "language klingon: we do not know its short name, so its words are not kept" in found.notes


def test_sheets_lists_and_settings_without_a_use_are_named() -> None:
    choices = [*CHOICES, ["spare", "a", "A"]]
    found = read(list(TEA), choices=choices, osm=[["a"], ["b"]], settings=[["public_key"], ["x"]])
    assert "sheet osm: not kept" in found.notes
    assert "list spare: no question that can be asked uses it, so it is not kept" in found.notes
    assert "the settings: not kept: public_key" in found.notes


@pytest.mark.parametrize(
    ("sheets", "message"),
    [
        ({"choices": CHOICES}, "there is no sheet called “survey”"),
        (
            {"survey": [HEADINGS, ["text", "a", "A?"]]},
            "no question in it that Fanlight can ask.\n- item a: type",
        ),
        ({"survey": [HEADINGS, TEA]}, "survey row 2 (tea): the choices sheet has no list “ny”."),
        (
            {"survey": [HEADINGS, ["select_one ny", "", "?"]], "choices": CHOICES},
            "row 2: this question has no name.",
        ),
        (
            {"survey": [HEADINGS, ["begin group", "g"], TEA], "choices": CHOICES},
            "row 2: this group is never ended.",
        ),
        (
            {"survey": [HEADINGS, TEA, ["end group"]], "choices": CHOICES},
            "row 3: there is no group to end here.",
        ),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(sheets: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInstrument) as refusal:
        from_xlsform(sheets, file="tea.xlsx")
    assert str(refusal.value).startswith("tea.xlsx: ")
    assert message in str(refusal.value)


def test_a_name_that_is_there_twice_is_changed_and_it_says_so() -> None:
    found = read(list(TEA), list(TEA))
    assert [item.code for item in found.instrument.items] == ["tea", "tea-2"]
    assert "item tea: it is called tea-2 here" in found.notes


cells = (
    st.none()
    | st.integers(0, 5)
    | st.floats(0, 5)
    | st.sampled_from(
        [
            "type",
            "name",
            "label",
            "label::x",
            "list_name",
            "select_one a",
            "a",
            "begin group",
            "end group",
            "",
            "${a}",
        ]
    )
)


@given(
    st.dictionaries(st.sampled_from(["survey", "choices", "settings"]), st.lists(st.lists(cells, max_size=4)))
)
def test_any_sheets_are_read_or_refused_but_never_break(sheets: dict[str, list[list[object]]]) -> None:
    with contextlib.suppress(InvalidInstrument):
        from_xlsform(sheets, file="any.xlsx")

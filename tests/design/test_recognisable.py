"""What a text may give away: found gently, and nothing in the ordinary words of a team."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.design.recognisable import Kind, in_words, recognisable


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ask Priya about it.", Kind.NAME, "Priya"),
        ("Sister Obi is kind.", Kind.NAME, "Sister Obi"),
        ("Dr. Patel never listens", Kind.NAME, "Dr. Patel"),
        ("Sarah said it was fine", Kind.NAME, "Sarah"),
        ("Priya forgot the form", Kind.NAME, "Priya"),
        ("All was calm.\nTom was upset", Kind.NAME, "Tom"),
        ("It happened on 14th September.", Kind.DATE, "14th September"),
        ("It happened on March 3.", Kind.DATE, "March 3"),
        ("on 3/3/2027 again", Kind.DATE, "3/3/2027"),
        ("last Tuesday night was bad", Kind.DATE, "last Tuesday night"),
        ("we were two at 3 am", Kind.DATE, "3 am"),
        ("the patient in Bed 12", Kind.PLACE, "Bed 12"),
        ("Room 4a is cold", Kind.PLACE, "Room 4a"),
        ("the ward manager shouts", Kind.ROLE, "ward manager"),
        ("our only pharmacist left", Kind.ROLE, "pharmacist"),
        ("write to me@example.org", Kind.CONTACT, "me@example.org"),
        ("ring 07700 900123 please", Kind.CONTACT, "07700 900123"),
    ],
)
def test_what_gives_people_away_is_found(text: str, kind: Kind, words: str) -> None:
    assert (kind, words) in [(passage.kind, passage.words) for passage in recognisable(text)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I like working here. We help each other.",
        "Handover is rushed. Nights are short of staff, and nobody listens.",
        "More time for breaks, please. Thank you for asking!",
        "On Monday and at Christmas we are always short.",
        "Theatre rang late. Families tried twice. Things felt rushed. Reception was kind.",
        "There were 3 of us for 28 patients, about 1 in 2 shifts.",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert recognisable(text) == ()


def test_each_kind_is_one_line_in_words() -> None:
    assert in_words(recognisable("Sarah said so, and Sarah told me in bay 3. Ask Priya.")) == (
        "“bay 3” could be a bed, bay or room.",
        "“Sarah” and “Priya” could be a name.",
    )


def test_a_part_of_a_longer_name_is_not_said_again() -> None:
    assert [passage.words for passage in recognisable("It was kind of Dr Khan")] == ["Dr Khan"]


@pytest.mark.parametrize(("text", "found"), [("Bob hands over late", ["Bob"]), ("bob the boat", [])])
def test_names_that_are_known_are_found_anywhere(text: str, found: list[str]) -> None:
    assert [passage.words for passage in recognisable(text, names=["Bob Hughes"])] == found


@given(st.text(max_size=1000))
def test_any_text_can_be_looked_at(text: str) -> None:
    for passage in recognisable(text):
        assert passage.words in text

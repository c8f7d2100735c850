"""What a text may give away: found gently, and nothing in the ordinary words of a team."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.design.given_names import GIVEN_NAMES
from fanlight.design.recognisable import NOT_NAMES, Kind, in_words, recognisable


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Ask Priya about it.", Kind.NAME, "Priya"),
        ("Sister Obi is kind.", Kind.NAME, "Sister Obi"),
        ("Dr. Patel never listens", Kind.NAME, "Dr. Patel"),
        ("Sarah said it was fine", Kind.NAME, "Sarah"),
        ("Priya forgot the form", Kind.NAME, "Priya"),
        ("All was calm.\nTom was upset", Kind.NAME, "Tom"),
        ("Susan was there.", Kind.NAME, "Susan"),
        ("It was bad. Mohammed had to stay on.", Kind.NAME, "Mohammed"),
        ("Nobody came!\nAgnieszka did it alone", Kind.NAME, "Agnieszka"),
        ("We were short: - Priya too", Kind.NAME, "Priya"),
        ("Karen and I were on nights.", Kind.NAME, "Karen"),
        ("Deborah's shift", Kind.NAME, "Deborah"),
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
        "We need more staff on Sundays.",
        "Theatre rang late. Families tried twice. Things felt rushed. Reception was kind.",
        "There were 3 of us for 28 patients, about 1 in 2 shifts.",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert recognisable(text) == ()


ORDINARY = """
Handover was rushed. Training is cancelled again. Communication had broken down. Equipment went missing. Agency staff
came late. Breaks are never taken. Grace under pressure helps. Will anybody listen? Mark my words. May I say
something? June was bad. Hope is what keeps us going. Joy comes from small things. Rose-tinted reports go up. Frank
talk is rare. Bill payments were late. Max dose was written. Sue us if you like. Rich people go elsewhere. Art therapy
was stopped. Dawn is when we are fewest. Jack of all trades is what we are. Robin of the charts is gone. Amber alerts
were ignored. Summer is worse. Violet light was off. Carol singing was nice. Ray of hope. Dean of the school came.
Drew blood twice. Miles from the ward. Guy ropes in the garden. Medication was late. Records were changed. Bullying is
normal here. Somebody cried. Induction was one hour. Sickness is high. Supervision stopped. Rotas change daily.
Minutes were altered. Falls went up. Sepsis was missed. Oxygen ran out. Alarms rang. Whistleblowing is risky. Overtime
was not paid. Morale is low. Pain was ignored. Food was cold. Call bells rang for an hour. Leadership changed.
Discharge was unsafe. Consent was not asked. Infection spread. Linen ran out. Doors were locked. Cover was refused.
Florence of old would weep. Chelsea clinic closed. London rules apply. Christian services were held. Prince of wards.
Major changes came.
"""


@pytest.mark.parametrize("sentence", re.findall(r"[^.?]+[.?]", " ".join(ORDINARY.split())))
def test_ordinary_sentences_are_left_alone(sentence: str) -> None:
    assert recognisable(sentence.strip()) == ()


def test_no_given_name_is_an_ordinary_word() -> None:
    said = {word.strip(".?!").lower() for word in ORDINARY.split()} | {word.lower() for word in NOT_NAMES}
    assert said.isdisjoint(name.lower() for name in GIVEN_NAMES)


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

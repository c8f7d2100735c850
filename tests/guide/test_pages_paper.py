"""Cards on paper: A6, four to a sheet of A4, and readable by a screen reader."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.guide.documents import cards_as_pdf
from fanlight.guide.queries import Focus, load_guide

GUIDE = load_guide()
CIVILITY = GUIDE.cards_for(focus=Focus.CIVILITY)


def test_four_cards_stand_on_each_sheet() -> None:
    made = cards_as_pdf(CIVILITY)
    pages = max(int(found) for found in re.findall(rb"/Type\s*/Pages.*?/Count (\d+)", made, re.DOTALL))
    assert pages == -(-len(CIVILITY) // 4)


def test_the_sheets_are_tagged_and_say_their_language_and_standard() -> None:
    made = cards_as_pdf(CIVILITY[:4])
    assert made.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in made
    assert b"(en-GB)" in made
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made


@pytest.mark.parametrize("card", GUIDE.cards, ids=lambda card: card.slug)
def test_a_card_is_short_enough_for_its_sheet(card) -> None:  # type: ignore[no-untyped-def]
    """About what fits at this size; the sheets were looked at with the longest ones."""
    assert len(card.text) + sum(map(len, card.questions)) <= 480
    assert len(card.title) <= 48


def test_the_file_has_the_cards_that_the_filters_leave(client: Client) -> None:
    response = client.get(reverse("guide_cards_pdf") + "?focus=civility&theme=thanks")
    assert response["Content-Type"] == "application/pdf"
    assert response.content == cards_as_pdf(GUIDE.cards_for(focus=Focus.CIVILITY, theme="thanks"))

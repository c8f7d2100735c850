"""Cards as A6 sheets, four on a page of A4, as a PDF that screen readers can read (PDF/UA-1)."""

import json
import re
from functools import lru_cache
from importlib import resources
from pathlib import Path

from fanlight.design.drawings import drawing
from fanlight.guide.queries import Card
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import SETTINGS, slug_of

SHEET = Path(str(resources.files("fanlight.guide").joinpath("documents/cards.typ")))


@lru_cache(maxsize=32)  # typesetting takes a moment, and anybody may ask
def cards_as_pdf(cards: tuple[Card, ...]) -> bytes:
    """These cards in this order. The bytes of the file."""
    import typst  # takes a while, and most pages never need it

    inputs = {"cards": json.dumps([_words(card) for card in cards])}
    made: bytes = typst.compile(SHEET, sys_inputs=inputs, pdf_standards="ua-1")
    return made


def _words(card: Card) -> dict[str, object]:
    return {
        "title": card.title,
        "text": card.text,
        "questions": list(card.questions),
        "focus": the_guide().chapter(card.focus).title,
        "place": SETTINGS[card.setting],
        "drawing": re.sub(r' aria-hidden="true"| focusable="false"', "", str(drawing(slug_of(card.focus)))),
    }

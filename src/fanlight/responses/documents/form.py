"""The questionnaire as a form to print: a row for each statement, a number to cross for each answer."""

from itertools import groupby
from typing import Any

from fanlight.design.english import day
from fanlight.design.mark import Step, fanlight_mark
from fanlight.measure.instruments import Composite, Instrument, Item
from fanlight.responses.access import Door
from fanlight.responses.documents.typeset import typeset
from fanlight.responses.signs import signs_of
from fanlight.surveys.models import Round, Way
from fanlight.surveys.promise import CANNOT_PREVENT


def form_pdf(round: Round) -> bytes:
    return typeset("form.typ", form_words(round))


def form_words(round: Round) -> dict[str, Any]:
    instrument = Door(round).instrument
    return {
        "title": f"How is it to work in {round.whose}?",
        "mark": str(fanlight_mark(Step.ASK, size=46)).replace(' aria-hidden="true"', ""),
        "how": "In each row, put a cross through one number. You may leave out any row. Write no name.",
        "introduction": str(instrument.introduction or ""),
        "code": "The code on your slip" if Way.SLIPS in round.ways else "",
        "parts": [_part(instrument, part) for part in instrument.composites],
        "comment": "In your own words, if you like",
        "comment_hint": "People can know you by what you say: leave out names, dates, bed numbers, and jobs that only "
        "one person has. Your handwriting is not kept: the words are typed in.",
        "what_then": [
            f"Put it, folded, into the closed box before {day(round.closes_at)}.",
            f"{CANNOT_PREVENT[Way.PAPER]} It is typed in, sealed with the others, and shredded.",
        ],
    }


def _part(instrument: Instrument, part: Composite) -> dict[str, Any]:
    """One part; a new row of headings wherever the scale changes."""
    blocks = groupby(instrument.items_of(part), key=instrument.scale_of)
    return {
        "title": str(part.title),
        "tables": [_table(instrument, list(items)) for _, items in blocks],
    }


def _table(instrument: Instrument, items: list[Item]) -> dict[str, Any]:
    scale = instrument.scale_of(items[0])
    return {
        "answers": [str(option.label) for option in scale.every_option],
        "signs": list(signs_of(scale)),
        "statements": [str(item.wording) if item.wording else item.code for item in items],
    }

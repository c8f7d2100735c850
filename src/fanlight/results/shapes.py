"""What a questionnaire looks like to disclosure control: questions with categories, and themes made of them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.disclosure import Composite, Question, Shape
from fanlight.measure.instruments import Instrument, Item

NO_ANSWER = -1


def _question(instrument: Instrument, item: Item) -> Question:
    scale = instrument.scale_of(item)
    positive = instrument.positive_codes(item)
    codes = scale.codes
    return Question(
        code=item.code,
        categories=tuple(scale.label(code) for code in codes),
        positive=frozenset(place for place, code in enumerate(codes) if code in positive),
        scores=tuple(float(scale.reversed_code(code) if item.is_negative else code) for code in codes),
    )


def shape_of(instrument: Instrument, *, rounds: frozenset[str]) -> Shape:
    """The questions and themes of an instrument, for the answers of these rounds."""
    scored = {item.code for item in instrument.items if instrument.positive_codes(item)}
    return Shape(
        rounds=rounds,
        questions=tuple(_question(instrument, item) for item in instrument.items),
        composites=tuple(
            Composite(
                code=composite.code, questions=tuple(instrument.item(code).code for code in composite.items)
            )
            for composite in instrument.composites
            if all(instrument.item(code).code in scored for code in composite.items)
        ),
    )


def categories_chosen(instrument: Instrument, codes: NDArray[np.int64]) -> NDArray[np.int64]:
    """From answer codes to positions of categories, respondents × items; anything off the scale is no answer."""
    chosen = np.full(codes.shape, NO_ANSWER, dtype=np.int64)
    for column, item in enumerate(instrument.items):
        for place, code in enumerate(instrument.scale_of(item).codes):
            chosen[codes[:, column] == code, column] = place
    return chosen


def matrix_of(instrument: Instrument, forms: Sequence[dict[str, int]]) -> NDArray[np.int64]:
    """One row a form, one column an item; `NO_ANSWER` where a form says nothing."""
    rows = [[form.get(item.code, NO_ANSWER) for item in instrument.items] for form in forms]
    return np.array(rows, dtype=np.int64).reshape(len(forms), len(instrument.items))

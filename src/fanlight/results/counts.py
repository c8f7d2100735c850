"""The only reader of answers. It counts them and hands on nothing but the counts."""

from fanlight.measure.disclosure import EVERYBODY, Counted
from fanlight.responses.models import Answer
from fanlight.results.shapes import categories_chosen, matrix_of, shape_of
from fanlight.surveys.models import Round


def counted(round: Round) -> Counted:
    """The counts of a closed round: one team, so one group."""
    instrument = round.instrument
    forms = list(Answer.objects.filter(round=round).values_list("codes", flat=True))
    chosen = categories_chosen(instrument, matrix_of(instrument, forms))
    shape = shape_of(instrument, rounds=frozenset({round.public_id}))
    return Counted.from_answers(shape, chosen, population={EVERYBODY: round.people})

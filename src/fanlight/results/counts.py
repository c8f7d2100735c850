"""The only reader of answers. It counts them and hands on nothing but the counts."""

from fanlight.measure.disclosure import EVERYBODY, Counted
from fanlight.responses.models import Answer
from fanlight.results.shapes import categories_chosen, matrix_of, shape_of
from fanlight.surveys.models import Round
from fanlight.surveys.queries import parts_of


def counted(round: Round) -> Counted:
    """The counts of a closed round, with an earlier one that waited for it: one group, whoever and whenever it was."""
    instrument = round.instrument
    forms = list(Answer.objects.filter(round=round).values_list("codes", flat=True))
    chosen = categories_chosen(instrument, matrix_of(instrument, forms))
    parts = parts_of(round)
    shape = shape_of(instrument, rounds=frozenset(part.public_id for part in parts))
    return Counted.from_answers(shape, chosen, population={EVERYBODY: sum(part.people for part in parts)})

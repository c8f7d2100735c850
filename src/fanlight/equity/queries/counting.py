"""Counting a round by one characteristic: the only thing that is ever done with its answers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fanlight.equity.models import FairRound
from fanlight.measure.disclosure import EVERYBODY, Counted, Group, Shape
from fanlight.responses.urn import Form
from fanlight.results.shapes import categories_chosen, matrix_of, shape_of

ABOUT = "about-you"  # where a sealed form keeps what somebody said of themselves, among its answers


def group_of(round: FairRound, path: tuple[str, ...]) -> Group:
    return Group(round.about["id"], path)


def counted(round: FairRound, forms: Sequence[Form]) -> Counted:
    """Counts by one characteristic. Every category is a group, one in which nobody answered too."""
    instrument = round.instrument
    shape = shape_of(instrument, rounds=frozenset({round.public_id}))
    chosen = categories_chosen(instrument, matrix_of(instrument, [dict(form.codes) for form in forms]))
    paths = round.categories
    not_said = len(paths) - 1
    said = np.array([_place(form, not_said) for form in forms], dtype=np.int64)
    leaves = {
        group_of(round, path): _tallied(chosen[said == place], shape) for place, path in enumerate(paths)
    }
    return Counted.from_leaves(shape, leaves, population={EVERYBODY: round.people})


def _place(form: Form, not_said: int) -> int:
    """Which category; whatever is none of them was not said: whoever can write to the database can seal anything."""
    place = form.codes.get(ABOUT, not_said)
    return place if 0 <= place <= not_said else not_said


def _tallied(chosen: NDArray[np.int64], shape: Shape) -> tuple[int, list[NDArray[np.int64]]]:
    people = int((chosen >= 0).any(axis=1).sum())
    columns = zip(chosen.T, shape.questions, strict=True)
    return people, [
        np.bincount(column[column >= 0], minlength=len(question.categories)) for column, question in columns
    ]

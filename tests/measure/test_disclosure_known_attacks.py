"""Attacks that others have published, each tried on what we release."""

from itertools import product

import numpy as np
import pytest

from fanlight.measure.disclosure import (
    EVERYBODY,
    Bounded,
    Counted,
    Ground,
    Group,
    NotAgain,
    Opened,
    Policy,
    PolicyTooWeak,
    Question,
    Shape,
    attack,
    from_document,
    further_release,
    release,
)
from fanlight.measure.disclosure.attack import check_decision
from fanlight.measure.disclosure.document import seal
from fanlight.measure.disclosure.tables import Dimension, Published, Row, Table, release_table
from fanlight.measure.disclosure.withholding import Decision, State, decide
from measure.disclosure_worlds import ONE_ROUND, YES_NO, people, ward, yes_no

SPREAD = [3, 4, 5, 4, 4]


def spread(rounds: str = "spring", people: int = 20, answers: list[int] | None = None) -> Counted:
    shape = Shape(frozenset(rounds.split()), ONE_ROUND.questions)
    return Counted.from_leaves(shape, {EVERYBODY: (people, [answers or SPREAD])}, {EVERYBODY: 30})


def naively(counts: Counted, minimum: int = 11) -> Decision:
    """What most products do: hide what is below the minimum, and nothing else."""
    shown = counts.respondents >= minimum
    few = counts.valid < minimum
    return Decision(shown, np.where(few | ~shown[:, None], State.WITHHELD, State.SHOWN).astype(np.int8))


def test_remainder() -> None:
    """Total less the wards shown is the small ward."""
    counts = people(a=40, b=30, c=4)
    with pytest.raises(Opened):
        check_decision(counts, naively(counts), Policy())
    assert {
        str(reach.group): (reach.low, reach.high) for reach in attack(release(counts, Policy())).intervals
    }.keys() == {
        "b",
        "c",
    }


def test_remainder_over_two_levels() -> None:
    """The small ward's division is hidden, but its other wards and the total are not."""
    counts = people(a_1=40, a_2=30, b_1=20, b_2=4)
    hidden_in_between = Decision(
        np.array([True, True, False, True, True, True, False]), np.zeros((7, 0), dtype=np.int8)
    )
    with pytest.raises(Opened):
        check_decision(counts, hidden_in_between, Policy())
    assert attack(release(counts, Policy())).recoverable == ()


def test_tracker() -> None:
    """ "Not a doctor" is large; everybody less "not a doctor" is the doctors (Denning and Schlörer 1980)."""
    leaves = {Group("job", ("not doctor",)): (60, [[30, 30]]), Group("job", ("doctor",)): (5, [[2, 3]])}
    made = release(Counted.from_leaves(YES_NO, leaves), Policy())
    assert made.result(Group("job", ("not doctor",))).is_withheld
    assert not made.result(EVERYBODY).is_withheld


def test_linked_tables() -> None:
    """Every row and column of the 4 × 4 trap hides two cells, and one of them is known exactly.

    The table is a test problem of the R package sdcTable 0.34.0.
    """
    rows = ["30 47 64 89", "90 124 5 31", "92 100 59 85", "800 991 651 685"]
    given = {
        ("w", "a"),
        ("w", "b"),
        ("w", "c"),
        ("x", "a"),
        ("x", "c"),
        ("y", "b"),
        ("y", "d"),
        ("z", "b"),
        ("z", "d"),
    }
    cells = [
        Row((row, column), int(count), (row, column) in given)
        for row, counts in zip("wxyz", rows, strict=True)
        for column, count in zip("abcd", counts.split(), strict=True)
    ]
    table = Table.from_rows(
        [Dimension.flat(name, labels, "all") for name, labels in [("r", "wxyz"), ("c", "abcd")]], cells
    )
    document = release_table(table, Policy(minimum=5, margin=1)).to_document()
    assert document["withheld_cost"] == 31
    trap = [
        {**cell, "status": "withheld" if tuple(cell["cell"].values()) in given else "shown"}
        for cell in document["cells"]
    ]
    for cell, count in zip(trap, table.counts.tolist(), strict=True):
        cell["value"] = count if cell["status"] == "shown" else None
    found = Published.read({**document, "cells": trap}).attack()
    assert [(each.cell, each.low) for each in found.recoverable] == [(("w", "b"), 47)]


@pytest.mark.parametrize("alike", [[0, 0, 0, 0, 12], [0, 0, 0, 5, 7], [12, 0, 0, 0, 0], [3, 4, 5, 0, 0]])
def test_homogeneity(alike: list[int]) -> None:
    """Twelve people, a group large enough, and all of one mind (Machanavajjhala et al. 2007)."""
    question = release(spread(people=12, answers=alike), Policy()).result().question("heard")
    assert question.positive in (Bounded(80, 100), Bounded(0, 20))


@pytest.mark.parametrize("exceptions", [0, 1, 2])
def test_one_member_who_knows_their_own_answer(exceptions: int) -> None:
    """The bound is the same for none, one and two exceptions; so the one who differs cannot tell it from two."""
    question = release(spread(people=15, answers=[exceptions, 0, 0, 0, 15 - exceptions]), Policy()).result()
    assert question.question("heard").positive == Bounded(80, 100)
    assert question.question("heard").distribution[-1] == Bounded(80, 100)


def test_minimality() -> None:
    """Which ward covers tells who knows the rule which ward was unsafe; then that at most two differ there, not one.

    Three wards in which all say yes or no. Every way of answering that is decided and shown alike is possible.
    """
    people = np.array([5, 5, 6])
    noes = np.array(list(product(*(range(size + 1) for size in people)))).T
    asked = Shape(
        frozenset({"spring"}), tuple(Question(f"{way}", ("no", "yes")) for way in range(noes.shape[1]))
    )
    leaves = {
        ward(name): (size, np.stack([no, size - no], axis=1))
        for name, size, no in zip("abc", people, noes, strict=True)
    }
    counts = Counted.from_leaves(asked, leaves)
    states = decide(counts, Policy(minimum=5)).answers
    seen = np.where(states == State.SHOWN, counts.answers[:, :, 0], -1)
    _, alike = np.unique(np.concatenate([states, seen]), axis=1, return_inverse=True)
    for place in (1, 2, 3):
        most = np.zeros((alike.max() + 1, 2), dtype=int)
        np.maximum.at(most, alike.ravel(), counts.answers[place])
        assert most[alike.ravel()[states[place] == State.WITHHELD]].min() >= 2


def test_mean_times_n() -> None:
    """A mean to two decimals of 20 people is their sum. One decimal and a band leave many sums."""
    with pytest.raises(PolicyTooWeak):
        Policy(mean_decimals=2)
    question = release(spread(), Policy()).result().question("heard")
    sums = {
        total
        for n, total in product(range(11, 25), range(11, 121))
        if question.mean is not None and round(total / n, 1) == question.mean.value  # type: ignore[union-attr]
    }
    assert len(sums) > 10


def test_before_and_after_a_late_answer() -> None:
    """Twenty answers, then twenty-one: the difference is one person's form."""
    first = release(spread(), Policy())
    late = spread(people=21, answers=[3, 4, 5, 4, 5])
    with pytest.raises(NotAgain, match="has been released"):
        release(late, Policy(), [first])


def test_before_and_after_the_teams_were_reorganised() -> None:
    """The same answers under an old and a new tree: two sets of sums over the same people."""
    old = yes_no({ward("a"): (10, 10), ward("b"): (12, 12)})
    new = yes_no({ward("a"): (10, 13), ward("b"): (12, 9)})
    refusal = further_release(new, Policy(), [release(old, Policy())])
    assert refusal is not None
    assert refusal.ground == Ground.SAME_ROUND


def test_pooling_two_rounds_of_which_one_was_shown() -> None:
    """Pooled less the round that was shown is the round that was withheld."""
    shown = release(spread("spring"), Policy())
    both = spread("spring autumn", 29, [5, 6, 7, 6, 5])
    assert further_release(both, Policy(), [shown]).ground == Ground.OVERLAP  # type: ignore[union-attr]
    assert further_release(both, Policy(), []) is None


def test_pooling_two_rounds_that_were_both_too_few() -> None:
    """At most ten and at most ten, and twenty together, is ten and ten: two numbers that were withheld."""
    nothing = [release(spread(each, 10, [2, 2, 2, 2, 2]), Policy()) for each in ("spring", "autumn")]
    most = [attack(each).intervals[0].high for each in nothing]
    assert most == [10, 10]
    assert [first for first in range(11) if 0 <= 20 - first <= 10] == [10]
    both = spread("spring autumn", 20, [4, 4, 4, 4, 4])
    assert further_release(both, Policy(), nothing).ground == Ground.OVERLAP  # type: ignore[union-attr]


def test_a_round_is_not_released_once_it_was_pooled() -> None:
    both = release(spread("spring autumn", 18, [*SPREAD[:4], 2]), Policy())
    assert further_release(spread("spring"), Policy(), [both]).ground == Ground.OVERLAP  # type: ignore[union-attr]


def test_pooling_adds_answers_and_not_people() -> None:
    """Six people who answer twice are twelve forms, and still six people."""
    six = Counted.from_leaves(
        Shape(frozenset({"spring", "autumn"}), ONE_ROUND.questions),
        {EVERYBODY: (12, [[2, 2, 3, 3, 2]])},
        {EVERYBODY: 6},
    )
    with pytest.raises(NotAgain, match="not people"):
        release(six, Policy())


def test_rounds_are_not_pooled_for_groups() -> None:
    shape = Shape(frozenset({"spring", "autumn"}), YES_NO.questions)
    counts = Counted.from_leaves(shape, {ward("a"): (20, [[10, 10]]), ward("b"): (20, [[9, 9]])})
    assert further_release(counts, Policy(), []).ground == Ground.POOLED_GROUPS  # type: ignore[union-attr]


def test_leaver() -> None:
    """Dana leaves between two rounds. Only who assumes that nobody else changed their mind learns her answer.

    No sum ties two rounds together, so what the second release adds is that guess and nothing else: with as few as
    two others free to change, every answer of hers is possible.
    """
    before, after = np.array([2, 3, 3, 3, 2]), np.array([2, 3, 2, 3, 2])
    for counts in (before, after):
        release(
            spread("spring" if counts.sum() == 13 else "autumn", int(counts.sum()), counts.tolist()), Policy()
        )
    assert np.flatnonzero(before - after).tolist() == [2]
    possible = set()
    for hers, (one, other), (one_now, other_now) in product(
        range(5), product(range(5), repeat=2), product(range(5), repeat=2)
    ):
        rest = before - np.bincount([hers, one, other], minlength=5)
        if (rest >= 0).all() and (rest + np.bincount([one_now, other_now], minlength=5) == after).all():
            possible.add(hers)
    assert possible == {0, 1, 2, 3, 4}


@pytest.mark.parametrize(("name", "place", "value"), [("respondents", 1, 11), ("state", 1, 0)])
def test_a_document_made_by_hand_is_attacked_when_it_is_read(name: str, place: int, value: int) -> None:
    document = release(
        yes_no({ward("a"): (2, 2), ward("b"): (10, 10), ward("c"): (12, 14)}), Policy()
    ).to_document()
    del document["seal"]
    row = document["figures"][name]
    row[place] = [value] if isinstance(row[place], list) else value
    with pytest.raises(Opened) as caught:
        from_document({**document, "seal": seal(document)})
    assert caught.value.found.opened


def test_a_figure_left_in_a_withheld_cell_is_found_when_it_is_read() -> None:
    document = release(
        yes_no({ward("a"): (2, 2), ward("b"): (10, 10), ward("c"): (12, 14)}), Policy()
    ).to_document()
    del document["seal"]
    document["figures"]["positive_low"][1] = [50]
    with pytest.raises(Opened) as caught:
        from_document({**document, "seal": seal(document)})
    assert caught.value.found.opened == ("a withheld cell carries a figure",)

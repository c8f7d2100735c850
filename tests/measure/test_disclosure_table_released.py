"""A table that may be published: what it says, and that it cannot be made if an attack opens it."""

import pickle
from itertools import product

import numpy as np
import pytest

from fanlight.measure.disclosure import Opened, Policy, Reason, Shown, Withheld
from fanlight.measure.disclosure.attack import Attack
from fanlight.measure.disclosure.tables import Published, ReleasedTable, release_table, released
from fanlight.measure.disclosure.tables.attacker import Watch
from fanlight.measure.disclosure.tables.deciding import Choice
from fanlight.measure.disclosure.tables.rules import Rules
from measure.table_worlds import flat, table_of, tree

FULL, BY_ONE = Policy(minimum=5), Policy(minimum=5, margin=1)


def test_one_shared_reason_stands_on_every_withheld_cell() -> None:
    counts = {("a0",): 30, ("a1",): 12, ("a2",): 4}
    cells = release_table(table_of([flat("a", 3)], counts), Policy()).cells()
    assert cells["a1",] == cells["a2",] == Withheld(Reason.SMALL_GROUP)
    assert cells["a0",] == Shown(30)
    marked = release_table(table_of([flat("a", 3)], counts, {("a0",)}), Policy()).cells()
    assert {cell.reason for cell in marked.values() if isinstance(cell, Withheld)} == {Reason.MARKED}


def test_a_release_of_a_table_has_no_public_constructor_and_holds_no_withheld_count() -> None:
    with pytest.raises(TypeError, match="in no other way"):
        ReleasedTable(None, {}, {}, None)  # type: ignore[arg-type]
    made = release_table(table_of([flat("a", 3)], {("a0",): 997, ("a1",): 881, ("a2",): 4}), Policy())
    assert "881" not in str(made.to_document()["cells"])
    assert made.cells()["a1",] == Withheld(Reason.SMALL_GROUP)
    assert repr(made) == "ReleasedTable(4 cells)"


def test_the_document_of_a_release_says_what_was_decided_how_well_and_what_an_attacker_finds() -> None:
    made = release_table(table_of([flat("a", 3)], {("a0",): 30, ("a1",): 12, ("a2",): 4}), Policy())
    cells: list[tuple[str, int | None]] = [("Total", 46), ("a0", 30), ("a1", None), ("a2", None)]
    whole = {
        "policy": {"minimum": 11, "protection": "full"},
        "table": {"dimensions": ["a"], "hierarchies": {}, "total": "Total"},
        "optimal": True,
        "gap": 0.0,
        "cells": [
            {
                "cell": {"a": label},
                "status": "withheld" if value is None else "shown",
                "value": value,
                "reason": Reason.SMALL_GROUP.value if value is None else None,
            }
            for label, value in cells
        ],
        "withheld_cost": 12,
        "attack": {
            "recoverable": 0,
            "exact": True,
            "intervals": [{"cell": {"a": label}, "low": 0, "high": 16} for label in ("a1", "a2")],
        },
    }
    assert made.to_document() == whole
    assert made.to_document(for_others=True) == whole | {"gap": None, "withheld_cost": None}
    paths = [tree("team", ["T/A", "T/B"]), flat("b", 2)]
    counts = dict.fromkeys(product(("T/A", "T/B"), ("b0", "b1")), 40)
    document = release_table(table_of(paths, counts), Policy(margin=3)).to_document()
    assert document["policy"] == {"minimum": 11, "protection": 3}
    assert document["table"] == {"dimensions": ["team", "b"], "hierarchies": {"team": "/"}, "total": "Total"}


def test_a_release_is_kept_as_its_document_and_not_pickled() -> None:
    made = release_table(table_of([flat("a", 2)], {("a0",): 30, ("a1",): 12}), Policy())
    with pytest.raises(TypeError, match="kept as its document"):
        pickle.dumps(made)


def test_a_decision_that_does_not_hold_is_never_returned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever decides, what comes out is attacked."""
    table = table_of([flat("a", 3)], {("a0",): 30, ("a1",): 12, ("a2",): 4})
    four = table_of([flat("a", 4)], {("a0",): 30, ("a1",): 2, ("a2",): 2, ("a3",): 20})
    for each, policy, words in (
        (table, FULL, "what is withheld of a total is too few together"),
        (table, BY_ONE, "a withheld number is not as free as it must be"),
        (four, FULL, "what is withheld of a total is too few together"),
    ):
        only = Rules(each, policy).primary
        monkeypatch.setattr(released, "decide", lambda *_, only=only: Choice(only, 0))
        with pytest.raises(Opened) as caught:
            release_table(each, policy)
        assert caught.value.found.opened == (words,)
    monkeypatch.setattr(released, "decide", lambda *_: Choice(np.zeros(4, dtype=bool), 0))
    with pytest.raises(Opened) as caught:
        release_table(table, FULL)
    assert caught.value.found.opened == ("a number that must be withheld is shown",)


def test_a_release_that_its_own_attack_opens_cannot_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even if the decision was found to be good: somebody who has nothing but the document opens it."""
    table = table_of([flat("a", 3)], {("a0",): 30, ("a1",): 12, ("a2",): 4})
    monkeypatch.setattr(released, "decide", lambda rules, _: Choice(rules.primary, 0))
    monkeypatch.setattr(released, "check_table", lambda *_: None)
    with pytest.raises(Opened) as caught:
        release_table(table, FULL)
    assert caught.value.found == Attack((), ("('a2',)",))


def test_whoever_waits_sees_how_far_a_release_has_come(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(watch: Watch) -> None:
        watch(0, 1)
        watch(1, 1)

    decide, attack = released.decide, Published.attack
    monkeypatch.setattr(released, "decide", lambda rules, watch: told(watch) or decide(rules))
    monkeypatch.setattr(released, "check_table", lambda *given: told(given[-1]))
    monkeypatch.setattr(Published, "attack", lambda self, watch: told(watch) or attack(self))
    shares: list[float] = []
    table = table_of([flat("a", 2)], {("a0",): 30, ("a1",): 12})
    release_table(table, FULL, watch=lambda done, total: shares.append(done / total))
    assert shares == [0, 0.5, 0.5, 0.75, 0.75, 1]

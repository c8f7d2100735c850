"""The attacker of tables, who has a document and nothing else."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import CountsDisagree, Policy
from fanlight.measure.disclosure.tables import (
    Impossible,
    Interval,
    Published,
    Table,
    published,
    release_table,
)
from measure.table_worlds import agreeing, tables
from support.examples import one_in

TOO_FEW, OTHER = "too few", "would reveal another"


def document(
    counts: dict[str, int | None], reasons: dict[str, str] | None = None, **more: Any
) -> dict[str, Any]:
    cells = [
        {
            "cell": {"ward": ward},
            "status": "withheld" if value is None else "shown",
            "value": value,
            "reason": (reasons or {}).get(ward),
        }
        for ward, value in counts.items()
    ]
    return {"cells": cells, **more}


def ends(given: dict[str, Any]) -> dict[str, tuple[int, int | None]]:
    return {each.cell[0]: (each.low, each.high) for each in Published.read(given).attack().intervals}


def test_the_remainder_of_a_total_is_opened() -> None:
    attack = Published.read(document({"Total": 46, "a": 30, "b": 12, "c": None})).attack()
    assert [(each.cell, each.low, each.high) for each in attack.opened] == [(("c",), 4, 4)]
    assert attack.recoverable == attack.opened


def test_two_withheld_cells_share_what_is_left() -> None:
    assert ends(document({"Total": 46, "a": 30, "b": None, "c": None})) == {"b": (0, 16), "c": (0, 16)}


def test_a_reason_is_knowledge() -> None:
    """Three is "too few", eleven beside it "would reveal another", and their sum is known: it is three and eleven."""
    reasons = {"b": OTHER, "c": TOO_FEW}
    given = document({"Total": 44, "a": 30, "b": None, "c": None}, reasons, policy={"minimum": 11})
    assert ends(given) == {"b": (11, 14), "c": (0, 3)}
    given["policy"]["protection"] = "full"
    assert {each.cell for each in Published.read(given).attack().opened} == {("b",), ("c",)}
    assert ends(document({"Total": 41, "a": 30, "b": None, "c": None}, reasons, policy={"minimum": 11})) == {
        "b": (11, 11),
        "c": (0, 0),
    }


def test_full_ambiguity_is_checked_where_it_is_promised() -> None:
    given = document(
        {"Total": 39, "a": 30, "b": None, "c": None}, policy={"minimum": 11, "protection": "full"}
    )
    assert {each.cell for each in Published.read(given).attack().opened} == {("b",), ("c",)}
    given["policy"]["protection"] = 1
    assert Published.read(given).attack().opened == ()


def test_a_cell_that_is_two_or_more_is_opened_and_one_or_more_is_not() -> None:
    for total, opened in ((41, set()), (42, {("b",)})):
        given = document(
            {"Total": total, "a": 30, "b": None, "c": None},
            {"c": TOO_FEW},
            policy={"minimum": 11, "protection": "full"},
        )
        assert ends(given)["b"] == (total - 40, total - 30)
        assert {each.cell for each in Published.read(given).attack().opened} == opened


def test_without_a_known_total_there_is_no_upper_end() -> None:
    assert ends(document({"Total": None, "a": 30, "b": None})) == {"Total": (30, None), "b": (0, None)}


def test_paths_are_read_as_a_tree_if_the_file_or_the_caller_says_so() -> None:
    counts = {"T": 46, "T/A": 16, "T/A/1": None, "T/A/2": 12, "T/B": None}
    given = document(counts)
    attack = Published.read(given, {"ward": "/"}).attack()
    assert {each.cell: each.low for each in attack.recoverable} == {("T/A/1",): 4, ("T/B",): 30}
    given["table"] = {"hierarchies": {"ward": "/"}}
    assert Published.read(given).attack() == attack


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"cells": []}, "there are no cells"),
        ({"cells": [3]}, "cell 1: it has no labels under `cell`"),
        ({"cells": [{"cell": {"ward": "a"}, "status": "hidden"}]}, "cell 1: its status is neither"),
        (
            {"cells": [{"cell": {"ward": "a"}, "status": "shown"}]},
            "cell 1: it is shown, but its value is not",
        ),
        (
            {"cells": [{"cell": {"ward": "a"}, "status": "shown", "value": -1}]},
            "not a whole number from 0 up",
        ),
        (document({"a": 1}, None) | {"table": {"dimensions": ["team"]}}, "does not have the dimensions team"),
        ({"cells": document({"a": 1})["cells"] * 2}, "a cell is there twice"),
        (
            document({"Total": 5, "a": 1, "b": 2}),
            "ward Total: the total says 5, its cells add up to 3 "
            r"\(withheld cells must be in the file; a cell that is not counts as nought\)",
        ),
        (
            document({"Total": 5, "a": 7, "b": None}),
            "ward Total: it is at most 5, but its cells make 7 or more",
        ),
        (
            document({"Total": 20, "a": 7, "b": None}, {"b": TOO_FEW}, policy={"minimum": 11}),
            "ward Total: it is 20 or more, but its cells make at most 17",
        ),
        (
            {"cells": [document({"a": 1})["cells"][0], {"cell": {"ward": "b"}}]},
            "^cell 2: its status is neither",
        ),
    ],
)
def test_a_file_that_is_not_a_release_is_refused_by_cell(given: dict[str, Any], words: str) -> None:
    with pytest.raises(CountsDisagree, match=words):
        Published.read(given)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"table": 3}, "`table` is not an object with fields of its own"),
        ({"table": {"dimensions": "ward"}}, "table.dimensions is not a list of names"),
        ({"table": {"dimensions": ["ward", 3]}}, "table.dimensions is not a list of names"),
        ({"table": {"hierarchies": ["/"]}}, 'table.hierarchies is not like {"team": "/"}'),
        ({"table": {"hierarchies": {"ward": ""}}}, 'table.hierarchies is not like {"team": "/"}'),
        ({"table": {"hierarchies": {"ward": 3}}}, 'table.hierarchies is not like {"team": "/"}'),
        ({"table": {"total": 3}}, "table.total is not a label"),
        ({"table": {"dimensions": ["a", "b"]}}, "cell 1: it does not have the dimensions a, b"),
        ({"cells": [{"cell": {}}]}, "cell 1: it has no labels under `cell`"),
        ({"cells": [{"cell": "ward"}]}, "cell 1: it has no labels under `cell`"),
        *(
            (
                {"cells": [{"cell": {"ward": label}}]},
                "cell 1: its label for ward is neither a text nor a number",
            )
            for label in (True, ["a"], None)
        ),
        ({"policy": [11]}, "`policy` is not an object with fields of its own"),
        ({"policy": {"minimum": "11"}}, "policy.minimum is not a whole number"),
        (
            {"policy": {"minimum": 4}},
            "policy.minimum: 4 is below the floor of 5 "
            "(leave `policy` out to attack what is published without a promise)",
        ),
        *(
            (
                {"policy": {"minimum": 11, "protection": protection}},
                'policy.protection is neither "full" nor a whole number from 1 up',
            )
            for protection in ("half", 0, -1, 1.5, True)
        ),
        (
            {"policy": {"protection": "full"}},
            "policy.protection is full, but policy.minimum does not say of what",
        ),
        (
            {"cells": [{"cell": {"ward": "a"}, "status": "withheld", "reason": 3}]},
            "cell 1: its reason is not a text",
        ),
        (
            {"cells": [{"cell": {"ward": "a"}, "status": "shown", "value": 10**9 + 1}]},
            "cell 1: it is shown, but its value is not a whole number from 0 up (at most 1,000,000,000)",
        ),
    ],
)
def test_a_wrong_field_is_named(more: dict[str, Any], words: str) -> None:
    with pytest.raises(CountsDisagree) as caught:
        Published.read(document({"a": 1}) | more)
    assert str(caught.value) == words


def test_the_largest_number_can_be_read_and_the_total_is_the_label_that_the_file_names() -> None:
    given = document({"All wards": 10**9, "a": 10**9 - 5, "b": None}, table={"total": "All wards"})
    assert ends(given) == {"b": (5, 5)}
    assert ends(document({"All wards": 46, "a": 30, "b": None})) == {"b": (0, None)}, (
        "it would not be guessed"
    )


@pytest.mark.parametrize(
    ("labels", "given", "total"),
    [
        (["TOTAL", "a"], {}, "TOTAL"),
        (["All", "Total", "a"], {}, "Total"),
        (["Total", "All wards", "a"], {"total": "All wards"}, "All wards"),
        (["All wards", "a"], {"total": "All wards"}, "All wards"),
        (["All wards", "a"], {}, None),
    ],
)
def test_what_stands_for_a_total_is_what_was_said_or_the_one_usual_label(
    labels: list[str], given: dict[str, str], total: str | None
) -> None:
    read = Published.read(document(dict.fromkeys(labels)), **given)  # type: ignore[arg-type]
    heads = {read.keys[head][0] for head in read.system.heads}
    assert heads == ({total} if total else set())


def test_a_total_is_looked_for_in_each_dimension_by_itself() -> None:
    cells = [{"cell": {"a": a, "b": b}, "status": "withheld"} for a in ("Sum", "x") for b in ("Total", "y")]
    assert [each.root for each in Published.read({"cells": cells}, total="Sum").dimensions] == [
        "Sum",
        "Total",
    ]


def test_a_total_that_stands_nowhere_is_refused_and_paths_keep_theirs() -> None:
    with pytest.raises(CountsDisagree) as caught:
        Published.read(document({"a": 1}), total="Everyone")
    assert str(caught.value) == 'no cell has the label "Everyone" that was said to stand for a total'
    read = Published.read(document({"Sum": 5, "T/a": 2, "T/b": None, "T": 5}), {"ward": "/"}, "Sum")
    (dimension,) = read.dimensions
    assert (dimension.name, dimension.root, dimension.above["T"]) == ("ward", "Sum", "Sum")
    assert read.keys == (("Sum",), ("T",), ("T/a",), ("T/b",)), (
        "in the order of labels, as each cell's interval is"
    )


@pytest.mark.parametrize("words", ["too few", "Too_few ", "too-few", "primary"])
def test_a_reason_is_known_however_it_is_written(words: str) -> None:
    given = document({"Total": 44, "b": None, "c": None}, {"c": words}, policy={"minimum": 11})
    assert ends(given) == {"b": (34, 44), "c": (0, 10)}


def test_figures_that_cannot_all_be_true_are_refused() -> None:
    """Each total by itself could be true; only the two together cannot."""
    counts = {"T": 31, "T/A": None, "T/A/1": None, "T/A/2": None, "T/B": None}
    few = {"T/A/1": TOO_FEW, "T/A/2": TOO_FEW, "T/B": TOO_FEW}
    given = document(counts, few, policy={"minimum": 11}, table={"hierarchies": {"ward": "/"}})
    with pytest.raises(Impossible, match=r"^the figures cannot all be true at once$"):
        Published.read(given).attack()
    given["cells"][0]["value"] = 30
    assert ends(given) == {"T/A": (20, 20), "T/A/1": (10, 10), "T/A/2": (10, 10), "T/B": (10, 10)}


def test_a_number_that_was_seen_once_only_is_looked_for_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is from 7 to 9, and nothing is promised: as far as it must be looked for, both ends are the same at first."""
    counts = {"Total": (14, 12, 2), "a": (9, None, None), "b": (5, None, None)}
    cells = [
        {"cell": {"row": row, "column": column}, "status": "withheld" if n is None else "shown", "value": n}
        for row, numbers in counts.items()
        for column, n in zip(("Total", "x", "y"), numbers, strict=True)
    ]
    assert Published.read({"cells": cells}).attack().intervals[0] == Interval(("a", "x"), 7, 9)
    monkeypatch.setattr(published, "EXACT_INTERVALS", 0)
    told = Published.read({"cells": cells}).attack()
    assert told.opened == ()
    assert not told.is_exact


@pytest.mark.parametrize("shape", ["2 × 3", "a tree × 2", "a tree"])
@given(data=st.data())
@one_in(10)
def test_the_intervals_are_those_of_every_table(shape: str, data: st.DataObject) -> None:
    """Whatever was hidden, well or badly, by anybody."""
    table: Table = data.draw(tables(shape, st.integers(0, 6)))
    given = release_table(table, Policy(minimum=5)).to_document()
    hidden = np.array([data.draw(st.booleans()) for _ in table.keys])
    for cell, count, is_hidden in zip(given["cells"], table.counts.tolist(), hidden, strict=True):
        cell["status"], cell["value"] = ("withheld", None) if is_hidden else ("shown", count)
        cell["reason"] = None
    seen = agreeing(table, hidden)
    attack = Published.read(given).attack()
    for each, cell in zip(attack.intervals, np.flatnonzero(hidden), strict=True):
        assert each.low == seen[:, cell].min()
        assert each.high is None or each.high == seen[:, cell].max()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(published, "EXACT_INTERVALS", 0)
        short = Published.read(given).attack()
    assert short.is_exact == (shape == "a tree" or not hidden.any())
    assert [each.cell for each in short.opened] == [each.cell for each in attack.opened], (
        "as far as it must look"
    )

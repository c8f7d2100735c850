"""`fanlight release` and `fanlight attack`: from a file of counts to one that may be handed on."""

import json
import os

import openpyxl

from support.releases import WARDS, by_hand, counts, run

HEADING = ("team", "answer", "count")
TREE = [
    ("T/Surgery/1", "agree", 31),
    ("T/Surgery/1", "disagree", 14),
    ("T/Surgery/2", "agree", 9),
    ("T/Surgery/2", "disagree", 12),
    ("T/Medicine/3", "agree", 22),
    ("T/Medicine/3", "disagree", 18),
    ("T/Medicine/4", "agree", 40),
    ("T/Medicine/4", "disagree", 25),
]


def released(capsys, path, *arguments):
    status, out, _ = run(capsys, "release", path, "--format", "json", *arguments)
    assert status == 0
    return json.loads(out)


def withheld(document):
    return {tuple(cell["cell"].values()) for cell in document["cells"] if cell["status"] == "withheld"}


def test_the_json_is_the_promised_one(tmp_path, capsys):
    document = released(capsys, counts(tmp_path, WARDS), "--dimension", "ward")
    assert document["policy"] == {"minimum": 11, "protection": "full"}
    assert document["optimal"] is True
    assert document["gap"] == 0
    assert document["withheld_cost"] == 13
    assert document["cells"][0] == {"cell": {"ward": "Total"}, "status": "shown", "value": 78, "reason": None}
    assert document["cells"][2] == {
        "cell": {"ward": "Ward 2"},
        "status": "withheld",
        "value": None,
        "reason": "too-few-or-would-reveal-another",
    }
    assert document["attack"]["recoverable"] == 0
    assert document["attack"]["intervals"] == [
        {"cell": {"ward": "Ward 2"}, "low": 0, "high": 17},
        {"cell": {"ward": "Ward 3"}, "low": 0, "high": 17},
    ]


def test_a_table_of_which_nothing_can_be_shown_says_what_to_do(tmp_path, capsys):
    few = [("Ward 1", 4), ("Ward 2", 3)]
    status, out, err = run(capsys, "release", counts(tmp_path, few), "--dimension", "ward", "--for-others")
    assert status == 0
    assert "3 of 3 cells are withheld" in out
    assert "Use fewer columns at a time, or put small groups together." in err


def test_the_text_tells_nothing_that_only_the_holder_may_know(tmp_path, capsys):
    status, out, err = run(capsys, "release", counts(tmp_path, WARDS), "--dimension", "ward")
    assert status == 0
    assert "Ward 2  withheld" in out
    assert "2 of 5 cells are withheld" in out
    assert "13" not in out
    assert "For you, not to hand on: counts of 13 in all" in err


def test_what_is_made_for_others_leaves_the_cost_out(tmp_path, capsys):
    """One cell covers another here, so the cost is a withheld count."""
    path = counts(tmp_path, WARDS)
    document = released(capsys, path, "--dimension", "ward", "--for-others")
    assert document["withheld_cost"] is None
    assert document["gap"] is None
    assert "13" not in json.dumps(document)
    _, _, err = run(capsys, "release", path, "--dimension", "ward", "--format", "json", "--for-others")
    assert err == ""


def test_the_attack_says_that_the_cost_is_not_to_be_handed_on(tmp_path, capsys):
    out = tmp_path / "release.json"
    run(capsys, "release", counts(tmp_path, WARDS), "--dimension", "ward", "--out", out)
    status, words, err = run(capsys, "attack", out)
    assert status == 0
    assert "None of the 2 withheld cells is opened" in words
    assert "leave it out of what you hand on" in err


def test_paths_are_a_tree_and_dimensions_may_follow_one_option(tmp_path, capsys):
    path = counts(tmp_path, TREE, HEADING)
    document = released(capsys, path, "--dimension", "team", "answer", "--hierarchy", "team:/")
    assert {team for team, _ in withheld(document)} == {"T/Surgery/1", "T/Surgery/2"}
    assert ("T", "Total") in {tuple(cell["cell"].values()) for cell in document["cells"]}
    path = counts(tmp_path, TREE[1:], HEADING, name="fewer.csv")
    status, _, err = run(capsys, "release", "--hierarchy", "team:/", "--dimension", "team", "answer", path)
    assert status == 0
    assert "fewer.csv leaves out 1 of the combinations, so everybody may know that nobody is there." in err


def test_a_tree_is_still_one_when_it_is_attacked_again(tmp_path, capsys):
    out = tmp_path / "release.json"
    path = counts(tmp_path, TREE, HEADING)
    run(capsys, "release", path, "--dimension", "team", "answer", "--hierarchy", "team:/", "--out", out)
    status, words, _ = run(capsys, "attack", out, "--format", "json")
    found = json.loads(words)
    assert status == 0
    assert found["intervals"] == json.loads(out.read_text(encoding="utf-8"))["attack"]["intervals"]
    assert found["opened"] == []


def test_totals_may_be_given_and_have_the_name_one_says(tmp_path, capsys):
    path = counts(tmp_path, [*WARDS, ("All wards", 78)])
    document = released(capsys, path, "--dimension", "ward", "--total", "All wards")
    assert withheld(document) == {("Ward 2",), ("Ward 3",)}


def test_given_numbers_are_withheld_with_a_margin(tmp_path, capsys):
    rows = [("a", 40, "no"), ("b", 50, "yes"), ("c", 60, ""), ("d", 45, "no")]
    path = counts(tmp_path, rows, ("ward", "count", "secret"))
    document = released(capsys, path, "--dimension", "ward", "--withhold", "secret", "--protection", "3")
    assert withheld(document) == {("a",), ("b",)}
    assert document["policy"] == {"minimum": 11, "protection": 3}
    assert document["withheld_cost"] == 40
    assert {each["high"] - each["low"] for each in document["attack"]["intervals"]} == {90}


def test_a_spreadsheet_gives_the_same(tmp_path, capsys):
    book = openpyxl.Workbook()
    for row in [("ward", "count"), *WARDS]:
        book.active.append(row)
    book.save(tmp_path / "counts.xlsx")
    arguments = ("--dimension", "ward")
    assert released(capsys, tmp_path / "counts.xlsx", *arguments) == released(
        capsys, counts(tmp_path, WARDS), *arguments
    )


def test_the_order_of_rows_does_not_matter(tmp_path, capsys):
    arguments = ("--dimension", "team", "answer", "--hierarchy", "team:/")
    forwards = released(capsys, counts(tmp_path, TREE, HEADING), *arguments)
    assert forwards == released(capsys, counts(tmp_path, TREE[::-1], HEADING), *arguments)


def test_a_file_made_by_hand_is_opened_and_the_cells_are_named(tmp_path, capsys):
    path = by_hand(tmp_path, {"Total": 78, "Ward 1": 34, "Ward 2": 13, "Ward 3": None, "Ward 4": 27})
    status, out, _ = run(capsys, "attack", path)
    assert status == 1
    assert "Ward 3  4  opened" in out
    assert "1 of 1 withheld cells are opened, 1 of them exactly." in out
    status, out, _ = run(capsys, "attack", path, "--format", "json")
    assert status == 1
    assert json.loads(out)["opened"] == [{"cell": {"ward": "Ward 3"}, "low": 4, "high": 4}]


def test_a_tree_made_by_hand_needs_its_separator(tmp_path, capsys):
    path = by_hand(tmp_path, {"T": 78, "T/A": 47, "T/A/1": 34, "T/A/2": None, "T/B": None})
    status, out, _ = run(capsys, "attack", path, "--hierarchy", "ward:/")
    assert status == 1
    assert "T/A/2  13  opened" in out
    assert "T/B    31  opened" in out


def test_nothing_withheld_is_nothing_to_attack(tmp_path, capsys):
    status, out, _ = run(capsys, "attack", by_hand(tmp_path, {"Total": 78, "Ward 1": 78}))
    assert status == 0
    assert "there is nothing to attack" in out


def test_a_value_left_in_a_withheld_cell_is_published(tmp_path, capsys):
    cells = [
        {"cell": {"ward": "Total"}, "status": "shown", "value": 78},
        {"cell": {"ward": "Ward 1"}, "status": "withheld", "value": 74},
        {"cell": {"ward": "Ward 2"}, "status": "withheld", "value": None},
    ]
    path = tmp_path / "hand.json"
    path.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    status, out, _ = run(capsys, "attack", path)
    assert status == 1
    assert "Ward 1  74  opened" in out
    assert "Ward 2   4  opened" in out


def test_a_file_in_which_nothing_adds_up_is_said_to_be_one(tmp_path, capsys):
    path = by_hand(tmp_path, {"All wards": 78, "Ward 1": 74, "Ward 2": None})
    status, _, err = run(capsys, "attack", path)
    assert status == 0
    assert "no cell is the total of others" in err
    status, out, err = run(capsys, "attack", path, "--total", "All wards")
    assert status == 1
    assert "Ward 2  4  opened" in out
    assert err == ""


def test_what_a_solver_writes_by_itself_does_not_get_into_the_answer(tmp_path, capfd, monkeypatch):
    """HiGHS writes a line to standard output now and then, past Python; JSON would be no JSON any more."""
    from fanlight.measure.disclosure import tables

    def talkative(table, policy, watch):
        os.write(1, b"HighsMipSolverData: here I am\n")
        return tables.released.release_table(table, policy, watch)

    monkeypatch.setattr(tables, "release_table", talkative)
    document = released(capfd, counts(tmp_path, WARDS), "--dimension", "ward")
    assert document["withheld_cost"] == 13

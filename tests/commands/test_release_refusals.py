"""What `fanlight release` and `fanlight attack` refuse: each fault named, and nothing written."""

import json

import pytest

from support.releases import WARDS, by_hand, counts, run


@pytest.mark.parametrize(
    ("rows", "arguments", "words"),
    [
        ([*WARDS, ("Ward 5", -2)], (), "row 6, column count: -2 is negative."),
        ([*WARDS, ("Ward 5", "few")], (), "row 6, column count: “few” is not a whole number."),
        ([*WARDS, ("Ward 5", "3.5")], (), "row 6, column count: “3.5” is not a whole number."),
        ([*WARDS, ("Ward 5", "")], (), "row 6, column count: a blank is not a whole number."),
        ([*WARDS, ("", 5)], (), "row 6, column ward: it is blank."),
        ([*WARDS, ("Ward 1", 34)], (), "row 6: ward Ward 1 is there twice (first in row 2)."),
        ([*WARDS, ("Total", 77)], (), "ward Total: the total says 77, its cells add up to 78."),
        ([*WARDS, ("total", 78)], (), "ward: “total” looks like a total"),
        (WARDS, ("--minimum", "4"), "a minimum of 4 is below the floor of 5."),
        (WARDS, ("--protection", "some"), "--protection some: write full, or a whole number."),
        (WARDS, ("--protection", "0"), "a protection of 0 protects nothing"),
        (WARDS, ("--withhold", "secret"), "has no column “secret”. It has: ward, count."),
        (WARDS, ("--dimension", "team"), "has no column “team”. It has: ward, count."),
        (WARDS, ("--hierarchy", "team/"), "--hierarchy team/: write a dimension, a colon and"),
        ([], (), "has a header, but no counts."),
        ([*WARDS, ("Ward 5", 10**9)], (), "ward Total: 1,000,000,078 is more than can be counted here"),
        (WARDS, ("--minimum", "1001"), "a minimum of 1001 would withhold everything"),
        (WARDS, ("--protection", "9" * 30), "would withhold everything"),
        (WARDS, ("--protection", "-1"), "--protection -1: write full, or a whole number."),
        (WARDS, ("--dimension", "count"), "--dimension count: that column holds the counts"),
        (WARDS, ("--hierarchy", "ward:"), "--hierarchy ward:: write a dimension, a colon and"),
        (WARDS, ("--hierarchy", "ward:/", "--hierarchy", "ward:-"), "ward has been read as paths already."),
        ([("T//1", 30)], ("--hierarchy", "ward:/"), "ward: the path 'T//1' has an empty part."),
        (WARDS, ("--total", " "), "--total: give totals a label"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(tmp_path, capsys, rows, arguments, words):
    out = tmp_path / "release.json"
    path = counts(tmp_path, rows)
    status, said, err = run(capsys, "release", path, "--dimension", "ward", "--out", out, *arguments)
    assert status == 2
    assert said == ""
    assert words in err
    assert "Traceback" not in err
    assert not out.exists()


def test_a_mark_that_is_neither_yes_nor_no_is_named(tmp_path, capsys):
    path = counts(tmp_path, [("a", 40, "perhaps")], ("ward", "count", "secret"))
    status, _, err = run(capsys, "release", path, "--dimension", "ward", "--withhold", "secret")
    assert status == 2
    assert "row 2, column secret: “perhaps” is not yes or no." in err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("counts.csv", b"", "counts.csv is empty."),
        ("counts.csv", b"ward,number\nA,3\n", "counts.csv has no column “count”. It has: ward, number."),
        ("counts.csv", bytes(range(256)), "counts.csv is neither CSV, XLSX nor Parquet."),
        ("counts.xlsx", bytes(range(256)), "counts.xlsx is not an Excel workbook we can read."),
    ],
)
def test_a_file_without_counts_is_named(tmp_path, capsys, name, content, words):
    (tmp_path / name).write_bytes(content)
    status, out, err = run(capsys, "release", tmp_path / name, "--dimension", "ward")
    assert (status, out) == (2, "")
    assert words in err


@pytest.mark.parametrize("verb", ["release", "attack"])
def test_where_nothing_can_be_written_nothing_is_begun(tmp_path, capsys, verb):
    path = counts(tmp_path, WARDS) if verb == "release" else by_hand(tmp_path, {"Total": 78, "Ward 1": None})
    more = ("--dimension", "ward") if verb == "release" else ()
    before = path.read_bytes()
    for out in (tmp_path / "nowhere" / "out.json", tmp_path, path):
        status, said, err = run(capsys, verb, path, "--out", out, *more)
        assert (status, said) == (2, "")
        assert str(out) in err
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("release",), "name the file of counts."),
        (("release", "nowhere.csv"), "name at least one column with --dimension."),
        (("release", "nowhere.csv", "--dimension", "ward"), "there is no file nowhere.csv."),
        (("attack", "nowhere.json"), "nowhere.json cannot be read"),
    ],
)
def test_a_file_that_is_not_there_is_named(capsys, arguments, words):
    status, _, err = run(capsys, *arguments)
    assert status == 2
    assert words in err


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "it has no list of `cells`"),
        ('{"cells": []}', "there are no cells"),
        ('{"cells": [{"cell": {"ward": "a"}, "status": "shown", "value": "9"}]}', "cell 1: it is shown, but"),
        ('{"cells": [{"cell": {"ward": "a"}, "status": "gone"}]}', "cell 1: its status is neither"),
        ("[" * 100_000, "is not JSON that can be read"),
        ('{"cells": [], "policy": "full"}', "there are no cells"),
    ],
)
def test_what_is_not_a_release_is_refused(tmp_path, capsys, text, words):
    path = tmp_path / "release.json"
    path.write_text(text, encoding="utf-8")
    status, out, err = run(capsys, "attack", path)
    assert (status, out) == (2, "")
    assert words in err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"policy": "full"}, "`policy` is not an object"),
        ({"policy": {"minimum": "11", "protection": "full"}}, "policy.minimum is not a whole number"),
        ({"policy": {"minimum": 4}}, "policy.minimum: 4 is below the floor of 5"),
        ({"policy": {"protection": "full"}}, "policy.minimum does not say of what"),
        ({"policy": {"minimum": 11, "protection": "much"}}, 'policy.protection is neither "full" nor'),
        ({"table": ["ward"]}, "`table` is not an object"),
        ({"table": {"dimensions": "ward"}}, "table.dimensions is not a list of names"),
        ({"table": {"dimensions": ["team"]}}, "cell 1: it does not have the dimensions team"),
        ({"table": {"hierarchies": {"ward": 5}}}, 'table.hierarchies is not like {"team": "/"}'),
        ({"table": {"total": 5}}, "table.total is not a label"),
    ],
)
def test_a_promise_that_cannot_be_read_is_named_and_not_passed_over(tmp_path, capsys, more, words):
    path = by_hand(tmp_path, {"Total": 78, "Ward 1": 40, "Ward 2": None, "Ward 3": None}, **more)
    status, out, err = run(capsys, "attack", path)
    assert (status, out) == (2, "")
    assert words in err


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({}, "cell 2: it has no labels under `cell`"),
        ({"cell": {}}, "cell 2: it has no labels under `cell`"),
        ({"cell": {"ward": ["a"]}}, "cell 2: its label for ward is neither a text nor a number"),
        ({"cell": {"team": "a"}, "status": "withheld"}, "cell 2: it does not have the dimensions ward"),
        ({"cell": {"ward": "a"}}, "cell 2: its status is neither shown nor withheld"),
        ({"cell": {"ward": "a"}, "status": "shown", "value": True}, "cell 2: it is shown, but its value"),
        ({"cell": {"ward": "a"}, "status": "shown", "value": 10**30}, "cell 2: it is shown, but its value"),
        (
            {"cell": {"ward": "a"}, "status": "withheld", "value": "4"},
            "cell 2: it is withheld, but its value",
        ),
        ({"cell": {"ward": "a"}, "status": "withheld", "reason": 5}, "cell 2: its reason is not a text"),
        ({"cell": {"ward": "Total"}, "status": "shown", "value": 3}, "a cell is there twice"),
    ],
)
def test_a_cell_that_is_wrong_is_named(tmp_path, capsys, cell, words):
    first = {"cell": {"ward": "Total"}, "status": "shown", "value": 78}
    path = tmp_path / "hand.json"
    path.write_text(json.dumps({"cells": [first, cell]}), encoding="utf-8")
    status, out, err = run(capsys, "attack", path)
    assert (status, out) == (2, "")
    assert words in err


@pytest.mark.parametrize(
    ("values", "reason", "words"),
    [
        (
            {"Total": 78, "a": 90, "b": None},
            "",
            "ward Total: it is at most 78, but its cells make 90 or more.",
        ),
        (
            {"Total": 78, "a": 50, "b": None, "c": None},
            "too few",
            "it is 78 or more, but its cells make at most 70.",
        ),
    ],
)
def test_figures_that_contradict_each_other_are_named(tmp_path, capsys, values, reason, words):
    cells = [
        {"cell": {"ward": ward}, "status": "shown" if value else "withheld", "value": value, "reason": reason}
        for ward, value in values.items()
    ]
    path = tmp_path / "hand.json"
    path.write_text(json.dumps({"policy": {"minimum": 11}, "cells": cells}), encoding="utf-8")
    status, out, err = run(capsys, "attack", path)
    assert (status, out) == (2, "")
    assert words in err


def test_a_label_for_totals_that_no_cell_has_is_named(tmp_path, capsys):
    path = by_hand(tmp_path, {"All wards": 78, "Ward 1": 40, "Ward 2": None})
    status, _, err = run(capsys, "attack", path, "--total", "All the wards")
    assert status == 2
    assert 'no cell has the label "All the wards"' in err


def test_totals_that_do_not_add_up_are_refused_by_name(tmp_path, capsys):
    status, _, err = run(capsys, "attack", by_hand(tmp_path, {"Total": 78, "Ward 1": 34, "Ward 2": 13}))
    assert status == 2
    assert "ward Total: the total says 78, its cells add up to 47" in err

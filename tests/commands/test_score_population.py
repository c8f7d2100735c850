"""`fanlight score --population`: how many people there are, and what that does to the intervals."""

import json
from pathlib import Path

import pytest

from fanlight.commands.__main__ import main
from support import six_questions

ANSWERS = "ward,role,T1,C1,J1,P1,I1,V1\n" + "".join(
    f"{'AB'[place % 2]},{'nurse' if place < 8 else 'porter'},4,2,3,5,1,4\n" for place in range(12)
)


def pack(tmp_path: Path) -> str:
    path = tmp_path / "six.toml"
    path.write_text(six_questions.pack(), encoding="utf-8")
    return str(path)


def run(tmp_path: Path, sizes: str, *by: str) -> int:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    (tmp_path / "sizes.csv").write_text(sizes, encoding="utf-8")
    options = ["--population", tmp_path / "sizes.csv", "--instrument", pack(tmp_path), "--format", "json"]
    for column in by:
        options += ["--by", column]
    return main(["score", *map(str, [tmp_path / "answers.csv", *options])])


def interval(capsys: pytest.CaptureFixture[str], group: int = 0) -> tuple[float, float]:
    item = json.loads(capsys.readouterr().out)["groups"][group]["items"][0]
    return item["low"], item["high"]


def test_everybody_has_a_row_that_names_no_group(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "population\n12\n") == 0
    assert interval(capsys) == (100, 100)


def test_a_group_of_which_all_answered_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "Ward;Population\nA;6\nB;20\n", "ward") == 0
    assert interval(capsys, group=1) == (100, 100)


def test_without_its_own_row_everybody_is_the_sum_of_the_first_grouping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "ward,role,population\nA,,6\nB,,6\n,nurse,9\n", "ward", "role") == 0
    content = json.loads(capsys.readouterr().out)
    assert content["groups"][0]["items"][0]["low"] == 100
    assert content["warnings"][-1]["kind"] == "no_population"
    assert "role porter" in content["warnings"][-1]["message"]


def test_a_gap_among_the_groups_leaves_everybody_unknown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "ward,population\nA,6\n", "ward") == 0
    content = json.loads(capsys.readouterr().out)
    assert content["groups"][0]["items"][0]["low"] < 100
    assert "everybody and ward B" in content["warnings"][-1]["message"]


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        ("ward,people\nA,6\n", "no column called population"),
        ("team,population\nA,6\n", "none of the columns ward"),
        ("ward,population\nA,5\n", "row 2: 5 is too small a population for ward A, where 6 answered"),
        ("ward,population\n,11\n", "row 2: 11 is too small a population for everybody, where 12 answered"),
        ("ward,population\nA,6\nA,7\n", "row 3: there is a size for ward A already"),
        ("ward,population\n,20\n,20\n", "row 3: there is a size for everybody already"),
        ("ward,population\nA,\n", "row 2: the population must be a whole number"),
        ("ward,population\nA,many\n", "row 2: the population must be a whole number"),
        ("ward,population\nA,0\n", "row 2: the population must be a whole number"),
        ("", "is empty"),
    ],
)
def test_sizes_that_cannot_be_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], sizes: str, words: str
) -> None:
    assert run(tmp_path, sizes, "ward") == 2
    assert words in capsys.readouterr().err


def test_a_row_names_one_group(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "ward,role,population\nA,nurse,6\n", "ward", "role") == 2
    assert "names more than one group" in capsys.readouterr().err


def test_a_file_of_sizes_that_is_not_there_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.csv").write_text(ANSWERS, encoding="utf-8")
    options = ["--instrument", pack(tmp_path), "--population", str(tmp_path / "no.csv")]
    assert main(["score", str(tmp_path / "answers.csv"), *options]) == 2
    assert "there is no file" in capsys.readouterr().err

"""`fanlight score`: what it prints, what it writes, and how it refuses."""

import csv
import json
from pathlib import Path

import pytest

from fanlight.commands.__main__ import main
from fanlight.measure.instruments import load
from support import bfi, six_questions
from support.reference import reference

HEADER = "id,ward,T1,C1,J1,P1,I1,V1"
ROWS = [
    "1,Ward 10,4,4,2,4,2,5",
    "2,Ward 10,5,,2,4,8,5",
    "3,Ward 2,3,4,4,2,2,1",
    "4,Ward 2,2,1,5,1,5,2",
    "5,,5,5,1,5,1,9",
]


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    file.write_text("\n".join([HEADER, *ROWS]) + "\n", encoding="utf-8")
    file.with_name("six.toml").write_text(six_questions.pack(), encoding="utf-8")
    return file


def with_pack(options: tuple[object, ...]) -> list[str]:
    """The options, and the pack beside the answers unless they name another instrument."""
    words = [str(option) for option in options]
    return (
        words
        if "--instrument" in words
        else [*words, "--instrument", str(Path(words[0]).parent / "six.toml")]
    )


def scored(capsys: pytest.CaptureFixture[str], *options: object) -> str:
    assert main(["score", *with_pack(options)]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *options: object) -> str:
    assert main(["score", *with_pack(options)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("fanlight score: ")
    assert "Traceback" not in shown.err
    return shown.err


def test_json_has_the_promised_keys_in_their_order(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = json.loads(scored(capsys, answers, "--by", "WARD", "--format", "json"))
    assert list(content) == ["instrument", "groups", "between_groups", "warnings"]
    assert content["instrument"] == {"id": "six-questions", "version": "3"}
    assert [group["by"] for group in content["groups"]] == [{}, {"ward": "Ward 2"}, {"ward": "Ward 10"}]
    assert list(content["groups"][0]) == ["by", "respondents", "items", "composites"]
    assert list(content["groups"][0]["items"][0]) == [
        *("code", "valid", "positive", "percent_positive", "low", "high", "mean")
    ]
    assert list(content["groups"][0]["composites"][0]) == [
        *("code", "percent_positive", "percent_positive_pooled", "mean", "alpha", "alpha_listwise"),
        *("alpha_low", "alpha_high", "omega", "rwg_j"),
    ]
    assert list(content["between_groups"][0]) == ["by", "composite", "icc1", "icc2"]
    assert list(content["warnings"][0]) == ["kind", "message"]


def test_figures_are_exact_and_blanks_and_asides_are_missing(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    everybody = json.loads(scored(capsys, answers, "--format", "json"))["groups"][0]
    assert everybody["respondents"] == 5
    items = {item["code"]: item for item in everybody["items"]}
    assert (items["T1"]["valid"], items["T1"]["positive"], items["T1"]["percent_positive"]) == (5, 3, 60.0)
    assert (items["C1"]["valid"], items["C1"]["positive"]) == (4, 3)
    assert items["I1"]["valid"] == 4
    assert items["V1"]["valid"] == 4
    assert everybody["composites"][0]["alpha"] is None


def test_groups_are_scored_alone_and_those_without_one_are_mentioned(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = json.loads(scored(capsys, answers, "--by", "ward", "--format", "json"))
    assert [group["respondents"] for group in content["groups"]] == [5, 2, 2]
    assert {warning["kind"] for warning in content["warnings"]} == {"no_group"}


def test_csv_has_a_row_for_each_group_and_item_or_composite(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = scored(capsys, answers, "--by", "ward", "--format", "csv")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 3 * (6 + 6)
    assert {row["level"] for row in rows} == {"item", "composite"}
    first, last = rows[0], rows[-1]
    assert (first["by"], first["group"], first["code"], first["percent_positive"]) == ("", "", "T1", "60.0")
    assert (last["by"], last["group"], last["code"], last["alpha"]) == ("ward", "Ward 10", "composite-v1", "")


def test_the_table_is_aligned_and_says_how_to_read_it(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = scored(capsys, answers, "--by", "ward").splitlines()
    assert "Everybody (5 respondents)" in lines
    assert "ward: Ward 2 (2 respondents)" in lines
    assert "Between groups" in lines
    assert "Please note" in lines
    items = lines[lines.index(next(line for line in lines if line.startswith("Item "))) :][2:8]
    assert len({len(line) for line in items}) == 1
    assert items[0].split()[-6:] == ["3", "60.0%", "23.1", "to", "88.2", "3.80"]


def test_a_result_is_written_whole_or_not_at_all(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = answers.with_name("scores.json")
    assert scored(capsys, answers, "--format", "json", "--out", out) == ""
    written = out.read_text(encoding="utf-8")
    assert json.loads(written)["groups"]
    answers.write_text(f"{HEADER}\n1,A,4,4,2,4,2,7\n", encoding="utf-8")
    refused(capsys, answers, "--format", "json", "--out", out)
    assert out.read_text(encoding="utf-8") == written
    assert sorted(file.name for file in answers.parent.iterdir()) == [
        "answers.csv",
        "scores.json",
        "six.toml",
    ]


def test_the_answers_are_never_overwritten(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = answers.read_text(encoding="utf-8")
    assert "is the file that is read" in refused(capsys, answers, "--out", answers)
    assert answers.read_text(encoding="utf-8") == before


def test_a_folder_that_is_not_there_is_refused(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = refused(capsys, answers, "--out", answers.parent / "no" / "x.json")
    assert "cannot be written" in words


def test_an_instrument_that_is_not_there_is_refused_with_the_shelf(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "On the shelf: fanlight-fair" in refused(capsys, answers, "--instrument", "hsopsc")


def test_answers_reversed_before_are_believed(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    six = answers.with_name("six.csv")
    instrument = load("fanlight-six")
    codes = [item.code for item in instrument.items]
    six.write_text(",".join(codes) + "\n" + ",".join("5" for _ in codes) + "\n", encoding="utf-8")
    raw = json.loads(scored(capsys, six, "--instrument", "fanlight-six", "--format", "json"))
    turned = json.loads(
        scored(capsys, six, "--instrument", "fanlight-six", "--format", "json", "--already-reversed")
    )
    negative = {item.code for item in instrument.items if item.is_negative}
    assert {item["code"] for item in raw["groups"][0]["items"] if not item["positive"]} == negative
    assert all(item["positive"] for item in turned["groups"][0]["items"])


@pytest.mark.reference
def test_real_answers_scored_through_a_pack_have_the_reliability_that_r_finds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = tmp_path / "bfi.toml"
    pack.write_text(bfi.pack(), encoding="utf-8")
    content = json.loads(
        scored(
            capsys,
            reference("psychometrics/bfi.csv"),
            "--instrument",
            pack,
            "--by",
            "gender",
            "--format",
            "json",
        )
    )
    assert [group["by"] for group in content["groups"]] == [{}, {"gender": "1"}, {"gender": "2"}]
    listwise = [round(one["alpha_listwise"], 4) for one in content["groups"][0]["composites"]]
    assert listwise == [0.7038, 0.7293, 0.7609, 0.8133, 0.6025]
    with reference("psychometrics/expected_reliability.csv").open(encoding="utf-8") as file:
        expected = {row["scale"]: row for row in csv.DictReader(file)}
    for one in content["groups"][0]["composites"]:
        row = expected[one["code"]]
        assert one["alpha"] == pytest.approx(float(row["alpha_raw_pairwise"]), abs=1e-6)
        assert one["alpha_low"] == pytest.approx(float(row["feldt_lo95_listwise"]), abs=1e-6)
        assert one["alpha_high"] == pytest.approx(float(row["feldt_hi95_listwise"]), abs=1e-6)
        assert one["omega"] == pytest.approx(float(row["omega_total_1factor_minres_std"]), abs=1e-6)

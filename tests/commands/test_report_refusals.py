"""`fanlight report` refuses in one plain message, and leaves nothing behind."""

from pathlib import Path

import pytest

from fanlight.commands.__main__ import main
from support import six_questions

GOOD = "ward,T1,C1,J1,P1,I1,V1\n" + "A,4,4,2,4,2,5\nB,5,3,2,4,1,5\n" * 12


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    file.write_text(GOOD, encoding="utf-8")
    file.with_name("six.toml").write_text(six_questions.pack(), encoding="utf-8")
    return file


def refused(capsys: pytest.CaptureFixture[str], answers: Path, *options: object) -> str:
    """What it says; and that it says it once, with status 2, and writes nothing."""
    before = {path: path.read_bytes() for path in answers.parent.iterdir()}
    words = ["report", str(answers), "--instrument", str(answers.with_name("six.toml"))]
    given = [str(option) for option in options]
    if "--out" not in given:
        given += ["--out", str(answers.with_name("report.html"))]
    assert main([*words, *given]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("fanlight report: ")
    assert "Traceback" not in shown.err
    assert {path: path.read_bytes() for path in answers.parent.iterdir()} == before
    return shown.err


def test_a_code_outside_the_scale_is_named_by_row_and_column(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(GOOD + "A,4,7,2,4,2,5\n", encoding="utf-8")
    message = refused(capsys, answers, "--by", "ward")
    assert "row 26, column C1" in message
    assert "7 is not a code" in message


def test_a_column_that_is_not_there_is_named_with_those_that_are(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = refused(capsys, answers, "--by", "department")
    assert "--by department" in message
    assert "ward, T1" in message


def test_a_file_without_the_instruments_columns_is_refused(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "no column named by an item of six-questions" in refused(capsys, answers)


@pytest.mark.parametrize("content", ["", "ward,T1,C1,J1,P1,I1,V1\n"])
def test_a_file_with_nothing_in_it_is_refused(
    content: str, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text(content, encoding="utf-8")
    assert "empty" in (message := refused(capsys, answers)) or "no answers" in message


def test_a_file_in_which_nobody_answered_is_refused(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers.write_text("ward,T1,C1,J1,P1,I1,V1\n" + "A,,,,,,\n" * 20, encoding="utf-8")
    assert "nobody in answers.csv answered anything" in refused(capsys, answers, "--by", "ward")


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "nowhere.csv", "--instrument", "fanlight-six"]) == 2
    assert "there is no file nowhere.csv" in capsys.readouterr().err


def test_an_ending_that_we_do_not_write_is_refused_before_reading(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for out in ("report.docx", "report"):
        assert ".html, .pdf, .pptx, .xlsx, .json" in refused(capsys, answers, "--out", answers.with_name(out))


@pytest.mark.parametrize("minimum", [4, 0, -3, 5000])
def test_a_minimum_that_protects_nobody_or_hides_everything_is_refused(
    minimum: int, answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"--minimum {minimum}" in refused(capsys, answers, "--minimum", minimum)


def test_two_ways_of_dividing_people_are_refused(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "in one way" in refused(capsys, answers, "--by", "ward", "--by", "T1")


def test_an_item_is_no_group(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "is a question of six-questions" in refused(capsys, answers, "--by", "t1")


def test_an_instrument_that_nobody_knows_is_refused(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(answers), "--instrument", "nothing-of-the-kind"]) == 2
    assert "nothing-of-the-kind" in capsys.readouterr().err


def test_the_answers_are_never_overwritten(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = answers.rename(answers.with_suffix(".json"))
    assert "Choose another name" in refused(capsys, data, "--out", data)


def test_more_groups_than_anybody_could_show_are_refused_for_slides(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wards = "".join(
        f"Ward {ward},{code},{code},3,4,2,5\n" for ward in range(25) for code in (1, 2, 3, 4, 5) * 3
    )
    answers.write_text("ward,T1,C1,J1,P1,I1,V1\n" + wards, encoding="utf-8")
    message = refused(capsys, answers, "--by", "ward", "--out", answers.with_name("x.pptx"))
    assert "26 groups are too many for a .pptx file" in message
    assert "spreadsheet" in message


def test_a_population_smaller_than_the_answers_is_refused(
    answers: Path, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    sizes = tmp_path_factory.mktemp("sizes") / "sizes.csv"
    sizes.write_text("ward,population\nA,3\nB,20\n", encoding="utf-8")
    assert "row 2: 3 is too small" in refused(capsys, answers, "--by", "ward", "--population", sizes)

"""`fanlight report`: from a file of answers to something that is safe to show."""

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest

from fanlight.commands.__main__ import main
from fanlight.commands._report_counts import NO_GROUP
from fanlight.measure.instruments import load
from support import bfi, six_questions
from support.reference import reference

HEADER = "ward,T1,C1,J1,P1,I1,V1"
WARDS = {"Ward 10": 30, "Ward 2": 25, "Tiny": 4, "Small": 12}


def rows(seed: int = 4) -> list[str]:
    """Made-up answers: J1 is the negatively worded one."""
    dice = random.Random(seed)
    lines = []
    for ward, people in WARDS.items():
        for _ in range(people):
            codes = [min(max(round(dice.gauss(3.2, 1.2)), 1), 5) for _ in range(6)]
            lines.append(",".join([ward, *map(str, codes)]))
    dice.shuffle(lines)
    return lines


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    file.write_text("\n".join([HEADER, *rows()]) + "\n", encoding="utf-8")
    file.with_name("six.toml").write_text(six_questions.pack(), encoding="utf-8")
    return file


def report(answers: Path, *options: object, out: str = "report.json") -> Path:
    target = answers.with_name(out)
    words = [answers, "--instrument", answers.with_name("six.toml"), "--out", target, *options]
    assert main(["report", *map(str, words)]) == 0
    return target


def groups_in(path: Path) -> dict[str, dict[str, Any]]:
    return {group["name"]: group for group in json.loads(path.read_text(encoding="utf-8"))["groups"]}


@pytest.mark.parametrize("ending", ["html", "pdf", "pptx", "xlsx", "json"])
def test_every_kind_of_file_is_written_whole(ending: str, answers: Path) -> None:
    target = report(answers, "--by", "ward", out=f"safe.{ending}")
    assert target.stat().st_size > 2000
    assert {path.name for path in answers.parent.iterdir()} == {"answers.csv", "six.toml", target.name}


def test_groups_stand_under_the_total_in_the_order_of_their_names(answers: Path) -> None:
    assert list(groups_in(report(answers, "--by", "WARD"))) == [
        "Everybody",
        "Small",
        "Tiny",
        "Ward 2",
        "Ward 10",
    ]


def test_a_small_group_is_withheld_and_with_it_another_that_would_give_it_away(answers: Path) -> None:
    found = groups_in(report(answers, "--by", "ward"))
    held = {name for name, group in found.items() if "withheld" in group["respondents"]}
    assert held == {"Tiny", "Small"}
    assert "statements" not in found["Tiny"]
    assert "Too few to be shown, or" in found["Small"]["respondents"]["because"]


def test_without_by_everybody_is_the_one_group(answers: Path) -> None:
    assert list(groups_in(report(answers))) == ["Everybody"]


def test_a_higher_minimum_withholds_more(answers: Path) -> None:
    found = groups_in(report(answers, "--by", "ward", "--minimum", "28"))
    assert [name for name, group in found.items() if "statements" in group] == ["Everybody", "Ward 10"]


def test_who_names_no_group_is_a_group_too(answers: Path) -> None:
    with answers.open("a", encoding="utf-8") as file:
        file.write("\n".join(",1,2,3,4,5,4" for _ in range(15)) + "\n")
    assert NO_GROUP in groups_in(report(answers, "--by", "ward"))


def test_a_row_without_any_answer_is_nobody(answers: Path) -> None:
    before = groups_in(report(answers, out="before.json"))["Everybody"]
    with answers.open("a", encoding="utf-8") as file:
        file.write("Ward 2,,,,,,\n" * 40)
    assert groups_in(report(answers, out="after.json"))["Everybody"] == before


def test_a_known_number_of_people_makes_the_report_surer(answers: Path) -> None:
    sizes = answers.with_name("sizes.csv")
    wards = {**WARDS, "Ward 9": 12}
    sizes.write_text("ward,population\n" + "".join(f"{w},{n}\n" for w, n in wards.items()), encoding="utf-8")
    known = groups_in(report(answers, "--by", "ward", "--population", sizes, out="known.json"))
    unknown = groups_in(report(answers, "--by", "ward", out="unknown.json"))

    def width(found: dict[str, dict[str, Any]]) -> int:
        interval = found["Ward 10"]["statements"][0]["interval"]
        return int(interval["high"] - interval["low"])

    assert width(known) <= 1 < width(unknown)
    assert "had everybody answered" not in json.dumps(unknown)
    assert known["Ward 9"]["respondents"] == known["Small"]["respondents"], (
        "that nobody answered there is not told"
    )


def test_answers_that_were_turned_before_give_the_same_report(answers: Path) -> None:
    turned = answers.with_name("turned.csv")
    lines = [line.split(",") for line in answers.read_text(encoding="utf-8").splitlines()]
    for line in lines[1:]:
        line[3] = str(6 - int(line[3]))
    turned.write_text("\n".join(map(",".join, lines)), encoding="utf-8")
    raw = groups_in(report(answers, "--by", "ward", out="raw.json"))
    assert groups_in(report(turned, "--by", "ward", "--already-reversed", out="turned.json")) == raw


def test_a_questionnaire_without_wording_is_reported_by_its_codes(tmp_path: Path) -> None:
    items = [item.code for item in load("sops-hospital-2").items]
    dice = random.Random(1)
    lines = [",".join(str(dice.randint(1, 5)) for _ in items) for _ in range(60)]
    file = tmp_path / "sops.csv"
    file.write_text("\n".join([",".join(items), *lines]), encoding="utf-8")
    out = tmp_path / "sops.html"
    assert main(["report", str(file), "--instrument", "sops-hospital-2", "--out", str(out)]) == 0
    page = out.read_text(encoding="utf-8")
    assert "Teamwork" in page
    assert ">A1<" in page
    assert "Other questions" in page  # D3, a count of reports, and E1 belong to no composite


def test_what_is_said_at_the_end_is_where_the_file_is_and_what_is_withheld(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = report(answers, "--by", "ward")
    said = capsys.readouterr().out
    assert str(target) in said
    assert "Groups shown: 2. Withheld: 2" in said


def test_answers_that_look_turned_twice_are_mentioned(
    answers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = "\n".join(["T1,C1,J1,P1,I1,V1", *(",".join([str(code)] * 6) for code in [1, 2, 3, 4, 5] * 12)])
    answers.write_text(same, encoding="utf-8")
    report(answers)
    assert "Please check:" in capsys.readouterr().err


@pytest.mark.reference
def test_real_answers_by_education_agree_with_a_count_of_our_own(tmp_path: Path) -> None:
    """2,800 people, 25 items on six answers, five reversed scales: every shown figure is counted here once more."""
    pack = tmp_path / "bfi.toml"
    pack.write_text(bfi.pack(), encoding="utf-8")
    out = tmp_path / "bfi.json"
    source = reference("psychometrics/bfi.csv")
    assert (
        main(["report", str(source), "--instrument", str(pack), "--by", "education", "--out", str(out)]) == 0
    )
    with source.open(encoding="utf-8") as file:
        people = list(csv.DictReader(file))
    negative = {key.strip("-") for key in bfi.ITEMS if key.startswith("-")}
    found = groups_in(out)
    assert list(found) == ["Everybody", *(f"education {level}" for level in range(1, 6)), NO_GROUP]
    for name, group in found.items():
        inside = [person for person in people if _belongs(person, name)]
        for statement in group["statements"]:
            codes = [int(person[statement["code"]]) for person in inside if person[statement["code"]]]
            good = sum(code <= 3 if statement["code"] in negative else code >= 4 for code in codes)
            assert statement["positive"] == {"percent": (200 * good + len(codes)) // (2 * len(codes))}
            assert statement["answered"]["from"] <= len(codes) <= statement["answered"]["to"]


def _belongs(person: dict[str, str], name: str) -> bool:
    if name == "Everybody":
        return True
    return person["education"] == ("" if name == NO_GROUP else name.split()[-1])

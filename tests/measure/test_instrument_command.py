"""`fanlight instrument` reads what people have and says plainly what it cannot use."""

import builtins
import json
import tomllib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fanlight.commands.__main__ import main
from fanlight.measure.instruments import load, parse, with_wording
from support.reference import reference

WORDING = """instrument = "saq-short-form"
[permission]
given_by = "Owner"
given_on = 2027-02-01
reference = "letter 12"
[wording.en]
"""


def run(*words: object) -> int:
    return main(["instrument", *map(str, words)])


def test_the_list_tells_what_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    shown = capsys.readouterr().out
    assert "fanlight-six     The Fanlight six, version 1.0\n                 30 items, can be asked" in shown
    assert "34 items, a scoring key: its wording and permission are needed" in shown


def test_showing_one_tells_its_words_and_what_is_good_news(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "fanlight-pulse") == 0
    shown = capsys.readouterr().out
    assert "J3    When things go wrong, whoever is nearest gets the blame." in shown
    assert "worded negatively, good news: 1, 2" in shown
    assert "A conversation starter, not validated." in shown


def test_showing_a_key_tells_which_permission_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "sops-hospital-2") == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "no permission to ask it is on record. Its owner: the Agency for Healthcare" in shown
    assert "In no composite D3" in shown


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "sops") == 2
    assert "no instrument or file called sops. On the shelf: fanlight-fair" in capsys.readouterr().err


@pytest.fixture
def wording(tmp_path: Path) -> Path:
    """A wording file for the whole SAQ."""
    codes = {item.stem or item.code for item in load("saq-short-form").items}
    path = tmp_path / "saq.toml"
    path.write_text(WORDING + "".join(f'{code} = "Words of {code}."\n' for code in codes), encoding="utf-8")
    return path


def test_a_good_pack_and_a_good_wording_file_pass(
    wording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.toml"
    assert run("export", "fanlight-six", "--format", "toml", "--out", mine) == 0
    assert run("check", mine, wording) == 0
    assert capsys.readouterr().out.splitlines() == [
        "mine.toml: fanlight-six, 30 items. It can be asked.",
        "saq.toml: wording for saq-short-form. It can be asked.",
    ]


def test_every_bad_file_is_named_not_only_the_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "b.toml").write_text('id = "b"', encoding="utf-8")
    assert run("check", tmp_path / "a.toml", tmp_path / "b.toml", tmp_path / "c.toml") == 2
    shown = capsys.readouterr().err
    assert "a.toml: this is not a TOML file" in shown
    assert "b.toml: field “languages”: is missing." in shown
    assert "c.toml: No such file" in shown


@pytest.mark.parametrize("version", ["fhir-r4b", "fhir-r5"])
def test_what_is_exported_is_imported_again(
    version: str, wording: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent, back = tmp_path / "saq.json", tmp_path / "back.toml"
    assert run("export", "saq-short-form", "--wording", wording, "--format", version, "--out", sent) == 0
    assert run("import", sent, "--out", back) == 0
    assert capsys.readouterr().err == "41 items read; 0 things to know.\n"
    whole = with_wording(load("saq-short-form"), tomllib.loads(wording.read_text()), file="saq.toml")
    assert load(back) == whole


def test_without_a_place_to_write_the_screen_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "fanlight-six", "--format", "fhir-r5") == 0
    assert json.loads(capsys.readouterr().out)["id"] == "fanlight-six"


def test_a_workbook_is_read_and_what_is_lost_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    survey = book.active
    assert survey is not None
    survey.title = "survey"
    for row in (["type", "name", "label"], ["select_one ny", "tea", "Tea?"], ["date", "day", "When?"]):
        survey.append(row)
    choices = book.create_sheet("choices")
    for row in (["list_name", "name", "label"], ["ny", 0, "No"], ["ny", 1, "Yes"]):
        choices.append(row)
    book.save(tmp_path / "tea.xlsx")
    assert run("import", tmp_path / "tea.xlsx") == 0
    shown = capsys.readouterr()
    assert parse(tomllib.loads(shown.out), file="shown").scale("ny").codes == (0, 1)
    assert "- item day: type “date” cannot be asked in Fanlight\n" in shown.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.json", b"{", "a.json: this is not JSON we can read"),
        ("a.json", b"[" * 100_000, "a.json: this is not JSON we can read"),
        ("a.json", b"[]", "a.json: a FHIR resource is a JSON object"),
        ("a.json", b"\xff\xfe\x00", "a.json: this is not JSON we can read"),
        ("a.xlsx", b"not a zip", "a.xlsx: this is not an Excel workbook we can read"),
        ("a.xls", b"not a book", "a.xls: this is not an Excel workbook we can read"),
        ("a.csv", b"\xff\xff", "a.csv: this is not a CSV file we can read"),
        ("a.csv", b"", "a.csv: there is no sheet called “survey”"),
        ("a.pdf", b"", "a.pdf: we read FHIR (.json) and XLSForm (.xlsx, .xls, .csv), not .pdf."),
    ],
)
def test_a_file_we_cannot_read_is_refused_and_nothing_is_written(
    name: str, content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run("import", tmp_path / name, "--out", tmp_path / "out.toml") == 2
    assert message in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_missing_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", tmp_path / "none.json") == 2
    assert "none.json: No such file or directory." in capsys.readouterr().err


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (tmp_path / "huge.json").open("wb") as huge:
        huge.truncate(200_000_000)
    assert run("import", tmp_path / "huge.json") == 2
    assert "huge.json: 200 megabytes. A questionnaire is at most 20." in capsys.readouterr().err


def test_a_sheet_without_end_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    for number in range(20_001):
        sheet.append([number])
    book.save(tmp_path / "long.xlsx")
    assert run("import", tmp_path / "long.xlsx") == 2
    assert "long.xlsx: sheet survey has more than 20000 rows." in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "fanlight-six", "--format", "toml", "--out", tmp_path / "no" / "x.toml") == 2
    assert "x.toml cannot be written: No such file or directory." in capsys.readouterr().err


def test_the_old_excel_format_asks_for_the_part_that_reads_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real_import = builtins.__import__

    def without_xlrd(name: str, *rest: Any, **more: Any) -> Any:
        if name == "xlrd":
            raise ImportError(name)
        return real_import(name, *rest, **more)

    (tmp_path / "a.xls").write_bytes(b"")
    monkeypatch.setattr(builtins, "__import__", without_xlrd)
    assert run("import", tmp_path / "a.xls") == 2
    assert "Save the file as .xlsx, or install fanlight[exchange]." in capsys.readouterr().err


READ = ["case_insensitivity.xlsx", "choice_filter_test.xlsx", "field-list.xlsx", "flat_xlsform_test.xlsx"]
READ += ["or_other.xlsx", "specify_other.csv", "specify_other.xlsx", "table-list.xls"]
REFUSED = [
    "group.csv",
    "group.xlsx",
    "loop.xlsx",
    "repeat_date_test.xls",
    "text_and_integer.xlsx",
    "tutorial.xls",
]


@pytest.mark.reference
@pytest.mark.parametrize("name", READ)
def test_a_form_of_pyxform_is_read(name: str, tmp_path: Path) -> None:
    assert run("import", reference(f"xlsform/{name}"), "--out", tmp_path / "out.toml") == 0
    assert load(tmp_path / "out.toml").items


@pytest.mark.reference
@pytest.mark.parametrize("name", REFUSED)
def test_a_form_of_pyxform_without_a_choice_to_make_is_refused(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", reference(f"xlsform/{name}")) == 2
    assert "there is no question in it that Fanlight can ask.\n- item " in capsys.readouterr().err.replace(
        "- survey row 2: type “note” cannot be asked in Fanlight\n", ""
    )


@pytest.mark.reference
def test_every_form_of_the_shared_data_is_tried() -> None:
    assert sorted(READ + REFUSED) == sorted(path.name for path in reference("xlsform").iterdir())

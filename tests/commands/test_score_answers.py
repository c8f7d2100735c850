"""Files of answers: what is understood, and what is refused with the row and the column."""

import io
from pathlib import Path

import duckdb
import numpy as np
import openpyxl
import pytest

from fanlight.commands import Refused, _answers, _answers_parquet, _answers_rows
from fanlight.commands._answers import Answers, natural, read_answers
from fanlight.commands._progress import Progress
from fanlight.measure.instruments import load
from fanlight.measure.scoring import MISSING
from support import six_questions

SIX, SOPS = six_questions.instrument(), load("sops-hospital-2")
CODES = six_questions.CODES
PLAIN = [[4, 5, 3, 2, 1, 5], [None, 4, 2, 8, 9, 1]]
EXPECTED = [[4, 5, 3, 2, 1, 5], [MISSING, 4, 2, 8, 9, 1]]


def file_of(tmp_path: Path, content: str | bytes, name: str = "answers.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(tmp_path: Path, content: str | bytes, *by: str) -> Answers:
    return read_answers(file_of(tmp_path, content), SIX, by=by)


def refusal(tmp_path: Path, content: str | bytes, *by: str) -> str:
    with pytest.raises(Refused) as caught:
        read(tmp_path, content, *by)
    return str(caught.value)


GOOD = {
    "plain": "T1,C1,J1,P1,I1,V1\n4,5,3,2,1,5\n,4,2,8,9,1\n",
    "no newline at the end": "T1,C1,J1,P1,I1,V1\n4,5,3,2,1,5\n,4,2,8,9,1",
    "semicolons": "T1;C1;J1;P1;I1;V1\n4;5;3;2;1;5\n;4;2;8;9;1\n",
    "tabs": "T1\tC1\tJ1\tP1\tI1\tV1\n4\t5\t3\t2\t1\t5\n\t4\t2\t8\t9\t1\n",
    "separator said": "sep=;\nT1;C1;J1;P1;I1;V1\n4;5;3;2;1;5\n;4;2;8;9;1\n",
    "any case and order": "v1,ID,t1 , c1,j1,p1,i1\n5,a,4,5,3,2,1\n1,b,,4,2,8,9\n",
    "quoted": '"T1","C1","J1","P1","I1","V1"\n"4","5","3","2","1","5"\n"","4","2","8","9","1"\n',
    "windows line ends": "T1,C1,J1,P1,I1,V1\r\n4,5,3,2,1,5\r\n,4,2,8,9,1\r\n",
    "blank lines": "\nT1,C1,J1,P1,I1,V1\n\n4,5,3,2,1,5\n\n,4,2,8,9,1\n\n",
    "other words for nothing": "T1,C1,J1,P1,I1,V1\n4,5,3,2,1,5\nNA,4,2,8,9,1\n",
    "decimals that are whole": "T1,C1,J1,P1,I1,V1\n4.0,5.0,3.0,2.0,1.0,5.0\nNaN,4.0,2.0,8.0,9.0,1.0\n",
    "decimal commas": 'T1;C1;J1;P1;I1;V1\n4,0;5,0;3,0;2;1;5\n;4;2;8;9;"1,0"\n',
    "a comment over two lines": 'T1,C1,J1,P1,I1,V1,say\n4,5,3,2,1,5,"well,\nwell"\n,4,2,8,9,1,\n',
    "short and long rows": "n,T1,C1,J1,P1,I1,V1,x\nn,4,5,3,2,1,5\nn,,4,2,8,9,1,x,,\n",
}


@pytest.mark.parametrize("content", GOOD.values(), ids=GOOD.keys())
def test_csv_in_many_shapes_reads_the_same(tmp_path: Path, content: str) -> None:
    assert read(tmp_path, content).codes.tolist() == EXPECTED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_names_of_groups_survive_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    content = "ward,T1,C1,J1,P1,I1,V1\nCôté,4,5,3,2,1,5\n".encode(encoding)
    answers = read(tmp_path, content, "ward")
    assert answers.groupings[0].labels == ("Côté",)
    assert answers.codes.tolist() == EXPECTED[:1]


BAD = {
    "a code outside the scale": (
        "T1,C1,J1,P1,I1,V1\n4,5,3,2,1,5\n4,7,3,2,1,5\n",
        "row 3, column C1: 7 is not a code",
    ),
    "after a blank line": ("T1,C1,J1,P1,I1,V1\n\n4,5,3,2,1,6\n", "row 3, column V1: 6 is"),
    "words": ("T1,C1,J1,P1,I1,V1\nAgree,5,3,2,1,5\n", "row 2, column T1: “Agree” is not a code"),
    "half an answer": ("T1,C1,J1,P1,I1,V1\n4.5,5,3,2,1,5\n", "row 2, column T1: “4.5” is not"),
    "endless": ("T1,C1,J1,P1,I1,V1\ninf,5,3,2,1,5\n", "column T1: “inf” is not"),
    "far outside": ("T1,C1,J1,P1,I1,V1\n260,5,3,2,1,5\n", "column T1: 260 is not"),
    "our own sign for missing": ("T1,C1,J1,P1,I1,V1\n-128,5,3,2,1,5\n", "column T1: -128 is not"),
    "too many cells": ("T1,C1,J1,P1,I1,V1\n4,5,3,2,1,5,5\n", "row 2: it has 7 cells, but the header has 6"),
    "a quotation mark never closed": (
        'say,T1,C1,J1,P1,I1,V1\na,4,5,3,2,1,5\n"b,4,5,3,2,1,5\nc,4,5,3,2,1,5\n',
        "row 3: it has 1 cells",
    ),
    "a very long cell": ('T1,C1,J1,P1,I1,V1\n"' + "4,5,3,2,1,5\n" * 20_000, "row 2: this is not CSV"),
    "a header alone": ("T1,C1,J1,P1,I1,V1\n", "has a header, but no answers"),
    "nothing": ("", "is empty"),
    "blank lines only": ("\n\n\n", "is empty"),
    "none of the columns": ("Q1,Q2\n1,2\n", "no column named by an item of six-questions (T1, C1"),
    "not all columns": ("T1,C1,J1,P1\n4,5,3,2\n", "no column for I1, V1"),
    "a column twice": ("T1,C1,J1,P1,I1,V1,t1\n4,5,3,2,1,5,4\n", "T1 more than once (columns 1 and 7)"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel file"),
    "a zip that is no workbook": (b"PK\x03\x04 nonsense", "not an Excel workbook"),
    "a Parquet file cut short": (b"PAR1 nonsense", "not a Parquet file"),
    "zeros": (b"\x00\x00\x00\x00\x00\n\x00", "six-questions"),
}


@pytest.mark.parametrize(("content", "words"), BAD.values(), ids=BAD.keys())
def test_what_cannot_be_read_is_refused_in_words(tmp_path: Path, content: str | bytes, words: str) -> None:
    assert words in refusal(tmp_path, content)


def test_a_refused_code_comes_with_those_that_would_do(tmp_path: Path) -> None:
    words = refusal(tmp_path, "T1,C1,J1,P1,I1,V1\n6,5,3,2,1,5\n")
    assert words.endswith("It takes 1, 2, 3, 4, 5, 9 (Does not apply), 8 (Rather not say) or a blank.")


def test_a_code_for_nothing_said_is_refused_where_the_item_does_not_offer_it(tmp_path: Path) -> None:
    codes = [item.code for item in SOPS.items]
    row = ["9" for _ in codes]
    path = file_of(tmp_path, ",".join(codes) + "\n" + ",".join(row) + "\n")
    with pytest.raises(Refused, match=r"row 2, column (D3|E1): 9 is not"):
        read_answers(path, SOPS)


def test_items_outside_composites_may_have_no_column(tmp_path: Path) -> None:
    codes = [item.code for item in SOPS.items if item.code not in {"D3", "E1"}]
    path = file_of(tmp_path, ",".join(codes) + "\n" + ",".join("4" for _ in codes) + "\n")
    answers = read_answers(path, SOPS)
    assert (answers.codes == MISSING).sum() == 2


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no file"):
        read_answers(tmp_path / "no.csv", SIX)
    with pytest.raises(Refused, match="cannot be read"):
        read_answers(tmp_path, SIX)


def test_a_column_to_group_by_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "--by ward" in refusal(tmp_path, GOOD["plain"], "ward")


def test_a_column_with_a_value_for_everybody_is_no_grouping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_answers, "MOST_GROUPS", 1)
    words = refusal(tmp_path, "id,T1,C1,J1,P1,I1,V1\na,4,5,3,2,1,5\nb,4,5,3,2,1,5\n", "id")
    assert "Does this column name groups?" in words


def test_groups_come_in_their_natural_order() -> None:
    assert sorted(["Ward 10", "ward 2", "A&E", "²", ""], key=natural) == ["", "A&E", "ward 2", "Ward 10", "²"]


def test_batches_join_without_a_seam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = np.random.default_rng(2)
    codes = draw.integers(1, 6, (50, 6))
    text = "ward," + ",".join(CODES) + "\n"
    text += "".join(f"W{place % 3}," + ",".join(map(str, row)) + "\n" for place, row in enumerate(codes))
    monkeypatch.setattr(_answers_rows, "BATCH", 7)
    answers = read(tmp_path, text, "ward")
    assert answers.codes.tolist() == codes.tolist()
    assert answers.groupings[0].index.tolist() == [place % 3 for place in range(50)]


def workbook(tmp_path: Path, rows: list[list[object]], *before: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for place, content in enumerate([*before, rows]):
        sheet = book.create_sheet(f"Sheet {place}")
        for row in content:
            sheet.append(row)
    path = tmp_path / "answers.xlsx"
    book.save(path)
    return path


def test_a_workbook_is_read_from_the_sheet_that_has_the_items(tmp_path: Path) -> None:
    rows = [["Ward", *CODES], [3, *PLAIN[0]], [3.0, None, "4", " 2 ", 8.0, 9, 1]]
    answers = read_answers(
        workbook(tmp_path, rows, [["About this file"], ["made by hand"]]), SIX, by=["ward"]
    )
    assert answers.codes.tolist() == EXPECTED
    assert answers.groupings[0].labels == ("3",)


@pytest.mark.parametrize(
    ("cell", "shown"), [(7, "7"), (True, "“True”"), ("Agree", "“Agree”"), (4.5, "4.5")], ids=str
)
def test_a_workbook_with_a_strange_cell_is_refused(tmp_path: Path, cell: object, shown: str) -> None:
    path = workbook(tmp_path, [CODES, PLAIN[0], [], [4, cell, 3, 2, 1, 5]])
    with pytest.raises(Refused) as caught:
        read_answers(path, SIX)
    assert f"answers.xlsx, row 4, column C1: {shown} is not a code" in str(caught.value)


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="is empty"):
        read_answers(workbook(tmp_path, []), SIX)


def parquet(tmp_path: Path, query: str, name: str = "answers.parquet") -> Path:
    path = tmp_path / name
    duckdb.sql(f"COPY ({query}) TO '{tmp_path}/plain.parquet' (FORMAT parquet)")
    (tmp_path / "plain.parquet").rename(path)
    return path


def columns_as(kind: str, row: list[int | None]) -> str:
    return ", ".join(
        f"({'NULL' if code is None else code})::{kind} AS {name}"
        for name, code in zip(CODES, row, strict=True)
    )


@pytest.mark.parametrize(
    "kind", ["TINYINT", "INTEGER", "BIGINT", "UTINYINT", "DOUBLE", "DECIMAL(4,1)", "VARCHAR"]
)
def test_parquet_in_every_type_reads_the_same(tmp_path: Path, kind: str) -> None:
    rows = " UNION ALL ".join(f"SELECT 3.0::DOUBLE AS ward, {columns_as(kind, row)}" for row in PLAIN)
    answers = read_answers(parquet(tmp_path, rows), SIX, by=["WARD"])
    assert answers.codes.tolist() == EXPECTED
    assert answers.groupings[0].labels == ("3",)


@pytest.mark.parametrize(
    ("kind", "code", "shown"),
    [
        ("TINYINT", 7, "7"),
        ("TINYINT", -128, "-128"),
        ("INTEGER", 100_000, "100000"),
        ("BIGINT", -5_000_000_000, "-5000000000"),
        ("DOUBLE", 4.5, "4.5"),
        ("DOUBLE", 1e300, "1e+300"),
        ("VARCHAR", 7, "7"),
    ],
)
def test_parquet_with_a_strange_code_is_refused(tmp_path: Path, kind: str, code: float, shown: str) -> None:
    row = [4, code, 3, 2, 1, 5]
    path = parquet(tmp_path, f"SELECT {columns_as(kind, PLAIN[0])} UNION ALL SELECT {columns_as(kind, row)}")
    with pytest.raises(Refused) as caught:
        read_answers(path, SIX)
    assert f"row 2, column C1: {shown} is not a code" in str(caught.value)


def test_parquet_is_read_in_batches_and_under_a_strange_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_answers_parquet, "BATCH", 16)
    items = ", ".join(f"1 + (i * {place + 3}) % 5 AS {code}" for place, code in enumerate(CODES))
    path = parquet(
        tmp_path, f"SELECT 'W' || (i % 3) AS ward, {items} FROM range(50) t(i)", "it's [here] *?.parquet"
    )
    answers = read_answers(path, SIX, by=["ward"])
    assert answers.codes.tolist() == [[1 + i * (place + 3) % 5 for place in range(6)] for i in range(50)]
    assert answers.groupings[0].index.tolist() == [i % 3 for i in range(50)]


def test_parquet_without_rows_is_refused(tmp_path: Path) -> None:
    path = parquet(tmp_path, f"SELECT {columns_as('TINYINT', PLAIN[0])} LIMIT 0")
    with pytest.raises(Refused, match="no answers"):
        read_answers(path, SIX)


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_people_who_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 2.5, 2.5, 2.6])
    monkeypatch.setattr("fanlight.commands._progress.time.monotonic", lambda: next(clock))
    screen = Screen()
    with Progress("Reading", stream=screen) as progress:
        progress.at(1, 10)
        assert screen.getvalue() == ""
        progress.at(4, 10)
        assert screen.getvalue() == "\rReading 40%"
        progress.at(9, 10)
    assert screen.getvalue().endswith("\r           \r")


def test_progress_is_silent_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fanlight.commands._progress.PATIENCE", -1)
    file = io.StringIO()
    with Progress("Reading", stream=file) as progress:
        progress.at(1, 2)
    assert file.getvalue() == ""

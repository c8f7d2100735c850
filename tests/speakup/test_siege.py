"""Nobody can read a concern or tell whose it is: not from files, logs, the write-ahead log or backups, rota in hand.

The attack is shown to work on a careless store first; a test that cannot succeed proves nothing.
"""

import itertools
import math
import re
import secrets
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from support.evidence import Row, Snapshot, unpacked
from support.subject import DISKS, Disk, Subject, a_disk, running

PEOPLE = 12
NEGLIGIBLE = 1e-6


@dataclass(frozen=True)
class Person:
    """What only the judge knows of somebody, in the order in which they came: the rota."""

    name: str
    words: str
    address: str
    agent: str
    code: str = ""


@dataclass(frozen=True)
class Siege:
    people: list[Person]
    names: dict[str, str]
    secrets: list[str]
    moments: list[Snapshot]
    backups: list[bytes]
    log: bytes
    tidied: Snapshot
    answers: list[str]


@pytest.fixture(scope="module", params=DISKS)
def disk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Disk]:
    with a_disk(request.param, tmp_path_factory.mktemp("siege")) as disk:
        yield disk


def people() -> list[Person]:
    """Twelve people who write very little to very much."""
    return [
        Person(
            name=f"Name{secrets.token_hex(8)}",
            words=f"words {secrets.token_hex(8)} " + "and more " * (number * number * 8),
            address=f"10.{number}.77.{secrets.randbelow(200) + 20}",
            agent=f"Agent{secrets.token_hex(8)}",
        )
        for number in range(PEOPLE)
    ]


def a_backup(subject: Subject, disk: Disk) -> bytes:
    target = disk.folder / "backup.zip"
    subject.ask("backup", str(target))
    return unpacked(target)


def careless(subject: Subject, disk: Disk) -> Siege:
    """As much of an attack as shows that it succeeds."""
    subject.ask("use", "Careless")
    came = people()
    for number, person in enumerate(came):
        subject.ask("speak", f"p{number}", person.words, person.name, person.address, person.agent)
    backups, log = [a_backup(subject, disk)], subject.log.read_bytes()
    return Siege(came, {}, [], [], backups, log, tidied=disk.snapshot(), answers=[])


def siege_of(subject: Subject, disk: Disk) -> Siege:
    subject.ask("use", "Fanlight")
    begun = subject.ask("begin")
    came: list[Person] = []
    moments, backups, answers = [disk.snapshot(everything=False)], [a_backup(subject, disk)], []
    for number, person in enumerate(people()):
        given = subject.ask("speak", f"p{number}", person.words, person.name, person.address, person.agent)
        came.append(Person(**{**vars(person), "code": given["code"]}))
        moments.append(disk.snapshot(everything=number == PEOPLE - 1))
    answers = [f"answer {secrets.token_hex(8)}" for _ in range(2)]
    for number, words in enumerate(answers):
        subject.ask("answer", f"p{number}", words)
    names = subject.ask("names")
    subject.ask("look")
    moments.append(disk.snapshot(everything=False))
    successor = subject.ask("let_read", "p3")
    moments.append(disk.snapshot(everything=True))
    backups.append(a_backup(subject, disk))
    subject.ask("tidy")
    return Siege(
        people=came,
        names=names,
        secrets=[begun["passphrase"], begun["seed"], successor["seed"]],
        moments=moments,
        backups=backups,
        log=subject.log.read_bytes(),
        tidied=disk.snapshot(),
        answers=answers,
    )


@pytest.fixture(scope="module")
def sieges(disk: Disk) -> dict[str, Siege]:
    with running("siege.subject", disk) as subject:
        return {"Fanlight": siege_of(subject, disk), "Careless": careless(subject, disk)}


def haystack(siege: Siege) -> bytes:
    moments = [*siege.moments, siege.tidied]
    cells = [
        str(cell).encode()
        for one in moments
        for rows in one.tables.values()
        for row in rows
        for cell in row.cells
    ]
    blobs = [
        bytes(cell)
        for one in moments
        for rows in one.tables.values()
        for row in rows
        for cell in row.cells
        if isinstance(cell, bytes | memoryview)
    ]
    files = [content for one in moments for content in one.files.values()]
    return b"\n".join([*cells, *blobs, *files, *siege.backups, siege.log])


def needles(siege: Siege) -> dict[str, bytes]:
    """What must be nowhere."""
    found = {f"secret {number}": secret.encode() for number, secret in enumerate(siege.secrets)}
    for number, seed in enumerate(siege.secrets[1:]):
        found[f"seed {number}"] = bytes.fromhex(seed)
    found |= {f"answer {number}": words.encode() for number, words in enumerate(siege.answers)}
    for number, person in enumerate(siege.people):
        found |= {
            f"words {number}": person.words[:22].encode(),
            f"name {number}": person.name.encode(),
            f"address {number}": person.address.encode(),
            f"agent {number}": person.agent.encode(),
        }
        if person.code:
            plain = person.code.replace(" ", "")
            found |= {f"code {number}": person.code.encode(), f"secret part {number}": plain[10:].encode()}
            found |= {f"small secret part {number}": plain[10:].lower().encode()}
    return found


def test_the_search_finds_everything_in_a_careless_store(sieges: dict[str, Siege]) -> None:
    siege = sieges["Careless"]
    for hay in (haystack(siege), siege.backups[0]):
        found = {name for name, needle in needles(siege).items() if needle in hay}
        assert {
            f"{kind} {number}" for kind in ("words", "name", "address", "agent") for number in range(PEOPLE)
        } <= found


def test_nothing_that_anybody_wrote_or_is_lies_anywhere(sieges: dict[str, Siege]) -> None:
    siege = sieges["Fanlight"]
    hay = haystack(siege)
    assert len(siege.names) == PEOPLE, "every concern has to be there, or this proves nothing"
    assert {name for name, needle in needles(siege).items() if needle in hay} == set()


def test_no_two_concerns_differ_in_size(sieges: dict[str, Siege]) -> None:
    rows = sieges["Fanlight"].tidied.tables["speakup_concern"]
    sizes = {
        tuple(len(cell) if isinstance(cell, bytes | memoryview) else 0 for cell in row.cells) for row in rows
    }
    assert len(sizes) == 1, "the shortest has five words, the longest over nine hundred"


def orders(siege: Siege, table: str) -> dict[str, list[str]]:
    """Ways to guess in which order the rows came: by place, by each column, and by where they lie in the files."""
    rows = siege.tidied.tables[table]
    names = {row: _public_id(row, siege, table) for row in rows}
    guesses = {
        f"{table}: by place {at}": [names[row] for row in sorted(rows, key=lambda row, at=at: row.place[at])]
        for at in range(len(rows[0].place))
    }
    for column in range(len(rows[0].cells)):
        ranked = sorted(rows, key=lambda row, column=column: str(row.cells[column]))
        guesses[f"{table}: by column {column}"] = [names[row] for row in ranked]
    content = b"".join(siege.tidied.files.values())
    for column in range(len(rows[0].cells)):
        marks = {row: bytes(row.cells[column])[:24] for row in rows if isinstance(row.cells[column], bytes)}
        if len(set(marks.values())) == len(rows) and all(mark in content for mark in marks.values()):
            ranked = sorted(rows, key=lambda row, marks=marks: content.rindex(marks[row]))
            guesses[f"{table}: by where column {column} lies"] = [names[row] for row in ranked]
    return guesses


def _public_id(row: Row, siege: Siege, table: str) -> str:
    if table == "naive_case":
        return str(row.cells[1])
    return next(cell for cell in row.cells if cell in set(siege.names.values()))


def luck(matches: int) -> float:
    """The chance of so many people in their own place by a random order, or more: near to Poisson with mean 1."""
    return 1 - sum(math.exp(-1) / math.factorial(k) for k in range(matches))


def best(guesses: dict[str, list[str]], truth: list[str]) -> tuple[str, int]:
    """The guess, forwards or backwards, that puts most people into their place in the rota."""
    both = {**guesses, **{f"{name}, backwards": order[::-1] for name, order in guesses.items()}}
    scores = {name: sum(map(str.__eq__, order, truth)) for name, order in both.items()}
    name = max(scores, key=lambda each: scores[each])
    return name, scores[name]


def test_the_attack_finds_the_order_in_a_careless_store(sieges: dict[str, Siege]) -> None:
    siege = sieges["Careless"]
    name, matches = best(orders(siege, "naive_case"), [f"p{number}" for number in range(PEOPLE)])
    assert matches == PEOPLE, name


def test_with_the_rota_in_hand_no_order_of_the_rows_tells_whose_they_are(sieges: dict[str, Siege]) -> None:
    siege = sieges["Fanlight"]
    truth = [siege.names[f"p{number}"] for number in range(PEOPLE)]
    guesses = orders(siege, "speakup_concern")
    assert len(guesses) > 10
    name, matches = best(guesses, truth)
    assert luck(matches) * len(guesses) * 2 > NEGLIGIBLE, f"{name} put {matches} of {PEOPLE} into their place"


def test_no_column_leads_from_a_concern_to_its_files(sieges: dict[str, Siege]) -> None:
    tables = sieges["Fanlight"].tidied.tables
    marks = {
        cell
        for row in tables["speakup_concern"]
        for cell in row.cells
        if not isinstance(cell, bytes | memoryview)
    }
    shared = [cell for row in tables["speakup_piece"] for cell in row.cells if cell in marks]
    assert shared == []
    assert len(tables["speakup_piece"]) == PEOPLE


def test_two_backups_differ_in_nothing_but_noise_and_the_week(sieges: dict[str, Siege]) -> None:
    """Whatever is new between two moments: random numbers, sealed bytes, one Monday, and flags."""
    siege = sieges["Fanlight"]
    for before, after in itertools.pairwise(siege.moments):
        old = {repr(row.cells) for row in before.tables["speakup_concern"]}
        for row in after.tables["speakup_concern"]:
            if repr(row.cells) not in old:
                told = [cell for cell in row.cells if not isinstance(cell, bytes | memoryview | int | bool)]
                assert len(told) == 3, "its random name, its sign, its week"


def own_cells(rows: list[Row]) -> set[object]:
    """What stands in one row alone."""
    times = Counter(cell for row in rows for cell in set(row.cells) if not isinstance(cell, memoryview))
    return {cell for cell, number in times.items() if number == 1}


def test_no_line_of_the_guardians_record_leads_to_a_concern_or_to_a_day(sieges: dict[str, Siege]) -> None:
    """They were opened one by one, as they came: a line that named its concern would be the rota."""
    tables = sieges["Fanlight"].tidied.tables
    lines = [row for row in tables["speakup_deed"] if "opened a concern" in row.cells]
    assert len(lines) == PEOPLE
    marks = own_cells(tables["speakup_concern"])
    assert set(sieges["Fanlight"].names.values()) <= marks
    assert [cell for row in tables["speakup_deed"] for cell in row.cells if cell in marks] == []
    days = {str(cell)[:10] for row in lines for cell in row.cells if re.match(r"\d{4}-\d\d-\d\d", str(cell))}
    assert {date.fromisoformat(day).weekday() for day in days} == {0}


def test_letting_somebody_new_read_shows_only_that_something_changed(sieges: dict[str, Siege]) -> None:
    """Which row was sealed anew is there for who has two copies; who chose what, and of whom it speaks, is not."""
    siege = sieges["Fanlight"]
    before, after = (moment.tables for moment in siege.moments[-2:])
    wraps = {row.cells for row in before["speakup_wrap"]} ^ {row.cells for row in after["speakup_wrap"]}
    assert len(wraps) == 2, "one row of keys gives way to another"
    assert len({len(cell) for row in wraps for cell in row if isinstance(cell, bytes)}) == 1
    assert len(before["speakup_piece"]) == len(after["speakup_piece"]) == PEOPLE

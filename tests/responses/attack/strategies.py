"""Ways of guessing whose answers are whose. Each gives, for each person in the order of answering, a row or None."""

import contextlib
import itertools
import json
import re
from collections.abc import Callable, Iterator, Sequence

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from support.evidence import Evidence, Row, Snapshot

Guess = list[Row | None]
SHORTEST = 6  # letters: shorter values repeat by chance


def guesses(evidence: Evidence) -> dict[str, Guess]:
    """Every strategy's guess, by name."""
    found: dict[str, Guess] = {}
    for strategy in STRATEGIES:
        found |= strategy(evidence)
    return found


def in_order(evidence: Evidence) -> dict[str, Guess]:
    """The n-th person wrote the n-th row: as rows lie, by what the database tells of them, by cell, by offset."""
    rows = list(evidence.rows)
    orders: dict[str, list[Row]] = {"as they lie": rows}
    for number in range(len(rows[0].place)):
        orders[f"by place {number}"] = sorted(rows, key=lambda row: row.place[number])
    for number in range(len(rows[0].cells)):
        orders[f"by cell {number}"] = sorted(rows, key=lambda row: str(row.cells[number]))
    for name, content in evidence.after.files.items():
        offsets = [(_offset(content, row), row) for row in rows]
        if all(offset >= 0 for offset, _ in offsets):
            orders.setdefault(
                f"by offset in the {_kind(name)}",
                [row for _, row in sorted(offsets, key=lambda pair: pair[0])],
            )
    backwards = {f"{name}, backwards": order[::-1] for name, order in orders.items()}
    return {f"in order: {name}": list(order) for name, order in (orders | backwards).items()}


def _kind(name: str) -> str:
    kinds = {"wal": "write-ahead log", ".log": "program's log", "backup": "backup"}
    return next((kind for mark, kind in kinds.items() if mark in name), "tables")


def _offset(content: bytes, row: Row) -> int:
    return max(content.rfind(needle) for needle in _needles(row))


def _needles(row: Row) -> list[bytes]:
    """How a row may look in a file: each cell as text, keys also as bare bytes."""
    needles = []
    for cell in row.cells:
        text = str(cell)
        if len(text) >= SHORTEST:
            needles += [words.encode() for words in _wordings(cell)]
        if re.fullmatch(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}", text):
            needles.append(bytes.fromhex(text.replace("-", "")))
    return needles


def codes_in(row: Row) -> dict[str, int] | None:
    """The answers in a row, if it has any."""
    for cell in row.cells:
        with contextlib.suppress(ValueError, TypeError):
            content = cell if isinstance(cell, dict) else json.loads(str(cell))
            if isinstance(content, dict):
                return content
    return None


def _wordings(cell: object) -> list[str]:
    """A cell as text; answers in the several ways of writing JSON."""
    codes = codes_in(Row((), (cell,)))
    if codes is None:
        return [str(cell)]
    compact = json.dumps(codes, separators=(",", ":"), sort_keys=True)
    return [json.dumps(codes), json.dumps(codes, sort_keys=True), compact, compact[1:-1]]


def first_seen(evidence: Evidence) -> dict[str, Guess]:
    """A row, or a value in it, that can be seen from the n-th answer on was the n-th person's."""
    guess: Guess = [None] * len(evidence.slips)
    haystacks = [_haystack(moment) for moment in evidence.open_moments]
    for row in _unique(evidence):
        for needle in _needles(row):
            seen = [needle in haystack for haystack in haystacks]
            if any(seen) and not seen[0]:
                guess[seen.index(True) - 1] = row
    return {"first seen": guess}


def _unique(evidence: Evidence) -> list[Row]:
    """The final rows, without the cells that several share."""
    rows = evidence.rows
    columns = list(zip(*(map(str, row.cells) for row in rows), strict=True))
    telling = [len(set(column)) == len(column) for column in columns]
    return [Row(row.place, tuple(itertools.compress(row.cells, telling))) for row in rows]


def _haystack(moment: Snapshot) -> bytes:
    cells = (cell for rows in moment.tables.values() for row in rows for cell in row.cells)
    texts = (
        cell
        if isinstance(cell, bytes)
        else (json.dumps(cell) if isinstance(cell, dict) else str(cell)).encode()
        for cell in cells
    )
    return b"\n".join([*texts, *moment.files.values()])


def same_values(evidence: Evidence) -> dict[str, Guess]:
    """A final row that holds a slip, or anything that changed with the n-th answer, was the n-th person's."""
    guess: Guess = []
    rows = evidence.rows
    for slip, (before, after) in zip(evidence.slips, itertools.pairwise(evidence.open_moments), strict=True):
        marks = {slip, *(str(cell) for row in _news(before, after) for cell in row.cells)}
        marks = {mark for mark in marks if len(mark) >= SHORTEST}
        guess.append(next((row for row in rows if marks & {str(cell) for cell in row.cells}), None))
    return {"same values": guess}


def _news(before: Snapshot, after: Snapshot) -> list[Row]:
    """Rows that are new or different."""
    old = {(name, row.cells) for name, rows in before.tables.items() for row in rows if _hashable(row)}
    return [
        row
        for name, rows in after.tables.items()
        for row in rows
        if _hashable(row) and (name, row.cells) not in old
    ]


def _hashable(row: Row) -> bool:
    return not any(isinstance(cell, dict | list) for cell in row.cells)


def by_size(evidence: Evidence) -> dict[str, Guess]:
    """Who made the database grow by most wrote the longest answer."""
    grown = [
        sum(len(cell) for row in _news(before, after) for cell in row.cells if isinstance(cell, bytes | str))
        for before, after in itertools.pairwise(evidence.open_moments)
    ]
    rows = sorted(evidence.rows, key=_length)
    guess: Guess = [None] * len(evidence.slips)
    for person, row in zip(sorted(range(len(grown)), key=lambda number: grown[number]), rows, strict=False):
        guess[person] = row
    return {"by size": guess}


def _length(row: Row) -> int:
    return sum(len(str(cell)) for cell in row.cells)


def with_keys_found(evidence: Evidence) -> dict[str, Guess]:
    """Whatever looks like a key is tried on whatever came with the n-th answer."""
    keys = [PrivateKey(bytes.fromhex(found)) for found in _possible_keys(evidence)]
    guess: Guess = []
    for before, after in itertools.pairwise(evidence.open_moments):
        guess.append(next(_opened(keys, _news(before, after), evidence), None))
    return {"with keys found": guess}


def _possible_keys(evidence: Evidence) -> set[str]:
    words = re.findall(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", _haystack(evidence.open_moments[-1]))
    return {word.decode() for word in words}


def _opened(keys: Sequence[PrivateKey], news: Sequence[Row], evidence: Evidence) -> Iterator[Row]:
    blobs = [bytes(cell) for row in news for cell in row.cells if isinstance(cell, bytes) and len(cell) > 48]
    for key, blob in itertools.product(keys, blobs):
        try:
            content = SealedBox(key).decrypt(blob).decode(errors="ignore")
        except CryptoError:
            continue
        rows = evidence.rows
        yield from (row for row in rows if any(words in content for words in _wordings(codes_in(row))))


STRATEGIES: tuple[Callable[[Evidence], dict[str, Guess]], ...] = (
    in_order,
    first_seen,
    same_values,
    by_size,
    with_keys_found,
)

"""What somebody with a worry does. Nothing here knows who they are, and nothing is kept of when beyond the week."""

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from fanlight.audit.fields import ALPHABET
from fanlight.speakup.access import OpenConcern, hearing_at
from fanlight.speakup.access.lines import case_place, line_place, open_concern, opened_with
from fanlight.speakup.models import Concern, Desk, Guardian, Piece, Wrap, database, random_number
from fanlight.speakup.sealing.casefile import Came, CaseFile
from fanlight.speakup.sealing.envelope import (
    ConcernKeys,
    blank_wrap,
    item_of,
    seal_pieces,
    seal_whole,
    wrap,
)
from fanlight.speakup.sealing.keys import seal_to
from fanlight.speakup.sealing.ledger import (
    By,
    Entry,
    File,
    Kind,
    Ledger,
    Standing,
    Way,
    week_of,
)
from fanlight.speakup.sealing.receipt import Receipt, ReporterKey, new_phrase, new_salt

SIGN_LENGTH = 8


class NobodyToHear(Exception):  # noqa: N818 (it reads as what is wrong)
    """Everybody who would hear this concern is part of it. It was not kept."""


@dataclass(frozen=True)
class CleanFile:
    """A file without what it told of its making."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Spoken:
    """What somebody says, before it is sealed."""

    way: Way
    words: str = field(repr=False)
    name: str = field(default="", repr=False)
    files: tuple[CleanFile, ...] = ()
    kept_out: frozenset[str] = frozenset()


def this_week() -> date:
    return week_of(timezone.localdate())


def new_sign() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(SIGN_LENGTH))


def speak_up(
    *,
    desk: Desk,
    receipt: Receipt,
    spoken: Spoken,
    case: CaseFile | None = None,
    heard_by: Guardian | None = None,
    salt: bytes = b"",
) -> OpenConcern:
    """Keep a concern, sealed to the desk's guardians and to the receipt. The same receipt and salt twice keep it once.

    Whoever heard it can open it, be it that they are away. Raises NobodyToHear if all are kept out of it.
    """
    asked = hearing_at(desk)
    if heard_by and heard_by not in asked:
        asked.append(heard_by)
    hearing = [one for one in asked if one.public_id not in spoken.kept_out]
    if not hearing:
        raise NobodyToHear("nobody is left at this desk who could hear it")
    keys, salt = ConcernKeys.new(), salt or new_salt()
    own = ReporterKey.of(receipt, salt)
    try:
        with transaction.atomic(using=database()):
            ledger = _first_ledger(spoken, keys, came=case.came if case else Came.LINE)
            concern = Concern(
                desk=desk,
                week=this_week(),
                lookup=receipt.lookup,
                salt=salt,
                reporter_key=own.public,
                reporter_wrap=seal_to(own.public, keys.line),
                sign=new_sign(),
                needs_guardian=case is None,
            )
            _seal(concern, keys, ledger, case or CaseFile())
            concern.save(force_insert=True)
            Wrap.objects.bulk_create(wraps_for(concern=concern, keys=keys, asked=asked, hearing=hearing))
    except IntegrityError:
        kept = Concern.objects.select_related("desk").get(reporter_key=own.public)
        return opened_with(kept, own)  # the same form was sent twice
    return open_concern(concern, keys)


def sent_before(*, receipt: Receipt, salt: bytes) -> Concern | None:
    """The concern that was kept with this receipt and salt, if the form that carries them has been sent already."""
    return Concern.objects.filter(lookup=receipt.lookup, salt=salt).first()


def _first_ledger(spoken: Spoken, keys: ConcernKeys, *, came: Came) -> Ledger:
    by = By.REPORTER if came is Came.LINE else By.GUARDIAN
    concern = Entry(by, Kind.CONCERN, this_week(), spoken.words)
    files = [Entry(by, Kind.FILE, this_week(), file=keep_file(file=file, keys=keys)) for file in spoken.files]
    return Ledger(
        way=spoken.way,
        entries=(concern, *files),
        seen=1 + len(files),
        name="" if spoken.way is Way.ANONYMOUS else spoken.name,
        kept_out=spoken.kept_out,
    )


def wraps_for(
    *, concern: Concern, keys: ConcernKeys, asked: Iterable[Guardian], hearing: Sequence[Guardian]
) -> list[Wrap]:
    """Keys for those who hear it; noise of the same length for those who would, were they not kept out."""
    wraps = [
        Wrap(
            concern=concern,
            guardian=one,
            sealed=wrap(keys, bytes(one.public_key)) if one in hearing else blank_wrap(),
        )
        for one in asked
    ]
    return sorted(wraps, key=lambda each: each.pk)


def keep_file(*, file: CleanFile, keys: ConcernKeys) -> File:
    """Seal a file into pieces, which lie among all others in the order of random numbers."""
    item = item_of(file.content, key=keys.line)
    sealed = seal_pieces(file.content, key=keys.line, item=item)
    pieces = [Piece(id=random_number(), sealed=piece) for piece in sealed]
    Piece.objects.bulk_create(sorted(pieces, key=lambda piece: piece.pk), batch_size=100)
    return File(file.name, len(file.content), tuple(piece.pk for piece in pieces), item)


def _seal(concern: Concern, keys: ConcernKeys, ledger: Ledger, case: CaseFile | None) -> None:
    concern.line = seal_whole(ledger.to_bytes(), key=keys.line, place=line_place(concern))
    if case is not None:
        concern.case = seal_whole(case.to_bytes(), key=keys.case, place=case_place(concern))


Change = Callable[[Ledger], Ledger]


def rewrite(
    *,
    opened: OpenConcern,
    line: Change | None = None,
    case: Callable[[CaseFile], CaseFile] | None = None,
    **flags: bool,
) -> OpenConcern:
    """Change what is sealed, from what lies there now, in one transaction. Raises Unreadable."""
    with transaction.atomic(using=database()):
        concern = Concern.objects.select_for_update().get(pk=opened.concern.pk)
        now = open_concern(concern, opened.keys)
        ledger = line(now.ledger) if line else now.ledger
        kept = case(now.guarded) if case else None
        _seal(concern, now.keys, ledger, kept)
        for name, value in flags.items():
            setattr(concern, name, value)
        concern.save()
    return open_concern(concern, opened.keys)


def _by_reporter(kind: Kind, words: str = "") -> Entry:
    return Entry(By.REPORTER, kind, this_week(), words)


def say_more(*, opened: OpenConcern, words: str, files: Sequence[CleanFile] = ()) -> OpenConcern:
    """The reporter writes again. The same twice in a row, by a second press, is kept once."""
    with transaction.atomic(using=database()):
        kept = [keep_file(file=file, keys=opened.keys) for file in files]

        more = [_by_reporter(Kind.MESSAGE, words)] if words else []
        more += [Entry(By.REPORTER, Kind.FILE, this_week(), file=file) for file in kept]
        said = rewrite(opened=opened, line=lambda ledger: ledger.with_entry(*more), needs_guardian=True)
        forget_files(files=[file for file in kept if file not in said.ledger.files])
        return said


def note_visit(*, opened: OpenConcern) -> tuple[OpenConcern, str]:
    """The reporter has been shown everything up to now. Returns the phrase of this visit, to be known again."""
    phrase = new_phrase()

    def change(ledger: Ledger) -> Ledger:
        return replace(ledger, seen=len(ledger.entries), phrase=phrase)

    return rewrite(opened=opened, line=change, answer_waits=False), phrase


def change_way(*, opened: OpenConcern, way: Way, name: str) -> OpenConcern:
    """From anonymous to a name, or from one degree of openness to another."""

    def change(ledger: Ledger) -> Ledger:
        told = "" if way is Way.ANONYMOUS else name
        return ledger.with_entry(_by_reporter(Kind.WAY, way.value), way=way, name=told)

    return rewrite(opened=opened, line=change, needs_guardian=True)


def withdraw(*, opened: OpenConcern) -> None:
    """The reporter takes it back: every word and file goes; that somebody came is all that stays.

    The guardian keeps what was already done about it, so that nobody is left in danger.
    """
    with transaction.atomic(using=database()):
        fresh = Concern.objects.select_for_update().get(pk=opened.concern.pk)
        now = open_concern(fresh, opened.keys)
        forget_files(files=now.ledger.files)
        empty = Ledger(
            way=now.ledger.way,
            entries=(_by_reporter(Kind.WITHDRAWN),),
            seen=1,
            kept_out=now.ledger.kept_out,
            standing=Standing.WITHDRAWN,
        )
        rewrite(opened=now, line=lambda _: empty, needs_guardian=True, answer_waits=False)


def reopen(*, opened: OpenConcern, words: str) -> OpenConcern:
    """It is not over after all."""

    def change(ledger: Ledger) -> Ledger:
        return ledger.with_entry(_by_reporter(Kind.REOPENED, words), standing=Standing.OPEN)

    return rewrite(opened=opened, line=change, needs_guardian=True)


def give_feedback(*, opened: OpenConcern, would_again: str, words: str) -> OpenConcern:
    """“Given your experience, would you speak up again?” Asked once it is closed; a later answer takes its place."""

    def change(ledger: Ledger) -> Ledger:
        return ledger.with_entry(_by_reporter(Kind.FEEDBACK, words), would_again=would_again)

    return rewrite(opened=opened, line=change, needs_guardian=True)


def check_in(*, opened: OpenConcern, months: int, was_harmed: bool, words: str) -> OpenConcern:
    """How it has been since: whether they were treated badly for speaking up."""

    def change(ledger: Ledger) -> Ledger:
        more: dict[str, Any] = {"checked_in": ledger.checked_in | {months}}
        if was_harmed:
            more["harmed"] = ledger.harmed | {months}
        return ledger.with_entry(_by_reporter(Kind.CHECK_IN, words), **more)

    return rewrite(opened=opened, line=change, needs_guardian=True)


def forget_files(*, files: Iterable[File]) -> None:
    """Delete the pieces of files, a few hundred at a time: databases take only so many numbers in one question."""
    numbers = [number for file in files for number in file.pieces]
    for start in range(0, len(numbers), 500):
        Piece.objects.filter(pk__in=numbers[start : start + 500]).delete()

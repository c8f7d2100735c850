"""What somebody sees who comes back with their code: only what is new, until they ask for more."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone

from fanlight.design.english import day, listed
from fanlight.speakup.access import OpenConcern, cut_off_from, hearing_at, readers_of
from fanlight.speakup.models import Guardian
from fanlight.speakup.pages.speaking import AskPage, called, hidden
from fanlight.speakup.sealing.ledger import By, Entry, Kind, Standing, Way, check_in_due
from fanlight.speakup.visit import Visit, seal_visit

DONE = {
    Kind.CLOSED: "The guardian closed it.",
    Kind.REOPENED: "You opened it again.",
    Kind.WITHDRAWN: "You took it back.",
    Kind.FEEDBACK: "You told us whether you would speak up again.",
}
GOOD = "It is good that you came back"
TAKEN_BACK = ("You took this back", "Nothing of what you wrote is kept.")
KNOWN_AS = {
    Way.ANONYMOUS: "Nobody knows who you are, the guardian included.",
    Way.CONFIDENTIAL: "The guardian knows who you are and keeps it to themselves.",
    Way.OPEN: "You said that it may be known that it was you.",
}


@dataclass(frozen=True)
class Said:
    """One entry as it is shown."""

    who: str
    when: str
    words: str
    note: str
    is_theirs: bool  # from the other side


@dataclass(frozen=True)
class Feedback:
    form: forms.Form
    step: str
    title: str
    text: str
    action: str


@dataclass(frozen=True)
class Readers:
    """Who can read a concern now, and who listens there and could, if the person let them."""

    now: tuple[Guardian, ...]
    could: tuple[Guardian, ...]

    @property
    def in_words(self) -> str:
        return f"{listed(called(one) for one in self.now)} can read this, and so can you with your code."


def readers(opened: OpenConcern) -> Readers:
    """Nobody new is offered while somebody reads it: it stays with those who were chosen."""
    now = tuple(readers_of(opened))
    could = () if now else tuple(hearing_at(opened.concern.desk))
    return Readers(now, tuple(one for one in could if one.public_id not in opened.ledger.kept_out))


@dataclass(frozen=True)
class ReadingPage:
    title: str
    lead: str
    said: tuple[Said, ...]
    has_more: bool
    last_phrase: str
    phrase: str
    known_as: str
    readers: str  # empty while nobody can read it
    is_left_alone: bool  # nobody can read it, and nobody listens who could
    standing: Standing
    form: forms.Form | None
    ask: Feedback | None
    token: str


def said(entry: Entry, *, for_guardian: bool = False) -> Said:
    from_guardian = entry.by is By.GUARDIAN
    names = ("The person", "You") if for_guardian else ("You", "The guardian")
    return Said(
        who=names[from_guardian],
        when=f"week of {day(entry.week)}",
        words="" if entry.kind in {Kind.WAY, Kind.LET_READ} else entry.words,
        note=_note(entry, for_guardian=for_guardian),
        is_theirs=from_guardian is not for_guardian,
    )


def _note(entry: Entry, *, for_guardian: bool) -> str:
    if entry.kind is Kind.WAY:
        who = "They want" if for_guardian else "You want"
        return f"{who} to be known like this from now on: {entry.words}."
    if entry.kind is Kind.LET_READ:
        who = "They let" if for_guardian else "You let"
        return f"{who} {entry.words} read this from now on, and nobody who could before."
    if entry.file:
        return f"{entry.file.name}, {max(1, entry.file.size // 1024):,} kB"
    if entry.kind is Kind.CHECK_IN:
        return "About how it has been since."
    note = DONE.get(entry.kind, "")
    return note.replace("You", "They", 1) if for_guardian else note


def reading_page(
    opened: OpenConcern, visit: Visit, form: forms.Form | None, *, shows_all: bool, ask: Feedback | None
) -> ReadingPage:
    ledger, who = opened.ledger, readers(opened)
    shown = ledger.entries if shows_all else ledger.entries[visit.new_from :]
    title, lead = _greeting(opened, visit) if who.now else _left_alone(opened, who)
    return ReadingPage(
        title=title,
        lead=lead,
        said=tuple(said(entry) for entry in shown),
        has_more=not shows_all and bool(ledger.entries[: visit.new_from]),
        last_phrase=visit.last_phrase,
        phrase=visit.phrase,
        known_as=KNOWN_AS[ledger.way],
        readers=who.in_words if who.now else "",
        is_left_alone=not who.now and not who.could and ledger.standing is not Standing.WITHDRAWN,
        standing=ledger.standing,
        form=form,
        ask=ask,
        token=seal_visit(visit),
    )


def _greeting(opened: OpenConcern, visit: Visit) -> tuple[str, str]:
    news = [entry for entry in opened.ledger.entries[visit.new_from :] if entry.by is By.GUARDIAN]
    if opened.ledger.standing is Standing.WITHDRAWN:
        return TAKEN_BACK
    if news:
        return (
            "There is an answer for you",
            "Only what is new is shown. You can have everything with one press.",
        )
    if opened.concern.needs_guardian:
        return (
            "It is good that you came back",
            "The guardian has not read your last words yet. Look again in a few days.",
        )
    return (
        "It is good that you came back",
        "The guardian has read what you wrote. There is no new answer yet.",
    )


def _left_alone(opened: OpenConcern, who: Readers) -> tuple[str, str]:
    if opened.ledger.standing is Standing.WITHDRAWN:
        return TAKEN_BACK
    if cut_off_from(opened):
        return (
            "Nobody can read this at the moment",
            "The guardian’s keys to it were damaged where they are stored. Your code still opens it"
            + (", and you can let them read it again." if who.could else "."),
        )
    title = "Somebody new listens here" if who.could else "Nobody can read this at the moment"
    return (
        title,
        "The guardian who read this has gone. It is still sealed: your code opens it, and nobody else can.",
    )


def months_due(opened: OpenConcern) -> int:
    """After how many months it is time to ask how it has been; 0 if it is not."""
    if opened.ledger.standing is Standing.WITHDRAWN:
        return 0
    return check_in_due(opened.concern.week, timezone.localdate(), opened.ledger.checked_in)


def small_page(visit: Visit, *, step: str, form: forms.Form | None, **words: str) -> AskPage:
    """A page within a visit that asks one thing."""
    return AskPage(
        step=step,
        form=form,
        hidden=hidden({"visit": seal_visit(visit)}),
        back="read",
        back_words="Not now",
        **words,  # type: ignore[arg-type]
    )

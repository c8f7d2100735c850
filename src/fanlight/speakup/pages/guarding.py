"""The guardians' pages: what needs somebody today, and one concern with everything about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import capital, counted, day, listed, number
from fanlight.design.frame import Link
from fanlight.guide.queries.here import the_guide
from fanlight.speakup.access import AtWork, OpenConcern, cut_off_from
from fanlight.speakup.pages.deeds import deeds_for
from fanlight.speakup.pages.reading import Said, said
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.counting import ANSWERED, first_answers, weeks_to_answer
from fanlight.speakup.sealing.casefile import GROUPS, Came
from fanlight.speakup.sealing.ledger import By, Kind, Standing, Way, check_in_due, week_of

KNOWN = {
    Way.OPEN: "Open: it may be known who it was.",
    Way.CONFIDENTIAL: "Confidential: you know who it is and keep it to yourself.",
    Way.ANONYMOUS: "Anonymous: nobody knows who it is, you included.",
}
WRONG_HALVES = (
    "The key that people’s words are locked with for you does not belong to you: it was changed or damaged where it is "
    "stored, and you cannot read what they write now. Make “New keys” under “People and keys” now, and tell your "
    "organisation: somebody may have put another key in the place of yours."
)
LATELY = 12  # weeks, for how soon people were answered
CAME = {
    Came.LINE: "on the line",
    Came.PERSON: "in person",
    Came.TELEPHONE: "by telephone",
    Came.LETTER: "by letter or e-mail",
}


@dataclass(frozen=True)
class Line:
    """A concern in a list."""

    words: str
    why: str
    when: str
    href: str


@dataclass(frozen=True)
class TodayPage:
    title: str
    lead: str
    today: tuple[Line, ...]
    going_on: tuple[Line, ...]
    closed: tuple[Line, ...]
    damaged: tuple[str, ...]
    links: tuple[Link, ...]
    pace: str


def first_words(opened: OpenConcern) -> str:
    words = next((entry.words for entry in opened.ledger.entries if entry.kind is Kind.CONCERN), "")
    short = " ".join(words.split())
    if opened.ledger.standing is Standing.WITHDRAWN:
        return "Taken back by the person"
    return short if len(short) <= 70 else short[:67].rsplit(" ", 1)[0] + " …"


def months_to_ask(opened: OpenConcern, today: date) -> int:
    """After how many months somebody should ask how it has been since; 0 if nobody has to."""
    if opened.ledger.standing is Standing.WITHDRAWN:
        return 0
    return check_in_due(opened.concern.week, today, opened.ledger.checked_in | opened.guarded.checked)


def reasons(opened: OpenConcern, today: date) -> list[str]:
    """Why somebody has to look at it today, the most pressing first."""
    case, ledger = opened.guarded, opened.ledger
    found = []
    if ledger.standing is Standing.WITHDRAWN:
        return (
            ["Taken back. Is there something that has to be done all the same?"]
            if opened.concern.needs_guardian
            else []
        )
    if ledger.standing is Standing.OPEN and not case.acknowledged:
        found.append(_waits_for(opened, today))
    elif opened.concern.needs_guardian or _spoke_last(opened):
        found.append("The person has written")
    if months := months_to_ask(opened, today):
        found.append(f"{months} months on: ask whether they were treated badly")
    late = [action for action in case.actions if not action.is_done and action.due <= today]
    if late:
        found.append(capital(f"{counted(len(late), 'action')} due"))
    return found


def _waits_for(opened: OpenConcern, today: date) -> str:
    weeks = (week_of(today) - opened.concern.week).days // 7
    return (
        f"New: nobody has answered for {counted(weeks, 'week')}" if weeks else "New: nobody has answered yet"
    )


def _took(opened: OpenConcern) -> str:
    """How long the first answer took, in whole weeks."""
    weeks = weeks_to_answer(opened) or 0
    return f"after {counted(weeks, 'week')}" if weeks > 1 else ANSWERED["next" if weeks else "same"]


def _spoke_last(opened: OpenConcern) -> bool:
    said_something = [
        entry for entry in opened.ledger.entries if entry.kind in {Kind.MESSAGE, Kind.CONCERN, Kind.REOPENED}
    ]
    is_open = opened.ledger.standing is Standing.OPEN
    return is_open and bool(said_something) and said_something[-1].by is By.REPORTER


def keepers_page(damaged: tuple[str, ...], links: Sequence[Link]) -> TodayPage:
    """For somebody who keeps a spare key and hears nothing."""
    lead = "No concern comes to you. If a guardian loses their passphrase, you can help them back in."
    return TodayPage("You keep a spare key", lead, (), (), (), damaged, tuple(links), "")


def today_page(concerns: Iterable[OpenConcern], damaged: tuple[str, ...], links: Sequence[Link]) -> TodayPage:
    today = timezone.localdate()
    waiting: list[Line] = []
    going_on: list[Line] = []
    closed: list[Line] = []
    everything = sorted(concerns, key=lambda one: one.concern.week)
    for opened in everything:
        why = reasons(opened, today)
        line = Line(
            words=first_words(opened),
            why=". ".join(why) or _standing(opened),
            when=f"week of {day(opened.concern.week)}",
            href=reverse("guardian_concern", args=[opened.concern.public_id]),
        )
        is_open = opened.ledger.standing is Standing.OPEN
        (waiting if why else going_on if is_open else closed).append(line)
    return TodayPage(
        _title(len(waiting) + len(damaged)),
        _lead(waiting, going_on),
        tuple(waiting),
        tuple(going_on),
        tuple(closed),
        damaged,
        tuple(links),
        _pace(everything, today),
    )


def _pace(concerns: Iterable[OpenConcern], today: date) -> str:
    """How soon people were answered of late."""
    since = week_of(today) - timedelta(weeks=LATELY)
    standing = [one for one in concerns if one.ledger.standing is not Standing.WITHDRAWN]
    words = {**ANSWERED, "none": "not yet"}
    found = first_answers(one for one in standing if one.concern.week >= since)
    told = [f"{number(many)} {words[name]}" for name, many in found.items() if many]
    if not told:
        return ""
    return f"First answers to what came in the last twelve weeks: {listed(told)}. A week is the least that is kept."


def what_is_damaged(many: int, by: AtWork) -> tuple[str, ...]:
    """What a guardian has to know before all else: that concerns do not open any more, or that their keys are wrong."""
    halves = "" if by.has_own_halves else WRONG_HALVES
    return tuple(filter(None, (halves, _damaged(many) if many else "")))


def _damaged(many: int) -> str:
    return (
        f"{capital(counted(many, 'concern'))} cannot be opened, though your keys are right: what is stored was "
        "changed or damaged. It stands in no list and counts in no figure. Tell whoever runs this site: an older "
        "backup may still hold it whole. The person is told, if it does not open with their code either."
    )


def _standing(opened: OpenConcern) -> str:
    open_actions = sum(not action.is_done for action in opened.guarded.actions)
    if opened.ledger.standing is Standing.CLOSED:
        return "Closed"
    return (
        f"{counted(open_actions, 'action')} under way"
        if open_actions
        else f"Answered {_took(opened)}; the person may write again"
    )


def _title(things: int) -> str:
    if not things:
        return "Nothing needs you today"
    many = capital(counted(things, "thing"))
    return f"{many} needs you today" if things == 1 else f"{many} need you today"


def _lead(waiting: Sequence[Line], going_on: Sequence[Line]) -> str:
    if waiting:
        return "One after the other. Somebody is waiting to hear from you."
    if going_on:
        return f"{capital(counted(len(going_on), 'concern'))} under way, and answered."
    return "When somebody speaks up, it stands here. You are told by e-mail that something waits, never what."


@dataclass(frozen=True)
class ConcernPage:
    title: str
    when: str
    known: str
    name: str
    why: tuple[str, ...]
    cut_off: str
    said: tuple[Said, ...]
    files: tuple[Link, ...]
    form: forms.Form | None
    facts: tuple[tuple[str, str], ...]
    consents: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str, int], ...]
    notes: tuple[tuple[str, str], ...]
    deeds: tuple[tuple[str, tuple[Link, ...]], ...]
    address: str
    learning: str


def concern_page(opened: OpenConcern, form: forms.Form | None) -> ConcernPage:
    case, ledger, today = opened.guarded, opened.ledger, timezone.localdate()
    public_id = opened.concern.public_id
    return ConcernPage(
        title=first_words(opened),
        when=f"It came {CAME[case.came]} in the week of {day(opened.concern.week)}.",
        known=KNOWN[ledger.way],
        name=ledger.name,
        why=tuple(reasons(opened, today)),
        cut_off=_cut_off(opened),
        said=tuple(said(entry, for_guardian=True) for entry in ledger.entries),
        files=tuple(
            Link(text=file.name, href=reverse("guardian_file", args=[public_id, number]))
            for number, file in enumerate(ledger.files)
        ),
        form=form if ledger.standing is not Standing.WITHDRAWN else None,
        facts=tuple(_facts(opened)),
        consents=tuple(
            f"{one.recipient}, {one.purpose}: {'yes' if one.is_given else 'no'}" for one in case.consents
        ),
        shares=tuple((f"{one.recipient}, {one.purpose}", one.words) for one in case.shares),
        actions=tuple(
            (action.what, f"{action.owner}, by {day(action.due)}", -1 if action.is_done else number)
            for number, action in enumerate(case.actions)
        ),
        notes=tuple((f"week of {day(one.week)}", one.words) for one in case.notes),
        deeds=tuple(deeds_for(public_id)),
        address=reverse("guardian_concern", args=[public_id]),
        learning=case.learning,
    )


def _cut_off(opened: OpenConcern) -> str:
    names = listed(called(one) for one in cut_off_from(opened))
    if not names:
        return ""
    return (
        f"{names} cannot open this any more: the keys to it that are stored for them were damaged. “Hand over to "
        "somebody here” gives them new ones."
    )


def _facts(opened: OpenConcern) -> list[tuple[str, str]]:
    case = opened.guarded
    titles = {kind.id: kind.title for kind in the_guide().categories}
    about = ", ".join(titles.get(kind, kind) for kind in sorted(case.categories))
    found = [("About", about or "Not said yet"), ("Who spoke up", GROUPS.get(case.group, case.group))]
    if case.theme:
        found.append(("Theme", case.theme))
    if case.acknowledged:
        found.append(("First answered", _took(opened)))
    if opened.ledger.checked_in:
        asked = ", ".join(f"{months} months" for months in sorted(opened.ledger.checked_in))
        found.append(("Asked how it has been", f"after {asked}"))
    if opened.ledger.harmed:
        found.append(("Treated badly since", "yes: see what they said"))
    if opened.ledger.would_again:
        found.append(("Would speak up again", opened.ledger.would_again))
    return found

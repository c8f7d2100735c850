"""What guardians do with a concern. Each deed stands on their record; what they wrote does not."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction

from fanlight.people.actions.changed import refuse_if_changed
from fanlight.speakup.access import AtWork, OpenConcern
from fanlight.speakup.actions.record import note
from fanlight.speakup.actions.speaking import Spoken, rewrite, speak_up, this_week
from fanlight.speakup.models import Concern, Deed, database
from fanlight.speakup.sealing.casefile import Action, Came, CaseFile, Consent, Note, Share
from fanlight.speakup.sealing.ledger import By, Entry, Kind, Ledger, Standing
from fanlight.speakup.sealing.receipt import Receipt


class NoConsent(Exception):  # noqa: N818 (it reads as what is wrong)
    """The person has not agreed to this being shared with them, for this."""


def look_at(*, opened: OpenConcern, by: AtWork) -> None:
    """A guardian has opened it: on the record once a week, and no longer waiting to be looked at."""
    mark = opened.guarded.mark
    with transaction.atomic(using=database()):
        Concern.objects.filter(pk=opened.concern.pk).update(needs_guardian=False)
        if not Deed.objects.filter(
            guardian=by.guardian, verb="opened a concern", subject=mark, on=this_week()
        ).exists():
            note(verb="opened a concern", subject=mark, by=by)


def answer(*, opened: OpenConcern, words: str, by: AtWork) -> OpenConcern:
    """The guardian writes. The person's sign stands on the board from its next edition on."""

    def thanked(case: CaseFile) -> CaseFile:
        return replace(case, acknowledged=case.acknowledged or this_week())

    with transaction.atomic(using=database()):
        note(verb="answered", subject=opened.guarded.mark, by=by)
        return rewrite(
            opened=opened,
            line=_saying(Kind.MESSAGE, words),
            case=thanked,
            answer_waits=True,
            needs_guardian=False,
        )


def _saying(kind: Kind, words: str, standing: Standing | None = None) -> Callable[[Ledger], Ledger]:
    def change(ledger: Ledger) -> Ledger:
        said = ledger.with_entry(Entry(By.GUARDIAN, kind, this_week(), words))
        return replace(said, standing=standing) if standing else said

    return change


ABOUT = ("group", "theme")


def set_about(
    *, opened: OpenConcern, version: int, categories: Iterable[str], group: str, theme: str, by: AtWork
) -> OpenConcern:
    """What it is about, and who spoke up: for counting, and for seeing what comes together.

    Refused with both texts if another guardian has said otherwise since `version`.
    """

    def change(case: CaseFile) -> CaseFile:
        said = replace(case, categories=frozenset(categories), group=group, theme=theme)
        if said != case:
            refuse_if_changed(row=case, version=version, fields=ABOUT)
        return said

    return _changed(opened, "said what it is about", change, by)


def _changed(
    opened: OpenConcern, verb: str, change: Callable[[CaseFile], CaseFile], by: AtWork
) -> OpenConcern:
    with transaction.atomic(using=database()):
        note(verb=verb, subject=opened.guarded.mark, by=by)
        return rewrite(opened=opened, case=change)


def note_consent(
    *, opened: OpenConcern, recipient: str, purpose: str, is_given: bool, by: AtWork
) -> OpenConcern:
    """What the person said about one recipient and one purpose. A later word takes the place of an earlier one."""

    def change(case: CaseFile) -> CaseFile:
        others = tuple(one for one in case.consents if (one.recipient, one.purpose) != (recipient, purpose))
        consent = Consent(recipient, purpose, this_week(), is_given)
        return replace(case, consents=(*others, consent))

    return _changed(opened, "noted consent" if is_given else "noted that consent was not given", change, by)


def hand_part(*, opened: OpenConcern, recipient: str, purpose: str, words: str, by: AtWork) -> OpenConcern:
    """Keep what was handed to whom. Raises NoConsent without the person's word for this recipient and purpose."""

    def change(case: CaseFile) -> CaseFile:
        agreed = {(one.recipient, one.purpose) for one in case.consents if one.is_given}
        if (recipient, purpose) not in agreed:
            raise NoConsent("the person has not agreed to this")
        return case.with_more(shares=Share(recipient, purpose, words, this_week()))

    return _changed(opened, "handed on a part", change, by)


def add_action(*, opened: OpenConcern, what: str, owner: str, due: date, by: AtWork) -> OpenConcern:
    action = Action(what, owner, due)
    return _changed(opened, "added an action", lambda case: case.with_more(actions=action), by)


def finish_action(*, opened: OpenConcern, number: int, by: AtWork) -> OpenConcern:
    """The action at this place is done. Twice is harmless."""

    def change(case: CaseFile) -> CaseFile:
        actions = tuple(
            replace(action, is_done=True) if place == number else action
            for place, action in enumerate(case.actions)
        )
        return replace(case, actions=actions)

    return _changed(opened, "finished an action", change, by)


def add_note(*, opened: OpenConcern, words: str, by: AtWork) -> OpenConcern:
    written = Note(words, this_week())
    return _changed(opened, "wrote a note", lambda case: case.with_more(notes=written), by)


def ask_after(*, opened: OpenConcern, months: int, words: str, was_harmed: bool, by: AtWork) -> OpenConcern:
    """The guardian has asked the person themselves whether they were treated badly since."""

    def checked(case: CaseFile) -> CaseFile:
        written = case.with_more(notes=Note(words, this_week())) if words else case
        return replace(written, checked=case.checked | {months})

    def told(ledger: Ledger) -> Ledger:
        harmed = ledger.harmed | {months} if was_harmed else ledger.harmed
        return replace(ledger, checked_in=ledger.checked_in | {months}, harmed=harmed)

    with transaction.atomic(using=database()):
        note(verb=f"asked after {months} months", subject=opened.guarded.mark, by=by)
        return rewrite(opened=opened, line=told, case=checked)


def close(*, opened: OpenConcern, words: str, learning: str, by: AtWork) -> OpenConcern:
    """It is done: the person is told what came of it, and what was learnt is kept. They may open it again."""

    def closed(case: CaseFile) -> CaseFile:
        learnt = "\n\n".join(
            filter(None, dict.fromkeys((case.learning, learning)))
        )  # it may be the second time
        return replace(
            case, closed=this_week(), learning=learnt, acknowledged=case.acknowledged or this_week()
        )

    with transaction.atomic(using=database()):
        note(verb="closed", subject=opened.guarded.mark, by=by)
        return rewrite(
            opened=opened,
            line=_saying(Kind.CLOSED, words, Standing.CLOSED),
            case=closed,
            answer_waits=True,
            needs_guardian=False,
        )


def type_in(
    *, spoken: Spoken, came: Came, group: str, receipt: Receipt, salt: bytes, by: AtWork
) -> OpenConcern:
    """A concern heard in person or by telephone. The receipt is for the person, if they like to follow it here."""
    case = CaseFile(came=came, group=group, acknowledged=this_week())
    with transaction.atomic(using=database()):
        opened = speak_up(
            desk=by.desk, receipt=receipt, spoken=spoken, case=case, heard_by=by.guardian, salt=salt
        )
        note(verb="typed in a concern", subject=opened.guarded.mark, by=by)
    return opened

"""Opening one concern: from the reporter's side with the receipt, from a guardian's with their keys."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from django.http import Http404

from fanlight.speakup.access.desks import holders_at
from fanlight.speakup.models import Concern, Guardian, Wrap
from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.casefile import CaseFile
from fanlight.speakup.sealing.envelope import WRAP_LENGTH, ConcernKeys, unseal_whole, unwrap
from fanlight.speakup.sealing.keys import Keys
from fanlight.speakup.sealing.ledger import Ledger
from fanlight.speakup.sealing.receipt import Receipt, ReporterKey, new_salt


class NoSuchConcern(Exception):  # noqa: N818 (it reads as what is wrong)
    """No concern opens with this receipt. Whether there is one that it would almost have opened is not said."""


class Damaged(NoSuchConcern):
    """The receipt is the right one, and what is stored with it was changed or damaged. Nobody else is told so."""


@dataclass(frozen=True)
class OpenConcern:
    """A concern and the keys that open it. `case` is None on the reporter's side."""

    concern: Concern
    keys: ConcernKeys = field(repr=False)
    ledger: Ledger = field(repr=False)
    case: CaseFile | None = field(default=None, repr=False)

    @property
    def guarded(self) -> CaseFile:
        if self.case is None:
            raise Http404("the reporter’s side has no case")
        return self.case


def line_place(concern: Concern) -> str:
    return f"line of {concern.public_id}"


def case_place(concern: Concern) -> str:
    return f"case of {concern.public_id}"


def open_concern(concern: Concern, keys: ConcernKeys) -> OpenConcern:
    """Raises Unreadable."""
    line = unseal_whole(bytes(concern.line), key=keys.line, place=line_place(concern))
    case = None
    if keys.case:
        case = CaseFile.from_bytes(
            unseal_whole(bytes(concern.case), key=keys.case, place=case_place(concern))
        )
    return OpenConcern(concern, keys, Ledger.from_bytes(line), case)


def concern_behind(receipt: Receipt) -> tuple[OpenConcern, ReporterKey]:
    """The concern that a receipt opens. It takes as long when there is none. Raises NoSuchConcern, Damaged."""
    found = list(Concern.objects.select_related("desk").filter(lookup=receipt.lookup))
    if not found:
        ReporterKey.of(receipt, new_salt())
    for concern in found:
        with suppress(Unreadable):
            own = ReporterKey.of(receipt, bytes(concern.salt))
            if own.public == bytes(concern.reporter_key):
                return opened_with(concern, own), own
    raise NoSuchConcern("nothing opens with this code")


def concern_in_visit(concern_id: int, own: ReporterKey) -> OpenConcern:
    """The same, later in one visit, without deriving the key again. Raises NoSuchConcern, Damaged."""
    concern = Concern.objects.select_related("desk").filter(pk=concern_id).first()
    if concern is None or own.public != bytes(concern.reporter_key):
        raise NoSuchConcern("nothing opens with this code")
    return opened_with(concern, own)


def opened_with(concern: Concern, own: ReporterKey) -> OpenConcern:
    """Raises Damaged."""
    try:
        return open_concern(concern, ConcernKeys(own.open(bytes(concern.reporter_wrap))))
    except Unreadable:
        raise Damaged("what is stored was changed") from None


def readers_of(opened: OpenConcern) -> list[Guardian]:
    """Who at the desk can open it now. Only its own ledger knows for whom noise stands in the place of keys."""
    return _with_keys_to(opened, are_whole=True)


def cut_off_from(opened: OpenConcern) -> list[Guardian]:
    """Who at the desk could open it, were their keys to it not emptied, cut short or made longer.

    A bit that was turned makes noise of them, and nobody can see that.
    """
    return _with_keys_to(opened, are_whole=False)


def _with_keys_to(opened: OpenConcern, *, are_whole: bool) -> list[Guardian]:
    wraps = Wrap.objects.filter(concern=opened.concern).values_list("guardian_id", "sealed")
    held = {pk for pk, sealed in wraps if (len(sealed) == WRAP_LENGTH) is are_whole}
    kept_out = opened.ledger.kept_out
    here = holders_at(opened.concern.desk)
    return [one for one in here if one.is_let_in and one.pk in held and one.public_id not in kept_out]


def concern_for(guardian: Guardian, own: Keys, public_id: str) -> OpenConcern:
    """A concern that this guardian's keys open; 404 for every other, and for those that they are kept out of."""
    wraps = Wrap.objects.select_related("concern__desk").filter(
        guardian=guardian, concern__public_id=public_id
    )
    wrap = wraps.first()
    if wrap is None:
        raise Http404("no such concern")
    try:
        return open_concern(wrap.concern, unwrap(bytes(wrap.sealed), own))
    except Unreadable:
        raise Http404("no such concern") from None


def concerns_for(guardian: Guardian, own: Keys) -> Iterator[OpenConcern]:
    """Every concern that this guardian's keys open."""
    return (one for one in _each_for(guardian, own) if isinstance(one, OpenConcern))


def shelf_of(guardian: Guardian, own: Keys) -> tuple[list[OpenConcern], int]:
    """Every concern that this guardian's keys open, and how many more were changed or damaged behind them."""
    everything = list(_each_for(guardian, own))
    found = [one for one in everything if isinstance(one, OpenConcern)]
    return found, len(everything) - len(found)


def _each_for(guardian: Guardian, own: Keys) -> Iterator[OpenConcern | Damaged]:
    """Where the keys themselves do not open, nothing is said: noise that keeps somebody out looks just like that."""
    wraps = Wrap.objects.select_related("concern__desk").filter(guardian=guardian)
    for wrap in wraps.iterator(chunk_size=50):
        try:
            keys = unwrap(bytes(wrap.sealed), own)
        except Unreadable:
            continue
        try:
            yield open_concern(wrap.concern, keys)
        except Unreadable:
            yield Damaged("what is stored was changed")

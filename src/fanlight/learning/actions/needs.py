"""Keeping what people need: begin, add somebody, add a need, look again, hand over, close, delete."""

from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.guide.queries import PartyKind
from fanlight.learning.models import Mending, Need, Party, Stands
from fanlight.people.actions.changed import reword
from fanlight.people.models import Team, User

KEPT_AFTER = timedelta(days=90)


@transaction.atomic
def begin_mending(*, team: Team, about: str, by: User) -> Mending:
    """Begin, as the one who keeps it. The same twice on one day is one."""
    mending, is_new = Mending.objects.get_or_create(
        team=team, keeper=by, about=about, begun_on=timezone.localdate(), closed_on=None
    )
    if is_new:
        record("begin_mending", subject=mending, by=by)
    return mending


@transaction.atomic
def add_party(*, mending: Mending, kind: PartyKind, label: str, by: User) -> Party:
    """Somebody who is hurt. The record says only that one was added."""
    party, is_new = Party.objects.get_or_create(mending=mending, kind=kind.value, label=label)
    if is_new:
        record("add_party", subject=mending, by=by)
    return party


@transaction.atomic
def open_party(*, party: Party, reader: User | None, by: User) -> Party:
    """Open a part to the person whom it is about, or close it to them again."""
    party.reader = reader
    party.save(update_fields=["reader"])
    record("open_party" if reader else "shut_party", subject=party.mending, by=by)
    return party


@transaction.atomic
def add_need(*, party: Party, words: str, owed_by: str, look_again_on: date | None, by: User) -> Need:
    need, is_new = Need.objects.get_or_create(
        party=party, words=words, defaults={"owed_by": owed_by, "look_again_on": look_again_on}
    )
    if is_new:
        record("add_need", subject=party.mending, by=by)
    return need


LOOKED_AT = ("stands", "note", "look_again_on")


@transaction.atomic
def look_at_need(
    *, need: Need, version: int, stands: Stands, note: str, look_again_on: date | None, by: User
) -> Need:
    """Say whether it is met, what came of it, and when somebody asks again.

    Refused with both texts if its keeper or the person concerned has saved since `version`.
    """
    need = Need.objects.select_for_update().select_related("party__mending").get(pk=need.pk)
    again = look_again_on if stands == Stands.OPEN else None
    if reword(row=need, version=version, stands=stands.value, note=note, look_again_on=again):
        record("look_at_need", subject=need.party.mending, by=by)
    return need


@transaction.atomic
def drop_party(*, party: Party, by: User) -> None:
    """Delete one part for good: its keeper may, and the person concerned."""
    record("drop_party", subject=party.mending, by=by)
    party.delete()


@transaction.atomic
def hand_over_mending(*, mending: Mending, keeper: User, by: User) -> Mending:
    """Give it into the hands of another facilitator. Whoever gave it reads it no more."""
    mending.keeper = keeper
    mending.save(update_fields=["keeper"])
    record("hand_over_mending", subject=mending, by=by)
    return mending


@transaction.atomic
def close_mending(*, mending: Mending, by: User) -> None:
    if Mending.objects.filter(pk=mending.pk, closed_on=None).update(closed_on=timezone.localdate()):
        record("close_mending", subject=mending, by=by)


@transaction.atomic
def drop_mending(*, mending: Mending, by: User | None) -> None:
    record("drop_mending", subject=mending, by=by)
    mending.delete()


def forget_mended() -> int:
    """Delete what was closed long enough ago. Returns how many."""
    old = list(Mending.objects.filter(closed_on__lt=timezone.localdate() - KEPT_AFTER))
    for mending in old:
        drop_mending(mending=mending, by=None)
    return len(old)


def mark_reminded(*, needs: Collection[Need]) -> int:
    """Note that the keeper was reminded of these for their day. Returns how many that was news for."""
    changed = 0
    for need in needs:
        unmarked = Need.objects.filter(pk=need.pk).exclude(reminded_for=need.look_again_on)
        changed += unmarked.update(reminded_for=need.look_again_on)
    return changed


def unmark_reminded(*, needs: Collection[Need]) -> None:
    """The post did not work: they have not been reminded after all."""
    Need.objects.filter(pk__in=[need.pk for need in needs]).update(reminded_for=None)

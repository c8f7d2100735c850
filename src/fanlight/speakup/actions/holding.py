"""Keys: making them, letting others in, taking up a desk that was left, being away, leaving, new keys.

Nothing here can be done for somebody else: whoever opens a key is the one who knows its passphrase.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from fanlight.design.english import capital, counted
from fanlight.people.models import Organisation, User
from fanlight.speakup.access import AtWork, OpenConcern, concerns_for, gone_from, hearing_at, holders_at
from fanlight.speakup.actions.gone import call_back
from fanlight.speakup.actions.record import note
from fanlight.speakup.models import Desk, Guardian, OpenDoor, Post, SpareKey, Wrap, database
from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.derivation import Cost
from fanlight.speakup.sealing.envelope import WRAP_LENGTH, blank_wrap, wrap
from fanlight.speakup.sealing.keys import Keys, Locked, lock, seal_to, unlock


class NotNow(Exception):  # noqa: N818 (it reads as what is wrong)
    """It cannot be done as things stand. The message says why, in words for the page."""


def open_desk(*, organisation: Organisation) -> Desk:
    """The organisation's desk, made if it has none yet."""
    return Desk.objects.get_or_create(organisation=organisation.public_id)[0]


def locked(*, guardian: Guardian) -> Locked:
    cost = Cost(guardian.passes, guardian.mebibytes)
    return Locked(bytes(guardian.sealed_seed), bytes(guardian.salt), cost)


def open_keys(*, guardian: Guardian, passphrase: str) -> AtWork:
    """Raises WrongPassphrase."""
    return AtWork(guardian, unlock(locked(guardian=guardian), passphrase))


def put_keys(*, guardian: Guardian, keys: Keys, passphrase: str) -> None:
    """The keys' open halves, and the seed under the passphrase. Not saved yet."""
    anew = lock(keys, passphrase)
    guardian.sealed_seed, guardian.salt = anew.sealed, anew.salt
    guardian.passes, guardian.mebibytes = anew.cost.passes, anew.cost.mebibytes
    guardian.public_key, guardian.verify_key = keys.public, keys.verify


def make_keys(*, desk: Desk, passphrase: str, by: User, post: Post = Post.GUARDIAN) -> AtWork:
    """Keys for somebody at a desk. Where nobody could let them in, they are in; any other waits for a guardian."""
    keys = Keys.new()
    with transaction.atomic(using=database()):
        Desk.objects.select_for_update().get(pk=desk.pk)
        if Guardian.objects.filter(desk=desk, user=by.public_id, left_on__isnull=True).exists():
            raise NotNow("You have keys here already.")
        is_alone = not any(one.can_let_in for one in holders_at(desk))
        guardian = _new_or_back(desk, by)
        guardian.post, guardian.is_let_in = post, is_alone and post == Post.GUARDIAN
        put_keys(guardian=guardian, keys=keys, passphrase=passphrase)
        guardian.save()
        at_work = AtWork(guardian, keys)
        note(verb="made keys", by=at_work)
        if guardian.is_let_in:
            call_back(guardians=gone_from(desk))
    return at_work


def _new_or_back(desk: Desk, user: User) -> Guardian:
    """Whoever left this desk and comes back is known by the name they had: what names them stays shut to them."""
    guardian = Guardian.objects.filter(desk=desk, user=user.public_id).order_by("-since", "-pk").first()
    if guardian is None:
        return Guardian(desk=desk, user=user.public_id, since=timezone.localdate())
    guardian.old_verify_keys = bytes(guardian.old_verify_keys) + bytes(guardian.verify_key)
    guardian.since, guardian.left_on, guardian.gone_on = timezone.localdate(), None, None
    guardian.is_covering = guardian.is_away = False
    return guardian


def let_in(*, guardian: Guardian, post: Post, by: AtWork) -> None:
    """From now on concerns are sealed to them as well. Earlier ones only if they are handed over."""
    _only_guardians(by)
    if guardian.desk_id != by.guardian.desk_id:
        raise NotNow("They are at another desk.")
    with transaction.atomic(using=database()):
        Guardian.objects.filter(pk=guardian.pk).update(is_let_in=True, post=post)
        note(verb=f"let in as {post.label.lower()}", subject=guardian.public_id, by=by)
        call_back(guardians=gone_from(by.desk))


def take_up(*, by: AtWork) -> None:
    """Somebody who waits is in, because nobody is left who could let them in. What was there stays sealed to them."""
    if any(one.can_let_in for one in holders_at(by.desk)):
        raise NotNow("Somebody is here who can let you in. Ask them.")
    with transaction.atomic(using=database()):
        Guardian.objects.filter(pk=by.guardian.pk).update(is_let_in=True, post=Post.GUARDIAN)
        note(verb="took up the desk, which nobody held", by=by)
        call_back(guardians=gone_from(by.desk))


def _only_guardians(by: AtWork) -> None:
    if not by.guardian.can_let_in:
        raise NotNow("A guardian of this desk has to do this.")


def set_away(*, is_away: bool, cover: Iterable[Guardian] = (), by: AtWork) -> None:
    """Away: new concerns go to whoever covers. Back: to the guardian again."""
    covering = [one.pk for one in cover if one.post == Post.DEPUTY and one.is_here]
    others = [one for one in hearing_at(by.desk) if one.pk != by.guardian.pk]
    if is_away and not covering and not others:
        raise NotNow("Somebody has to listen while you are away.")
    with transaction.atomic(using=database()):
        Guardian.objects.filter(pk=by.guardian.pk).update(is_away=is_away)
        deputies = Guardian.objects.filter(desk=by.desk, post=Post.DEPUTY)
        deputies.update(is_covering=False)
        deputies.filter(pk__in=covering).update(is_covering=True)
        note(verb="went away" if is_away else "came back", by=by)


def hand_over(*, concerns: Iterable[OpenConcern], to: Guardian, by: AtWork) -> int:
    """Give somebody at the desk the keys of concerns. Those that name them stay shut to them. How many were given."""
    if not to.can_let_in or to.desk_id != by.guardian.desk_id:
        raise NotNow("Only somebody who was let in at this desk can take over.")
    given = 0
    with transaction.atomic(using=database()):
        for opened in concerns:
            is_kept_out = to.public_id in opened.ledger.kept_out
            sealed = blank_wrap() if is_kept_out else wrap(opened.keys, bytes(to.public_key))
            Wrap.objects.update_or_create(concern=opened.concern, guardian=to, defaults={"sealed": sealed})
            if not is_kept_out:
                note(verb=f"handed over to {to.public_id}", subject=opened.guarded.mark, by=by)
                given += 1
    return given


def take_concerns(*, is_on: bool, by: AtWork) -> None:
    """Whether people can write to this desk. Switched off, they are shown where else to go; what is there stays."""
    _only_guardians(by)
    with transaction.atomic(using=database()):
        Desk.objects.filter(pk=by.desk.pk).update(is_on=is_on)
        note(verb="opened the desk" if is_on else "closed the desk to new concerns", by=by)


def change_passphrase(*, passphrase: str, by: AtWork) -> None:
    """A new passphrase for the same keys."""
    with transaction.atomic(using=database()):
        guardian = Guardian.objects.select_for_update().get(pk=by.guardian.pk)
        put_keys(guardian=guardian, keys=by.keys, passphrase=passphrase)
        guardian.save()
        OpenDoor.objects.filter(guardian=guardian).delete()
        note(verb="changed their passphrase", by=by)


def renew_keys(*, passphrase: str, by: AtWork) -> AtWork:
    """New keys in the place of the old: every concern's keys are sealed anew. Old seeds open nothing new."""
    fresh = Keys.new()
    with transaction.atomic(using=database()):
        note(verb="renewed their keys", by=by)
        guardian = Guardian.objects.select_for_update().get(pk=by.guardian.pk)
        guardian.old_verify_keys = bytes(guardian.old_verify_keys) + by.keys.verify
        put_keys(guardian=guardian, keys=fresh, passphrase=passphrase)
        guardian.save()
        for found in Wrap.objects.filter(guardian=guardian):
            _rewrap(found, by.keys, fresh)
        SpareKey.objects.filter(guardian=guardian).delete()
        SpareKey.objects.filter(holder=guardian).delete()
        OpenDoor.objects.filter(guardian=guardian).delete()
    return AtWork(guardian, fresh)


def _rewrap(found: Wrap, old: Keys, fresh: Keys) -> None:
    """What opens is sealed to the new key. Noise gives way to other noise, so that no copy tells them apart."""
    try:
        found.sealed = seal_to(fresh.public, old.open(bytes(found.sealed)))
    except Unreadable:
        found.sealed = blank_wrap()
    found.save()


def what_keeps(*, by: AtWork) -> str:
    """Why a guardian cannot leave yet, in words for the page; empty if nothing keeps them."""
    others = [one for one in holders_at(by.desk) if one.pk != by.guardian.pk and one.is_let_in]
    guardians = [one for one in others if one.post == Post.GUARDIAN]
    if not guardians and by.guardian.post == Post.GUARDIAN:
        return "You are the only guardian here. Let another in first, and hand everything over to them."
    if alone := _opened_by_nobody_else(by, guardians):
        many = counted(alone, "concern")
        return f"{capital(many)} would open to nobody if you left. Hand everything over first, to a guardian here."
    return ""


def leave(*, by: AtWork) -> None:
    """A guardian goes: their keys are destroyed. Somebody else has to be there, with everything handed over."""
    if why := what_keeps(by=by):
        raise NotNow(why)
    with transaction.atomic(using=database()):
        note(verb="left", by=by)
        Wrap.objects.filter(guardian=by.guardian).delete()
        OpenDoor.objects.filter(guardian=by.guardian).delete()
        SpareKey.objects.filter(guardian=by.guardian).delete()
        SpareKey.objects.filter(holder=by.guardian).delete()
        Guardian.objects.filter(pk=by.guardian.pk).update(
            left_on=timezone.localdate(), sealed_seed=b"", is_let_in=False, is_covering=False
        )


def _opened_by_nobody_else(by: AtWork, others: Iterable[Guardian]) -> int:
    mine = {opened.concern.pk: opened.ledger.kept_out for opened in concerns_for(by.guardian, by.keys)}
    theirs: set[int] = set()
    for one in others:
        held = Wrap.objects.filter(guardian=one).values_list("concern_id", "sealed")
        whole = {pk for pk, sealed in held if len(sealed) == WRAP_LENGTH}
        theirs |= {pk for pk in whole if one.public_id not in mine.get(pk, frozenset())}
    return len(set(mine) - theirs)

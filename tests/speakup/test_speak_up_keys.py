"""The procedures with keys: each leaves everything readable to those who should read it, and to nobody else."""

import pytest
from django.http import Http404

from fanlight.speakup.access import AtWork, concern_behind, concern_for
from fanlight.speakup.actions import guarding, holding, spares
from fanlight.speakup.actions.holding import NotNow
from fanlight.speakup.actions.renewing import read_file, renew_concern
from fanlight.speakup.actions.spares import WrongCode
from fanlight.speakup.actions.speaking import CleanFile, say_more
from fanlight.speakup.models import Concern, Guardian, Piece, Post, Wrap
from fanlight.speakup.queries.desk import deeds_of
from fanlight.speakup.queries.record import first_broken
from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.envelope import unwrap
from fanlight.speakup.sealing.keys import WrongPassphrase
from fanlight.speakup.sealing.receipt import new_receipt
from support.speakup import PASSPHRASE, a_concern, another, readable
from support.worlds import Cast

pytestmark = pytest.mark.django_db

NEW = "seven slow owls under the bridge"


def back_in(by: AtWork, passphrase: str) -> AtWork:
    return holding.open_keys(guardian=Guardian.objects.get(pk=by.guardian.pk), passphrase=passphrase)


def test_a_new_passphrase_opens_the_same_and_the_old_one_nothing(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    holding.change_passphrase(passphrase=NEW, by=gil)
    assert readable(back_in(gil, NEW)) == {told.opened.concern.public_id}
    with pytest.raises(WrongPassphrase):
        back_in(gil, PASSPHRASE)


def test_new_keys_open_everything_and_the_old_ones_nothing(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    fresh = holding.renew_keys(passphrase=NEW, by=gil)
    later = a_concern(gil.desk)
    both = {told.opened.concern.public_id, later.opened.concern.public_id}
    assert readable(fresh) == readable(back_in(gil, NEW)) == both
    for wrap in Wrap.objects.all():
        with pytest.raises(Unreadable):
            unwrap(bytes(wrap.sealed), gil.keys)
    guarding.add_note(
        opened=concern_for(fresh.guardian, fresh.keys, told.opened.concern.public_id), words="x", by=fresh
    )
    assert first_broken(deeds_of(gil.desk)) == 0, "what the old keys signed still holds"


def test_a_lost_passphrase_comes_back_through_the_second_holder(gil: AtWork, cast: Cast) -> None:
    told = a_concern(gil.desk)
    eve = another(gil.desk, cast.eve, by=gil, post=Post.SPARE)
    spares.give_spare(holder=eve.guardian, by=gil)
    assert readable(eve) == set(), "a spare key by itself opens nothing"
    code = spares.help_back(spare=gil.guardian.spare, by=eve)
    lost = Guardian.objects.get(pk=gil.guardian.pk)
    with pytest.raises(WrongCode):
        spares.come_back(guardian=lost, code=new_receipt(), passphrase=NEW)
    spares.come_back(guardian=lost, code=code, passphrase=NEW)
    assert readable(back_in(gil, NEW)) == {told.opened.concern.public_id}
    with pytest.raises(WrongCode):
        spares.come_back(guardian=lost, code=code, passphrase=PASSPHRASE)
    verbs = [deed.verb for deed in deeds_of(gil.desk)]
    assert verbs[-3:] == ["gave a spare key", "made a code to help somebody back", "came back with a code"]


def test_a_spare_key_is_a_choice_that_can_be_taken_back(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil, post=Post.SPARE)
    with pytest.raises(NotNow):
        spares.give_spare(holder=gil.guardian, by=gil)
    spares.give_spare(holder=eve.guardian, by=gil)
    stranger = another(gil.desk, cast.sam, by=gil)
    with pytest.raises(NotNow):
        spares.help_back(spare=gil.guardian.spare, by=stranger)
    spares.take_spare_back(by=gil)
    with pytest.raises(WrongCode):
        spares.come_back(guardian=gil.guardian, code=new_receipt(), passphrase=NEW)


def test_nobody_who_was_not_let_in_hears_anything(gil: AtWork, cast: Cast) -> None:
    ada = holding.make_keys(desk=gil.desk, passphrase=PASSPHRASE, by=cast.ada)
    told = a_concern(gil.desk)
    assert readable(ada) == set()
    with pytest.raises(NotNow):
        holding.hand_over(concerns=[told.opened], to=ada.guardian, by=gil)
    with pytest.raises(NotNow):
        holding.let_in(guardian=ada.guardian, post=Post.GUARDIAN, by=ada)
    with pytest.raises(NotNow):
        holding.make_keys(desk=gil.desk, passphrase=PASSPHRASE, by=cast.ada)


def test_whom_a_concern_names_never_opens_it(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, kept_out=frozenset({eve.guardian.public_id}))
    public_id = told.opened.concern.public_id
    assert readable(gil) == {public_id}
    assert readable(eve) == set()
    with pytest.raises(Http404):
        concern_for(eve.guardian, eve.keys, public_id)
    lengths = {len(bytes(wrap.sealed)) for wrap in Wrap.objects.filter(concern__public_id=public_id)}
    assert (len(lengths), Wrap.objects.filter(concern__public_id=public_id).count()) == (1, 2), (
        "the rows look alike"
    )
    opened = concern_for(gil.guardian, gil.keys, public_id)
    assert holding.hand_over(concerns=[opened], to=eve.guardian, by=gil) == 0
    renewed = renew_concern(opened=opened, by=gil)
    assert readable(eve) == set()
    holding.renew_keys(passphrase=NEW, by=eve)
    assert readable(back_in(eve, NEW)) == set()
    assert renewed.ledger.kept_out == {eve.guardian.public_id}


def test_new_keys_for_a_concern_shut_out_whoever_had_the_old_ones(gil: AtWork) -> None:
    content = bytes(range(256)) * 200
    told = a_concern(gil.desk, files=(CleanFile("picture 1.png", content),))
    old, pieces = told.opened.keys, set(Piece.objects.values_list("pk", flat=True))
    opened = renew_concern(opened=concern_for(gil.guardian, gil.keys, told.opened.concern.public_id), by=gil)
    assert opened.keys != old
    assert pieces.isdisjoint(Piece.objects.values_list("pk", flat=True))
    again = concern_for(gil.guardian, gil.keys, opened.concern.public_id)
    assert read_file(file=again.ledger.files[0], keys=again.keys) == content
    mine, _ = concern_behind(told.receipt)
    assert mine.ledger == again.ledger, "the person's code opens it as before"
    say_more(opened=mine, words="Still here.")
    with pytest.raises(Unreadable):
        read_file(file=again.ledger.files[0], keys=old)


def test_a_guardian_leaves_only_when_everything_opens_to_somebody(gil: AtWork, cast: Cast) -> None:
    told = a_concern(gil.desk)
    with pytest.raises(NotNow, match="only guardian"):
        holding.leave(by=gil)
    eve = another(gil.desk, cast.eve, by=gil)
    with pytest.raises(NotNow, match="would open to nobody"):
        holding.leave(by=gil)
    holding.hand_over(
        concerns=[concern_for(gil.guardian, gil.keys, told.opened.concern.public_id)], to=eve.guardian, by=gil
    )
    holding.leave(by=gil)
    gone = Guardian.objects.get(pk=gil.guardian.pk)
    assert (bytes(gone.sealed_seed), Wrap.objects.filter(guardian=gone).count()) == (b"", 0)
    assert readable(eve) == {told.opened.concern.public_id}
    assert first_broken(deeds_of(gil.desk)) == 0


def test_somebody_covers_while_a_guardian_is_away(gil: AtWork, cast: Cast) -> None:
    with pytest.raises(NotNow, match="Somebody has to listen"):
        holding.set_away(is_away=True, by=gil)
    eve = another(gil.desk, cast.eve, by=gil, post=Post.DEPUTY)
    before = a_concern(gil.desk).opened.concern.public_id
    holding.set_away(is_away=True, cover=[eve.guardian], by=gil)
    during = a_concern(gil.desk).opened.concern.public_id
    holding.set_away(is_away=False, by=gil)
    after = a_concern(gil.desk).opened.concern.public_id
    assert readable(gil) == {before, after}
    assert readable(eve) == {during}


def test_what_was_moved_between_concerns_does_not_open(gil: AtWork) -> None:
    one, other = a_concern(gil.desk, "one"), a_concern(gil.desk, "other")
    first = Concern.objects.get(pk=one.opened.concern.pk)
    second = Concern.objects.get(pk=other.opened.concern.pk)
    Concern.objects.filter(pk=first.pk).update(line=second.line, reporter_wrap=second.reporter_wrap)
    assert readable(gil) == {second.public_id}
    from fanlight.speakup.access import NoSuchConcern

    with pytest.raises(NoSuchConcern):
        concern_behind(one.receipt)


def test_whoever_leaves_and_comes_back_is_still_kept_out_of_what_names_them(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, kept_out=frozenset({eve.guardian.public_id}))
    holding.leave(by=eve)
    back = holding.make_keys(desk=gil.desk, passphrase=NEW, by=cast.eve)
    assert readable(back) == set()
    assert not back.guardian.is_let_in, "a guardian has to let them in again"
    holding.let_in(guardian=back.guardian, post=Post.GUARDIAN, by=gil)
    back.guardian.refresh_from_db()
    opened = concern_for(gil.guardian, gil.keys, told.opened.concern.public_id)
    assert holding.hand_over(concerns=[opened], to=back.guardian, by=gil) == 0
    assert readable(back) == set()
    assert first_broken(deeds_of(gil.desk)) == 0, "what their old keys signed still holds"


def test_no_two_copies_tell_noise_from_keys(gil: AtWork, cast: Cast) -> None:
    """Whatever seals keys anew makes new noise as well: a row that alone stays as it was would be the one kept out."""
    eve = another(gil.desk, cast.eve, by=gil)
    deputy = another(gil.desk, cast.sam, by=gil, post=Post.DEPUTY)
    out = frozenset({eve.guardian.public_id, deputy.guardian.public_id})
    opened = [
        concern_for(gil.guardian, gil.keys, a_concern(gil.desk, kept_out=named).opened.concern.public_id)
        for named in (out, frozenset())
    ]

    def rows() -> dict[tuple[int, int], bytes]:
        return {(one.concern_id, one.guardian_id): bytes(one.sealed) for one in Wrap.objects.all()}

    holding.hand_over(concerns=opened, to=deputy.guardian, by=gil)
    before = rows()
    assert len(before) == 6, "whoever is kept out has a row like everybody else"
    holding.hand_over(concerns=opened, to=eve.guardian, by=gil)
    for one in opened:
        renew_concern(opened=one, by=gil)
    holding.renew_keys(passphrase=NEW, by=deputy)
    assert all(before[row] != sealed for row, sealed in rows().items())
    assert readable(eve) == {opened[1].concern.public_id}

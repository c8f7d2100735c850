"""A guardian whose stored keys were damaged is told so, and what to do; whom a concern names learns nothing."""

import pytest
from django.test import Client
from django.urls import reverse
from test_changed_from_outside import WORDS, changed
from test_speaking_up import Person, come_back

from fanlight.people.queries import user_with_public_id
from fanlight.speakup.access import AtWork, concerns_for
from fanlight.speakup.actions import holding, spares
from fanlight.speakup.actions.spares import come_back as come_back_in
from fanlight.speakup.models import Guardian, Post, Wrap
from fanlight.speakup.queries.desk import deeds_of
from fanlight.speakup.queries.record import first_broken
from fanlight.speakup.sealing.keys import SEALED_LENGTH, Keys
from support.reading import words_of
from support.speakup import PASSPHRASE, Told, a_concern, another, do, enter, page, second_check
from support.worlds import Cast

pytestmark = pytest.mark.django_db

DAMAGED = "Your keys were damaged where they are stored"
CANNOT = "cannot open this any more"


def at_the_door(by: AtWork, passphrase: str = PASSPHRASE) -> tuple[int, str]:
    user = user_with_public_id(by.guardian.user)
    assert user
    client = Client()
    second_check(client, user)
    response = client.post(reverse("guardian_open"), {"passphrase": passphrase})
    return response.status_code, words_of(response.content.decode())


def stored(by: AtWork, **fields: object) -> None:
    Guardian.objects.filter(pk=by.guardian.pk).update(**fields)


def cut(told: Told, by: AtWork, sealed: bytes = b"") -> None:
    """Their keys to this concern are damaged."""
    Wrap.objects.filter(concern=told.opened.concern, guardian=by.guardian).update(sealed=sealed)


@pytest.mark.parametrize("field", ["sealed_seed", "salt"])
def test_damaged_keys_are_told_from_a_wrong_passphrase(gil: AtWork, field: str) -> None:
    status, told = at_the_door(gil, "not the passphrase at all")
    assert (status, "This is not the passphrase" in told) == (422, True)
    for bad in changed(bytes(getattr(gil.guardian, field))):
        stored(gil, **{field: bad})
        status, told = at_the_door(gil)
        assert (status, DAMAGED in told, "This is not the passphrase" in told) == (409, True, False)
    assert "Nobody keeps a spare of your key" in told
    assert "Nobody else listens at this desk" in told


def test_a_damaged_cost_of_a_key_is_told_as_well(gil: AtWork) -> None:
    for field in ("passes", "mebibytes"):
        stored(gil, **{field: 0})
        assert DAMAGED in at_the_door(gil)[1]


def test_keys_that_were_made_before_there_was_a_sum_open_as_ever(gil: AtWork) -> None:
    stored(gil, sealed_seed=bytes(gil.guardian.sealed_seed)[:SEALED_LENGTH])
    assert at_the_door(gil)[0] == 302
    assert "This is not the passphrase" in at_the_door(gil, "not the passphrase at all")[1]


def test_whoever_keeps_the_spare_brings_damaged_keys_back(gil: AtWork, cast: Cast) -> None:
    told = a_concern(gil.desk, WORDS)
    eve = another(gil.desk, cast.eve, by=gil, post=Post.SPARE)
    sam = another(gil.desk, cast.sam, by=gil)
    spares.give_spare(holder=eve.guardian, by=gil)
    stored(gil, sealed_seed=b"", public_key=Keys.new().public)
    _, read = at_the_door(gil)
    assert f"{cast.eve.name} keeps a spare of your key" in read
    assert f"Until then {cast.sam.name} can open what is sealed to them" in read
    assert "I have a code" in read
    code = spares.help_back(spare=gil.guardian.spare, by=eve)
    come_back_in(guardian=Guardian.objects.get(pk=gil.guardian.pk), code=code, passphrase=PASSPHRASE)
    text = page(enter(Client(), gil), "guardian")
    assert told.opened.ledger.entries[0].words in text
    assert "does not belong to you" not in text
    assert sam.guardian.is_let_in


@pytest.mark.parametrize("field", ["public_key", "verify_key"])
def test_another_key_in_the_place_of_ones_own_is_seen_at_once_and_put_right(gil: AtWork, field: str) -> None:
    space = enter(Client(), gil)
    assert "does not belong to you" not in page(space, "guardian")
    stored(gil, **{field: Keys.new().public})
    assert "does not belong to you" in page(space, "guardian")
    fresh = holding.renew_keys(passphrase=PASSPHRASE, by=gil)
    assert "does not belong to you" not in page(enter(Client(), fresh), "guardian")
    assert first_broken(deeds_of(gil.desk)) == 0, "what the true key signed still holds"


def test_others_are_told_who_is_cut_off_and_give_them_new_keys(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told, space = a_concern(gil.desk, WORDS), enter(Client(), gil)
    name = told.opened.concern.public_id
    assert CANNOT not in page(space, "guardian_concern", name)
    cut(told, eve)
    assert f"{cast.eve.name} {CANNOT}" in page(space, "guardian_concern", name)
    do(space, told, "hand-over", holder=eve.guardian.public_id)
    assert CANNOT not in page(space, "guardian_concern", name)
    assert [one.concern.public_id for one in concerns_for(eve.guardian, eve.keys)] == [name]


def test_of_whom_a_concern_names_nothing_is_said_to_anybody(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, WORDS, kept_out=frozenset({eve.guardian.public_id}))
    cut(told, eve)
    assert CANNOT not in page(enter(Client(), gil), "guardian_concern", told.opened.concern.public_id)
    assert "Nothing needs you today" in page(enter(Client(), eve), "guardian")


def test_a_guardian_does_not_leave_what_would_open_to_nobody_else(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, WORDS)
    assert holding.what_keeps(by=gil) == ""
    cut(told, eve)
    assert "would open to nobody if you left" in holding.what_keeps(by=gil)


def test_the_person_is_told_when_nobody_can_read_it_and_lets_them_again(gil: AtWork) -> None:
    told = a_concern(gil.desk, WORDS)
    cut(told, gil, b"x")
    person: Person = come_back(told.receipt.text)
    assert "Nobody can read this at the moment" in person.text
    assert "keys to it were damaged where they are stored" in person.text
    assert "has gone" not in person.text
    person.send("let-read", may_read=[gil.guardian.public_id])
    assert "can read this, and so can you" in person.text
    [opened] = concerns_for(gil.guardian, gil.keys)
    assert opened.ledger.entries[0].words == WORDS

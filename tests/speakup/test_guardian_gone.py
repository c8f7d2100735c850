"""A guardian goes without handing over: nobody writes into the dark, and nobody new reads it without being let."""

import re
from datetime import date, timedelta

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.people.actions import close_account, take_organisation_role
from fanlight.people.models import Organisation, User
from fanlight.people.roles import Role
from fanlight.speakup.access import AtWork, concern_behind, concern_for, desks_open, hearing_at
from fanlight.speakup.actions import gone, guarding, holding, leftover, spares
from fanlight.speakup.actions.holding import NotNow
from fanlight.speakup.actions.renewing import read_file, renew_concern
from fanlight.speakup.actions.speaking import CleanFile, NobodyToHear
from fanlight.speakup.models import Concern, Guardian, Post, Wrap
from fanlight.speakup.queries.desk import deeds_of
from fanlight.speakup.queries.record import first_broken
from fanlight.speakup.sealing import Unreadable
from support.reading import words_of
from support.speakup import PASSPHRASE, Told, a_concern, another, enter, give_role, page, readable
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def take_role(desk_of: AtWork, user: User) -> None:
    place = Organisation.objects.get(public_id=desk_of.desk.organisation)
    take_organisation_role(organisation=place, user=user, role=Role.GUARDIAN, by=None)


def newcomer(gil: AtWork, user: User) -> AtWork:
    give_role(gil.desk, user)
    return holding.make_keys(desk=gil.desk, passphrase=PASSPHRASE, by=user)


def come_back(told: Told) -> tuple[Client, str, str]:
    """The person with their code: their browser, the page, and the visit that it carries."""
    client = Client()
    text = client.post("/speak-up/", {"step": "open", "code": told.receipt.text}).content.decode()
    return client, text, re.findall(r'name="visit" value="([^"]+)"', text)[0]


@pytest.mark.parametrize("how", ["the role is taken", "the account is closed", "the account is shut off"])
def test_from_that_moment_nobody_is_told_that_they_listen(gil: AtWork, cast: Cast, how: str) -> None:
    told = a_concern(gil.desk)
    if how == "the role is taken":
        take_role(gil, cast.gil)
    elif how == "the account is closed":
        close_account(user=cast.gil, by=cast.gil)
    else:
        User.objects.filter(pk=cast.gil.pk).update(is_active=False)
    assert desks_open() == []
    assert "Nobody listens on this site at the moment" in Client().get("/speak-up/").content.decode()
    assert "I have a code" in Client().get("/speak-up/").content.decode(), "whoever has one still comes back"
    assert Client().post("/speak-up/", {"step": "begin", "desk": gil.desk.public_id}).status_code == 404
    _, text, _ = come_back(told)
    assert "Nobody can read this at the moment" in text
    for way_to_write in ("Write back", "Change that", "open it again"):
        assert way_to_write not in text, "nobody writes into the dark"
    assert "Take it all back" in text


def test_a_slip_is_put_right_by_giving_the_role_back(gil: AtWork, cast: Cast) -> None:
    told = a_concern(gil.desk)
    take_role(gil, cast.gil)
    gone.notice_who_is_gone()
    give_role(gil.desk, cast.gil)
    gone.notice_who_is_gone()
    assert [desk for desk, _ in desks_open()] == [gil.desk]
    assert readable(gil) == {told.opened.concern.public_id}
    assert Guardian.objects.get().gone_on is None


def test_where_others_are_left_whoever_is_gone_has_to_be_let_in_again(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    take_role(gil, cast.gil)
    assert hearing_at(gil.desk) == [eve.guardian]
    gone.notice_who_is_gone()
    give_role(gil.desk, cast.gil)
    gone.notice_who_is_gone()
    assert hearing_at(gil.desk) == [eve.guardian]
    back = Guardian.objects.get(pk=gil.guardian.pk)
    holding.let_in(guardian=back, post=Post.GUARDIAN, by=eve)
    assert {one.pk for one in hearing_at(gil.desk)} == {eve.guardian.pk, back.pk}


def test_a_deputy_steps_in_where_no_guardian_is_left(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil, post=Post.DEPUTY)
    before = a_concern(gil.desk)
    take_role(gil, cast.gil)
    later = a_concern(gil.desk)
    assert readable(eve) == {later.opened.concern.public_id}
    assert before.opened.concern.public_id not in readable(eve)


def test_a_newcomer_takes_up_the_desk_and_reads_nothing_of_what_was_there(
    gil: AtWork, cast: Cast, client: Client
) -> None:
    told = a_concern(gil.desk)
    ada = newcomer(gil, cast.ada)
    enter(client, ada)
    assert "has to let you in" in client.get(reverse("guardian")).content.decode()
    client.post(reverse("guardian_take_up"))
    assert "has to let you in" in client.get(reverse("guardian")).content.decode(), "Gil can"
    take_role(gil, cast.gil)
    assert "Nobody is left here to let you in" in client.get(reverse("guardian")).content.decode()
    client.post(reverse("guardian_take_up"))
    assert "Nothing needs you today" in page(client, "guardian")
    assert "Gone without handing over: Gil Example" in page(client, "guardian_people")
    assert readable(ada) == set()
    assert Concern.objects.get().answer_waits, "the person is called back"
    assert "Somebody new listens here" in come_back(told)[1]
    assert [deed.verb for deed in deeds_of(gil.desk)][-1] == "took up the desk, which nobody held"
    assert first_broken(deeds_of(gil.desk)) == 0


def test_the_person_lets_somebody_new_read_and_shuts_out_whoever_could(gil: AtWork, cast: Cast) -> None:
    content = bytes(range(256)) * 100
    told = a_concern(gil.desk, files=(CleanFile("picture 1.png", content),))
    guarding.answer(opened=told.opened, words="Thank you.", by=gil)
    take_role(gil, cast.gil)
    ada = newcomer(gil, cast.ada)
    client, text, visit = come_back(told)
    assert "Ada Example" in text
    refused = client.post("/speak-up/", {"step": "let-read", "visit": visit})
    assert refused.status_code == 422
    assert "Tick at least one" in refused.content.decode()
    assert readable(ada) == set()
    let = {"step": "let-read", "visit": visit, "may_read": [ada.guardian.public_id]}
    text = client.post("/speak-up/", let).content.decode()
    assert "You let Ada Example read this from now on" in text
    assert "Ada Example can read this, and so can you with your code." in text
    assert client.post("/speak-up/", let).status_code == 200, "twice is harmless"
    opened = concern_for(ada.guardian, ada.keys, told.opened.concern.public_id)
    assert read_file(file=opened.ledger.files[0], keys=opened.keys) == content
    assert opened.guarded.acknowledged == told.opened.concern.week
    assert "whoever read it before has gone" in opened.guarded.notes[0].words
    guarding.answer(opened=opened, words="I am new, and I have read it.", by=ada)
    assert "I am new" in come_back(told)[1]
    assert readable(gil) == set()
    with pytest.raises(Unreadable):
        read_file(file=opened.ledger.files[0], keys=told.opened.keys)


def test_whom_the_person_does_not_tick_never_reads_it_and_it_leaves_no_trace(gil: AtWork, cast: Cast) -> None:
    told = a_concern(gil.desk)
    take_role(gil, cast.gil)
    ada = newcomer(gil, cast.ada)
    eve = another(gil.desk, cast.eve, by=ada)
    mine, _ = concern_behind(told.receipt)
    leftover.let_read(opened=mine, to=[ada.guardian], names=["Ada Example"])
    assert readable(ada) == {told.opened.concern.public_id}
    assert readable(eve) == set()
    with pytest.raises(Http404):
        concern_for(eve.guardian, eve.keys, told.opened.concern.public_id)
    rows = {wrap.guardian_id: len(bytes(wrap.sealed)) for wrap in Wrap.objects.all()}
    assert set(rows) == {ada.guardian.pk, eve.guardian.pk}
    assert len(set(rows.values())) == 1, "the rows look alike"


def test_whoever_was_kept_out_before_is_not_offered(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, kept_out=frozenset({eve.guardian.public_id}))
    take_role(gil, cast.gil)
    gone.notice_who_is_gone()
    assert Concern.objects.get().answer_waits, "noise in a row does not count as a reader"
    client, text, visit = come_back(told)
    assert "Nobody can read this at the moment" in text
    assert "Eve" not in words_of(text)
    forged = {"step": "let-read", "visit": visit, "may_read": [eve.guardian.public_id]}
    client.post("/speak-up/", forged)
    assert readable(eve) == set()
    with pytest.raises(NobodyToHear):
        leftover.let_read(opened=concern_behind(told.receipt)[0], to=[eve.guardian], names=["Eve"])


def test_whoever_keeps_the_spare_key_hands_over_for_them(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil, post=Post.SPARE)
    spares.give_spare(holder=eve.guardian, by=gil)
    told, number = a_concern(gil.desk), gil.guardian.spare.pk
    with pytest.raises(NotNow, match="still here"):
        leftover.hand_over_for(spare=gil.guardian.spare, to=eve.guardian, by=eve)
    take_role(gil, cast.gil)
    ada = newcomer(gil, cast.ada)
    assert readable(ada) == set()
    about = a_concern(gil.desk, "About Ada.")
    assert about.opened.concern.public_id in readable(ada)
    theirs = enter(Client(), eve)
    assert "Hand over what they could open" in page(theirs, "guardian_people")
    assert "Ada Example" in page(theirs, "guardian_hand_over_for", number)
    address = reverse("guardian_hand_over_for", args=[number])
    assert theirs.post(address, {"holder": eve.guardian.public_id}).status_code == 422, "she only keeps a key"
    theirs.post(address, {"holder": ada.guardian.public_id})
    assert told.opened.concern.public_id in readable(ada)
    assert "took over with a spare key" in [deed.verb for deed in deeds_of(gil.desk)]
    assert first_broken(deeds_of(gil.desk)) == 0
    assert enter(Client(), ada).get(address).status_code == 404, "the spare key is not Ada's"


def test_a_spare_key_whose_keeper_has_gone_counts_for_nothing(space: Client, gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil, post=Post.SPARE)
    spares.give_spare(holder=eve.guardian, by=gil)
    assert f"{cast.eve.name} keeps a spare key for you" in page(space, "guardian_people")
    take_role(gil, cast.eve)
    text = page(space, "guardian_people")
    assert "keeps a spare key for you" not in text
    assert "Only you can read what people told you" in text
    assert "nobody has a spare of their key" in page(Client(), "speak_up_kept")


def test_renewed_keys_leave_out_whoever_has_gone(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk)
    take_role(gil, cast.gil)
    renew_concern(opened=concern_for(eve.guardian, eve.keys, told.opened.concern.public_id), by=eve)
    assert readable(gil) == set()
    assert readable(eve) == {told.opened.concern.public_id}


def test_an_open_door_shuts_with_the_role(space: Client, gil: AtWork, cast: Cast) -> None:
    assert "Nothing needs you" in page(space, "guardian")
    take_role(gil, cast.gil)
    assert space.get(reverse("guardian")).status_code == 403


@pytest.mark.parametrize(
    ("day", "letters"),
    [(date(2026, 11, 25), 1), (date(2026, 11, 26), 1), (date(2026, 11, 27), 0), (date(2026, 11, 30), 1)],
)
def test_administrators_are_told_that_nobody_listens(
    gil: AtWork, cast: Cast, mailoutbox, day: date, letters: int
) -> None:
    a_concern(gil.desk, "A secret.")
    take_role(gil, cast.gil)
    gone.notice_who_is_gone()
    Guardian.objects.update(gone_on=date(2026, 11, 25))
    assert gone.write_to_administrators(today=day) == letters
    assert all("Nobody listens" in letter.subject and "secret" not in letter.body for letter in mailoutbox)


def test_nobody_is_written_to_while_somebody_listens(gil: AtWork, cast: Cast) -> None:
    another(gil.desk, cast.eve, by=gil)
    take_role(gil, cast.gil)
    gone.notice_who_is_gone()
    assert gone.write_to_administrators(today=timezone.localdate() + timedelta(days=1)) == 0

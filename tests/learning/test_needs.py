"""What people need after something went wrong: private to the facilitator and the person concerned."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import get_resolver, reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.learning import tasks
from fanlight.learning.actions import close_mending, forget_mended, look_at_need
from fanlight.learning.models import Mending, Need, Party, Stands
from fanlight.people.actions import change_team_roles, close_account, give_team_role
from fanlight.people.actions.changed import version_of
from fanlight.people.models import User
from fanlight.people.roles import Role
from support.learning import NEEDED, a_need, a_review
from support.reading import opened
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def everybody_else(cast: Cast) -> list[User]:
    return [cast.alice, cast.charlie, cast.dana, cast.eve, cast.sam, cast.gil, cast.pat, cast.ada]


def test_a_facilitator_writes_it_down_with_the_person(cast: Cast) -> None:
    fay = signed_in(cast.fay)
    fay.post(reverse("mending_begin", args=[cast.ward.public_id]), {"about": "A transfer at night"})
    mending = Mending.objects.get()
    somebody = {"kind": "staff", "label": "a nurse on nights"}
    address = reverse("mending_party", args=[mending.public_id])
    assert fay.post(address, somebody).status_code == 422, "they have to know of it"
    fay.post(address, {**somebody, "they_know": "on"})
    party = Party.objects.get()
    need = {"words": NEEDED, "owed_by": "me", "look_again_on": ""}
    fay.post(reverse("mending_need_add", args=[party.public_id]), need)
    fay.post(reverse("mending_need_add", args=[party.public_id]), need)
    assert Need.objects.get().words == NEEDED
    page = fay.get(reverse("mending", args=[mending.public_id])).content.decode()
    assert NEEDED in page
    assert "Are they hurt too?" in page


def test_the_person_reads_and_changes_their_own_part_and_nothing_else(cast: Cast) -> None:
    need, bob = a_need(cast), signed_in(cast.bob)
    part = reverse("mending_part", args=[need.party.public_id])
    page = bob.get(part).content.decode()
    assert NEEDED in page
    assert "One person to ring" not in page
    assert "Delete this part" in page
    assert "person concerned" not in page
    asked = bob.get(reverse("mending_need_add", args=[need.party.public_id])).content.decode()
    assert "What do you need?" in asked
    assert "they need" not in asked
    assert (
        "What you need, as you said it"
        in bob.get(reverse("team_home", args=[cast.ward.public_id])).content.decode()
    )
    address = reverse("mending_need", args=[need.public_id])
    bob.post(address, {**opened(bob, address), "stands": "met"})
    need.refresh_from_db()
    assert need.stands == Stands.MET
    other = Party.objects.get(label="the daughter")
    assert bob.get(reverse("mending_part", args=[other.public_id])).status_code == 404
    assert bob.get(reverse("mending", args=[need.party.mending.public_id])).status_code == 404


def test_every_page_of_it_says_record_it_first(cast: Cast) -> None:
    need, fay = a_need(cast), signed_in(cast.fay)
    mending, party = need.party.mending.public_id, need.party.public_id
    of_all = [
        reverse(f"mending{end}", args=[mending]) for end in ("", "_party", "_hand_over", "_close", "_drop")
    ]
    of_one = [reverse(f"mending_part{end}", args=[party]) for end in ("", "_open", "_drop")]
    of_one += [reverse("mending_need_add", args=[party]), reverse("mending_need", args=[need.public_id])]
    lists = [reverse(name, args=[cast.ward.public_id]) for name in ("mendings", "mending_begin")]
    for address in [*of_all, *of_one, *lists, reverse("mending_mine")]:
        page = fay.get(address).content.decode()
        assert page.count("Record it in your incident system first") == 1, address


def test_for_everybody_else_it_does_not_exist(cast: Cast) -> None:
    need = a_need(cast)
    a_review(cast)
    names = [name for name in PAGES if name.startswith("mending_") or name == "mending"]
    assert len(names) > 8
    for user in everybody_else(cast):
        client = signed_in(user)
        for public_id in (need.public_id, need.party.public_id, need.party.mending.public_id):
            for name in ("mending", "mending_part", "mending_need"):
                assert client.get(reverse(name, args=[public_id])).status_code == 404, (user, name)


NAMES = [name for name in get_resolver().reverse_dict if isinstance(name, str)]
PAGES = [name for name in NAMES if not name.startswith("guide")]  # the guide knows nobody


def test_no_page_of_the_team_shows_a_word_of_it(cast: Cast) -> None:
    """Every page that the lead can open without knowing a name of it."""
    a_need(cast)
    alice = signed_in(cast.alice)
    seen = 0
    for name in PAGES:
        for args in ([], [cast.ward.public_id]):
            try:
                address = reverse(name, args=args)
            except Exception:
                continue
            response = alice.get(address)
            if response.status_code == 200 and not response.streaming:
                seen += 1
                page = response.content.decode(errors="replace")
                assert NEEDED not in page, address
                assert "A transfer at night that went wrong" not in page, address
                assert "a nurse on nights" not in page, address
    assert seen > 15


def test_another_facilitator_does_not_read_it(cast: Cast) -> None:
    need = a_need(cast)
    give_team_role(team=cast.ward, user=cast.alice, role=Role.FACILITATOR, by=None)
    alice = signed_in(cast.alice)
    assert alice.get(reverse("mending", args=[need.party.mending.public_id])).status_code == 404
    page = alice.get(reverse("mendings", args=[cast.ward.public_id])).content.decode()
    assert "A transfer at night" not in page


def test_handed_over_it_changes_hands(cast: Cast) -> None:
    need = a_need(cast)
    address = reverse("mending", args=[need.party.mending.public_id])
    fay = signed_in(cast.fay)
    hand_over = reverse("mending_hand_over", args=[need.party.mending.public_id])
    assert "no other facilitator" in fay.get(hand_over).content.decode()
    give_team_role(team=cast.ward, user=cast.alice, role=Role.FACILITATOR, by=None)
    assert fay.post(hand_over, {"who": cast.bob.public_id}).status_code == 422
    fay.post(hand_over, {"who": cast.alice.public_id})
    assert fay.get(address).status_code == 404
    assert signed_in(cast.alice).get(address).status_code == 200


def test_a_facilitator_no_longer_reads_no_longer(cast: Cast) -> None:
    need = a_need(cast)
    change_team_roles(team=cast.ward, user=cast.fay, roles=[Role.MEMBER], by=cast.alice)
    fay = signed_in(cast.fay)
    assert fay.get(reverse("mending", args=[need.party.mending.public_id])).status_code == 404
    assert signed_in(cast.bob).get(reverse("mending_part", args=[need.party.public_id])).status_code == 200


def test_when_the_facilitator_goes_the_person_keeps_their_part(cast: Cast) -> None:
    need = a_need(cast)
    close_account(user=cast.fay, by=cast.fay)
    page = signed_in(cast.bob).get(reverse("mending_part", args=[need.party.public_id])).content.decode()
    assert NEEDED in page
    assert "who has gone since" in page


@pytest.mark.parametrize("typed", ["Bob needs rest", "Mrs Jones from bed 12", "since 3 March"])
def test_names_beds_and_dates_are_asked_about(typed: str, cast: Cast) -> None:
    need, fay = a_need(cast), signed_in(cast.fay)
    add = reverse("mending_need_add", args=[need.party.public_id])
    assert fay.post(add, {"words": typed, "owed_by": "me", "look_again_on": ""}).status_code == 422
    label = {"kind": "staff", "label": typed, "they_know": "on"}
    assert fay.post(reverse("mending_party", args=[need.party.mending.public_id]), label).status_code == 422
    assert Need.objects.count() == 2


def test_the_record_holds_no_word_of_it(cast: Cast) -> None:
    a_need(cast)
    told = " ".join(str(entry.detail) for entry in Entry.objects.all())
    assert "transfer" not in told
    assert NEEDED not in told
    assert cast.bob.public_id not in " ".join(
        str(entry.detail) for entry in Entry.objects.filter(subject="learning.mending")
    )


def in_the_morning(monkeypatch: pytest.MonkeyPatch, *, days: int, hour: int = 8) -> None:
    later = timezone.localtime().replace(hour=hour) + timedelta(days=days)
    monkeypatch.setattr(tasks.timezone, "localtime", lambda: later)
    monkeypatch.setattr(tasks.timezone, "localdate", later.date)
    tasks.remind_of_needs()


def test_the_facilitator_is_reminded_once_on_the_day_and_not_in_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    need = a_need(cast)
    for days, hour in ((3, 8), (7, 4), (7, 8), (7, 8), (8, 8)):
        in_the_morning(monkeypatch, days=days, hour=hour)
    assert [message.to for message in mail.outbox] == [[cast.fay.email]]
    body = str(mail.outbox[0].body)
    assert reverse("mending", args=[need.party.mending.public_id]) in body
    assert NEEDED not in body
    assert "nurse" not in body
    monkeypatch.undo()
    again = timezone.localdate() + timedelta(days=20)
    looked = {"stands": Stands.OPEN, "note": "", "look_again_on": again}
    look_at_need(need=need, version=version_of(row=need, fields=looked), by=cast.fay, **looked)
    in_the_morning(monkeypatch, days=20)
    assert len(mail.outbox) == 2


def test_nobody_is_reminded_of_what_is_met_or_closed(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    need = a_need(cast)
    close_mending(mending=need.party.mending, by=cast.fay)
    in_the_morning(monkeypatch, days=8)
    assert mail.outbox == []


def test_closed_it_is_deleted_by_itself(cast: Cast) -> None:
    need = a_need(cast)
    close_mending(mending=need.party.mending, by=cast.fay)
    assert forget_mended() == 0
    Mending.objects.update(closed_on=timezone.localdate() - timedelta(days=91))
    assert forget_mended() == 1
    assert (Mending.objects.count(), Party.objects.count(), Need.objects.count()) == (0, 0, 0)


def test_either_of_the_two_deletes_a_part(cast: Cast) -> None:
    need, bob = a_need(cast), signed_in(cast.bob)
    address = reverse("mending_part_drop", args=[need.party.public_id])
    bob.get(address)
    assert Party.objects.count() == 2
    assert bob.post(address)["Location"] == reverse("mending_mine")
    assert Party.objects.count() == 1

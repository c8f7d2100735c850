"""What guardians do with a concern, and what they cannot do."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.speakup.access import AtWork, NoSuchConcern, concern_behind, concern_for
from fanlight.speakup.actions import guarding
from fanlight.speakup.actions.guarding import NoConsent
from fanlight.speakup.actions.speaking import CleanFile, reopen
from fanlight.speakup.models import Concern, Piece, Post, Wrap
from fanlight.speakup.sealing.casefile import Came
from fanlight.speakup.sealing.ledger import By, Kind, Standing, Way
from fanlight.speakup.sealing.receipt import read_receipt
from support.reading import opened, sent_as_it_is, words_of
from support.speakup import WORDS, Told, a_concern, another, do, enter, now, page
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def test_what_is_new_stands_on_top_until_it_is_answered(space: Client, told: Told, gil: AtWork) -> None:
    text = page(space, "guardian")
    assert "One thing needs you today" in text
    assert "New: nobody has answered yet" in text
    address = reverse("guardian_concern", args=[told.opened.concern.public_id])
    assert WORDS in page(space, "guardian_concern", told.opened.concern.public_id)
    space.post(address, {"words": "Thank you. I will look at the rota this week."})
    assert "Nothing needs you today" in page(space, "guardian")
    assert concern_behind(told.receipt)[0].ledger.entries[-1].by is By.GUARDIAN
    assert now(gil, told).guarded.acknowledged == told.opened.concern.week
    assert Concern.objects.get().answer_waits


def test_everything_about_a_concern_is_kept_and_shown(space: Client, told: Told, gil: AtWork) -> None:
    do(
        space,
        told,
        "about",
        categories=["patient-safety", "bullying"],
        group="nurses",
        theme="Night staffing",
    )
    do(space, told, "consent", recipient="The matron", purpose="the rota", is_given="yes")
    do(space, told, "share", consent="0", words="Nights are two short.")
    do(space, told, "action", what="Look at the rota", owner="The matron", due="2099-01-04")
    do(space, told, "note", words="Spoke with the matron.")
    text = do(space, told, "after", was_harmed="no", words="All is well.")
    for shown in (
        "Patient safety or quality",
        "Night staffing",
        "The matron, the rota: yes",
        "Nights are two short.",
    ):
        assert shown in text
    for shown in ("Look at the rota", "Spoke with the matron.", "Registered nurses"):
        assert shown in text
    space.post(reverse("guardian_finish", args=[told.opened.concern.public_id, 0]))
    case = now(gil, told).guarded
    assert case.actions[0].is_done
    assert case.categories == {"patient-safety", "bullying"}


def test_two_guardians_who_say_what_it_is_about_see_both_texts(
    space: Client, told: Told, gil: AtWork
) -> None:
    address = reverse("guardian_deed", args=[told.opened.concern.public_id, "about"])
    seen = opened(space, address)
    for _ in range(2):  # a second press says the same
        assert space.post(address, {**seen, "theme": "Night staffing"}).status_code == 302
    refused = space.post(address, {**seen, "theme": "Rotas", "categories": ["bullying"]})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "It says now: “Night staffing”. Yours is kept below." in words_of(page)
    assert now(gil, told).guarded.theme == "Night staffing"
    assert space.post(address, sent_as_it_is(page)).status_code == 302
    assert now(gil, told).guarded.theme == "Rotas"


def test_what_was_learnt_the_first_time_stays_when_it_is_closed_again(
    space: Client, told: Told, gil: AtWork
) -> None:
    do(space, told, "close", words="There are four on nights now.", learning="Nights were not counted.")
    reopen(opened=now(gil, told), words="There are two again.")
    do(space, told, "close", words="Four again, for good.", learning="One person held it up.")
    assert now(gil, told).guarded.learning == "Nights were not counted.\n\nOne person held it up."


def test_the_person_never_sees_the_case(space: Client, told: Told) -> None:
    do(space, told, "note", words="Between guardians.")
    opened, _ = concern_behind(told.receipt)
    assert opened.case is None
    assert opened.keys.case == b""


def test_nothing_is_handed_on_without_consent(space: Client, told: Told, gil: AtWork) -> None:
    do(space, told, "consent", recipient="The matron", purpose="the rota", is_given="no")
    address = reverse("guardian_deed", args=[told.opened.concern.public_id, "share"])
    assert space.post(address, {"consent": "0", "words": "x"}).status_code == 422
    with pytest.raises(NoConsent):
        guarding.hand_part(
            opened=now(gil, told), recipient="The matron", purpose="the rota", words="x", by=gil
        )
    assert now(gil, told).guarded.shares == ()


def test_closing_tells_the_person_and_asks_them(space: Client, told: Told, gil: AtWork) -> None:
    do(space, told, "close", words="There are four on nights now.", learning="Nights were not counted.")
    opened = now(gil, told)
    assert (opened.ledger.standing, opened.guarded.learning) == (Standing.CLOSED, "Nights were not counted.")
    assert opened.ledger.entries[-1].kind is Kind.CLOSED
    assert "Closed: 1" in page(space, "guardian")


def test_check_ins_come_by_themselves(space: Client, told: Told) -> None:
    Concern.objects.update(week=told.opened.concern.week - timedelta(weeks=27))
    assert "6 months on: ask whether they were treated badly" in page(space, "guardian")
    do(space, told, "after", was_harmed="yes", words="Moved off days.")
    assert "6 months on" not in page(space, "guardian")


def test_a_file_comes_out_as_it_was_cleaned(space: Client, gil: AtWork) -> None:
    told = a_concern(gil.desk, files=(CleanFile("document 1.txt", b"two short\n" * 5000),))
    response = space.get(reverse("guardian_file", args=[told.opened.concern.public_id, 0]))
    assert response.content == b"two short\n" * 5000
    assert response["Content-Disposition"] == 'attachment; filename="document 1.txt"'
    assert space.get(reverse("guardian_file", args=[told.opened.concern.public_id, 1])).status_code == 404


def test_what_was_heard_in_person_is_typed_in_with_the_same_care(space: Client, gil: AtWork) -> None:
    typed = {"came": "person", "words": WORDS, "way": "confidential", "name": "Bob", "group": "nurses"}
    token = re.findall(r'name="token" value="([^"]+)"', page(space, "guardian_new"))[0]
    response = space.post(reverse("guardian_new"), {**typed, "token": token})
    again = space.post(reverse("guardian_new"), {**typed, "token": token})
    assert words_of(again.content.decode()) == words_of(response.content.decode()), "it was sent twice"
    assert Concern.objects.count() == 1
    card = response.content.decode().split("su-card__code")[1].split("</p>")[0]
    opened, _ = concern_behind(read_receipt(" ".join(re.findall(r"<span>(.*?)</span>", card))))
    assert (opened.ledger.name, opened.ledger.way) == ("Bob", Way.CONFIDENTIAL)
    seen = concern_for(gil.guardian, gil.keys, opened.concern.public_id)
    assert (seen.guarded.came, seen.guarded.group) == (Came.PERSON, "nurses")


def test_a_strange_concern_is_not_there(space: Client) -> None:
    assert space.get(reverse("guardian_concern", args=["x" * 12])).status_code == 404


def test_what_is_over_can_be_deleted_for_good_and_what_is_open_cannot(space: Client, gil: AtWork) -> None:
    told = a_concern(gil.desk, files=(CleanFile("document 1.txt", b"two short"),))
    assert "It is still open" in do(space, told, "forget")
    do(space, told, "close", words="Done.")
    assert "It is deleted for good" in do(space, told, "forget")
    assert (Concern.objects.count(), Wrap.objects.count(), Piece.objects.count()) == (0, 0, 0)
    with pytest.raises(NoSuchConcern):
        concern_behind(told.receipt)


def test_what_was_heard_is_kept_from_a_guardian_whom_it_names_and_opens_to_whoever_heard_it(
    gil: AtWork, cast: Cast
) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    deputy = another(gil.desk, cast.sam, by=gil, post=Post.DEPUTY)
    heard = {"came": "telephone", "words": WORDS, "way": "confidential", "name": "Bo", "group": "unknown"}
    theirs = enter(Client(), deputy)
    text = theirs.post(
        reverse("guardian_new"), {**heard, "kept_out": [eve.guardian.public_id]}
    ).content.decode()
    assert "It is kept" in text
    public_id = Concern.objects.get().public_id
    assert reverse("guardian_concern", args=[public_id]) in text
    assert WORDS in page(theirs, "guardian_concern", public_id), (
        "a deputy who covers for nobody has heard it all the same"
    )
    assert WORDS in page(enter(Client(), gil), "guardian_concern", public_id)
    assert enter(Client(), eve).get(reverse("guardian_concern", args=[public_id])).status_code == 404

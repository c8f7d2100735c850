"""The desk: the return, the year, the record, people and keys."""

import io
import re
from datetime import timedelta

import openpyxl
import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from fanlight.improvement.models import AgreedAction
from fanlight.people.actions.changed import version_of
from fanlight.speakup.access import AtWork, concern_for
from fanlight.speakup.actions import guarding, holding
from fanlight.speakup.actions.record import note
from fanlight.speakup.models import Concern, Deed, Lesson, Post
from fanlight.speakup.queries.counting import Quarter
from fanlight.speakup.queries.desk import deeds_of
from support.speakup import PASSPHRASE, Told, a_concern, another, do, enter, page
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def test_the_return_reads_back_with_every_figure(space: Client, told: Told) -> None:
    do(space, told, "about", categories=["patient-safety", "bullying"], group="nurses", theme="")
    do(space, told, "close", words="Done.", learning="=1+1")
    quarter = f"{told.opened.concern.week:%Y}-{3 * ((told.opened.concern.week.month - 1) // 3) + 1:02}-01"
    response = space.post(reverse("guardian_return"), {"quarter": quarter})
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    figures = {row[0].value: row[1].value for row in book["Return"].iter_rows()}
    assert figures["Organisation"] == "Northfield Trust"
    assert figures["Number of cases"] == figures["Raised anonymously"] == figures["Cases closed"] == 1
    assert figures["Patient safety or quality"] == figures["Bullying or harassment"] == 1
    assert figures["Worker safety or wellbeing"] == 0
    assert (figures["In the same week"], figures["In the week after"], figures["Later than that"]) == (
        1,
        0,
        0,
    )
    assert figures["Registered nurses and midwives"] == 1
    assert book["Learning"]["A2"].value == "=1+1"
    assert book["Learning"]["A2"].data_type == "s"


def test_small_numbers_are_not_shown_to_others(space: Client, told: Told, gil: AtWork) -> None:  # noqa: ARG001
    text = page(space, "guardian_year")
    assert "Fewer than 11 concerns" in text
    for _ in range(13):
        a_concern(gil.desk)
    text = page(space, "guardian_year")
    assert "11 to 24 concerns came in" in text


def test_a_theme_is_offered_only_when_enough_have_it_in_common(
    space: Client, gil: AtWork, cast: Cast
) -> None:
    for number in range(11):
        told = a_concern(gil.desk)
        about = {"categories": [], "group": "unknown", "theme": "Night staffing"}
        guarding.set_about(
            opened=told.opened,
            version=version_of(row=told.opened.guarded, fields=guarding.ABOUT),
            by=gil,
            **about,
        )
        if number == 9:
            assert "None has yet" in page(space, "guardian_year")
    typed = {"theme": "night staffing", "words": "Nights are counted like days now."}
    response = space.post(reverse("guardian_year"), typed, follow=True)
    assert "Nights are counted like days now." in response.content.decode()
    for somebody, reads in ((cast.bob, True), (cast.alice, True), (cast.charlie, False)):
        theirs = signed_in(somebody)
        assert ("counted like days" in page(theirs, "speak_up_learned")) is reads
    lesson = Lesson.objects.get()
    address = reverse("take_on", args=["lesson", lesson.public_id])
    assert theirs.get(address).status_code == 404, "Charlie works elsewhere"
    theirs.force_login(cast.bob)
    for place in ("team_home", "reviews"):
        assert reverse("speak_up_learned") in page(theirs, place, cast.ward.public_id), "people find it there"
    assert address in page(theirs, "speak_up_learned")
    assert "Nights are counted like days now." in theirs.get(address).content.decode()
    again = (lesson.quarter + timedelta(days=400)).isoformat()
    asked = {"what": lesson.words, "first_step": "Ask", "who": "the team", "look_again_on": again}
    theirs.post(address, {**asked, "element": "tasks", "focus": "teamwork"})
    action = AgreedAction.objects.get()
    assert (action.team, action.what) == (cast.ward, lesson.words)
    assert (action.came_kind, action.came_id) == ("", ""), "nothing leads back"


def test_every_deed_is_on_the_record_and_the_record_is_whole(space: Client, told: Told, gil: AtWork) -> None:
    page(space, "guardian_concern", told.opened.concern.public_id)
    page(space, "guardian_concern", told.opened.concern.public_id)
    do(space, told, "note", words="A secret.")
    verbs = [deed.verb for deed in deeds_of(gil.desk)]
    assert verbs == ["made keys", "opened a concern", "wrote a note"]
    text = page(space, "guardian_record")
    assert "This record is whole" in text
    assert "A secret." not in text


def test_the_record_does_not_tell_somebody_that_a_concern_is_kept_from_them(
    space: Client, gil: AtWork, cast: Cast
) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    named = a_concern(gil.desk, kept_out=frozenset({eve.guardian.public_id}))
    page(space, "guardian_concern", named.opened.concern.public_id)
    do(space, named, "note", words="A secret.")
    assert "opened a concern" in page(space, "guardian_record")
    theirs = page(enter(Client(), eve), "guardian_record")
    assert "opened a concern" not in theirs
    assert "wrote a note" not in theirs
    assert "let in as guardian: Eve Example" in theirs
    assert "This record is whole" in theirs


def test_the_record_says_who_was_given_what_by_their_name(
    space: Client, told: Told, gil: AtWork, cast: Cast
) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    do(space, told, "hand-over", holder=eve.guardian.public_id)
    assert "handed over to Eve Example" in page(space, "guardian_record")
    assert "handed over to Eve Example" in page(enter(Client(), eve), "guardian_record")


def test_nothing_on_the_record_leads_to_a_concern_or_to_a_day(space: Client, told: Told, gil: AtWork) -> None:
    page(space, "guardian_concern", told.opened.concern.public_id)
    do(space, told, "note", words="A secret.")
    concern = Concern.objects.get()
    deed = deeds_of(gil.desk)[-1]
    assert deed.subject not in {concern.public_id, concern.sign, ""}
    assert deed.subject == concern_for(gil.guardian, gil.keys, concern.public_id).guarded.mark
    assert {deed.on.weekday() for deed in deeds_of(gil.desk)} == {0}


@pytest.mark.parametrize(
    ("weeks", "row", "words"),
    [
        (0, "In the same week", "Answered in the same week"),
        (1, "In the week after", "Answered in the week after"),
        (3, "Later than that", "Answered after three weeks"),
    ],
)
def test_how_long_a_first_answer_took_is_told_in_weeks(
    space: Client, told: Told, gil: AtWork, weeks: int, row: str, words: str
) -> None:
    came = told.opened.concern.week - timedelta(weeks=weeks)
    Concern.objects.update(week=came)
    waits = {0: "nobody has answered yet", 1: "answered for one week", 3: "answered for three weeks"}
    assert waits[weeks] in page(space, "guardian")
    guarding.answer(opened=told.opened, words="Thank you.", by=gil)
    text = page(space, "guardian")
    assert words in text
    assert f"one {row[0].lower()}{row[1:]}" in text
    response = space.post(reverse("guardian_return"), {"quarter": str(Quarter.of(came).first)})
    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["Return"]
    figures = {row[0].value: row[1].value for row in sheet.iter_rows()}
    assert figures[row] == 1
    assert sum(figures[name] for name in ("In the same week", "In the week after", "Later than that")) == 1


def test_the_year_shows_how_soon_people_were_answered_and_hides_small_numbers(
    space: Client, gil: AtWork
) -> None:
    for number in range(30):
        told = a_concern(gil.desk)
        if number:
            guarding.answer(opened=told.opened, words="Thank you.", by=gil)
    text = page(space, "guardian_year")
    table = text.split("When they were first answered</caption>")[1].split("</table>")[0]
    told_of = dict(re.findall(r'<th scope="row"[^>]*>([^<]+)</th><td[^>]*>([^<]+)</td>', table))
    assert len(told_of) == 4, text
    assert all(shown not in {"1", "29"} for shown in told_of.values()), (
        "one alone who waits is not to be seen"
    )


@pytest.mark.parametrize("change", ["verb", "number", "signature", "missing"])
def test_a_record_that_was_changed_says_so(space: Client, gil: AtWork, told: Told, change: str) -> None:
    do(space, told, "note", words="One.")
    do(space, told, "note", words="Two.")
    deeds = Deed.objects.filter(desk=gil.desk)
    act = {
        "verb": "UPDATE speakup_deed SET verb = %s WHERE number = 2",
        "number": "UPDATE speakup_deed SET number = %s WHERE number = 2",
        "signature": "UPDATE speakup_deed SET signature = %s WHERE number = 2",
        "missing": "DELETE FROM speakup_deed WHERE number = 2 OR verb = %s",
    }[change]
    value = {"verb": "did nothing", "number": 9, "signature": b"00", "missing": ""}[change]
    with connection.cursor() as cursor:
        unlock_record(cursor)
        cursor.execute(act, [value])
    assert deeds.exists()
    assert "This record was changed from outside" in page(space, "guardian_record")


def test_a_deed_that_some_database_would_refuse_is_refused_by_all(gil: AtWork) -> None:
    with pytest.raises(ValueError, match="longer than the 40 letters"):
        note(verb="x" * 41, by=gil)
    assert [deed.verb for deed in deeds_of(gil.desk)] == ["made keys"]


def unlock_record(cursor) -> None:
    """What somebody with the database in hand would do first."""
    from fanlight.speakup.migrations import _lock_of_record as lock_of_record

    for trigger in lock_of_record.NAMES:
        cursor.execute(lock_of_record.drop(trigger, cursor.db.vendor))


def test_the_database_itself_refuses_to_change_the_record(gil: AtWork) -> None:
    from django.db import DatabaseError, transaction

    for act in (lambda: Deed.objects.update(verb="nothing"), lambda: Deed.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()
    assert [deed.verb for deed in deeds_of(gil.desk)] == ["made keys"]


def test_somebody_else_waits_until_a_guardian_lets_them_in(space: Client, cast: Cast, gil: AtWork) -> None:
    from fanlight.people.actions import give_organisation_role
    from fanlight.people.roles import Role

    trust = cast.hospital.parent
    assert trust
    give_organisation_role(organisation=trust, user=cast.ada, role=Role.GUARDIAN, by=None)
    ada = holding.make_keys(desk=gil.desk, passphrase=PASSPHRASE, by=cast.ada)
    theirs = Client()
    enter(theirs, ada)
    assert "has to let you in" in theirs.get(reverse("guardian")).content.decode()
    told = a_concern(gil.desk)
    assert Concern.objects.get(pk=told.opened.concern.pk).wraps.count() == 1
    typed = {"holder": ada.guardian.public_id, "post": Post.DEPUTY.value}
    space.post(reverse("guardian_people_deed", args=["let-in"]), typed)
    assert "Nothing needs you today" in theirs.get(reverse("guardian")).content.decode()
    assert "Ada Example" in page(space, "guardian_people")
    away = reverse("guardian_people_deed", args=["away"])
    assert "Tick at least one" in space.post(away).content.decode(), "no other guardian would hear"
    space.post(away, {"cover": [ada.guardian.public_id]})
    a_concern(gil.desk, "While Gil is away.")
    assert "While Gil is away." in theirs.get(reverse("guardian")).content.decode()
    assert "While Gil is away." not in page(space, "guardian")
    space.post(reverse("guardian_people_deed", args=["back"]))
    space.post(reverse("guardian_people_deed", args=["hand-over"]), {"holder": ada.guardian.public_id})
    assert "Two things need you" in theirs.get(reverse("guardian")).content.decode()


@pytest.mark.parametrize(
    "deed", ["let-in", "away", "back", "hand-over", "spare", "no-spare", "passphrase", "renew", "leave"]
)
def test_every_deed_of_the_desk_has_its_page(space: Client, cast: Cast, gil: AtWork, deed: str) -> None:
    another(gil.desk, cast.eve, by=gil)
    assert space.get(reverse("guardian_people_deed", args=[deed])).status_code == 200
    assert space.get(reverse("guardian_people_deed", args=["nonsense"])).status_code == 404


def test_a_desk_can_be_closed_and_opened_again(space: Client) -> None:
    space.post(reverse("guardian_people_deed", args=["desk-off"]))
    assert "Nobody listens on this site at the moment" in Client().get("/speak-up/").content.decode()
    assert "Take concerns again" in page(space, "guardian_people")
    space.post(reverse("guardian_people_deed", args=["desk-on"]))
    assert "listens for Northfield Trust" in Client().get("/speak-up/").content.decode()


@pytest.mark.parametrize("deed", ["hand-over", "spare", "let-in", "away"])
def test_where_nobody_is_to_be_chosen_the_page_says_what_would_change_that(space: Client, deed: str) -> None:
    text = page(space, "guardian_people_deed", deed)
    assert "An administrator of your organisation gives somebody the guardian’s role" in text
    assert 'type="radio"' not in text
    assert space.post(reverse("guardian_people_deed", args=[deed]), {"holder": "x"}).status_code in {302, 422}


def test_a_concern_goes_to_nobody_while_nobody_else_is_here(
    space: Client, told: Told, gil: AtWork, cast: Cast
) -> None:
    public_id = told.opened.concern.public_id
    assert "Nobody else is here yet to take it" in page(space, "guardian_deed", public_id, "hand-over")
    assert "The person has not agreed yet" in page(space, "guardian_deed", public_id, "share")
    sam = another(gil.desk, cast.sam, by=gil, post=Post.SPARE)
    assert "You keep a spare key" in page(enter(Client(), sam), "guardian")
    assert cast.sam.name not in page(space, "guardian_deed", public_id, "hand-over"), "Sam only keeps a key"
    eve = another(gil.desk, cast.eve, by=gil)
    assert cast.eve.name in page(space, "guardian_deed", public_id, "hand-over")
    assert "One concern would open to nobody if you left" in page(space, "guardian_people_deed", "leave")
    about = a_concern(gil.desk, "About Eve.", kept_out=frozenset({eve.guardian.public_id}))
    text = page(space, "guardian_deed", about.opened.concern.public_id, "hand-over")
    assert "whom a concern names is never given its keys" in text
    assert "only you can read" not in page(space, "guardian_people").lower()


def test_a_lone_guardian_is_told_what_would_happen_if_they_fell_ill_or_left(space: Client) -> None:
    assert "Only you can read what people told you" in page(space, "guardian_people")
    text = page(space, "guardian_people_deed", "leave")
    assert "You are the only guardian here" in text
    assert "Destroy my keys" not in text, "what would be refused is not offered"

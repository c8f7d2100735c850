"""Changing a plan: while nobody has been asked, by whoever leads, and with nothing half changed."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.surveys.actions import ask_twice, book_debrief, join_round, open_round, schedule_round
from fanlight.surveys.models import Round, State
from fanlight.surveys.tasks import open_due_rounds
from support.worlds import Cast, a_draft, signed_in

pytestmark = pytest.mark.django_db


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).strftime("%d/%m/%Y")


@pytest.fixture
def draft(cast: Cast) -> Round:
    round = a_draft(cast.ward, by=cast.alice, people=24)
    return talk_about(round, cast, in_days=10)


def talk_about(round: Round, cast: Cast, *, in_days: int) -> Round:
    at = timezone.now() + timedelta(days=in_days)
    return book_debrief(round=round, at=at, place="Staff room", facilitator="Fay", by=cast.alice)


def changed(client: Client, round: Round, **values: object) -> tuple[int, str]:
    form = {"people": "30", "opens_on": day(1), "closes_on": day(6), "ways": ["paper", "link"], **values}
    response = client.post(reverse("change_round", args=[round.public_id]), form, follow=True)
    return response.status_code, response.content.decode()


def as_lead(cast: Cast) -> Client:
    return signed_in(cast.alice)


def test_a_draft_gets_other_days_people_and_ways(cast: Cast, draft: Round) -> None:
    client = as_lead(cast)
    address = reverse("change_round", args=[draft.public_id])
    assert address in client.get(reverse("round", args=[draft.public_id])).content.decode()
    assert 'value="24"' in client.get(address).content.decode(), "what was planned stands in the form"
    assert changed(client, draft)[0] == 200
    draft.refresh_from_db()
    assert (draft.people, draft.ways, draft.state) == (30, ["paper", "link"], State.DRAFT)
    assert timezone.localdate(draft.opens_at) == timezone.localdate() + timedelta(days=1)
    assert timezone.localdate(draft.closes_at) == timezone.localdate() + timedelta(days=6)
    line = Entry.objects.get(verb="change_round")
    assert (line.by, line.subject_id) == (cast.alice, draft.public_id)


def test_a_scheduled_round_opens_on_its_new_day(cast: Cast, draft: Round) -> None:
    Round.objects.filter(pk=draft.pk).update(opens_at=timezone.now() + timedelta(days=1))
    schedule_round(round=draft, by=cast.alice)
    assert (
        "Print new ones"
        in as_lead(cast).get(reverse("change_round", args=[draft.public_id])).content.decode()
    )
    changed(as_lead(cast), draft, opens_on=day(3))
    draft.refresh_from_db()
    assert draft.state == State.SCHEDULED
    assert timezone.localdate(draft.opens_at) == timezone.localdate() + timedelta(days=3)
    open_due_rounds()
    draft.refresh_from_db()
    assert draft.state == State.SCHEDULED
    Round.objects.update(opens_at=timezone.now())
    open_due_rounds()
    draft.refresh_from_db()
    assert (draft.state, draft.people) == (State.OPEN, 30)


def test_an_open_round_stays_as_people_were_told(cast: Cast, draft: Round) -> None:
    round = open_round(round=draft, by=cast.alice)
    client = as_lead(cast)
    page = client.get(reverse("round", args=[round.public_id])).content.decode()
    assert reverse("change_round", args=[round.public_id]) not in page
    assert "this stays as they were told" in changed(client, round)[1]
    again = Round.objects.get(pk=round.pk)
    assert (again.people, again.opens_at, again.closes_at) == (24, round.opens_at, round.closes_at)


def test_the_debrief_stays_behind_the_close(cast: Cast, draft: Round) -> None:
    assert "Move the debrief first" in changed(as_lead(cast), draft, closes_on=day(40))[1]
    again = Round.objects.get(pk=draft.pk)
    assert (again.closes_at, again.people) == (draft.closes_at, 24), "and nothing else is changed by halves"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"people": "1"}, "A round needs at least two people."),
        ({"opens_on": day(-3)}, "That day has passed."),
        ({"closes_on": day(1)}, "It has to close on a day after it opens."),
        ({"ways": []}, "Choose at least one way."),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, draft: Round, values: dict[str, object], words: str) -> None:
    status, page = changed(as_lead(cast), draft, **values)
    assert (status, words in page) == (422, True), page


def test_each_of_two_teams_says_how_many_it_is(cast: Cast, draft: Round) -> None:
    join_round(round=draft, team=cast.elsewhere, people=8, by=cast.charlie)
    changed(as_lead(cast), draft, people="20")
    assert Round.objects.get(pk=draft.pk).people == 28
    client = signed_in(cast.charlie)
    assert 'value="8"' in client.get(reverse("change_round", args=[draft.public_id])).content.decode()
    changed(client, draft, people="10")
    again = Round.objects.get(pk=draft.pk)
    assert (again.people, again.sister_people) == (30, 10)


def test_of_two_times_the_first_stays_before_the_second(cast: Cast, draft: Round) -> None:
    later = {
        "opens_at": draft.closes_at + timedelta(days=10),
        "closes_at": draft.closes_at + timedelta(days=20),
    }
    second = ask_twice(round=draft, by=cast.alice, **later)
    assert "The first has to close before it" in changed(as_lead(cast), draft, closes_on=day(45))[1]
    assert "The second has to open after it" in changed(as_lead(cast), second)[1]
    changed(as_lead(cast), draft)
    second.refresh_from_db()
    assert (second.people, second.ways) == (30, ["paper", "link"]), "both times ask the same people"
    draft.refresh_from_db()
    open_round(round=talk_about(draft, cast, in_days=60), by=cast.alice)
    assert "this stays as they were told" in changed(as_lead(cast), second, people="40")[1]

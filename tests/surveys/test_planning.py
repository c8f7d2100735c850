"""Setting a round up in the browser: from nothing to open, and what is refused on the way."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.surveys.actions import NotNow, book_debrief, extend_round, plan_round, schedule_round
from fanlight.surveys.models import Round, State
from fanlight.surveys.tasks import open_due_rounds
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).strftime("%d/%m/%Y")


def plan_form(**changes: object) -> dict[str, object]:
    return {
        "instrument": "fanlight-six",
        "people": "24",
        "opens_on": day(0),
        "closes_on": day(14),
        "ways": ["link", "slips"],
        **changes,
    }


@pytest.fixture
def lead(cast: Cast, client: Client) -> Client:
    client.force_login(cast.alice)
    return client


def plan(client: Client, cast: Cast, **changes: object) -> Round:
    client.post(reverse("plan", args=[cast.ward.public_id]), plan_form(**changes))
    return Round.objects.get(team=cast.ward)


def book(client: Client, round: Round) -> None:
    form = {"day": day(20), "hour": "2.30pm", "place": "Staff room", "facilitator": "Fay"}
    client.post(reverse("debrief_booking", args=[round.public_id]), form)


def test_a_lead_plans_books_and_opens(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast, opens_on=day(0))
    book(lead, round)
    Round.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    lead.post(reverse("open_round", args=[round.public_id]))
    round.refresh_from_db()
    assert (round.state, round.ways) == (State.OPEN, ["link", "slips"])
    assert round.debrief_at is not None
    assert f"{timezone.localtime(round.debrief_at):%H:%M}" == "14:30"


def test_a_booked_debrief_is_there_to_be_changed_and_nothing_of_it_is_lost(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast)
    address = reverse("debrief_booking", args=[round.public_id])
    book(lead, round)
    round.refresh_from_db()
    booked = book_debrief(
        round=round,
        at=round.debrief_at,
        second_at=round.debrief_at + timedelta(days=2),
        place="Staff room",
        facilitator="Fay",
        by=cast.alice,
    )
    page = lead.get(address).content.decode()
    assert "Book it before anybody is asked" not in page
    fields = [
        dict(re.findall(r'(name|value)="([^"]*)"', field)) for field in re.findall(r"<input [^>]*>", page)
    ]
    as_it_stands = {field["name"]: field["value"] for field in fields if field.keys() == {"name", "value"}}
    lead.post(address, {**as_it_stands, "place": "The garden"})
    round.refresh_from_db()
    assert round.debrief_place == "The garden"
    assert (round.debrief_at, round.second_debrief_at) == (booked.debrief_at, booked.second_debrief_at)


def test_a_round_for_later_opens_by_itself(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast, opens_on=day(3))
    book(lead, round)
    lead.post(reverse("open_round", args=[round.public_id]))
    assert Round.objects.get().state == State.SCHEDULED
    open_due_rounds()
    assert Round.objects.get().state == State.SCHEDULED, "its day has not come"
    Round.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    open_due_rounds()
    assert Round.objects.get().state == State.OPEN


def test_opening_without_a_debrief_says_what_to_do(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast)
    response = lead.post(reverse("open_round", args=[round.public_id]), follow=True)
    assert "Book the debrief first" in response.content.decode()
    assert Round.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    ("people", "offered", "not_offered"),
    [
        (
            "6",
            ["Talk, without asking", "together with another team", "adds answers, not people"],
            "Ask twice",
        ),
        ("14", ["Talk, without asking", "together with another team", "Ask twice"], "hear nothing back"),
    ],
)
def test_a_small_team_is_shown_its_ways_before_anything_else(
    lead: Client, cast: Cast, people: str, offered: list[str], not_offered: str
) -> None:
    response = lead.post(reverse("plan", args=[cast.ward.public_id]), plan_form(people=people), follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0].endswith("/small/")
    assert all(words in page for words in offered)
    assert not_offered not in page


def test_a_team_that_is_large_enough_goes_straight_to_the_debrief(lead: Client, cast: Cast) -> None:
    response = lead.post(reverse("plan", args=[cast.ward.public_id]), plan_form(people="24"))
    assert response["Location"].endswith("/debrief/")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closes_on": "31 Febuary"}, "“31 Febuary” is not a date we can read"),
        ({"closes_on": day(-1)}, "on a day after it opens"),
        ({"opens_on": day(-1)}, "That day has passed"),
        ({"opens_on": "31/12/9999", "closes_on": "31/12/9999"}, "more than a year ahead"),
        ({"closes_on": day(90)}, "more than 60 days"),
        ({"people": "one"}, "Type a whole number"),
        ({"people": "1"}, "at least two people"),
        ({"instrument": "sops-hospital-2"}, "Select a valid choice"),
        ({"ways": []}, "Choose at least one way"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(
    lead: Client, cast: Cast, changes: dict[str, object], words: str
) -> None:
    response = lead.post(reverse("plan", args=[cast.ward.public_id]), plan_form(**changes))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Round.objects.exists()


def test_a_pulse_asks_only_what_was_chosen(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast, instrument="fanlight-pulse")
    address = reverse("pulse", args=[round.public_id])
    assert lead.post(address, {"questions": []}).status_code == 422
    assert lead.post(address, {"questions": ["T1", "C1"]}).status_code == 302
    book(lead, round)
    Round.objects.update(opens_at=timezone.now() - timedelta(minutes=1))
    lead.post(reverse("open_round", args=[round.public_id]))
    assert [item.code for item in Round.objects.get().instrument.items] == ["T1", "C1"]


def test_a_pulse_has_five_questions_at_most(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast, instrument="fanlight-pulse")
    six = ["T1", "C1", "J3", "P2", "I2", "V1"]
    response = lead.post(reverse("pulse", args=[round.public_id]), {"questions": six})
    assert "five at most" in response.content.decode()


def test_a_member_may_look_but_not_plan(client: Client, cast: Cast) -> None:
    client.force_login(cast.bob)
    assert client.post(reverse("plan", args=[cast.ward.public_id]), plan_form()).status_code == 403
    assert not Round.objects.exists()


def test_a_team_too_small_for_figures_is_told_before_it_asks(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast, people="6")
    page = lead.get(reverse("open_round", args=[round.public_id])).content.decode()
    assert "no figure could ever be shown" in page
    assert reverse("small_team", args=[round.public_id]) in page


def test_a_round_is_extended_once_and_not_past_its_debrief(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    with pytest.raises(NotNow, match="Move the debrief first"):
        extend_round(round=round, closes_at=round.closes_at + timedelta(days=5), by=cast.alice)
    round = extend_round(round=round, closes_at=round.closes_at + timedelta(days=1), by=cast.alice)
    with pytest.raises(NotNow, match="extended once already"):
        extend_round(round=round, closes_at=round.closes_at + timedelta(days=1), by=cast.alice)


def test_a_plan_can_be_dropped_but_not_a_round(lead: Client, cast: Cast) -> None:
    round = plan(lead, cast)
    lead.post(reverse("drop", args=[round.public_id]))
    assert not Round.objects.exists()
    opened = an_open_round(cast.ward, by=cast.alice)
    response = lead.post(reverse("drop", args=[opened.public_id]), follow=True)
    assert "so it stays" in response.content.decode()


def test_a_round_whose_end_has_passed_is_not_scheduled(cast: Cast) -> None:
    now = timezone.now()
    times = {"opens_at": now - timedelta(days=5), "closes_at": now - timedelta(days=1)}
    round = plan_round(team=cast.ward, instrument_id="fanlight-six", people=20, by=None, **times)
    book_debrief(round=round, at=now, place="Staff room", facilitator="Fay", by=None)
    with pytest.raises(NotNow, match="has passed"):
        schedule_round(round=round, by=None)


def test_the_calendar_file_holds_both_meetings(client: Client, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    at = round.closes_at + timedelta(days=4)
    book_debrief(
        round=round,
        at=at,
        second_at=at + timedelta(hours=9),
        place="Staff room",
        facilitator="Fay",
        by=cast.alice,
    )
    client.force_login(cast.bob)
    calendar = client.get(reverse("debrief_ics", args=[round.public_id])).content.decode()
    assert calendar.count("BEGIN:VEVENT") == 2
    assert f"DTSTART:{at:%Y%m%dT%H%M%SZ}" in calendar, "an hour that needs no table of time zones"
    assert "ATTENDEE" not in calendar


def test_the_promise_is_frozen_with_the_round(client: Client, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    address = reverse("promise", args=[round.door])
    before = client.get(address).content.decode()
    assert "11 people" in before
    assert "cannot stop somebody from answering twice" in before
    Round.objects.update(minimum=20, ways=["paper"])
    assert client.get(address).content.decode() == before


def test_the_promise_of_a_round_that_is_not_open_is_not_there_yet(
    client: Client, lead: Client, cast: Cast
) -> None:
    round = plan(lead, cast)
    assert client.get(reverse("promise", args=[round.door])).status_code == 404

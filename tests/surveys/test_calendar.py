"""The calendar: who is asked when, until when a team rests, and what a lead hears who plans too soon."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.design.english import day
from fanlight.people.actions import add_team, change_asking_rules
from fanlight.surveys.actions import add_other_survey, book_debrief, schedule_round
from fanlight.surveys.models import OtherSurvey, Round
from fanlight.surveys.queries import asking_calendar
from support.worlds import Cast, a_draft, a_released_round, an_open_round, signed_in
from surveys.test_planning import plan_form

pytestmark = pytest.mark.django_db


def plan(cast: Cast, **changes: object) -> object:
    return signed_in(cast.alice).post(reverse("plan", args=[cast.ward.public_id]), plan_form(**changes))


def staff_survey(cast: Cast, days: int = 20) -> OtherSurvey:
    """The trust's people are asked something else, from today on."""
    trust, today = cast.hospital.parent, timezone.localdate()
    assert trust
    return add_other_survey(
        organisation=trust,
        title="NHS Staff Survey",
        begins_on=today,
        ends_on=today + timedelta(days=days),
        by=cast.ada,
    )


def test_planning_too_soon_says_so_and_asks(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)
    before = Round.objects.count()
    response = plan(cast)
    page = response.content.decode()
    assert response.status_code == 422
    assert "better wait until" in page
    assert "ask all the same" in page
    assert Round.objects.count() == before
    assert plan(cast, all_the_same="on").status_code == 302
    assert Entry.objects.filter(verb="plan_round", detail__too_soon=True).count() == 1


def test_a_rested_team_is_not_asked_about_it(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)
    change_asking_rules(organisation=cast.hospital, minimum=None, rest_days=0, by=cast.ada)
    assert plan(cast).status_code == 302


def test_a_pulse_may_come_after_a_quarter_of_the_rest(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)  # it closed two days ago
    change_asking_rules(organisation=cast.hospital, minimum=None, rest_days=8, by=cast.ada)
    assert plan(cast).status_code == 422
    assert plan(cast, instrument="fanlight-pulse").status_code == 302


def test_before_planning_a_lead_reads_when_a_pulse_may_come(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)  # it closed two days ago
    address = reverse("plan", args=[cast.ward.public_id])
    closed = timezone.localdate() - timedelta(days=2)
    for rest, words in (
        (40, f"A pulse can be asked from {day(closed + timedelta(days=10))}."),
        (8, "asked now."),
    ):
        change_asking_rules(organisation=cast.hospital, minimum=None, rest_days=rest, by=cast.ada)
        page = signed_in(cast.alice).get(address).content.decode()
        assert words in page
        assert "tick below" not in page
    assert "A pulse can be asked" not in plan(cast).content.decode(), (
        "the problem is said once, beside its field"
    )


def test_what_comes_soon_after_counts_as_well(cast: Cast) -> None:
    survey = staff_survey(cast)
    OtherSurvey.objects.filter(pk=survey.pk).update(
        begins_on=timezone.localdate() + timedelta(days=30), ends_on=timezone.localdate() + timedelta(days=60)
    )
    response = plan(cast)
    assert response.status_code == 422
    assert "NHS Staff Survey” begins on" in response.content.decode()


def test_the_calendar_shows_open_and_settled_rounds_and_no_drafts(cast: Cast) -> None:
    an_open_round(cast.ward, by=cast.alice)
    other = add_team(organisation=cast.hospital, name="Ward 7", by=None)
    draft = a_draft(other, by=cast.alice)
    page = (
        signed_in(cast.eve).get(reverse("asking_calendar", args=[cast.hospital.public_id])).content.decode()
    )
    assert "One team is being asked now" in page
    assert "Not asked in the past half year, and nothing planned: Ward 7." in page
    at = draft.closes_at + timedelta(days=3)
    book_debrief(round=draft, at=at, place="Here", facilitator="Fay", by=None)
    schedule_round(round=draft, by=None)
    page = (
        signed_in(cast.eve).get(reverse("asking_calendar", args=[cast.hospital.public_id])).content.decode()
    )
    assert "nothing planned" not in page


def test_the_calendar_says_nothing_of_results_or_numbers(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)
    page = (
        signed_in(cast.eve).get(reverse("asking_calendar", args=[cast.hospital.public_id])).content.decode()
    )
    assert "%" not in page.split("<main")[1].split("<svg")[0]
    assert "answered" in page  # only in: never what was answered
    assert "11 to 24" not in page


def test_another_survey_is_put_in_and_taken_out(cast: Cast) -> None:
    client = signed_in(cast.ada)
    address = reverse("calendar_add", args=[cast.hospital.public_id])
    sent = {"title": "Staff survey", "begins_on": "2027-09-20", "ends_on": "2027-11-26"}
    for _ in range(2):
        assert client.post(address, sent).status_code == 302
    survey = OtherSurvey.objects.get()
    away = reverse("calendar_remove", args=[cast.hospital.public_id, survey.public_id])
    assert client.get(away).status_code == 200
    assert OtherSurvey.objects.exists()
    assert client.post(away).status_code == 302
    assert not OtherSurvey.objects.exists()
    assert client.post(away).status_code == 404
    assert Entry.objects.filter(verb__endswith="other_survey", by=cast.ada).count() == 2


def test_a_survey_of_the_trust_cannot_be_taken_out_below_it(cast: Cast) -> None:
    survey = staff_survey(cast)
    away = reverse("calendar_remove", args=[cast.hospital.public_id, survey.public_id])
    assert signed_in(cast.ada).post(away).status_code == 404
    page = (
        signed_in(cast.ada).get(reverse("asking_calendar", args=[cast.hospital.public_id])).content.decode()
    )
    assert "NHS Staff Survey" in page
    assert away not in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"title": "", "begins_on": "2027-01-01", "ends_on": "2027-01-02"}, "Say what it is called"),
        ({"title": "x", "begins_on": "2027-01-03", "ends_on": "2027-01-02"}, "cannot end before it begins"),
        ({"title": "x", "begins_on": "0001-01-03", "ends_on": "9999-01-02"}, "of this century"),
    ],
)
def test_a_survey_that_cannot_be_is_refused(cast: Cast, sent: dict[str, str], words: str) -> None:
    response = signed_in(cast.ada).post(reverse("calendar_add", args=[cast.hospital.public_id]), sent)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_many_teams_take_no_more_questions(cast: Cast) -> None:
    numbers = []
    for _ in range(2):
        for number in range(Round.objects.count(), Round.objects.count() + 4):
            an_open_round(
                add_team(organisation=cast.hospital, name=f"Ward {number + 20}", by=None), by=cast.alice
            )
        with CaptureQueriesContext(connection) as asked:
            assert len(asking_calendar(cast.hospital).teams) > 4
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 7

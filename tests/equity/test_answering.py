"""A whole organisation is asked: planning, answering in two steps, the results, and whatever may go wrong."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.equity.actions import open_fair_round, release_fair_round
from fanlight.equity.models import FairRound, SealedForm, State
from fanlight.equity.pages.answering import where_from
from fanlight.equity.pages.handing_out import good_days
from fanlight.equity.tasks import close_due_fair_rounds
from fanlight.surveys.keys import destroy_key
from support.fairness import PURPOSE, a_fair_draft, an_open_fair_round, answer_as, with_teams
from support.paper import pages_of
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db
ALL = {f"F{number}": "4" for number in range(1, 7)}


def at(name: str, round: FairRound) -> str:
    return reverse(
        name, args=[round.public_id if name.startswith("fair_") and name not in DOORS else round.door]
    )


DOORS = {"fair_thanks", "fair_results"}


def test_an_administrator_plans_looks_it_over_and_opens(cast: Cast) -> None:
    with_teams(cast.hospital)
    ada = signed_in(cast.ada)
    values = {
        "characteristic": "ethnic-group",
        "purpose": PURPOSE,
        "people": "420",
        "closes_on": (timezone.localdate() + timedelta(days=10)).isoformat(),
    }
    response = ada.post(reverse("fairness", args=[cast.hospital.public_id]), values)
    round = FairRound.objects.get()
    assert response["Location"] == at("fair_round", round)
    assert Client().get(at("fair", round)).status_code == 404, "nobody answers a draft"
    ada.post(at("fair_open", round))
    round.refresh_from_db()
    assert round.state == State.OPEN
    assert round.about["as_of"] == "2025-03-18"
    verbs = list(
        Entry.objects.filter(subject="equity.fairround").order_by("pk").values_list("verb", flat=True)
    )
    assert verbs == ["plan_fair_round", "open_fair_round"]
    ada.post(at("fair_open", round))
    assert Entry.objects.filter(verb="open_fair_round").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("characteristic", "star-sign", "Select a valid choice"),
        ("purpose", "Because.", "Say a little more"),
        ("people", "12", "at least 50 people"),
        ("closes_on", "2020-01-01", "from tomorrow on"),
        ("closes_on", "soon", "not a date"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(cast: Cast, field: str, value: str, words: str) -> None:
    with_teams(cast.hospital)
    values = {"characteristic": "ethnic-group", "purpose": PURPOSE, "people": "420"}
    values["closes_on"] = (timezone.localdate() + timedelta(days=10)).isoformat()
    response = signed_in(cast.ada).post(
        reverse("fairness", args=[cast.hospital.public_id]), {**values, field: value}
    )
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not FairRound.objects.exists()


def test_the_question_about_oneself_is_a_step_of_its_own_with_its_purpose(cast: Cast) -> None:
    round, phone = an_open_fair_round(cast.hospital, by=cast.ada), Client()
    first = phone.get(at("fair", round)).content.decode()
    assert "Gypsy" not in first
    assert "Which team you work in is not asked and not kept." in first
    second = phone.post(at("fair", round), ALL).content.decode()
    assert PURPOSE in second
    assert "White: Gypsy or Irish Traveller" in second
    assert "I would rather not say" in second
    assert "You may leave this out." in second
    assert not SealedForm.objects.exists(), "nothing is kept before it is sent"


@pytest.mark.parametrize("about", [{"about": "9"}, {"about": "19"}, {}])
def test_it_is_sent_with_or_without_saying_anything_of_oneself(cast: Cast, about: dict[str, str]) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    response = Client().post(at("fair", round), {**ALL, **about, "send": "yes", "ballot": "b"}, follow=True)
    assert "Thank you" in response.content.decode()
    assert SealedForm.objects.count() == 1
    assert not response.cookies


def test_the_same_page_sent_twice_counts_once(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    for _ in range(2):
        for number in range(11):
            Client().post(at("fair", round), {**ALL, "about": "0", "send": "yes", "ballot": f"b{number}"})
    release_fair_round(round=round)
    round.refresh_from_db()
    assert round.document["figures"]["respondents"][0] == 11


def test_going_back_keeps_what_was_answered(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    page = Client().post(at("fair", round), {**ALL, "ballot": "mine", "back": "yes"}).content.decode()
    assert page.count("checked") == 6
    assert 'value="mine"' in page


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({}, "Nothing is filled in yet"),
        ({"F1": "77"}, "Choose one of the answers shown"),
        ({**ALL, "send": "yes", "about": "Martian"}, "Choose one of the answers shown"),
    ],
)
def test_bad_input_is_said_and_not_kept(cast: Cast, sent: dict[str, str], words: str) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    response = Client().post(at("fair", round), sent)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not SealedForm.objects.exists()


def test_everybody_sees_the_same_results_and_nobody_before(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, {0: 120, 9: 30, 10: 25, 15: 4})
    for client in (Client(), signed_in(cast.ada)):
        assert client.get(at("fair_results", round)).status_code == 404
    FairRound.objects.update(closes_at=timezone.now())
    close_due_fair_rounds()
    page = Client().get(at("fair_results", round)).content.decode()
    assert page == signed_in(cast.ada).get(at("fair_results", round)).content.decode()
    assert "Asian or Asian British: Indian" in page
    assert "Not shown by themselves" in page
    assert PURPOSE in page
    assert "Ward" not in page
    assert "What is your ethnic group?" in page
    assert page.count("The same as a table") == page.count("<caption") == 6, "each picture has its table"
    assert "Share who said no to “I was treated badly at work because of who I am”" in page
    assert "England and Wales. Elsewhere in the United Kingdom people are counted otherwise." in page
    assert Client().post(at("fair", round), ALL).status_code == 410
    assert "See the results" in Client().get(at("fair", round)).content.decode()


def test_too_few_answers_show_nothing_and_say_so(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, {0: 6})
    release_fair_round(round=round)
    page = Client().get(at("fair_results", round)).content.decode()
    assert "Too few people answered" in page
    assert "%" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_round_whose_key_is_lost_can_only_be_withdrawn(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, {0: 20})
    destroy_key(round)
    FairRound.objects.update(closes_at=timezone.now())
    close_due_fair_rounds()
    round.refresh_from_db()
    assert round.state == State.OPEN
    ada = signed_in(cast.ada)
    assert "nobody will have read it" in ada.get(at("fair_withdraw", round)).content.decode()
    ada.post(at("fair_withdraw", round))
    assert not SealedForm.objects.exists()
    assert "did not take place" in Client().get(at("fair", round)).content.decode()


def test_a_draft_may_be_withdrawn_and_what_is_over_may_not(cast: Cast) -> None:
    ada, round = signed_in(cast.ada), a_fair_draft(cast.hospital, by=cast.ada)
    ada.post(at("fair_withdraw", round))
    other = an_open_fair_round(cast.hospital, by=cast.ada)
    release_fair_round(round=other)
    ada.post(at("fair_withdraw", other))
    states = dict(FairRound.objects.values_list("pk", "state"))
    assert states == {round.pk: State.WITHDRAWN, other.pk: State.RELEASED}


def test_what_is_handed_out_says_the_same_to_everybody(cast: Cast) -> None:
    round, ada = an_open_fair_round(cast.hospital, by=cast.ada), signed_in(cast.ada)
    page = ada.get(at("fair_round", round)).content.decode()
    assert page.count(f"/fair/{round.door}/</p>") == 2, "in the invitation and in the reminder"
    assert "We do not know who has answered and who has not." in page
    assert "If you have answered already: thank you." in page
    assert "Good days for a reminder: " in page
    response = ada.get(at("fair_poster", round))
    assert response["Content-Type"] == "application/pdf"
    cast.hospital.name = "Northfield and Southfield University Hospitals NHS Foundation Trust, all sites"
    cast.hospital.save()
    assert pages_of(ada.get(at("fair_poster", round)).content) == 1, "it hangs on a wall"


def test_there_is_nothing_to_hand_out_before_the_opening_and_after_the_close(cast: Cast) -> None:
    round, ada = a_fair_draft(cast.hospital, by=cast.ada), signed_in(cast.ada)
    for state in (State.DRAFT, State.RELEASED):
        if state == State.RELEASED:
            open_fair_round(round=round, by=cast.ada)
            release_fair_round(round=round)
        assert ada.get(at("fair_poster", round))["Location"] == at("fair_round", round)
        assert "to copy" not in ada.get(at("fair_round", round)).content.decode()


def test_no_reminder_is_proposed_for_a_day_that_is_over_or_too_late(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    round.closes_at = timezone.now() + timedelta(hours=3)
    assert good_days(round) == ""


def test_it_is_said_where_a_list_is_the_one_in_use(cast: Cast) -> None:
    ethnic, lasting = "England and Wales", "long-lasting-condition"
    planning = signed_in(cast.ada).get(reverse("fairness", args=[cast.hospital.public_id])).content.decode()
    assert f"Ethnic group (the list for {ethnic})" in planning
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    about = Client().post(at("fair", round), ALL).content.decode()
    assert f"The list of answers is of 18 March 2025, for {ethnic}." in about
    round.about |= {"as_of": "2020-06-18", "covers": "", "id": lasting}
    assert where_from(round) == "The list of answers is of 18 June 2020."

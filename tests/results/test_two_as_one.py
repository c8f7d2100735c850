"""Two rounds, or two teams, with one release: once, for both, and nothing of either by itself. Written as attacks."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fanlight.improvement.models import AgreedAction
from fanlight.measure.disclosure import (
    EVERYBODY,
    FLOOR,
    Bounded,
    Counted,
    NotAgain,
    Policy,
    Question,
    Shape,
    Shown,
    Withheld,
    release,
)
from fanlight.people.models import User
from fanlight.responses.actions import put_in_urn
from fanlight.responses.documents import form_pdf, poster_pdf
from fanlight.responses.models import Answer, SealedAnswer
from fanlight.results.actions import close_and_release, release_round
from fanlight.results.models import Release
from fanlight.results.queries import released
from fanlight.results.tasks import close_due_rounds, end_what_waits_in_vain, make_missing_releases
from fanlight.surveys.actions import NotNow, ask_twice, close_round, drop_round, extend_round, open_round
from fanlight.surveys.keys import has_key
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import frozen_policy
from fanlight.surveys.queries.together import _policy
from results.pdf_reader import structure
from support.two import a_joint_round, a_round_asked_twice, asked_twice_and_released, forms, open_second
from support.worlds import Cast, a_draft, fill_urn, signed_in

pytestmark = pytest.mark.django_db
YES_NO = Shape(frozenset({"one", "two"}), (Question("q", ("no", "yes"), frozenset({1})),))


def inside(page: str) -> str:
    """The page without its frame, in which there is a random number for forms."""
    return page.partition("<main")[2].partition("</main>")[0]


def page(user: User, name: str, round: Round) -> str:
    response = signed_in(user).get(reverse(name, args=[round.public_id]))
    assert response.status_code == 200
    return response.content.decode()


def test_the_first_of_two_shows_nothing_and_stays_sealed(cast: Cast) -> None:
    first, _ = a_round_asked_twice(cast.ward, by=cast.alice)
    for form in forms(first, 12):  # enough for a release by itself
        put_in_urn(round=first, form=form)
    Round.objects.filter(pk=first.pk).update(closes_at=timezone.now())
    close_due_rounds()
    make_missing_releases()
    release_round(round=first)
    first.refresh_from_db()
    assert (first.state, Release.objects.count(), Answer.objects.count()) == (State.CLOSED, 0, 0)
    assert SealedAnswer.objects.filter(round=first).count() == 12
    assert has_key(first)
    assert "No results yet" in page(cast.bob, "results", first)
    seen = page(cast.bob, "round", first)
    assert "The first time has closed" in seen
    assert "Up to 10" not in seen
    assert "11 to 24" not in seen


@pytest.mark.django_db(transaction=True)
def test_both_come_together_once_and_nothing_is_left_of_either(cast: Cast) -> None:
    first, second = asked_twice_and_released(cast.ward, by=cast.alice)
    assert (first.state, second.state) == (State.RELEASED, State.RELEASED)
    assert (Release.objects.count(), SealedAnswer.objects.count()) == (1, 0)
    assert not has_key(first)
    assert not has_key(second)
    assert set(Answer.objects.values_list("round", flat=True)) == {second.pk}, "nothing tells the times apart"
    assert Answer.objects.count() == 13
    assert inside(page(cast.bob, "results", first)) == inside(page(cast.bob, "results", second))
    seen = page(cast.bob, "results", second)
    assert "11 to 24 answers came, over two times of asking" in seen
    assert "fewer than 11 answers of both times together" in seen


def test_how_the_answers_are_divided_between_the_two_times_cannot_be_told(cast: Cast) -> None:
    """Whoever came the first time and whoever came the second: the release is the same, to the letter."""
    documents = []
    for answers in ((13, 0), (7, 6), (1, 12)):
        _, second = asked_twice_and_released(cast.ward, by=cast.alice, answers=answers)
        document = Release.objects.get(round=second).document
        documents.append({key: value for key, value in document.items() if key not in {"rounds", "seal"}})
        Round.objects.update(
            opens_at=timezone.now() - timedelta(days=900), closes_at=timezone.now() - timedelta(days=800)
        )
    assert documents[0] == documents[1] == documents[2]


def test_what_both_teams_see_is_not_said_to_be_one_teams_alone(cast: Cast) -> None:
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    both = "Ward 6 and Willow House"
    asked = Client().get(reverse("respond", args=[round.door])).text
    assert f"Everybody in {both} sees the results at the same moment." in asked
    assert structure(poster_pdf(round)).all_words.count(both) == 2
    assert structure(form_pdf(round)).all_words.startswith(f"How is it to work in {both}?")
    for form in forms(round, 13):
        put_in_urn(round=round, form=form)
    close_and_release(round=round)
    for user, team in ((cast.alice, cast.ward), (cast.charlie, cast.elsewhere)):
        home = signed_in(user).get(reverse("team_home", args=[team.public_id])).text
        assert re.search(r"came to everybody in [\w ]+ and [\w ]+ at once, and nobody else", home)


def test_as_many_people_must_differ_as_in_a_single_round(cast: Cast) -> None:
    """Ten of thirteen answers agree. The three others may be two people's, of whom one answered twice.

    By the rule for a single round three who differ are three people, and the figure is shown.
    """
    counted = Counted.from_leaves(YES_NO, {EVERYBODY: (13, [[3, 10]])}, {EVERYBODY: 28})
    naive = release(counted, Policy()).result().question("q").positive
    assert isinstance(naive, Shown), "the attack succeeds on the rule for a single round"
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    ours = frozen_policy(second)
    assert ours == frozen_policy(first)
    assert isinstance(release(counted, ours).result().question("q").positive, Bounded)


@given(minimum=st.integers(FLOOR, 900))
def test_two_times_of_asking_never_describe_fewer_people_than_the_floor(minimum: int) -> None:
    first, second = Round(minimum=minimum), Round(minimum=minimum)
    least_answers = _policy((first, second), 0).minimum
    least_people = -(-least_answers // 2)  # everybody answered both times
    assert least_people >= FLOOR
    assert least_answers >= minimum


def test_too_few_answers_over_both_times_show_nothing(cast: Cast) -> None:
    _, second = asked_twice_and_released(cast.ward, by=cast.alice, answers=(5, 5))
    found = released(second)
    assert found
    assert isinstance(found.result().respondents, Withheld)


def test_a_release_is_not_made_again_by_any_way(cast: Cast) -> None:
    first, second = asked_twice_and_released(cast.ward, by=cast.alice)
    for round in (first, second):
        release_round(round=round)
    assert Release.objects.count() == 1
    Round.objects.filter(pk=second.pk).update(state=State.CLOSED)
    with pytest.raises(NotAgain):
        release_round(round=second)
    Round.objects.filter(pk=first.pk).update(state=State.CLOSED)
    release_round(round=first)
    assert Release.objects.count() == 1


def test_asking_twice_is_no_way_around_the_smallest_group(cast: Cast) -> None:
    draft = a_draft(cast.ward, by=cast.alice, people=8)
    times = {
        "opens_at": timezone.now() + timedelta(days=60),
        "closes_at": timezone.now() + timedelta(days=70),
    }
    with pytest.raises(NotNow, match="answers, not people"):
        ask_twice(round=draft, by=cast.alice, **times)


def test_the_second_asks_what_the_first_asked_and_by_the_stricter_rule(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    Round.objects.filter(pk=first.pk).update(minimum=13)
    second = open_second(first, second)
    first.refresh_from_db()
    assert second.questionnaire == first.questionnaire
    assert second.minimum == 13


def test_the_promise_of_both_says_so(client: Client, cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    for round in (first, open_second(first, second)):
        text = client.get(reverse("promise", args=[round.door])).content.decode()
        assert "Neither is ever shown by itself" in text
        assert "as few as 6 people" in text


def test_the_first_time_has_to_end_before_the_second_begins(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    with pytest.raises(NotNow, match="has to close before"):
        extend_round(round=first, closes_at=second.opens_at + timedelta(days=1), by=cast.alice)


def test_the_second_is_not_dropped_once_people_have_answered_the_first(cast: Cast) -> None:
    _, second = a_round_asked_twice(cast.ward, by=cast.alice)
    with pytest.raises(NotNow, match="so it stays"):
        drop_round(round=second, by=cast.alice)


def test_a_lead_who_stops_after_the_first_deletes_it_unread(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    fill_urn(first, 13)
    close_round(round=first, by=None)
    address = reverse("end_unread", args=[first.public_id])
    assert signed_in(cast.bob).post(address).status_code == 403
    assert signed_in(cast.charlie).post(address).status_code == 404
    assert "deleted unread" in signed_in(cast.alice).get(address).content.decode()
    assert SealedAnswer.objects.count() == 13
    for _ in range(2):
        assert signed_in(cast.alice).post(address).status_code == 302
    first.refresh_from_db()
    assert (first.state, first.is_unread) == (State.RELEASED, True)
    assert not Round.objects.filter(pk=second.pk).exists()
    assert not SealedAnswer.objects.exists()
    assert not Answer.objects.exists()
    assert "deleted unread" in page(cast.bob, "results", first)


def test_after_the_second_has_opened_it_cannot_be_ended(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    fill_urn(first, 5)
    open_second(first, second)
    signed_in(cast.alice).post(reverse("end_unread", args=[first.public_id]))
    assert SealedAnswer.objects.filter(round=first).count() == 5


def test_what_waits_for_a_round_that_never_came_is_deleted_unread(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    fill_urn(first, 13)
    close_round(round=first, by=None)
    end_what_waits_in_vain()
    assert SealedAnswer.objects.count() == 13
    gone = timezone.now() - timedelta(days=1)
    Round.objects.filter(pk=second.pk).update(opens_at=gone - timedelta(days=9), closes_at=gone)
    end_what_waits_in_vain()
    first.refresh_from_db()
    assert (first.is_unread, SealedAnswer.objects.count(), Answer.objects.count()) == (True, 0, 0)


def test_two_teams_read_one_release_and_agree_each_for_itself(cast: Cast) -> None:
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    fill_urn(round, 12)
    close_and_release(round=round)
    assert Release.objects.count() == 1
    seen = [page(user, "results", round) for user in (cast.bob, cast.charlie)]
    assert all("11 or more of 14 people" in each for each in seen)
    assert signed_in(cast.dana).get(reverse("results", args=[round.public_id])).status_code == 404
    assert signed_in(cast.eve).get(reverse("results_data", args=[round.public_id])).status_code == 403
    agreed = {"what": "A huddle at seven", "first_step": "Try it", "who": "us", "look_again_on": "2027-06-01"}
    signed_in(cast.charlie).post(reverse("agree", args=[round.public_id]), agreed)
    assert AgreedAction.objects.get().team == cast.elsewhere
    assert "A huddle at seven" in page(cast.bob, "outcome", round)
    assert "Ward 6 and Willow House" in Client().get(reverse("we_did", args=[round.door])).content.decode()


def test_nothing_of_an_answer_tells_which_team_it_came_from() -> None:
    assert {field.name for field in Answer._meta.get_fields()} == {"id", "round", "codes"}


def test_the_second_does_not_open_before_the_first(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    Round.objects.filter(pk=first.pk).update(questionnaire=None, state=State.DRAFT)
    with pytest.raises(NotNow, match="Open the first"):
        open_round(round=second, by=None)

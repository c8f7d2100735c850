"""The promise page: only what concerns those who answer, in sentences that need no explaining."""

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.audit.data_map import About, data_map
from fanlight.measure.disclosure import Policy
from fanlight.results.actions import close_and_release
from fanlight.surveys.models import Round, Way
from fanlight.surveys.promise import KEPT_OF_ANSWERS, from_json
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice)


def said(round: Round, heading: str) -> tuple[str, ...]:
    return next(section.sentences for section in from_json(round.promise or []) if section.heading == heading)


def test_all_that_is_kept_of_an_answer_is_said_and_nothing_else(round: Round) -> None:
    kept = said(round, "What is kept")
    assert any("Your answers, shuffled among everybody’s" in sentence for sentence in kept)
    assert any("Your comment as you wrote it" in sentence for sentence in kept)
    for stranger in ("guardian", "concern", "board", "characteristic", "chose to say of themselves"):
        assert stranger not in str(kept)


def test_no_table_of_the_answers_can_be_forgotten() -> None:
    about_answers = {kept.table for kept in data_map() if kept.about is About.SEALED}
    assert {table for table in about_answers if table.startswith("responses.")} <= set(KEPT_OF_ANSWERS)
    assert set(KEPT_OF_ANSWERS) <= about_answers, "a table of this name is gone"


def test_codes_are_spoken_of_only_where_there_are_slips(round: Round, cast: Cast) -> None:
    assert "code" not in str(said(round, "What is kept"))
    assert "code has been used, and not for which answers: until the round closes." in str(
        said(an_open_round(cast.elsewhere, by=cast.alice, ways=[Way.SLIPS]), "What is kept")
    )


def test_what_is_held_back_is_said_in_sentences_for_everybody(client: Client, round: Round) -> None:
    page = client.get(reverse("promise", args=[round.door])).content.decode()
    assert [rule.promise for rule in Policy().thresholds()] == list(said(round, "What is held back"))
    assert "Nothing is shown of fewer than 11 people." in page
    for rule in Policy().thresholds():
        assert f"{rule.name}: " not in page
        assert rule.promise.endswith(".")


def test_after_the_close_it_leads_to_what_came_of_it(client: Client, round: Round) -> None:
    address = reverse("promise", args=[round.door])
    assert f'href="{reverse("respond", args=[round.door])}">Back to the questions' in client.get(address).text
    close_and_release(round=round)
    assert f'href="{reverse("we_did", args=[round.door])}">What came of it' in client.get(address).text


@pytest.mark.parametrize("minimum", [5, 15, 40])
def test_the_sentences_follow_the_rules(minimum: int) -> None:
    policy = Policy(minimum=minimum, exceptions=3)
    words = " ".join(rule.promise for rule in policy.thresholds())
    assert f"fewer than {minimum} people" in words
    assert f"fewer than {minimum} of you answered" in words
    assert "Where 3 of you or fewer" in words
    assert str(policy.band(minimum)) in words

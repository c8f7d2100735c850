"""The kit for a debrief: made from the team's own release, useful without one, and open to the team alone."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.pages.kit import discussion_page, kit_page
from fanlight.debriefs.pages.prompting import prompts_for
from fanlight.debriefs.queries import Topics, topics_of
from fanlight.guide.queries import Focus, load_guide
from fanlight.surveys.models import Round
from support.worlds import Cast, a_released_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db


def kit(round: Round) -> str:
    return reverse("debrief_kit", args=[round.public_id])


def test_a_member_who_does_not_lead_has_the_whole_kit(released: Round, cast: Cast) -> None:
    text = signed_in(cast.bob).get(kit(released)).content.decode()
    for words in ("The agenda", "To read aloud", "Ground rules", "Going well", "Worth talking about"):
        assert words in text


def test_a_stranger_gets_404(released: Round, cast: Cast) -> None:
    assert signed_in(cast.charlie).get(kit(released)).status_code == 404


def test_a_colleague_outside_the_team_gets_403(released: Round, cast: Cast) -> None:
    assert signed_in(cast.eve).get(kit(released)).status_code == 403


def test_a_kit_cannot_be_posted_to(released: Round, cast: Cast) -> None:
    assert signed_in(cast.bob).post(kit(released)).status_code == 405


def test_opening_it_twice_gives_the_same_page(released: Round) -> None:
    first, second = (kit_page(released, topics_of(released), minutes=45, focus=None) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("asked", "given"), [("30", 30), ("60", 60), ("59", 45), ("", 45), ("soon", 45), ("9", 30)]
)
def test_the_agenda_fits_into_the_time_there_is(asked: str, given: int, released: Round, cast: Cast) -> None:
    text = signed_in(cast.bob).get(kit(released), {"minutes": asked}).content.decode()
    assert f"All you need to talk for {given} minutes" in text


def test_the_parts_of_the_agenda_follow_each_other_to_the_last_minute(released: Round) -> None:
    page = kit_page(released, topics_of(released), minutes=60, focus=None)
    assert [part.begins for part in page.parts[1:]] == [part.ends for part in page.parts[:-1]]
    assert page.parts[-1].ends == 60


def test_no_card_is_offered_twice_and_each_fits_its_topic(released: Round) -> None:
    topics = topics_of(released)
    offered = prompts_for(topics.all)
    slugs = [card.slug for prompts in offered.values() for card in prompts.cards]
    assert len(slugs) == len(set(slugs))
    for topic in topics.worth_talking_about:
        assert 2 <= len(offered[topic.code].cards) <= 3
        assert {card.focus for card in offered[topic.code].cards} == {topic.focus}


def test_a_topic_leads_to_cards_on_its_own_theme_first(released: Round) -> None:
    topics = topics_of(released)
    first = topics.all[0]
    theme = load_guide().theme_of_item(first.code)
    if load_guide().cards_for(theme=theme.id, focus=theme.focus):
        assert theme.id in prompts_for([first])[first.code].cards[0].themes


def test_a_round_that_is_open_shows_no_topic_of_its_own(cast: Cast) -> None:
    is_open = an_open_round(cast.ward, by=cast.alice)
    text = signed_in(cast.alice).get(kit(is_open)).content.decode()
    assert "Nobody can see any result yet" in text
    assert "Going well" not in text
    assert reverse("screen", args=[is_open.public_id, 1]) not in text


def test_too_few_answers_make_a_kit_without_figures(cast: Cast) -> None:
    few = a_released_round(cast.ward, by=cast.alice, people=20, answers=4)
    page = kit_page(few, topics_of(few), minutes=45, focus=Focus.CIVILITY)
    assert page.note.startswith("Too few people answered")
    assert [topic.title for topic in page.talking] == ["Civility"]
    assert all(card.focus is Focus.CIVILITY for card in page.talking[0].prompts.cards)


@pytest.mark.parametrize("focus", Focus)
def test_a_small_team_talks_about_any_focus_without_a_round(focus: Focus, cast: Cast) -> None:
    page = discussion_page(cast.ward, (), minutes=30, focus=focus)
    assert [choice.is_chosen for choice in page.focuses].count(True) == 1
    assert len(page.talking[0].prompts.cards) >= 2


def test_a_focus_that_does_not_exist_is_answered_with_the_first(cast: Cast) -> None:
    text = signed_in(cast.bob).get(reverse("discussion", args=[cast.ward.public_id]), {"focus": "zeal"})
    assert "Teamwork" in text.content.decode()


@pytest.mark.parametrize(
    ("later", "again"),
    [
        (timedelta(hours=7), "and again at 9pm,"),
        (timedelta(days=3), "and again on Monday 14 December at 2pm,"),
    ],
)
def test_the_kit_says_when_and_where_for_both_meetings(later: timedelta, again: str, released: Round) -> None:
    released.debrief_at = timezone.make_aware(datetime(2026, 12, 11, 14))  # noqa: DTZ001 (made aware at once)
    released.second_debrief_at = released.debrief_at + later
    meeting = kit_page(released, Topics(), minutes=30, focus=None).meeting
    assert meeting.startswith(f"Friday 11 December at 2pm {again} {released.debrief_place}, with ")


def test_a_team_without_results_is_led_to_the_cards_from_its_home(cast: Cast) -> None:
    text = signed_in(cast.charlie).get(reverse("team_home", args=[cast.elsewhere.public_id])).content.decode()
    assert reverse("discussion", args=[cast.elsewhere.public_id]) in text


def test_a_team_with_results_is_led_to_the_kit_from_its_home(released: Round, cast: Cast) -> None:
    text = signed_in(cast.bob).get(reverse("team_home", args=[cast.ward.public_id])).content.decode()
    assert kit(released) in text


@pytest.mark.parametrize("minutes", [30, 45, 60])
def test_an_agenda_without_figures_speaks_of_cards_and_of_no_answers(
    minutes: int, released: Round, cast: Cast
) -> None:
    without = discussion_page(cast.ward, (), minutes=minutes, focus=None)
    told = " ".join(f"{part.do} {part.say}" for part in without.parts)
    assert "card" in told
    assert not any(words in told for words in ("stood out", "answer", "strength", "topic", "surprise"))
    figures = kit_page(released, topics_of(released), minutes=minutes, focus=None)
    assert "what stood out" in " ".join(part.do for part in figures.parts)
    assert [part.title for part in figures.parts] == [part.title for part in without.parts]


def test_where_nobody_was_asked_nothing_that_is_read_aloud_speaks_of_answers(
    released: Round, cast: Cast
) -> None:
    without = discussion_page(cast.ward, (), minutes=45, focus=None)
    told = " ".join((*without.opening, *(f"{rule.rule} {rule.why}" for rule in without.ground_rules)))
    assert "answer" not in told
    figures = kit_page(released, topics_of(released), minutes=45, focus=None)
    assert "our own answers" in " ".join(figures.opening)
    assert [rule.id for rule in figures.ground_rules if rule not in without.ground_rules] == ["no-guessing"]

"""Find your way in: is the menu sorted by the rule, whole, with the reasons said?"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.guide.queries import Favour, Strength, Suggestion, TimeTogether, load_guide

GUIDE = load_guide()
CHOICES = st.fixed_dictionaries(
    {},
    optional={q.id: st.sampled_from([answer.id for answer in q.answers]) for q in GUIDE.questions},
)


def test_there_are_five_questions() -> None:
    assert len(GUIDE.questions) == 5


@settings(deadline=None)
@given(CHOICES)
def test_nothing_is_left_out_whatever_the_answers(chosen: dict[str, str]) -> None:
    slugs = [suggestion.idea.slug for suggestion in GUIDE.sorted_for(chosen)]
    assert sorted(slugs) == sorted(idea.slug for idea in GUIDE.ideas)


@settings(deadline=None)
@given(CHOICES)
def test_points_are_the_sum_of_the_reasons_and_fall(chosen: dict[str, str]) -> None:
    suggestions = GUIDE.sorted_for(chosen)
    assert all(s.points == sum(reason.points for reason in s.reasons) for s in suggestions)
    points = [suggestion.points for suggestion in suggestions]
    assert points == sorted(points, reverse=True)


@settings(deadline=None)
@given(CHOICES)
def test_a_further_answer_never_takes_points_away(chosen: dict[str, str]) -> None:
    before = {s.idea.slug: s.points for s in GUIDE.sorted_for({})}
    after = {s.idea.slug: s.points for s in GUIDE.sorted_for(chosen)}
    assert all(after[slug] >= before[slug] for slug in before)


@settings(deadline=None)
@given(CHOICES.filter(bool))
def test_of_equal_ideas_the_better_tested_come_first(chosen: dict[str, str]) -> None:
    places = [(-s.points, list(Strength).index(s.idea.strength)) for s in GUIDE.sorted_for(chosen)]
    assert places == sorted(places)


def test_without_answers_the_menu_keeps_the_order_of_the_guide() -> None:
    assert [suggestion.idea for suggestion in GUIDE.sorted_for({})] == list(GUIDE.ideas)


def test_every_answer_moves_something_and_says_why() -> None:
    for question in GUIDE.questions:
        for answer in question.answers:
            moved = [s for s in GUIDE.sorted_for({question.id: answer.id}) if s.points]
            assert moved, answer.id
            assert all(reason.because.endswith(".") for s in moved for reason in s.reasons)


def test_a_team_without_time_is_offered_what_needs_no_meeting() -> None:
    first: Suggestion = GUIDE.sorted_for({"time-together": "none"})[0]
    assert first.idea.time is TimeTogether.IN_PASSING
    assert first.reasons[0].answer == "None. We pass each other at the door"


def test_an_unknown_answer_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        GUIDE.sorted_for({"time-together": "a-fortnight"})


def test_a_favour_must_name_something() -> None:
    with pytest.raises(ValueError, match="name at least one"):
        Favour(points=1, because="Because.")

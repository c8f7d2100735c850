"""A coach sees where many teams stand, what they ask, and the charts that they share. Nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import day
from fanlight.design.mark import Step
from fanlight.improvement.actions import move_action, put_figures
from fanlight.improvement.models import Progress
from fanlight.people.actions import add_team
from fanlight.surveys.models import Round
from fanlight.team.actions import say_helped, write_message
from fanlight.team.models import Message
from fanlight.team.queries.coaching import coached, coached_teams
from support.changes import a_cycle, a_measure, an_action, weeks
from support.two import a_joint_round
from support.worlds import Cast, a_draft, a_released_round, a_scheduled_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db

SECRET = "Only the team knows this"


def seen_by_coach(cast: Cast) -> str:
    client = signed_in(cast.eve)
    both = (reverse("coaching"), reverse("coached_team", args=[cast.ward.public_id]))
    return "".join(client.get(address).content.decode() for address in both)


def test_a_coach_sees_the_teams_below_and_no_others(cast: Cast) -> None:
    assert [one.team for one in coached_teams(cast.eve)] == [cast.ward]
    assert coached_teams(cast.charlie) == ()
    for user in (cast.sam, cast.ada, cast.gil):
        assert coached_teams(user) == (), "not everybody above a team coaches it"


def test_the_stage_and_the_last_day_are_told(cast: Cast) -> None:
    assert coached(cast.ward).last_on is None
    an_open_round(cast.ward, by=cast.alice)
    page = seen_by_coach(cast)
    assert "People are answering until" in page
    an_action(cast.ward)
    assert coached(cast.ward).last_on == timezone.localdate()


def test_every_stage_tells_what_is_known_and_what_a_coach_may_offer(cast: Cast) -> None:
    assert "Nothing asked yet: offer to look" in seen_by_coach(cast)
    round = a_released_round(cast.ward, by=cast.alice)
    assert round.debrief_at is not None
    on = day(round.debrief_at)
    assert f"Talks about its results on {on}: offer a hand" in seen_by_coach(cast)
    Round.objects.update(debrief_at=timezone.now() - timedelta(hours=1))
    assert "no talk is written down yet: ask how it went" in seen_by_coach(cast)
    action = an_action(cast.ward, round=round)
    assert "is trying nothing just now: offer an idea" in seen_by_coach(cast)
    Round.objects.update(debrief_at=timezone.now() + timedelta(days=1))
    assert "is trying nothing just now" in seen_by_coach(cast), "it talked sooner than it planned"
    move_action(action=action, version=action.version, to=Progress.TRYING, by=cast.bob)
    assert "Trying one thing" in seen_by_coach(cast)


def test_a_round_that_is_to_open_is_told_with_its_day_and_a_draft_is_not(cast: Cast) -> None:
    draft = a_draft(cast.ward, by=cast.alice)
    assert "Nothing asked yet" in seen_by_coach(cast)
    draft.delete()
    round = a_scheduled_round(cast.ward, by=cast.alice)
    assert f"A round opens on {day(round.opens_at)}" in seen_by_coach(cast)


def test_a_team_that_is_asked_with_another_stands_where_both_stand(cast: Cast) -> None:
    a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    for team in (cast.ward, cast.elsewhere):
        assert coached(team).step is Step.ASK
        assert coached(team).last_on == timezone.localdate()


def test_no_words_results_or_figures_of_the_team_reach_its_coach(cast: Cast) -> None:
    """The attack: everything that a team may write stands nowhere on the coach's pages."""
    a_released_round(cast.ward, by=cast.alice)
    action = an_action(cast.ward, what=SECRET, first_step=SECRET, who=SECRET)
    a_cycle(action, plan=SECRET, prediction=SECRET, scale=SECRET)
    measure = a_measure(cast.ward, action=action, name=SECRET, how=SECRET)
    put_figures(measure=measure, entries=weeks([31337, 31338]), by=None)
    page = seen_by_coach(cast)
    assert SECRET not in page
    assert "31337" not in page
    assert "31,337" not in page


def test_a_shared_chart_is_seen_and_one_that_is_not_shared_any_more_is_not(cast: Cast) -> None:
    measure = a_measure(cast.ward, is_shared=True)
    put_figures(measure=measure, entries=weeks([3, 4, 5, 4]), by=None)
    assert "Huddles held" in seen_by_coach(cast)
    measure.is_shared = False
    measure.save()
    assert "Huddles held" not in seen_by_coach(cast)


def test_a_team_asks_its_coach_answers_and_the_team_says_that_it_helped(cast: Cast) -> None:
    team_side = reverse("team_coach", args=[cast.ward.public_id])
    signed_in(cast.bob).post(team_side, {"words": "How do we draw a driver diagram?", "asks_help": "on"})
    page = seen_by_coach(cast)
    assert "It asks: How do we draw a driver diagram?" in page
    assert "Waits for your answer" in page
    coach_side = reverse("coached_team", args=[cast.ward.public_id])
    signed_in(cast.eve).post(coach_side, {"words": "Shall we meet on Friday?"})
    assert "Shall we meet on Friday?" in signed_in(cast.bob).get(team_side).content.decode()
    asked = Message.objects.get(asks_help=True)
    assert "We had help with this" not in seen_by_coach(cast), "that is the team's to say"
    assert "We had help with this" in signed_in(cast.bob).get(team_side).content.decode()
    signed_in(cast.bob).post(reverse("say_helped", args=[asked.public_id]))
    assert "It asks" not in seen_by_coach(cast)


def test_a_coach_cannot_ask_for_help_and_twice_is_one_message(cast: Cast) -> None:
    for _ in range(2):
        message = write_message(team=cast.ward, words="Hello", from_coach=True, asks_help=True, by=cast.eve)
    assert (Message.objects.count(), message.asks_help) == (1, False)


def test_saying_helped_twice_keeps_the_first_day(cast: Cast) -> None:
    message = write_message(team=cast.ward, words="Help", from_coach=False, asks_help=True, by=cast.bob)
    first = say_helped(message=message, by=cast.bob)
    Message.objects.update(helped_on=timezone.localdate() - timedelta(days=2))
    assert say_helped(message=message, by=cast.bob).helped_on == first.helped_on - timedelta(days=2)  # type: ignore[operator]


def test_nobody_else_writes_or_reads(cast: Cast) -> None:
    for user, team, coach in (
        (cast.charlie, 404, 404),
        (cast.sam, 403, 403),
        (cast.eve, 403, 200),
        (cast.bob, 200, 403),
    ):
        client = signed_in(user)
        assert client.get(reverse("team_coach", args=[cast.ward.public_id])).status_code == team
        assert client.get(reverse("coached_team", args=[cast.ward.public_id])).status_code == coach


def test_many_teams_need_few_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    for number in range(12):
        team = add_team(organisation=cast.hospital, name=f"Team {number}", by=None)
        an_action(team)
    with django_assert_max_num_queries(16):  # type: ignore[operator]
        assert len(coached_teams(cast.eve)) == 13

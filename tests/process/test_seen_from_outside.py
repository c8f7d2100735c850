"""What those outside a team see: that work is done. Never an answer, a figure, a name, or an order of merit."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from fanlight.debriefs.actions import record_session
from fanlight.design.charts.columns import Column, Part, columns_chart
from fanlight.improvement.actions import report_progress
from fanlight.improvement.models import Progress
from fanlight.measure.disclosure import Band
from fanlight.people.actions import add_team
from fanlight.people.models import Team, User
from fanlight.process.pages.organisation import process_page
from fanlight.process.pages.pictures import days_over_time
from fanlight.process.pages.words import band_words
from fanlight.process.queries import process_below, process_of
from fanlight.results.actions import close_and_release
from fanlight.surveys.models import Round
from support.debriefs import a_debrief, agree
from support.two import a_joint_round, asked_twice_and_released
from support.worlds import Cast, a_released_round, an_open_round, fill_urn, signed_in

pytestmark = pytest.mark.django_db


def page(user: User, name: str, place: object) -> str:
    client = signed_in(user)
    response = client.get(reverse(name, args=[place.public_id]))  # type: ignore[attr-defined]
    assert response.status_code == 200
    return response.content.decode().replace("&#39;", "'")


def outside(cast: Cast) -> str:
    return page(cast.eve, "process", cast.hospital) + page(cast.eve, "team_process", cast.ward)


def test_nothing_yet_invites(cast: Cast) -> None:
    assert "Nothing has been held yet" in page(cast.eve, "process", cast.hospital)
    assert "No round has been held yet" in page(cast.eve, "team_process", cast.ward)


def test_rounds_bands_talks_and_actions_are_seen(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    held = a_debrief(round, by=cast.bob)
    report_progress(
        action=held.action,
        progress=Progress.KEPT,
        note="",
        look_again_on=timezone.localdate(),
        version=held.action.version,
        by=cast.bob,
    )
    seen = outside(cast)
    assert "One team has held a round" in seen
    assert "11 to 24 of 30 people answered" in seen
    assert "talked about it two days later" in seen
    assert "one action" in seen
    assert "One action agreed in two years, one being tried or kept" in seen


def test_no_answer_figure_name_or_word_of_the_team_is_seen(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    a_debrief(round, by=cast.bob)
    seen = outside(cast)
    assert "%" not in seen
    for words in ("Handover is rushed", "two-minute huddle", "Try it on Tuesday", "Bob", "Alice", round.door):
        assert words not in seen
    for item in round.instrument.items:
        assert str(item.wording) not in seen
    assert reverse("results", args=[round.public_id]) not in seen


def test_an_open_or_planned_round_is_not_counted(cast: Cast) -> None:
    an_open_round(cast.ward, by=cast.alice)
    assert "Nothing has been held yet" in page(cast.eve, "process", cast.hospital)


def test_too_few_answers_are_said_without_a_number(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice, people=14, answers=6)
    seen = page(cast.eve, "team_process", cast.ward)
    assert "Too few answered to show anything to the team" in seen
    [ward] = process_of([cast.ward])
    assert ward.rounds[0].band is None
    assert not any(letter.isdigit() for letter in band_words(ward.rounds[0]))


def test_two_times_of_asking_are_one_and_two_teams_count_once(cast: Cast) -> None:
    asked_twice_and_released(cast.ward, by=cast.alice)
    [ward] = process_of([cast.ward])
    assert [held.band for held in ward.rounds] == [Band(11, 24)]
    Round.objects.update(
        opens_at=timezone.now() - timedelta(days=400), closes_at=timezone.now() - timedelta(days=390)
    )
    sister = add_team(organisation=cast.hospital, name="Ward 7", by=None)
    round = a_joint_round(cast.ward, sister, by=cast.alice)
    fill_urn(round, 12)
    close_and_release(round=round)
    teams = process_below(cast.hospital)
    assert [len(team.rounds) for team in teams] == [2, 1]
    assert process_page(cast.hospital, teams).pictures[0].title == "Two rounds in two years"


def test_teams_stand_in_the_order_of_their_names_whatever_they_did(cast: Cast) -> None:
    names = ["Theatre", "Admissions", "ward 1"]
    teams = [add_team(organisation=cast.hospital, name=name, by=None) for name in names]
    a_released_round(teams[2], by=cast.alice)
    found = process_page(cast.hospital, process_below(cast.hospital)).teams
    assert [row.text for row in found] == ["Admissions", "Theatre", "ward 1", "Ward 6"]


def test_everybody_in_the_team_sees_what_is_seen_of_it(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)
    main = [page(user, "team_process", cast.ward).partition("<h1")[2] for user in (cast.bob, cast.eve)]
    assert main[0] == main[1]


def test_more_teams_take_no_more_questions(cast: Cast) -> None:
    numbers = []
    for _ in range(2):
        for _ in range(2):
            team = add_team(organisation=cast.hospital, name=f"Team {Team.objects.count()}", by=None)
            a_debrief(a_released_round(team, by=cast.alice), by=None)
        client = signed_in(cast.eve)
        client.get(reverse("process", args=[cast.hospital.public_id]))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("process", args=[cast.hospital.public_id]))
        numbers.append(len(asked))
    assert numbers[0] == numbers[1] <= 12


def test_days_are_charted_when_there_are_enough_to_tell_chance_from_change() -> None:
    start = timezone.localdate() - timedelta(days=400)
    few = [(start + timedelta(days=30 * n), 20 - n) for n in range(9)]
    found = days_over_time(few)
    assert found
    assert found.title == "Half of the talks came within 16 days of the close"
    assert not found.chart
    many = [
        *few,
        (start + timedelta(days=300), 3),
        (start + timedelta(days=330), 2),
        (start + timedelta(days=360), 2),
    ]
    found = days_over_time(many)
    assert found
    assert "<svg" in found.chart
    assert len(found.table.rows) == 12


def test_a_talk_before_the_close_is_no_talk_about_it(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    fill_urn(round, 12)
    close_and_release(round=round)
    record_session(round=round, held_on=timezone.localdate(), people=7, themes=[], still_open=[], by=cast.bob)
    agree(round, by=cast.bob)
    assert "talked about it on the same day" in page(cast.eve, "team_process", cast.ward)


def test_a_talk_to_come_is_planned_and_one_that_left_no_word_was(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    for days, words in ((1, "the talk is planned for"), (-1, "nothing is written down yet")):
        Round.objects.filter(pk=round.pk).update(debrief_at=timezone.now() + timedelta(days=days))
        assert words in outside(cast)


def test_a_team_that_asked_twice_is_one_team_that_asked_again(cast: Cast) -> None:
    for days_ago in (100, 2):
        a_released_round(cast.ward, by=cast.alice, days_ago=days_ago)
    assert "One team has held a round and asked again." in outside(cast)


def test_a_single_round_is_no_tower_and_the_key_names_only_what_is_there() -> None:
    parts = [Part("answered", "#000000"), Part("too few", "#ffffff")]
    heights = []
    for number in (1, 4):
        chart = columns_chart([Column("May", (number, 0))], parts, title="Rounds")
        assert "too few" not in chart
        heights.append(max(float(high) for high in re.findall(r'<rect[^>]* height="([\d.]+)"', chart)))
    assert heights[0] < heights[1] / 2


def test_a_meeting_to_which_nobody_came_was_no_talk(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    today = timezone.localdate()
    record_session(round=round, held_on=today, people=0, themes=[], still_open=[], by=cast.bob)
    assert "talked about it" not in outside(cast)
    record_session(round=round, held_on=today, people=3, themes=[], still_open=[], by=cast.bob)
    assert "talked about it two days later" in outside(cast)

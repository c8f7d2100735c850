"""Draft, scheduled, open, closed, released: each step an action, once, in this order, on record with its actor."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.people.actions import change_asking_rules, end_team
from fanlight.results.actions import release_round
from fanlight.results.tasks import close_due_rounds, make_missing_releases
from fanlight.surveys.actions import (
    NotNow,
    book_debrief,
    choose_questions,
    close_round,
    drop_round,
    extend_round,
    mark_released,
    open_round,
    schedule_round,
    start_round,
)
from fanlight.surveys.models import Round, State
from fanlight.surveys.tasks import open_due_rounds
from support.worlds import Cast, a_draft, a_released_round, an_open_round, fill_urn, signed_in

pytestmark = pytest.mark.django_db


def booked(round: Round, cast: Cast) -> Round:
    at = round.closes_at + timedelta(days=5)
    return book_debrief(round=round, at=at, place="Staff room", facilitator="Fay", by=cast.alice)


def verbs(round: Round) -> list[tuple[str, str | None]]:
    """What is on record of a round: the deed, and who did it. Nobody: it happened by itself."""
    found = Entry.objects.filter(subject="surveys.round", subject_id=round.public_id).order_by("pk")
    return [(entry.verb, entry.by.first_name if entry.by else None) for entry in found.select_related("by")]


def test_a_whole_life_is_on_record(cast: Cast) -> None:
    round = a_draft(cast.ward, by=cast.alice)
    now = timezone.now()
    Round.objects.filter(pk=round.pk).update(opens_at=now + timedelta(days=1))
    round.refresh_from_db()
    start_round(round=booked(round, cast), by=cast.alice)
    Round.objects.filter(pk=round.pk).update(opens_at=now - timedelta(hours=2))
    open_due_rounds()
    round.refresh_from_db()
    extend_round(round=round, closes_at=round.closes_at + timedelta(days=1), by=cast.alice)
    fill_urn(round, 12)
    Round.objects.filter(pk=round.pk).update(closes_at=now)
    close_due_rounds()
    make_missing_releases()
    assert verbs(round) == [
        ("plan_round", "Alice"),
        ("book_debrief", "Alice"),
        ("schedule_round", "Alice"),
        ("open_round", None),
        ("extend_round", "Alice"),
        ("close_round", None),
        ("release_round", None),
    ]


STEPS: dict[str, tuple[Callable[[Round, Cast], object], set[State]]] = {
    "choose_questions": (
        lambda round, cast: choose_questions(round=round, items=["T1"], by=cast.alice),
        {State.DRAFT},
    ),
    "schedule_round": (lambda round, cast: schedule_round(round=round, by=cast.alice), {State.DRAFT}),
    "open_round": (
        lambda round, cast: open_round(round=round, by=cast.alice),
        {State.DRAFT, State.SCHEDULED},
    ),
    "drop_round": (
        lambda round, cast: drop_round(round=round, by=cast.alice),
        {State.DRAFT, State.SCHEDULED},
    ),
    "extend_round": (
        lambda round, cast: extend_round(
            round=round, closes_at=round.closes_at + timedelta(days=1), by=cast.alice
        ),
        {State.OPEN},
    ),
    "mark_released": (lambda round, _: mark_released(round=round, by=None), {State.CLOSED}),
}


def in_state(state: State, cast: Cast) -> Round:
    if state == State.RELEASED:
        return a_released_round(cast.ward, by=cast.alice)
    if state in {State.DRAFT, State.SCHEDULED}:
        round = booked(a_draft(cast.ward, by=cast.alice), cast)
        return schedule_round(round=round, by=cast.alice) if state == State.SCHEDULED else round
    round = an_open_round(cast.ward, by=cast.alice)
    return close_round(round=round, by=None) if state == State.CLOSED else round


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", STEPS)
def test_a_step_is_taken_where_it_belongs_and_nowhere_else(step: str, state: State, cast: Cast) -> None:
    take, where = STEPS[step]
    round = in_state(state, cast)
    before = len(verbs(round))
    if state in where:
        take(round, cast)
        assert len(verbs(round)) == before + 1
    else:
        with pytest.raises(NotNow):
            take(round, cast)
        assert (Round.objects.get(pk=round.pk).state, len(verbs(round))) == (state, before)


def test_a_closed_round_never_opens_again_by_any_step(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    for step in (open_round, schedule_round, start_round):
        with pytest.raises(NotNow):
            step(round=round, by=cast.alice)
    close_round(round=round, by=cast.alice)
    release_round(round=round)
    assert verbs(round)[-1][0] == "release_round"


def test_the_database_itself_wants_the_debrief_and_the_promise_before_opening(cast: Cast) -> None:
    draft = a_draft(cast.ward, by=cast.alice)
    for state in (State.SCHEDULED, State.OPEN, State.RELEASED):
        with pytest.raises(IntegrityError), transaction.atomic():
            Round.objects.filter(pk=draft.pk).update(state=state)


def test_the_organisations_own_minimum_is_frozen_and_promised(cast: Cast) -> None:
    change_asking_rules(organisation=cast.hospital, minimum=15, rest_days=None, by=cast.ada)
    round = an_open_round(cast.ward, by=cast.alice)
    assert round.minimum == 15
    assert "15 people" in str(round.promise)
    change_asking_rules(organisation=cast.hospital, minimum=25, rest_days=None, by=cast.ada)
    fill_urn(round, 14)
    close_round(round=round, by=None)
    release_round(round=round)
    round.refresh_from_db()
    assert round.minimum == 15
    assert round.release.document["policy"]["minimum"] == 15
    assert round.release.document["figures"]["respondents"] == [-1], (
        "fourteen are too few where fifteen are asked for"
    )


def test_a_team_that_has_ended_is_asked_nothing_more(cast: Cast) -> None:
    round = in_state(State.SCHEDULED, cast)
    end_team(team=cast.ward, by=cast.ada)
    open_due_rounds()
    assert Round.objects.get(pk=round.pk).state == State.SCHEDULED
    with pytest.raises(NotNow, match="This team has ended"):
        open_round(round=round, by=cast.alice)
    client = signed_in(cast.alice)
    address = reverse("plan", args=[cast.ward.public_id])
    for answer in (client.get(address, follow=True), client.post(address, {"people": "20"}, follow=True)):
        assert "This team has ended. Plan the round in the team" in answer.text
        assert f'href="{address}"' not in answer.text
    assert Round.objects.count() == 1

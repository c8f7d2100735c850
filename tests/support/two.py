"""Rounds of two teams, and rounds asked twice, made by the real actions."""

import random
from datetime import timedelta

from django.utils import timezone

from fanlight.people.models import Team, User
from fanlight.responses.actions import put_in_urn
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.site.demo_rounds import form_for
from fanlight.surveys.actions import ask_twice, book_debrief, close_round, join_round, open_round, start_round
from fanlight.surveys.models import Round
from support.worlds import a_draft


def a_joint_round(team: Team, sister: Team, *, by: User, people: int = 6, others: int = 8) -> Round:
    """Two small teams answer one round, which is open."""
    draft = a_draft(team, by=by, people=people)
    draft = join_round(round=draft, team=sister, people=others, by=by)
    at = draft.closes_at + timedelta(days=3)
    draft = book_debrief(round=draft, at=at, place="Staff room", facilitator="Fay", by=by)
    return open_round(round=draft, by=by)


def a_round_asked_twice(team: Team, *, by: User, people: int = 14) -> tuple[Round, Round]:
    """The first of two rounds is open, the second is scheduled."""
    draft = a_draft(team, by=by, people=people)
    now = timezone.now()
    second = ask_twice(
        round=draft, opens_at=now + timedelta(days=60), closes_at=now + timedelta(days=74), by=by
    )
    draft.refresh_from_db()
    book_debrief(round=draft, at=now + timedelta(days=80), place="Staff room", facilitator="Fay", by=by)
    first = start_round(round=draft, by=by)
    return first, Round.objects.get(pk=second.pk)


def open_second(first: Round, second: Round) -> Round:
    """Time passes: the first closes, and the second opens."""
    close_round(round=first, by=None)
    now = timezone.now()
    Round.objects.filter(pk=second.pk).update(
        opens_at=now - timedelta(minutes=1), closes_at=now + timedelta(days=7)
    )
    return open_round(round=Round.objects.get(pk=second.pk), by=None)


def forms(round: Round, number: int, *, seed: int = 7) -> list[Form]:
    dice = random.Random(seed)
    return [form_for(round.instrument, {}, dice) for _ in range(number)]


def asked_twice_and_released(
    team: Team, *, by: User, answers: tuple[int, int] = (7, 6), people: int = 14
) -> tuple[Round, Round]:
    """The same answers, so many of them the first time and the rest the second, and the one release of both."""
    first, second = a_round_asked_twice(team, by=by, people=people)
    given = forms(first, sum(answers))
    for form in given[: answers[0]]:
        put_in_urn(round=first, form=form)
    second = open_second(first, second)
    for form in given[answers[0] :]:
        put_in_urn(round=second, form=form)
    close_and_release(round=second)
    return Round.objects.get(pk=first.pk), Round.objects.get(pk=second.pk)

"""Reads about rounds."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import QuerySet

from fanlight.people.models import Team
from fanlight.surveys.models import Reminder, Round, State


def latest_round(team: Team) -> Round | None:
    return team.rounds.order_by("-opens_at").first()


def rounds_of(team: Team) -> QuerySet[Round]:
    return team.rounds.order_by("-opens_at")


def rounds_due_to_open(now: datetime) -> QuerySet[Round]:
    return Round.objects.filter(state=State.SCHEDULED, opens_at__lte=now, closes_at__gt=now)


def reminders_due(now: datetime) -> QuerySet[Reminder]:
    """Reminders whose time has come, of rounds that are still open."""
    due = Reminder.objects.filter(
        sent_at=None, due_at__lte=now, round__state=State.OPEN, round__closes_at__gt=now
    )
    return due.select_related("round__team")


def rounds_due_to_close(now: datetime) -> QuerySet[Round]:
    return Round.objects.filter(state=State.OPEN, closes_at__lte=now)


def rounds_waiting_for_release() -> QuerySet[Round]:
    return Round.objects.filter(state=State.CLOSED)


def round_called(public_id: str) -> Round:
    """The round of this name. Raises Round.DoesNotExist."""
    return Round.objects.select_related("team").get(public_id=public_id)


def released_among(public_ids: Collection[str]) -> QuerySet[Round]:
    return Round.objects.filter(state=State.RELEASED, public_id__in=public_ids)


def rounds_with_an_urn() -> QuerySet[Round]:
    """The rounds whose answers are sealed, so that their keys are needed."""
    return Round.objects.filter(state__in=(State.OPEN, State.CLOSED)).select_related("team")

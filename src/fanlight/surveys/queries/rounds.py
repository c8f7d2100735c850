"""Reads about rounds."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q, QuerySet

from fanlight.people.models import Team
from fanlight.surveys.models import Reminder, Round, State


def rounds_of(team: Team) -> QuerySet[Round]:
    """The rounds of a team, those together with another team too, the latest first."""
    return (
        Round.objects.of(team).select_related("team", "sister", "waits_for", "brings").order_by("-opens_at")
    )


def latest_round(team: Team) -> Round | None:
    return rounds_of(team).first()


def rounds_due_to_open(now: datetime) -> QuerySet[Round]:
    """Scheduled rounds whose time has come. A team that has ended is asked nothing more, but finishes what it began."""
    due = Round.objects.filter(state=State.SCHEDULED, opens_at__lte=now, closes_at__gt=now)
    return due.filter(Q(team__ended_on=None) | Q(brings__isnull=False))


def reminders_due(now: datetime) -> QuerySet[Reminder]:
    """Reminders whose time has come, of rounds that are still open."""
    due = Reminder.objects.filter(
        sent_at=None, due_at__lte=now, round__state=State.OPEN, round__closes_at__gt=now
    )
    return due.select_related("round__team")


def rounds_due_to_close(now: datetime) -> QuerySet[Round]:
    return Round.objects.filter(state=State.OPEN, closes_at__lte=now)


def rounds_waiting_for_release() -> QuerySet[Round]:
    """Closed rounds that want their release now; not those that wait for a later round."""
    return Round.objects.filter(state=State.CLOSED, waits_for=None)


def rounds_that_wait_in_vain(now: datetime) -> QuerySet[Round]:
    """First rounds of two whose second did not take place in its time."""
    return Round.objects.filter(
        state=State.CLOSED, waits_for__state=State.SCHEDULED, waits_for__closes_at__lte=now
    )


def round_called(public_id: str) -> Round:
    """The round of this name. Raises Round.DoesNotExist."""
    return Round.objects.select_related("team").get(public_id=public_id)


def released_among(public_ids: Collection[str]) -> QuerySet[Round]:
    return Round.objects.filter(state=State.RELEASED, public_id__in=public_ids)


def rounds_with_an_urn() -> QuerySet[Round]:
    """The rounds whose answers are sealed, so that their keys are needed."""
    return Round.objects.filter(state__in=(State.OPEN, State.CLOSED)).select_related("team")

"""Sharing, and no longer sharing."""

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import Team, User
from fanlight.process.models import Share, Shareable


@transaction.atomic
def share(*, team: Team, what: Shareable, by: User | None) -> None:
    """Let those who work with the team see this. Twice is harmless."""
    _, is_new = Share.objects.get_or_create(team=team, what=what.value)
    if is_new:
        record("share", subject=team, by=by, what=what.value)


@transaction.atomic
def stop_sharing(*, team: Team, what: Shareable, by: User | None) -> None:
    """Let them see it no more. Twice is harmless."""
    found, _ = Share.objects.filter(team=team, what=what.value).delete()
    if found:
        record("stop_sharing", subject=team, by=by, what=what.value)

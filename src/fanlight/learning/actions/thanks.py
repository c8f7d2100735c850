"""Saying thank you, and what the person it is for decides."""

import secrets
from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.audit.fields import ALPHABET
from fanlight.learning.models import State, Thanks, Whom
from fanlight.people.models import Team, User

CODE = 12


def this_month() -> date:
    return timezone.localdate().replace(day=1)


@transaction.atomic
def say_thanks(
    *,
    team: Team,
    whom: Whom,
    reader: User | None = None,
    what: str,
    made_possible: str = "",
    more_of: str = "",
    signed: str = "",
    month: date | None = None,
) -> Thanks:
    """Put a thank-you on its way. The same words to the same person twice are one.

    There is no `by`, and nothing goes on record: its time and its name would tell who gave no name. What is for the
    whole team is on the wall at once; the rest waits until its reader decides.
    """
    month = month or this_month()
    words = {"what": what, "made_possible": made_possible, "more_of": more_of, "signed": signed}
    same = Thanks.objects.filter(
        team=team, whom=whom, reader=reader, month=month, state=State.WAITING, **words
    )
    if found := same.first():
        return found
    return Thanks.objects.create(
        team=team,
        whom=whom,
        reader=reader,
        code="".join(secrets.choice(ALPHABET) for _ in range(CODE)) if whom == Whom.CARD else None,
        state=State.SHARED if whom == Whom.TEAM else State.WAITING,
        month=month,
        **words,
    )


def mark_told(*, thanks: Collection[Thanks], told: bool) -> int:
    """Note that readers have been told, or have not after all. Returns how many that was news for."""
    keys = [each.pk for each in thanks]
    return Thanks.objects.filter(pk__in=keys, told=not told).update(told=told)


@transaction.atomic
def keep_thanks(*, thanks: Thanks, by: User | None) -> None:
    """Keep it to oneself, or take it back from the wall. `by` is None for whoever holds a card."""
    if thanks.state != State.KEPT:
        thanks.state, thanks.shown_as = State.KEPT, ""
        thanks.save(update_fields=["state", "shown_as"])
        record("keep_thanks", subject=thanks, by=by)


@transaction.atomic
def share_thanks(*, thanks: Thanks, shown_as: str, by: User | None) -> None:
    """Put it on the wall, under the name that its reader chose, or none."""
    if thanks.state == State.SHARED and thanks.shown_as == shown_as:
        return
    thanks.state, thanks.shown_as = State.SHARED, shown_as
    thanks.save(update_fields=["state", "shown_as"])
    record("share_thanks", subject=thanks, by=by)


@transaction.atomic
def delete_thanks(*, thanks: Thanks, by: User | None) -> None:
    """Delete it, for everybody. Actions that came of it stay."""
    record("delete_thanks", subject=thanks, by=by)
    thanks.delete()


@transaction.atomic
def take_off_wall(*, thanks: Thanks, by: User) -> None:
    """Anybody in the team may take a card off. One with a reader goes back to them; one to the team is deleted."""
    record("take_off_wall", subject=thanks, by=by)
    if thanks.whom == Whom.TEAM:
        thanks.delete()
    else:
        Thanks.objects.filter(pk=thanks.pk).update(state=State.KEPT, shown_as="")

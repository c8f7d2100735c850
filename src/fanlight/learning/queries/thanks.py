"""Thank-yous of a person and of a team."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from fanlight.learning.models import State, Thanks, Whom
from fanlight.people.models import Organisation, Team, User
from fanlight.people.queries import seats_in_team, teams_below, teams_of


def thanks_of(user: User) -> QuerySet[Thanks]:
    """Everything that was said to this person."""
    return Thanks.objects.filter(reader=user).select_related("team__organisation")


def thanks_waiting(user: User | AnonymousUser) -> int:
    return Thanks.objects.filter(reader=user.pk, state=State.WAITING).count() if user.pk else 0


def wall_of(team: Team) -> QuerySet[Thanks]:
    """What is shared, the latest month first; within a month in no order."""
    return Thanks.objects.filter(team=team, state=State.SHARED)


def people_to_thank(team: Team, sender: User) -> list[User]:
    """Everybody in the team but the sender."""
    return [seat.user for seat in seats_in_team(team) if seat.user != sender]


def teams_to_thank(user: User) -> list[Team]:
    """Other working teams in the organisations that this person's teams or roles belong to."""
    own = set(teams_of(user).values_list("pk", flat=True))
    held = Organisation.objects.filter(teams__in=own) | Organisation.objects.filter(memberships__user=user)
    tops = {organisation.lineage[-1] for organisation in held.distinct()}
    found = {team.pk: team for top in tops for team in teams_below(top) if team.pk not in own}
    return sorted(found.values(), key=lambda team: (team.organisation.name, team.name))


def counts_by_month(team: Team, today: date) -> list[tuple[date, int]]:
    """How many were said in each month, from the first to the last whole one; months without any count as nought.

    All count, the private ones too: a number of a whole month tells nobody's words.
    """
    counts = Counter(Thanks.objects.filter(team=team).values_list("month", flat=True))
    return [(month, counts[month]) for month in _months(min(counts), today)] if counts else []


def _months(first: date, today: date) -> Iterator[date]:
    month = first
    while month < today.replace(day=1):
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def untold_readers() -> dict[User, list[Thanks]]:
    """Who has something waiting that they have not been told of."""
    found: dict[User, list[Thanks]] = {}
    waiting = Thanks.objects.filter(whom=Whom.PERSON, state=State.WAITING, told=False)
    for thanks in waiting.select_related("reader", "team"):
        if thanks.reader and thanks.reader.is_active:
            found.setdefault(thanks.reader, []).append(thanks)
    return found

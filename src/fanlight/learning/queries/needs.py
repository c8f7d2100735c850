"""What a facilitator keeps, what somebody may read of it, and what is due to be looked at again."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet

from fanlight.learning.models import Mending, Need, Party, Stands
from fanlight.people.models import Team, User
from fanlight.people.queries import seats_in_team
from fanlight.people.roles import Role


def mendings_of(keeper: User, team: Team) -> QuerySet[Mending]:
    """What this facilitator keeps in this team; never what others keep."""
    return Mending.objects.filter(keeper=keeper, team=team)


def parties_of(reader: User | AnonymousUser) -> QuerySet[Party]:
    """The parts that were opened to this person."""
    if reader.pk is None:
        return Party.objects.none()
    return Party.objects.filter(reader=reader.pk).select_related("mending__team__organisation")


def other_facilitators(mending: Mending) -> list[User]:
    return [
        seat.user
        for seat in seats_in_team(mending.team)
        if Role.FACILITATOR in seat.roles and seat.user.pk != mending.keeper_id
    ]


def people_concerned(mending: Mending) -> list[User]:
    """Whom a part may be opened to: anybody in the team but its keeper."""
    return [seat.user for seat in seats_in_team(mending.team) if seat.user.pk != mending.keeper_id]


def needs_to_remind_of(today: date) -> dict[User, list[Need]]:
    """By keeper: the open needs whose day has come, and of which they have not been reminded."""
    due = Need.objects.filter(
        Q(reminded_for__isnull=True) | ~Q(reminded_for=F("look_again_on")),
        stands=Stands.OPEN,
        look_again_on__lte=today,
        party__mending__closed_on=None,
        party__mending__keeper__is_active=True,
    ).select_related("party__mending__keeper", "party__mending__team")
    found: dict[User, list[Need]] = {}
    for need in due:
        keeper = need.party.mending.keeper
        if keeper is not None:
            found.setdefault(keeper, []).append(need)
    return found

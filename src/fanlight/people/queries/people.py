"""Who holds which role where."""

from collections.abc import Iterable
from dataclasses import dataclass

from fanlight.people.access import is_outside_every_line
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import Role

ORDER = list(Role)


@dataclass(frozen=True)
class Seat:
    """One person's roles in one place."""

    user: User
    roles: tuple[Role, ...]
    place: Team | Organisation


@dataclass(frozen=True)
class Place:
    """Where a person holds roles, and which."""

    place: Team | Organisation
    roles: tuple[Role, ...]


def user_with_email(email: str) -> User | None:
    return User.objects.filter(email=email.lower(), is_active=True).first()


def user_with_public_id(public_id: str) -> User | None:
    return User.objects.filter(public_id=public_id).first()


def organisations_with(user: User, role: Role) -> list[Organisation]:
    """The organisations in which somebody holds this role themselves, by name."""
    held = Organisation.objects.filter(memberships__user=user, memberships__role=role)
    return list(held.distinct().order_by("name"))


def who_hold(role: Role, organisations: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Who holds this role in these organisations themselves, both by public name: (organisation, person)."""
    held = Membership.objects.filter(
        role=role, organisation__public_id__in=list(organisations), user__is_active=True
    )
    return frozenset(held.values_list("organisation__public_id", "user__public_id"))


def administrators_of(organisation: Organisation) -> list[User]:
    """Whoever administers it, or the nearest above it that has anybody."""
    for one in organisation.lineage:
        held = User.objects.filter(
            memberships__organisation=one, memberships__role=Role.ADMINISTRATOR, is_active=True
        )
        if found := list(held.distinct().order_by("name")):
            return found
    return []


def team_addresses(team: Team) -> list[str]:
    """Where everybody in a team can be written to, once each."""
    people = User.objects.filter(memberships__team=team, is_active=True)
    return sorted(set(people.values_list("email", flat=True)))


def seats_in_team(team: Team) -> tuple[Seat, ...]:
    """Everybody in the team: leads first, then by name."""
    return _seats(team.memberships.select_related("user", "team"))


def first_readers(*teams: Team) -> tuple[User, ...]:
    """The facilitators whom one of the teams asked and who are outside the line of them all."""
    asked = User.objects.filter(
        memberships__team__in=teams, memberships__role=Role.FACILITATOR, is_active=True
    ).distinct()
    return tuple(user for user in asked.order_by("name") if is_outside_every_line(user, *teams))


def seats_in_organisation(organisation: Organisation) -> tuple[Seat, ...]:
    return _seats(organisation.memberships.select_related("user", "organisation"))


def seats_above(team: Team) -> tuple[Seat, ...]:
    """Everybody with a role in the organisations that the team is a part of."""
    above = Organisation.objects.above([team.organisation_id])
    return _seats(Membership.objects.filter(organisation__in=above).select_related("user", "organisation"))


def places_of(user: User) -> tuple[Place, ...]:
    """Where this person holds roles: teams first, then organisations."""
    found: dict[Team | Organisation, list[Role]] = {}
    for row in user.memberships.select_related("team__organisation", "organisation"):
        found.setdefault(_place(row), []).append(Role(row.role))
    places = [Place(place, _in_order(roles)) for place, roles in found.items()]
    return tuple(sorted(places, key=lambda one: (isinstance(one.place, Organisation), one.place.name)))


def _seats(rows: Iterable[Membership]) -> tuple[Seat, ...]:
    found: dict[tuple[User, Team | Organisation], list[Role]] = {}
    for row in rows:
        found.setdefault((row.user, _place(row)), []).append(Role(row.role))
    seats = [Seat(user, _in_order(roles), place) for (user, place), roles in found.items()]
    return tuple(sorted(seats, key=lambda seat: (Role.LEAD not in seat.roles, seat.user.name.casefold())))


def _in_order(roles: Iterable[Role]) -> tuple[Role, ...]:
    return tuple(sorted(roles, key=ORDER.index))


def _place(row: Membership) -> Team | Organisation:
    place = row.team or row.organisation
    if place is None:
        raise ValueError("a role without a place")
    return place

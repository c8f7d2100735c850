"""The doors to teams and organisations, and how many questions they ask the database."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from fanlight.people.access import organisation_for, permissions, team_for
from fanlight.people.actions import add_organisation
from fanlight.people.models import OrganisationKind
from fanlight.people.roles import MAY, May, Role
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def test_a_role_above_reaches_every_team_below_however_deep(cast: Cast) -> None:
    division = cast.hospital
    for level in range(5):
        division = add_organisation(
            name=f"Level {level}", kind=OrganisationKind.OTHER, parent=division, by=None
        )
    cast.ward.organisation = division
    cast.ward.save()
    assert permissions(cast.eve, cast.ward) == MAY[Role.COACH]


def test_a_door_asks_two_questions_at_most(cast: Cast, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(2):  # type: ignore[operator]
        team_for(cast.bob, cast.ward.public_id, May.SEE_TEAM)
    with django_assert_num_queries(3), pytest.raises(PermissionDenied):  # type: ignore[operator]
        team_for(cast.eve, cast.ward.public_id, May.SEE_TEAM)


def test_people_below_an_organisation_know_of_it_and_may_not(cast: Cast) -> None:
    trust = cast.hospital.parent
    for user in (cast.bob, cast.eve, cast.gil):
        with pytest.raises(PermissionDenied):
            organisation_for(user, trust.public_id, May.MANAGE_ORGANISATION)
    for user in (cast.dana, cast.charlie):
        with pytest.raises(Http404):
            organisation_for(user, trust.public_id, May.MANAGE_ORGANISATION)


def test_an_administrator_of_a_part_is_not_one_of_the_whole(cast: Cast) -> None:
    trust = cast.hospital.parent
    cast.ada.memberships.update(organisation=cast.hospital)
    assert organisation_for(cast.ada, cast.hospital.public_id, May.MANAGE_ORGANISATION) == cast.hospital
    with pytest.raises(PermissionDenied):
        organisation_for(cast.ada, trust.public_id, May.MANAGE_ORGANISATION)

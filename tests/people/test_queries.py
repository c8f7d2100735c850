"""A longer list asks the database no more questions than a short one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fanlight.people.actions import (
    add_organisation,
    add_person,
    add_team,
    give_organisation_role,
    give_team_role,
    invite,
)
from fanlight.people.models import OrganisationKind
from fanlight.people.queries import plan_import
from fanlight.people.roles import Role
from fanlight.people.spreadsheet import SheetRow
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

# Each page with lists: who looks, at which place, and the most questions it may ask. One of them is the menu's.
PAGES = {
    "team_people": ("alice", "ward", 13),
    "team_hand_over": ("alice", "ward", 8),
    "organisation": ("ada", "hospital", 10),
    "organisation_people": ("ada", "hospital", 11),
    "organisation_merge": ("ada", "hospital", 9),
    "organisation_move": ("ada", "hospital", 10),
    "tree_team": ("ada", "ward", 13),
    "tree_team_split": ("ada", "ward", 9),
    "you": ("alice", None, 7),
}


def grow(cast: Cast, start: int, number: int) -> None:
    """More of everything that the pages list."""
    for index in range(start, start + number):
        person = add_person(email=f"p{index}@example.org", name=f"Person {index}", by=None)
        give_team_role(team=cast.ward, user=person, role=Role.MEMBER, by=cast.alice)
        give_organisation_role(organisation=cast.hospital, user=person, role=Role.COACH, by=cast.ada)
        give_organisation_role(
            organisation=cast.hospital, user=cast.alice, role=list(Role)[3 + index % 4], by=None
        )
        for place, role in ((cast.ward, Role.MEMBER), (cast.hospital, Role.COACH)):
            invite(email=f"q{index}@example.org", name="", role=role, place=place, by=cast.ada)
        part = add_organisation(
            name=f"Part {index}", kind=OrganisationKind.PART, parent=cast.hospital, by=cast.ada
        )
        team = add_team(organisation=part, name="A team", by=cast.ada)
        give_team_role(team=team, user=cast.alice, role=Role.LEAD, by=cast.ada)


@pytest.mark.parametrize("name", PAGES)
def test_a_longer_list_asks_no_more(name: str, cast: Cast) -> None:
    who, place, most = PAGES[name]
    client = signed_in(getattr(cast, who))
    address = reverse(name, args=[getattr(cast, place).public_id] if place else [])
    client.get(address)  # the first page of a session saves it
    numbers = []
    for start, number in ((0, 2), (10, 10)):
        grow(cast, start, number)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        numbers.append(len(asked))
    assert numbers[0] == numbers[1]
    assert numbers[1] <= most


def test_more_organisations_of_ones_own_ask_no_more(cast: Cast) -> None:
    client = signed_in(cast.ada)
    numbers = []
    for index in range(4):
        own = add_organisation(name=f"Trust {index}", kind=OrganisationKind.NHS_TRUST, by=None)
        give_organisation_role(organisation=own, user=cast.ada, role=Role.ADMINISTRATOR, by=None)
        client.get(reverse("organisations"))
        with CaptureQueriesContext(connection) as asked:
            assert f"Trust {index}" in client.get(reverse("organisations")).text
        numbers.append(len(asked))
    assert numbers == [4] * 4


def test_a_spreadsheet_is_planned_in_seven_questions_however_long(cast: Cast) -> None:
    for number in (3, 300):
        rows = [
            SheetRow(index, f"Part {index}", f"Team {index}", f"P {index}", f"p{index}@x.org", "Lead")
            for index in range(2, number)
        ]
        with CaptureQueriesContext(connection) as asked:
            plan = plan_import(cast.hospital, rows, cast.ada)
        assert plan.with_problems == ()
        assert len(asked) <= 7

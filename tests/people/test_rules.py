"""How the teams of an organisation are asked: a higher smallest group, and the rest between two rounds."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from fanlight.people.actions import Refused, add_organisation, change_asking_rules
from fanlight.people.models import Organisation, OrganisationKind
from fanlight.people.queries import AskingRules, asking_rules
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def change(organisation: Organisation, **rules: int | None) -> Organisation:
    return change_asking_rules(
        organisation=organisation, **{"minimum": None, "rest_days": None, **rules}, by=None
    )


def test_without_rules_of_its_own_an_organisation_has_the_sites(cast: Cast) -> None:
    assert asking_rules(cast.hospital) == AskingRules(minimum=11, rest_days=60)


def test_the_highest_minimum_and_the_nearest_rest_hold(cast: Cast) -> None:
    trust = cast.hospital.parent
    assert trust
    change(trust, minimum=15, rest_days=90)
    part = add_organisation(name="Medicine", kind=OrganisationKind.PART, parent=cast.hospital, by=None)
    assert asking_rules(part) == AskingRules(minimum=15, rest_days=90)
    change(part, minimum=20, rest_days=30)
    assert asking_rules(part) == AskingRules(minimum=20, rest_days=30)
    assert asking_rules(cast.hospital) == AskingRules(minimum=15, rest_days=90)


def test_nobody_below_lowers_what_was_raised_above(cast: Cast) -> None:
    trust = cast.hospital.parent
    assert trust
    change(trust, minimum=15)
    with pytest.raises(Refused, match="15 already"):
        change(cast.hospital, minimum=12)
    change(cast.hospital, minimum=20)
    change(trust, minimum=30)
    assert asking_rules(cast.hospital).minimum == 30


@pytest.mark.parametrize("minimum", [5, 10])
def test_an_organisation_cannot_go_below_the_site(cast: Cast, minimum: int) -> None:
    with pytest.raises(Refused, match="11 already"):
        change(cast.hospital, minimum=minimum)


def test_the_database_itself_keeps_the_floor(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=cast.hospital.pk).update(minimum=4)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"minimum": "4"}, "Nobody may go below 5"),
        ({"minimum": "10"}, "is 11 already"),
        ({"minimum": "many"}, "Type a whole number"),
        ({"minimum": "1001"}, "At most 1000"),
        ({"rest_days": "-1"}, "Type 0 or more"),
        ({"rest_days": "400"}, "A year is the longest"),
    ],
)
def test_what_cannot_be_is_said(cast: Cast, sent: dict[str, Any], words: str) -> None:
    client = signed_in(cast.ada)
    response = client.post(reverse("organisation_rules", args=[cast.hospital.public_id]), sent)
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Organisation.objects.get(pk=cast.hospital.pk).minimum is None

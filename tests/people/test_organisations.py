"""The tree of organisations: added to, changed, moved, cut back."""

import pytest
from django.db import IntegrityError, transaction

from fanlight.audit.models import Entry
from fanlight.people.actions import (
    Refused,
    add_organisation,
    add_team,
    change_organisation,
    end_team,
    move_organisation,
    remove_organisation,
)
from fanlight.people.models import Organisation, OrganisationKind
from fanlight.people.queries import tree_below
from support.worlds import Cast

pytestmark = pytest.mark.django_db
OTHER = OrganisationKind.OTHER


def below(parent: Organisation, name: str) -> Organisation:
    return add_organisation(name=name, kind=OTHER, parent=parent, by=None)


def test_a_tree_of_any_depth_is_read_in_three_queries(cast: Cast, django_assert_num_queries: object) -> None:
    deepest = cast.hospital
    for level in range(12):
        deepest = below(deepest, f"Level {level}")
        add_team(organisation=deepest, name="A team", by=None)
    with django_assert_num_queries(3):  # type: ignore[operator]
        branch = tree_below(cast.hospital)
    assert branch.number_of_teams == 13
    assert [one.name for one in deepest.lineage][:2] == ["Level 11", "Level 10"]
    assert [one.name for one in deepest.lineage][-1] == "Northfield Trust"


def test_the_tree_says_who_leads_and_how_many_there_are(cast: Cast) -> None:
    [leaf] = tree_below(cast.hospital).teams
    assert (leaf.team, leaf.people, leaf.leads) == (cast.ward, 3, ("Alice Example",))


def test_two_parts_of_one_organisation_have_different_names(cast: Cast) -> None:
    below(cast.hospital, "Medicine")
    with pytest.raises(Refused, match="Choose another name"):
        below(cast.hospital, "Medicine")


def test_an_organisation_is_changed_once(cast: Cast) -> None:
    for _ in range(2):
        change_organisation(
            organisation=cast.hospital, name="Northfield General", kind=OTHER, ods_code="RXX", by=cast.ada
        )
    cast.hospital.refresh_from_db()
    assert (cast.hospital.name, cast.hospital.ods_code) == ("Northfield General", "RXX")
    [entry] = Entry.objects.filter(verb="change_organisation")
    assert entry.detail == {"changed": ["kind", "name", "ods_code"]}


def test_an_organisation_moves_with_everything_below_it(cast: Cast) -> None:
    trust = cast.hospital.parent
    medicine = below(cast.hospital, "Medicine")
    site = below(trust, "West site")
    for _ in range(2):
        move_organisation(organisation=medicine, to=site, by=cast.ada)
    assert [one.name for one in Organisation.objects.get(pk=medicine.pk).lineage] == [
        "Medicine",
        "West site",
        "Northfield Trust",
    ]
    assert Entry.objects.filter(verb="move_organisation").count() == 1


def test_an_organisation_cannot_become_a_part_of_its_own_part(cast: Cast) -> None:
    medicine = below(cast.hospital, "Medicine")
    with pytest.raises(Refused, match="is a part of Northfield Hospital"):
        move_organisation(organisation=cast.hospital, to=medicine, by=cast.ada)
    with pytest.raises(Refused, match="is a part of"):
        move_organisation(organisation=medicine, to=medicine, by=cast.ada)


def test_the_database_refuses_an_organisation_that_is_its_own_parent(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=cast.hospital.pk).update(parent=cast.hospital.pk)


def test_only_an_empty_organisation_is_removed(cast: Cast) -> None:
    medicine = below(cast.hospital, "Medicine")
    end_team(team=add_team(organisation=medicine, name="Old ward", by=None), by=cast.ada)
    with pytest.raises(Refused, match="Move them elsewhere"):
        remove_organisation(organisation=medicine, by=cast.ada)
    remove_organisation(organisation=below(cast.hospital, "A mistake"), by=cast.ada)
    assert not Organisation.objects.filter(name="A mistake").exists()


def test_the_top_of_a_tree_is_not_removed_in_the_browser(cast: Cast) -> None:
    top = add_organisation(name="Alone", kind=OTHER, by=None)
    with pytest.raises(Refused, match="whoever runs this site"):
        remove_organisation(organisation=top, by=cast.ada)

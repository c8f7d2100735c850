"""Every verb that a person can do by a form, with who may, what is sent, and how it shows that it was done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from fanlight.people.actions import change_join_link, end_team, invite
from fanlight.people.models import Invitation, Membership, Organisation, Team, User
from fanlight.people.pages.importing import held
from fanlight.people.roles import Role
from fanlight.people.spreadsheet import SheetRow
from support.worlds import Cast

Values = Callable[[Cast], dict[str, Any]]


def nothing(_: Cast) -> dict[str, Any]:
    return {}


def ward(cast: Cast) -> dict[str, Any]:
    return {"public_id": cast.ward.public_id}


def hospital(cast: Cast) -> dict[str, Any]:
    return {"public_id": cast.hospital.public_id}


def bob_in_ward(cast: Cast) -> dict[str, Any]:
    return {**ward(cast), "person": cast.bob.public_id}


def waiting_in_ward(cast: Cast) -> dict[str, Any]:
    by = cast.alice
    one = Invitation.objects.filter(team=cast.ward).first() or invite(
        email="nia@example.org", name="", role=Role.MEMBER, place=cast.ward, by=by
    )
    return {**ward(cast), "invitation": one.public_id}


def waiting_in_hospital(cast: Cast) -> dict[str, Any]:
    one = Invitation.objects.filter(organisation=cast.hospital).first() or invite(
        email="nia@example.org", name="", role=Role.COACH, place=cast.hospital, by=cast.ada
    )
    return {**hospital(cast), "invitation": one.public_id}


def coach_of_trust(cast: Cast) -> dict[str, Any]:
    trust = cast.hospital.parent
    assert trust
    return {"public_id": trust.public_id, "person": cast.eve.public_id, "role": "coach"}


def leaderless(cast: Cast) -> dict[str, Any]:
    Membership.objects.filter(team=cast.ward, role=Role.LEAD).delete()
    return ward(cast)


def ended(cast: Cast) -> dict[str, Any]:
    end_team(team=cast.ward, by=cast.ada)
    return ward(cast)


def with_link(cast: Cast) -> dict[str, Any]:
    change_join_link(team=cast.ward, by=cast.alice)
    return ward(cast)


def an_empty_part(cast: Cast) -> dict[str, Any]:
    part, _ = Organisation.objects.get_or_create(name="Empty", kind="part", parent=cast.hospital)
    return {"public_id": part.public_id}


def next_door(cast: Cast) -> Team:
    team, _ = Team.objects.get_or_create(name="Ward 5", organisation=cast.hospital)
    return team


def merging(cast: Cast) -> dict[str, Any]:
    return {"teams": [cast.ward.public_id, next_door(cast).public_id], "name": "Ward 5 and 6"}


def splitting(cast: Cast) -> dict[str, Any]:
    people = {cast.alice: "first", cast.bob: "second", cast.fay: "both"}
    chosen = {f"person_{user.public_id}": where for user, where in people.items()}
    return {"first": "East", "second": "West", **chosen}


def a_sheet(cast: Cast) -> dict[str, Any]:
    row = SheetRow(2, "Medicine", "Ward 8", "Nia Evans", "nia@example.org", "Lead")
    return {"held": held(cast.hospital, cast.ada, (row,)), "is_welcome_sent": "on"}


def has(model: Any, **wanted: Any) -> Callable[[Cast], bool]:
    return lambda _: bool(model.objects.filter(**wanted).exists())


def lacks(model: Any, **wanted: Any) -> Callable[[Cast], bool]:
    return lambda _: not model.objects.filter(**wanted).exists()


@dataclass(frozen=True)
class Verb:
    """One form: its address, who may send it, with what, and what is true afterwards and not before."""

    name: str
    who: str
    where: Values
    done: Callable[[Cast], bool]
    data: Values = field(default=nothing)
    colleague: str = "bob"


def _invite(_: Cast) -> dict[str, Any]:
    return {"people": "Nia Evans <nia@example.org>\nkit@example.org", "role": "member"}


def _to_hospital(cast: Cast) -> dict[str, Any]:
    other, _ = Organisation.objects.get_or_create(
        name="West site", kind="part", parent=cast.hospital.parent, defaults={}
    )
    return {"to": other.public_id}


def _new_team(_: Cast) -> dict[str, Any]:
    return {"name": "Ward 7", "leads": "me", "lead_email": "", "others": "nia@example.org"}


def _part(_: Cast) -> dict[str, Any]:
    return {"name": "Medicine", "kind": "part", "ods_code": "rxx01"}


def _link_is_new(cast: Cast) -> bool:
    return Team.objects.get(pk=cast.ward.pk).join_code is not None


IN_TEAM = (
    Verb("team_invite", "alice", ward, has(Invitation, email="kit@example.org"), _invite),
    Verb(
        "team_person",
        "alice",
        bob_in_ward,
        has(Membership, role="facilitator", user__name="Bob Example"),
        lambda _: {"roles": ["member", "facilitator"]},
    ),
    Verb(
        "team_person_remove",
        "alice",
        bob_in_ward,
        lacks(Membership, user__name="Bob Example"),
        colleague="fay",
    ),
    Verb("team_invitation_again", "alice", waiting_in_ward, has(Invitation, turn__gt=1)),
    Verb("team_invitation_withdraw", "alice", waiting_in_ward, lacks(Invitation)),
    Verb("team_join_link_change", "alice", ward, _link_is_new),
    Verb("team_join_link_off", "alice", with_link, lacks(Team, join_code__isnull=False)),
    Verb(
        "team_hand_over",
        "alice",
        ward,
        has(Membership, role="lead", user__name="Bob Example"),
        lambda cast: {"person": cast.bob.public_id},
    ),
    Verb("team_leave", "bob", ward, lacks(Membership, user__name="Bob Example"), colleague="eve"),
    Verb("team_rename", "alice", ward, has(Team, name="Ward 6 East"), lambda _: {"name": "Ward 6  East"}),
)
IN_TREE = (
    Verb(
        "tree_team_lead",
        "ada",
        leaderless,
        has(Invitation, role="lead", email="lou@example.org"),
        lambda _: {"email": "lou@example.org", "name": "Lou"},
    ),
    Verb("tree_team_rename", "ada", ward, has(Team, name="Ward 60"), lambda _: {"name": "Ward 60"}),
    Verb("tree_team_move", "ada", ward, has(Team, organisation__name="West site"), _to_hospital),
    Verb("tree_team_end", "ada", ward, has(Team, ended_on__isnull=False)),
    Verb("tree_team_reopen", "ada", ended, lacks(Team, ended_on__isnull=False)),
    Verb("tree_team_split", "ada", ward, has(Team, name="West"), splitting),
    Verb("organisation_add", "ada", hospital, has(Organisation, name="Medicine", ods_code="RXX01"), _part),
    Verb("organisation_add_team", "ada", hospital, has(Invitation, email="nia@example.org"), _new_team),
    Verb("organisation_change", "ada", hospital, has(Organisation, name="Medicine"), _part),
    Verb(
        "organisation_rules",
        "ada",
        hospital,
        has(Organisation, minimum=15, rest_days=90),
        lambda _: {"minimum": "15", "rest_days": "90"},
    ),
    Verb("organisation_move", "ada", hospital, has(Organisation, parent__name="West site"), _to_hospital),
    Verb("organisation_remove", "ada", an_empty_part, lacks(Organisation, name="Empty"), colleague="eve"),
    Verb("organisation_merge", "ada", hospital, has(Team, name="Ward 5 and 6"), merging),
    Verb(
        "organisation_invite",
        "ada",
        hospital,
        has(Invitation, role="coach"),
        lambda _: {"email": "kit@example.org", "name": "Kit", "role": "coach"},
    ),
    Verb("organisation_role_end", "ada", coach_of_trust, lacks(Membership, role="coach")),
    Verb("organisation_invitation_again", "ada", waiting_in_hospital, has(Invitation, turn__gt=1)),
    Verb("organisation_invitation_withdraw", "ada", waiting_in_hospital, lacks(Invitation)),
    Verb("organisation_import_save", "ada", hospital, has(User, email="nia@example.org"), a_sheet),
)
VERBS = IN_TEAM + IN_TREE

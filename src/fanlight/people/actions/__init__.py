"""Writes about people: one verb each, with its actor, in one transaction, on record."""

from fanlight.people.actions.accounts import add_person, close_account, rename_person, sign_out_everywhere
from fanlight.people.actions.importing import import_people
from fanlight.people.actions.invitations import (
    Sent,
    accept_invitation,
    invite,
    invite_administrator,
    invite_several,
    offer_role,
    send_again,
    withdraw_invitation,
)
from fanlight.people.actions.joining import change_join_link, join_by_link, turn_off_join_link
from fanlight.people.actions.leads import Lead, hand_over_lead, name_lead, set_up_team
from fanlight.people.actions.listed import load_listed_organisations
from fanlight.people.actions.organisations import (
    add_organisation,
    change_asking_rules,
    change_organisation,
    move_organisation,
    remove_organisation,
)
from fanlight.people.actions.refused import Refused
from fanlight.people.actions.roles import (
    change_team_roles,
    give_organisation_role,
    give_team_role,
    leave_team,
    take_organisation_role,
)
from fanlight.people.actions.succession import Part, merge_teams, split_team
from fanlight.people.actions.teams import add_team, end_team, move_team, rename_team, reopen_team

__all__ = [
    "Lead",
    "Part",
    "Refused",
    "Sent",
    "accept_invitation",
    "add_organisation",
    "add_person",
    "add_team",
    "change_asking_rules",
    "change_join_link",
    "change_organisation",
    "change_team_roles",
    "close_account",
    "end_team",
    "give_organisation_role",
    "give_team_role",
    "hand_over_lead",
    "import_people",
    "invite",
    "invite_administrator",
    "invite_several",
    "join_by_link",
    "leave_team",
    "load_listed_organisations",
    "merge_teams",
    "move_organisation",
    "move_team",
    "name_lead",
    "offer_role",
    "remove_organisation",
    "rename_person",
    "rename_team",
    "reopen_team",
    "send_again",
    "set_up_team",
    "sign_out_everywhere",
    "split_team",
    "take_organisation_role",
    "turn_off_join_link",
    "withdraw_invitation",
]

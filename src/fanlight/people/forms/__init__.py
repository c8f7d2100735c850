"""What people type about people, teams and organisations."""

from fanlight.people.forms.inviting import InviteForm, InviteToOrganisationForm
from fanlight.people.forms.joining import AcceptForm, CodeForm, JoinForm, YouForm
from fanlight.people.forms.places import (
    MergeForm,
    MoveForm,
    NewTeamForm,
    OrganisationForm,
    RulesForm,
    SaveSheetForm,
    SheetForm,
    SplitForm,
    TeamForm,
)
from fanlight.people.forms.plain import PlainForm, SureForm
from fanlight.people.forms.roles import HandOverForm, NameLeadForm, NewLeadForm, RolesForm
from fanlight.people.forms.without_names import WithoutNames

__all__ = [
    "AcceptForm",
    "CodeForm",
    "HandOverForm",
    "InviteForm",
    "InviteToOrganisationForm",
    "JoinForm",
    "MergeForm",
    "MoveForm",
    "NameLeadForm",
    "NewLeadForm",
    "NewTeamForm",
    "OrganisationForm",
    "PlainForm",
    "RolesForm",
    "RulesForm",
    "SaveSheetForm",
    "SheetForm",
    "SplitForm",
    "SureForm",
    "TeamForm",
    "WithoutNames",
    "YouForm",
]

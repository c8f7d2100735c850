"""Taking something on: the action's own form, and which team it is for."""

from typing import Any

from django import forms

from fanlight.improvement.forms import ActionForm
from fanlight.people.forms import PlainForm, WithoutNames
from fanlight.people.models import Team
from fanlight.team.taking_on import Proposal


class TakeOnForm(ActionForm):
    """What a thing suggests, filled in. Somebody with several teams says which one."""

    team_id = forms.ChoiceField(label="For which team?", widget=forms.RadioSelect)

    field_order = ("team_id", *ActionForm.field_order)

    def __init__(self, data: Any = None, *, proposal: Proposal, teams: list[Team]) -> None:
        self.teams = {team.public_id: team for team in teams}
        initial = {
            "what": proposal.what,
            "first_step": proposal.first_step,
            "focus": proposal.focus or "",
            "element": proposal.element or "",
        }
        chosen = self.teams.get((data or {}).get("team_id", ""), teams[0])
        super().__init__(data, team=chosen, initial=initial)
        if len(teams) == 1:
            del self.fields["team_id"]
        else:
            labels = [(team.public_id, f"{team.name}, {team.organisation.name}") for team in teams]
            self.fields["team_id"].choices = labels  # type: ignore[attr-defined]

    @classmethod
    def as_suggested(cls, *, proposal: Proposal, teams: list[Team]) -> "TakeOnForm":
        """Sent as it stands, by somebody who pressed once and did not look at the form."""
        blank = cls(proposal=proposal, teams=teams)
        return cls({field.name: field.value() for field in blank}, proposal=proposal, teams=teams)


class MessageForm(WithoutNames, PlainForm):
    """A few words to the other side."""

    words = forms.CharField(
        label="What would you like to say?",
        max_length=600,
        widget=forms.Textarea,
        help_text="Without names of patients or colleagues.",
    )
    asks_help = forms.BooleanField(label="We would like help with this", required=False)

    field_order = ("words", "asks_help", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team, from_coach: bool) -> None:
        super().__init__(data, team=team)
        self.from_coach = from_coach
        if from_coach:
            del self.fields["asks_help"]

    @property
    def said(self) -> dict[str, Any]:
        asks = self.cleaned_data.get("asks_help", False)
        return {"words": self.cleaned_data["words"], "asks_help": asks, "from_coach": self.from_coach}


class DigestForm(PlainForm):
    is_on = forms.BooleanField(label="Send me the weekly letter", required=False)

"""Forms about organisations and teams."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from fanlight.design.lines import OneLine
from fanlight.measure.disclosure import FLOOR
from fanlight.people.actions import Lead, Part
from fanlight.people.forms.inviting import AddressesField
from fanlight.people.forms.plain import PlainForm, email_field
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.spreadsheet import MOST_BYTES, SheetRow, Unreadable, read_sheet

WHO_LEADS = (
    (Lead.ME.value, "I do"),
    (Lead.OTHER.value, "Somebody else"),
    (Lead.LATER.value, "I’ll say later"),
)
BOTH = "both"
MOST = 1000


class OrganisationForm(PlainForm):
    """An organisation's name, what kind it is, and its NHS code."""

    name = OneLine(label="Name", max_length=120, error_messages={"required": "Type its name."})
    kind = forms.ChoiceField(
        label="What is it?",
        choices=OrganisationKind.choices,
        error_messages={"required": "Choose what kind it is."},
    )
    ods_code = forms.CharField(
        label="NHS organisation code", max_length=12, required=False, help_text="If it has one."
    )

    def clean_ods_code(self) -> str:
        code: str = self.cleaned_data["ods_code"].strip().upper()
        if code and not code.isalnum():
            raise forms.ValidationError(
                "An NHS organisation code has only letters and digits, such as RGT01."
            )
        return code

    @property
    def values(self) -> dict[str, Any]:
        kind = OrganisationKind(self.cleaned_data["kind"])
        return {"name": self.cleaned_data["name"], "kind": kind, "ods_code": self.cleaned_data["ods_code"]}


class RulesForm(PlainForm):
    """How an organisation's teams are asked. An empty field leaves it to whoever is above."""

    minimum = forms.IntegerField(
        label="Smallest group shown",
        required=False,
        min_value=FLOOR,
        max_value=MOST,
        help_text="Of fewer people no figure is shown, to anybody. You can raise it; you cannot lower it.",
        error_messages={
            "invalid": "Type a whole number, such as 15.",
            "min_value": f"Nobody may go below {FLOOR} people.",
            "max_value": f"At most {MOST}: more would withhold everything.",
        },
    )
    rest_days = forms.IntegerField(
        label="Days of rest between two rounds in one team",
        required=False,
        min_value=0,
        max_value=365,
        help_text="Whoever plans a round sooner is told, and asked whether it has to be. "
        "A pulse of a few questions may come after a quarter of it.",
        error_messages={
            "invalid": "Type a whole number of days, such as 60.",
            "min_value": "Type 0 or more days.",
            "max_value": "A year is the longest.",
        },
    )


class TeamForm(PlainForm):
    name = OneLine(label="The team’s name", max_length=120, error_messages={"required": "Type its name."})


class NewTeamForm(TeamForm):
    """A new team, who leads it, and, for a lead who sets it up themself, everybody else in one go."""

    leads = forms.ChoiceField(
        label="Who leads it?",
        choices=WHO_LEADS,
        initial=Lead.ME.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose who leads it."},
    )
    lead_email = email_field("The lead’s e-mail address, if it is somebody else", required=False)
    others = AddressesField(
        label="If you lead it: the e-mail addresses of the others",
        required=False,
        help_text="One on each line. Each is sent an invitation. You can also do this later.",
    )

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        leads = values.get("leads")
        if leads == Lead.OTHER.value and not values.get("lead_email") and "lead_email" not in self.errors:
            self.add_error("lead_email", "Type the e-mail address of whoever leads it.")
        if leads != Lead.ME.value and values.get("others"):
            self.add_error("others", "Whoever leads the team invites the others. Leave this empty.")
        return values

    @property
    def values(self) -> dict[str, Any]:
        return {**self.cleaned_data, "leads": Lead(self.cleaned_data["leads"])}


class MoveForm(PlainForm):
    """Where in the tree something belongs."""

    to = forms.ChoiceField(
        label="Where does it belong now?", error_messages={"required": "Choose where it belongs."}
    )

    def __init__(
        self, data: Any = None, *, places: Sequence[tuple[Organisation, str]], **options: Any
    ) -> None:
        super().__init__(data, **options)
        self._places = {place.public_id: place for place, _ in places}
        choices = [("", "Choose …"), *((place.public_id, path) for place, path in places)]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]

    @property
    def place(self) -> Organisation:
        return self._places[self.cleaned_data["to"]]


class MergeForm(PlainForm):
    """Which teams become one, and what it is called."""

    teams = forms.MultipleChoiceField(
        label="Which teams become one?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least two teams."},
    )
    name = OneLine(
        label="What is the new team called?",
        max_length=120,
        help_text="It may have the name of one of them.",
        error_messages={"required": "Type the new team’s name."},
    )

    def __init__(self, data: Any = None, *, teams: Iterable[Team]) -> None:
        super().__init__(data)
        self._teams = {team.public_id: team for team in teams}
        self.fields["teams"].choices = [  # type: ignore[attr-defined]
            (public_id, f"{team.name}, {team.organisation.name}") for public_id, team in self._teams.items()
        ]

    def clean_teams(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["teams"]
        if len(chosen) < 2:
            raise forms.ValidationError("Choose at least two teams.")
        return chosen

    @property
    def chosen(self) -> list[Team]:
        return [self._teams[public_id] for public_id in self.cleaned_data["teams"]]


class SplitForm(PlainForm):
    """The two teams that a team becomes, and who goes where."""

    first = OneLine(label="The first new team", max_length=120, error_messages={"required": "Type its name."})
    second = OneLine(
        label="The second new team", max_length=120, error_messages={"required": "Type its name."}
    )

    def __init__(self, data: Any = None, *, people: Iterable[User]) -> None:
        super().__init__(data)
        self._people = {f"person_{user.public_id}": user for user in people}
        for key, user in self._people.items():
            self.fields[key] = forms.ChoiceField(
                label=user.name,
                choices=[
                    ("", "Choose …"),
                    ("first", "To the first"),
                    ("second", "To the second"),
                    (BOTH, "To both"),
                ],
                error_messages={"required": f"Say where {user.name} goes."},
            )

    @property
    def parts(self) -> list[Part]:
        return [Part(self.cleaned_data[where], self._going(where)) for where in ("first", "second")]

    def _going(self, where: str) -> frozenset[User]:
        chosen = self.cleaned_data
        return frozenset(user for key, user in self._people.items() if chosen[key] in {where, BOTH})


class SheetForm(PlainForm):
    """A spreadsheet of people and teams."""

    sheet = forms.FileField(
        label="The spreadsheet",
        help_text="An Excel workbook (.xlsx) or a CSV file, up to 2 MB.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": "Choose a file first.", "empty": "This file is empty. Choose another."},
    )

    def clean_sheet(self) -> tuple[SheetRow, ...]:
        file = self.cleaned_data["sheet"]
        try:
            return read_sheet(file.name, file.read(MOST_BYTES + 1))
        except Unreadable as problem:
            raise forms.ValidationError(str(problem)) from None


class SaveSheetForm(PlainForm):
    """What was looked at, on its way to being saved."""

    held = forms.CharField(widget=forms.HiddenInput)
    is_welcome_sent = forms.BooleanField(
        label="Send everybody who is new an e-mail that says so", required=False, initial=True
    )

    def __init__(self, data: Any = None, *, can_send: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if not can_send:
            del self.fields["is_welcome_sent"]

"""Forms about who is what in a team."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from fanlight.design.lines import OneLine
from fanlight.people.forms.inviting import role_choices
from fanlight.people.forms.plain import PlainForm, email_field
from fanlight.people.models import User
from fanlight.people.roles import TEAM_ROLES, Role


class RolesForm(PlainForm):
    """What somebody is in the team."""

    roles = forms.MultipleChoiceField(
        label="Roles",
        choices=role_choices(TEAM_ROLES),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one. To let them go, remove them below."},
    )

    def __init__(self, data: Any = None, *, held: Iterable[Role]) -> None:
        super().__init__(data, initial={"roles": [role.value for role in held]})

    @property
    def chosen(self) -> set[Role]:
        return {Role(value) for value in self.cleaned_data["roles"]}


class PersonChoice(PlainForm):
    """One of the people in the team."""

    person = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": "Choose somebody."})

    def __init__(self, data: Any = None, *, people: Sequence[User]) -> None:
        super().__init__(data)
        self._people = {user.public_id: user for user in people}
        self.fields["person"].choices = [(key, user.name) for key, user in self._people.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> User:
        return self._people[self.cleaned_data["person"]]


class HandOverForm(PersonChoice):
    def __init__(self, data: Any = None, *, people: Sequence[User]) -> None:
        super().__init__(data, people=people)
        self.fields["person"].label = "Who leads the team from now on?"


class NewLeadForm(PersonChoice):
    """Another lead, from among those who are in the team."""

    def __init__(self, data: Any = None, *, people: Sequence[User]) -> None:
        super().__init__(data, people=people)
        self.fields["person"].label = "Who else leads the team?"

    @property
    def values(self) -> dict[str, str]:
        return {"email": self.chosen.email, "name": self.chosen.name}


class NameLeadForm(PlainForm):
    """The first lead of a team: by e-mail, whether in the team already or not."""

    email = email_field(help_text="Your own only if nobody is in the team yet.")
    name = OneLine(label="Name", max_length=100, required=False)

    @property
    def values(self) -> dict[str, str]:
        return {"email": self.cleaned_data["email"], "name": self.cleaned_data["name"]}

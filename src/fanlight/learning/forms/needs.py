"""What is typed about what people need. Role labels only: names are asked about everywhere."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.design.lines import OneLine
from fanlight.guide.queries import PartyKind
from fanlight.guide.queries.here import the_guide
from fanlight.learning.actions import LOOKED_AT
from fanlight.learning.forms.about import AboutAnEvent
from fanlight.learning.models import Need, Stands
from fanlight.people.forms import PlainForm
from fanlight.people.forms.kept_apart import NoticesOthers, as_seen
from fanlight.people.models import Team, User

USUAL = timedelta(days=14)


class MendingForm(AboutAnEvent):
    """What it is about, in a few words."""

    about = OneLine(
        label="What is it about?",
        help_text="The piece of work, such as “A night transfer that went wrong”. No names, no bed, no date.",
        max_length=120,
    )


class PartyForm(AboutAnEvent):
    """Somebody who is hurt."""

    kind = forms.ChoiceField(label="Who is hurt?", widget=forms.RadioSelect)
    label = OneLine(
        label="What do we call them here?",
        help_text="What they are, such as “the daughter” or “a nurse on nights”. Never a name.",
        max_length=60,
    )
    they_know = forms.BooleanField(label="They know that I write this down, and who can read it")

    field_order = ("kind", "label", "they_know", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team) -> None:
        super().__init__(data, team=team)
        parties = the_guide().learning.parties
        self.fields["kind"].choices = [(party.id.value, party.title) for party in parties]  # type: ignore[attr-defined]

    @property
    def party(self) -> dict[str, Any]:
        return {"kind": PartyKind(self.cleaned_data["kind"]), "label": self.cleaned_data["label"]}


class LooksAgain(AboutAnEvent):
    """A day on which somebody asks again, if there is one."""

    look_again_on = EnglishDateField(
        label="When will you ask again?",
        help_text="You get a gentle reminder that morning. Leave it empty for none.",
        required=False,
    )

    def clean_look_again_on(self) -> date | None:
        day: date | None = self.cleaned_data["look_again_on"]
        if day and day <= timezone.localdate():
            raise forms.ValidationError("Choose a day to come, or none.")
        if day and day > timezone.localdate() + timedelta(days=366):
            raise forms.ValidationError("That is more than a year away. Ask again sooner.")
        return day


class NeedForm(LooksAgain):
    """One thing that they need, in their own words."""

    words = OneLine(
        label="What do they need?", help_text="Ask them. In their words, if you can.", max_length=240
    )
    owed_by = OneLine(
        label="Whose is it to see to that?",
        help_text="A role, such as “the ward’s lead” or “the facilitator”. Never a name.",
        max_length=80,
    )

    field_order = ("words", "owed_by", "look_again_on", "as_it_is")

    def __init__(self, data: Any = None, *, team: Team, is_own: bool = False) -> None:
        super().__init__(data, team=team, initial={"look_again_on": timezone.localdate() + USUAL})
        if is_own:
            self.fields["words"].label = "What do you need?"
            self.fields["words"].help_text = "In your own words."


class LookForm(LooksAgain, NoticesOthers):
    """How it stands."""

    stands = forms.ChoiceField(label="Is it met?", choices=Stands.choices, widget=forms.RadioSelect)
    note = OneLine(label="What came of it?", max_length=240, required=False)

    field_order = ("stands", "note", "look_again_on", "as_it_is")

    @classmethod
    def of(cls, need: Need, data: Any, *, team: Team) -> "LookForm":
        return cls(data, team=team, initial=as_seen(need, LOOKED_AT))

    @property
    def look(self) -> dict[str, Any]:
        return {**self.written(LOOKED_AT), "stands": Stands(self.cleaned_data["stands"])}


class PersonForm(PlainForm):
    """One of several people."""

    who = forms.ChoiceField(label="Who?", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, people: Sequence[User], nobody: str = "") -> None:
        super().__init__(data)
        self.users = {user.public_id: user for user in people}
        choices = [(user.public_id, user.name) for user in people]
        self.fields["who"].choices = [*([("nobody", nobody)] if nobody else []), *choices]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str:
        return str(self.cleaned_data["who"])

    @property
    def user(self) -> User | None:
        return self.users.get(self.chosen)

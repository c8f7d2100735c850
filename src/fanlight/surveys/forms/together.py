"""What is typed in where a team is too small to be asked alone."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.people.models import Team
from fanlight.surveys.forms.planning import CLOSING_TIME, LONGEST, at
from fanlight.surveys.models import Round

FARTHEST = timedelta(days=200)  # two askings further apart are two different teams


class TwiceForm(forms.Form):
    """When the same is asked a second time."""

    opens_on = EnglishDateField(
        label="The second round opens on", error_messages={"required": "Choose the day on which it opens."}
    )
    closes_on = EnglishDateField(
        label="It closes on",
        help_text="At 8 in the evening. Results of both come then, and not before.",
        error_messages={"required": "Choose the day on which it closes."},
    )

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.round = round
        first = timezone.localdate(round.closes_at)
        self.fields["opens_on"].initial = first + timedelta(days=60)
        self.fields["closes_on"].initial = first + timedelta(days=74)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        first = timezone.localdate(self.round.closes_at)
        if opens and opens <= first:
            self.add_error("opens_on", f"Choose a day after the first round closes, on {first:%-d/%-m/%Y}.")
        elif opens and opens - first > FARTHEST:
            self.add_error("opens_on", "That is more than half a year later. Choose an earlier day.")
        if opens and closes and not timedelta(0) < closes - opens <= LONGEST:
            self.add_error("closes_on", "It has to close on a day after it opens, and within 60 days.")
        return cleaned

    @property
    def opens_at(self) -> datetime:
        return at(self.cleaned_data["opens_on"], time(6, 0))

    @property
    def closes_at(self) -> datetime:
        return at(self.cleaned_data["closes_on"], CLOSING_TIME)


class JoinRoundForm(forms.Form):
    """Which team takes part in another's round, and how many they are."""

    team = forms.ChoiceField(
        label="Which of your teams takes part?",
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a team.", "invalid_choice": "Choose one of your teams."},
    )
    people = forms.IntegerField(
        label="How many people work in it?",
        help_text="Everybody who is asked: nights, bank and part-time too. We need the number, never the names.",
        min_value=1,
        max_value=5000,
        error_messages={
            "required": "Say how many people are asked.",
            "invalid": "Type a whole number, such as 8.",
            "min_value": "It takes at least one person.",
            "max_value": "That is more than a team.",
        },
    )

    def __init__(self, *args: Any, teams: Sequence[Team], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = {team.public_id: team for team in teams}
        choices = [(key, f"{team.name}, {team.organisation.name}") for key, team in self.teams.items()]
        self.fields["team"].choices = choices  # type: ignore[attr-defined]
        if len(choices) == 1:
            self.fields["team"].initial = choices[0][0]

    @property
    def chosen(self) -> Team:
        return self.teams[self.cleaned_data["team"]]


class OtherSurveyForm(forms.Form):
    """Another survey for the calendar."""

    title = forms.CharField(
        label="What is it?",
        max_length=80,
        help_text="For instance: NHS Staff Survey.",
        error_messages={"required": "Say what it is called."},
    )
    begins_on = EnglishDateField(label="It begins on", error_messages={"required": "Choose its first day."})
    ends_on = EnglishDateField(label="It ends on", error_messages={"required": "Choose its last day."})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("begins_on"), cleaned.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", "It cannot end before it begins.")
        for name, day in (("begins_on", begins), ("ends_on", ends)):
            if day and not date(2000, 1, 1) <= day <= date(2100, 1, 1):
                self.add_error(name, "Choose a day of this century.")
        return cleaned

"""What is typed about a test of change."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.improvement.actions import Planned
from fanlight.improvement.models import AgreedAction, Cycle, Decision
from fanlight.people.forms import WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers

A_WEEK = timedelta(days=7)


class PlanCycleForm(WithoutNames, NoticesOthers):
    """The prediction stands first: only who has guessed can be surprised."""

    prediction = forms.CharField(
        label="What do you think will happen?",
        help_text="A guess, with a number if you can. It is good to be wrong: that is how one learns.",
        max_length=300,
    )
    plan = forms.CharField(label="What exactly will you try?", max_length=300)
    scale = forms.CharField(
        label="How small can it be?",
        help_text="One shift, one bay, two people. The first test is done by tomorrow.",
        max_length=100,
    )
    begins_on = EnglishDateField(label="It begins on")
    look_on = EnglishDateField(label="You look at it on")

    field_order = ("prediction", "plan", "scale", "begins_on", "look_on", "as_it_is")

    def __init__(self, data: Any = None, *, action: AgreedAction, cycle: Cycle | None = None) -> None:
        today = timezone.localdate()
        initial: dict[str, Any] = {"begins_on": today, "look_on": today + A_WEEK, "version": 1}
        names = ("prediction", "plan", "scale", "begins_on", "look_on", "version")
        if cycle:
            initial = {name: getattr(cycle, name) for name in names}
        elif last := Cycle.objects.filter(action=action).last():
            initial["plan"] = last.plan
        else:
            initial["plan"] = action.first_step
        super().__init__(data, team=action.team, initial=initial)

    def clean_look_on(self) -> date:
        look_on: date = self.cleaned_data["look_on"]
        begins_on = self.cleaned_data.get("begins_on")
        if begins_on and look_on < begins_on:
            raise forms.ValidationError("That is before it begins.")
        return look_on

    @property
    def planned(self) -> Planned:
        return Planned(**{name: self.cleaned_data[name] for name in Planned.__dataclass_fields__})


class StudyCycleForm(WithoutNames, NoticesOthers):
    """What came of a test."""

    happened = forms.CharField(
        label="What happened?", help_text="Numbers, and what you saw.", max_length=500, widget=forms.Textarea
    )
    surprised = forms.CharField(
        label="What surprised us?", max_length=500, widget=forms.Textarea, required=False
    )
    decision = forms.ChoiceField(label="What follows?", choices=Decision.choices, widget=forms.RadioSelect)

    field_order = ("happened", "surprised", "decision", "as_it_is")

    def __init__(self, data: Any = None, *, cycle: Cycle) -> None:
        names = ("happened", "surprised", "decision", "version")
        initial = {name: getattr(cycle, name) for name in names}
        super().__init__(data, team=cycle.action.team, initial=initial)

    @property
    def studied(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("version", "happened", "surprised")
        return {**{name: said[name] for name in names}, "decision": Decision(said["decision"])}

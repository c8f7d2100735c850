"""What is chosen and written in a debrief."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.design.lines import Lines, OneLine
from fanlight.guide.queries import Focus
from fanlight.people.forms import WithoutNames

USUAL_MINUTES = 45


def minutes_chosen(query: Mapping[str, str]) -> int:
    """How long the talk may take; the usual time where the address says nothing sensible."""
    text = query.get("minutes", "")
    return int(text) if text.isdecimal() and len(text) < 4 else USUAL_MINUTES


def focus_chosen(query: Mapping[str, str]) -> Focus | None:
    text = query.get("focus", "")
    return Focus(text) if text in set(Focus) else None


class SessionForm(WithoutNames):
    """One meeting: when, how many, and what was said in the team's words."""

    held_on = EnglishDateField(label="When did you talk?")
    people = forms.IntegerField(
        label="How many came?", help_text="A number, never a list of names.", min_value=0, max_value=500
    )
    themes = Lines(
        label="What you heard, in your own words",
        help_text="One thought on each line, without names.",
        required=False,
    )
    still_open = Lines(
        label="What you cannot change yourselves",
        help_text="One thing on each line: what, why, and where it is being taken.",
        required=False,
    )

    field_order = ("held_on", "people", "themes", "still_open", "as_it_is")

    def clean_held_on(self) -> date:
        held_on: date = self.cleaned_data["held_on"]
        if held_on > timezone.localdate():
            raise forms.ValidationError("That day is still to come. Write it down when you have talked.")
        return held_on


OPINIONS = (("yes", "Yes"), ("partly", "Partly"), ("no", "No"))


class FeedbackForm(forms.Form):
    """Two questions about the debrief."""

    worth_it = forms.ChoiceField(
        label="Was the talk worth the time?", choices=OPINIONS, widget=forms.RadioSelect
    )
    could_speak = forms.ChoiceField(
        label="Could you say what you wanted to say?", choices=OPINIONS, widget=forms.RadioSelect
    )


class JoinForm(forms.Form):
    """The code that stands on the big screen."""

    code = forms.CharField(label="The code on the screen", max_length=20)


class DotsForm(forms.Form):
    """Up to three things to talk about."""

    chosen = forms.MultipleChoiceField(
        label="Put a dot on up to three", widget=forms.CheckboxSelectMultiple, choices=()
    )

    def __init__(self, data: Any = None, *, topics: tuple[str, ...], most: int, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.most = most
        chosen = self.fields["chosen"]
        chosen.choices = [(str(place), topic) for place, topic in enumerate(topics)]  # type: ignore[attr-defined]

    def clean_chosen(self) -> list[int]:
        chosen: list[str] = self.cleaned_data["chosen"]
        if len(chosen) > self.most:
            raise forms.ValidationError("You have three dots. Take some off.")
        return [int(place) for place in chosen]


class ThoughtForm(WithoutNames):
    """One thought, in a sentence."""

    words = OneLine(
        label="Your thought, in a sentence",
        help_text="About the work, without names. It is shown among the others in no order.",
        max_length=200,
        widget=forms.Textarea,
    )

"""What an administrator plans, and what somebody says of themselves, if they like."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.equity.models import FairRound
from fanlight.guide.queries import Characteristic
from fanlight.guide.queries.here import the_guide
from fanlight.people.forms import PlainForm

CLOSING_TIME = time(20, 0)
LONGEST = timedelta(days=92)
TWO_WEEKS = timedelta(days=14)


class PlanFairForm(PlainForm):
    """About what, why, how many, until when."""

    characteristic = forms.ChoiceField(
        label="What do you want to ask people about themselves?",
        help_text="One thing only. Each further one would make it easier to see who somebody is.",
        widget=forms.RadioSelect,
    )
    purpose = forms.CharField(
        label="Why do you ask?",
        help_text="People read this before they answer. Say what you want to change, and who will work on it.",
        min_length=20,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Say why you ask. Nobody should have to guess.",
            "min_length": "Say a little more: what you want to change, and who will work on it.",
        },
    )
    people = forms.IntegerField(
        label="How many people are asked?",
        help_text="Everybody: nights, bank and agency too. We need the number, never the names.",
        max_value=2_000_000,
        error_messages={"required": "Say how many people are asked.", "invalid": "Type a whole number."},
    )
    closes_on = EnglishDateField(
        label="Which is the last day?",
        help_text="It closes at eight in the evening.",
        error_messages={"required": "Choose the last day."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.id, _with_place(one)) for one in the_guide().characteristics]
        self.fields["characteristic"].choices = choices  # type: ignore[attr-defined]
        self.fields["closes_on"].initial = timezone.localdate() + TWO_WEEKS

    def clean_closes_on(self) -> Any:
        last, today = self.cleaned_data["closes_on"], timezone.localdate()
        if not today < last <= today + LONGEST:
            raise forms.ValidationError("Choose a day from tomorrow on, and within three months.")
        return last

    @property
    def closes_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.cleaned_data["closes_on"], CLOSING_TIME))


def _with_place(asked: Characteristic) -> str:
    return f"{asked.title} (the list for {asked.covers})" if asked.covers else asked.title


class AboutForm(forms.Form):
    """One optional question about oneself."""

    about = forms.TypedChoiceField(
        coerce=int,
        required=False,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose one of the answers shown, or none."},
    )

    def __init__(self, *args: Any, round: FairRound, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        *paths, _ = round.categories
        choices = [(str(place), ": ".join(path)) for place, path in enumerate(paths)]
        field: Any = self.fields["about"]
        field.choices = [*choices, (str(len(paths)), "I would rather not say")]
        field.label, field.help_text = round.about["question"], round.about["help"]

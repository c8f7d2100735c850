"""What is typed about a measure, and about what happened when."""

from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.improvement.forms.figure import FigureField
from fanlight.improvement.models import Counts, Direction, Measure, Purpose, Rhythm
from fanlight.measure.spc.cautions import FEW_POINTS
from fanlight.people.forms import PlainForm, WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers

OF_WHAT = [("", "Something else: a huddle, a shift, a form"), ("yes", "A person")]
# A score of a round is compared with the round before it, by its own interval; it is never a point on a chart of ours.
SCORES = (
    "culture score",
    "survey score",
    "staff survey",
    "pulse score",
    "safety climate",
    "fanlight-six",
    "% positive",
)


class MeasureForm(WithoutNames, NoticesOthers):
    """What to count. The name is enough; the rest has a usual answer."""

    name = forms.CharField(label="What will you count?", help_text="Such as: huddles held.", max_length=100)
    counts = forms.ChoiceField(label="What is one figure?", choices=Counts.choices, widget=forms.RadioSelect)
    rhythm = forms.ChoiceField(label="How often?", choices=Rhythm.choices)
    direction = forms.ChoiceField(label="Which way is better?", choices=Direction.choices)
    purpose = forms.ChoiceField(label="What does it tell you?", choices=Purpose.choices)
    how = forms.CharField(
        label="How exactly do you count it?",
        help_text="So that everybody counts alike: from when to when, what counts, what does not.",
        max_length=200,
        required=False,
    )
    target = FigureField(label="Is there a level you want to reach?", required=False)
    fix = forms.IntegerField(
        label="Should the limits rest on the first figures alone?",
        help_text=f"How many, {FEW_POINTS} or more. Empty: they rest on all. Fixed limits show later figures against "
        "the time before your change.",
        min_value=FEW_POINTS,
        max_value=200,
        required=False,
    )
    fix_why = forms.CharField(
        label="Why are they fixed there?",
        help_text="In a few words, such as: the winter before we began.",
        max_length=120,
        required=False,
    )
    of_people = forms.ChoiceField(
        label="If it is so many out of so many: what is each one of them?",
        help_text="Few people are shown together with those of later weeks, so that nobody can be made out.",
        choices=OF_WHAT,
        required=False,
    )
    is_shared = forms.BooleanField(
        label="Our coach may see this chart, with the notes and tests that stand on it", required=False
    )

    NAMES = (
        "name",
        "counts",
        "rhythm",
        "direction",
        "purpose",
        "how",
        "target",
        "fix",
        "fix_why",
        "of_people",
        "is_shared",
    )
    field_order = (*NAMES, "as_it_is")

    def __init__(self, data: Any = None, *, team: Any, measure: Measure | None = None, **first: Any) -> None:
        initial = {
            "counts": "count",
            "rhythm": "weekly",
            "direction": "up",
            "purpose": "process",
            "version": 1,
        }
        if measure:
            initial |= {name: getattr(measure, name) for name in (*self.NAMES, "version")}
            initial |= {"of_people": "yes" if measure.of_people else ""}
            initial |= {"target": "" if measure.target is None else f"{measure.target:g}"}
        super().__init__(data, team=team, initial={**initial, **first})
        if measure is None:  # nothing to fix limits on yet
            del self.fields["fix"], self.fields["fix_why"]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if any(score in name.lower() for score in SCORES):
            raise forms.ValidationError(
                "Scores of a survey do not belong on such a chart: two or three rounds say nothing about the ups and "
                "downs of chance. The results page compares rounds. Count something that you do or see every week."
            )
        return name

    def clean_of_people(self) -> bool:
        return bool(self.cleaned_data["of_people"] == "yes")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("fix") and not cleaned.get("fix_why") and "fix_why" not in self.errors:
            self.add_error("fix_why", "Say why, so that nobody has to guess next year.")
        return cleaned

    @property
    def decided(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.NAMES if name in self.fields}


class NoteForm(WithoutNames, PlainForm):
    """Something to know about the chart."""

    on = EnglishDateField(label="On which day?")
    words = forms.CharField(
        label="What happened?", help_text="In a few words, without names.", max_length=120
    )
    starts_anew = forms.BooleanField(
        label="It changed the work for good: draw new limits from here",
        required=False,
    )

    field_order = ("words", "on", "starts_anew", "as_it_is")

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["on"].initial = timezone.localdate()

    @property
    def said(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("on", "words", "starts_anew")}

"""What is typed about measures and their figures."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.improvement.actions import Entry
from fanlight.improvement.forms.kept_apart import NoticesOthers
from fanlight.improvement.models import Counts, Direction, Figure, Measure, Purpose, Rhythm
from fanlight.improvement.queries import is_small, period_words, periods_to_fill
from fanlight.measure.spc.entry import Unreadable, read_figure
from fanlight.people.forms import PlainForm, WithoutNames

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


class FigureField(forms.CharField):
    """A number as people write it: 12, 1,234, 3.5."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": "6"})
        super().__init__(widget=widget, max_length=20, **kwargs)

    def clean(self, value: Any) -> float | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            figure = read_figure(text)
        except Unreadable as problem:
            raise forms.ValidationError(f"{problem} Type a number, such as 12.") from None
        if figure.is_percentage or figure.value != figure.value:
            raise forms.ValidationError("Type a plain number, such as 12.")
        return figure.value


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
    of_people = forms.ChoiceField(
        label="If it is so many out of so many: what is each one of them?",
        help_text="Few people are shown together with those of later weeks, so that nobody can be made out.",
        choices=OF_WHAT,
        required=False,
    )
    is_shared = forms.BooleanField(
        label="Our coach may see this chart, with the notes and tests that stand on it", required=False
    )

    NAMES = ("name", "counts", "rhythm", "direction", "purpose", "how", "target", "of_people", "is_shared")
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

    @property
    def decided(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.NAMES}


class FigureForm(PlainForm):
    """One figure, in ten seconds: the number, and a period that is chosen already."""

    value = FigureField(label="How many?")
    out_of = FigureField(label="Out of how many?")
    period = forms.ChoiceField(label="For which time?")
    on = EnglishDateField(label="On which day?")

    def __init__(self, data: Any = None, *, measure: Measure) -> None:
        super().__init__(data)
        self.measure = measure
        self.open_periods: list[date] = []
        unused = {"value", "period"} if measure.is_of_events else {"on"}
        for name in unused if measure.has_size else {*unused, "out_of"}:
            del self.fields[name]
        if measure.is_of_events:
            self.fields["on"].initial = timezone.localdate()
            return
        if measure.counts == Counts.RATING:
            self.fields["value"].label = "Which rating?"
        self.fields["value"].widget.attrs["autofocus"] = True
        open_periods = self.open_periods = periods_to_fill(measure)
        period: Any = self.fields["period"]
        period.choices = [(each.isoformat(), period_words(measure, each)) for each in open_periods]
        period.initial = usual_period(measure, open_periods)

    @property
    def can_be_filled(self) -> bool:
        return self.measure.is_of_events or bool(self.open_periods) or self.is_bound

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError("That day is still to come.")
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        refuse_impossible(self, cleaned.get("value"), cleaned.get("out_of"))
        return cleaned

    @property
    def entry(self) -> Entry:
        said = self.cleaned_data
        on = said["on"] if self.measure.is_of_events else date.fromisoformat(said["period"])
        return Entry(on, said.get("value", 1.0), said.get("out_of"))


def usual_period(measure: Measure, open_periods: list[date]) -> str:
    """The last whole period if it has no figure yet, else the present one."""
    last = measure.period_before(measure.period_of(timezone.localdate()))
    begun = measure.period_of(measure.begun_on)
    usual = last if last in open_periods and last >= begun else next(iter(open_periods), None)
    return usual.isoformat() if usual else ""


def refuse_impossible(form: forms.Form, value: float | None, out_of: float | None) -> None:
    if value is not None and value < 0:
        form.add_error("value", "This cannot be less than nought.")
    if "out_of" in form.fields and value is not None and out_of is not None and not value <= out_of:
        form.add_error(
            "out_of", f"{value:g} out of {out_of:g} cannot be: the second number is the larger one."
        )
    if out_of == 0:
        form.add_error("out_of", "Out of none is no figure. Leave this time out.")


class CorrectForm(WithoutNames, NoticesOthers):
    """A figure put right."""

    value = FigureField(
        label="The right figure", required=False, help_text="Empty means: there is no figure."
    )
    out_of = FigureField(label="Out of how many?", required=False)
    why = forms.CharField(
        label="Why is it changed?", help_text="In a few words, without names.", max_length=200
    )

    field_order = ("value", "out_of", "why", "as_it_is")

    def __init__(self, data: Any = None, *, figure: Figure) -> None:
        measure = figure.measure
        initial: dict[str, Any] = {"version": figure.version}
        self.is_hidden_figure = is_small(figure, measure)
        if not self.is_hidden_figure:
            initial |= {name: _shown(getattr(figure, name)) for name in ("value", "out_of")}
        super().__init__(data, team=measure.team, initial=initial)
        if not measure.has_size:
            del self.fields["out_of"]
        if measure.is_of_events:
            self.fields["value"].help_text = "Empty it if this did not happen."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_impossible(self, cleaned.get("value"), cleaned.get("out_of"))
        return cleaned

    def _in_words(self, name: str, theirs: object) -> str:
        """A figure of few people is not told to whoever puts it right at the same time, either."""
        return "another figure" if self.is_hidden_figure else super()._in_words(name, theirs)

    @property
    def corrected(self) -> dict[str, Any]:
        said = self.cleaned_data
        names = ("version", "value", "why")
        return {**{name: said[name] for name in names}, "out_of": said.get("out_of")}


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


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

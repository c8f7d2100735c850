"""What is typed about one figure: put down, or put right."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from fanlight.design.dates import EnglishDateField
from fanlight.improvement.actions import Entry, FigureThere
from fanlight.improvement.models import Counts, Figure, Measure
from fanlight.improvement.queries import is_small, period_words, periods_to_fill, recent_periods
from fanlight.measure.spc.entry import Unreadable, read_figure
from fanlight.people.forms import PlainForm, WithoutNames
from fanlight.people.forms.kept_apart import NoticesOthers

HOW_OFTEN = "How often on that day?"
MOST_TIMES = 20


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


class FigureForm(PlainForm):
    """One figure, in ten seconds: the number, and a period that is chosen already."""

    value = FigureField(label="How many?")
    out_of = FigureField(label="Out of how many?")
    period = forms.ChoiceField(label="For which time?")
    on = EnglishDateField(label="On which day?")

    def __init__(self, data: Any = None, *, measure: Measure) -> None:
        super().__init__(data)
        self.measure = measure
        self.there: Figure | None = None
        self.open_periods: list[date] = []
        unused = {"period"} if measure.is_of_events else {"on"}
        for name in unused if measure.has_size else {*unused, "out_of"}:
            del self.fields[name]
        if measure.is_of_events:
            self.order_fields(("on", "value"))
            self.fields["on"].initial = timezone.localdate()
            self.fields["value"].label, self.fields["value"].initial = HOW_OFTEN, "1"
            return
        if measure.counts == Counts.RATING:
            self.fields["value"].label = "Which rating?"
        self.fields["value"].widget.attrs["autofocus"] = True
        open_periods = self.open_periods = periods_to_fill(measure)
        chosen = data.get("period") if data else None  # may have got a figure while this person was typing
        shown = [day for day in recent_periods(measure) if day in open_periods or day.isoformat() == chosen]
        period: Any = self.fields["period"]
        period.choices = [(each.isoformat(), period_words(measure, each)) for each in shown]
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
        refuse_odd_times(self, self.measure, cleaned.get("value"))
        return cleaned

    def carry_out(self, action: Callable[[], object]) -> bool:
        """Keep the figure that is there already, so that the page can lead to it."""

        def watched() -> object:
            try:
                return action()
            except FigureThere as problem:
                self.there = problem.figure
                raise

        return super().carry_out(watched)

    @property
    def entry(self) -> Entry:
        said = self.cleaned_data
        on = said["on"] if self.measure.is_of_events else date.fromisoformat(said["period"])
        return Entry(on, said["value"], said.get("out_of"))


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


def refuse_odd_times(form: forms.Form, measure: Measure, value: float | None) -> None:
    """An event happens once, or a few times, on a day: never half a time."""
    if measure.is_of_events and value is not None and (value != int(value) or not 0 < value <= MOST_TIMES):
        form.add_error("value", f"Type a whole number from 1 to {MOST_TIMES}.")


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
        measure = self.measure = figure.measure
        initial: dict[str, Any] = {"version": figure.version}
        self.is_hidden_figure = is_small(figure, measure)
        if not self.is_hidden_figure:
            initial |= {name: _shown(getattr(figure, name)) for name in ("value", "out_of")}
        super().__init__(data, team=measure.team, initial=initial)
        if not measure.has_size:
            del self.fields["out_of"]
        if measure.is_of_events:
            self.fields["value"].label = HOW_OFTEN
            self.fields["value"].help_text = "Empty it if this did not happen."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        refuse_impossible(self, cleaned.get("value"), cleaned.get("out_of"))
        refuse_odd_times(self, self.measure, cleaned.get("value"))
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

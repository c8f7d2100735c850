"""Counts of two groups of staff, typed to be compared and then forgotten."""

from typing import Any

from django import forms

from fanlight.design.lines import OneLine
from fanlight.people.forms import PlainForm

MOST = 2_000_000


def _count(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=MOST)


class LikelihoodForm(PlainForm):
    """What happened, to how many of whom."""

    what = OneLine(
        label="What happened to them?",
        help_text="Such as “entered a formal process”, “were appointed”, “went on a course”.",
        max_length=80,
        initial="entered a formal process",
    )
    one_name = OneLine(label="The one group", max_length=60, initial="Staff from ethnic minorities")
    one_events = _count("To how many of the one group did it happen?")
    one_people = _count("How many are in the one group?")
    other_name = OneLine(label="The other group", max_length=60, initial="White staff")
    other_events = _count("To how many of the other group did it happen?")
    other_people = _count("How many are in the other group?")

    def clean(self) -> dict[str, Any]:
        chosen = super().clean() or self.cleaned_data
        for group in ("one", "other"):
            events, people = chosen.get(f"{group}_events"), chosen.get(f"{group}_people")
            if events is not None and people is not None and events > people:
                self.add_error(f"{group}_events", f"It cannot have happened to {events} of {people}.")
        return chosen

    def group(self, which: str) -> tuple[int, int]:
        return self.cleaned_data[f"{which}_events"], self.cleaned_data[f"{which}_people"]

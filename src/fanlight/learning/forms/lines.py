"""Several short lines in one box, and a look for whatever may tell who is meant."""

from typing import Any

from django import forms

from fanlight.design.recognisable import Kind
from fanlight.people.forms import PlainForm, WithoutNames

MOST_LINES = 20
LONGEST_LINE = 240


class Lines(forms.CharField):
    """One thought on each line. To leave it empty is an answer too: it takes off what stood there."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in str(self.to_python(value) or "").splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"Keep to {MOST_LINES} lines: the ones that matter most.")
        if too_long := next((line for line in lines if len(line) > LONGEST_LINE), None):
            raise forms.ValidationError(
                f"“{too_long[:40]}…” is long for one line. Say it in a sentence or two."
            )
        return lines


class AboutAnEvent(WithoutNames, PlainForm):
    """A form about an event: dates and beds may tell who is meant as well as names do. Jobs are what we say instead."""

    LOOKS_FOR = frozenset(Kind) - {Kind.ROLE}


class OneLine(forms.CharField):
    """A line without breaks or doubled blanks."""

    def clean(self, value: Any) -> str:
        return " ".join(str(super().clean(value) or "").split())

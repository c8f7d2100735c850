"""A form field for several short lines, as people write a list."""

from typing import Any

from django import forms

MOST_LINES = 12
LONGEST_LINE = 240


class Lines(forms.CharField):
    """Several short lines, one thought each."""

    widget = forms.Textarea

    def clean(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in str(super().clean(value)).splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > MOST_LINES:
            raise forms.ValidationError(f"Keep to {MOST_LINES} lines: the ones that matter most.")
        if too_long := next((line for line in lines if len(line) > LONGEST_LINE), None):
            raise forms.ValidationError(f"“{too_long[:40]}…” is long for one line. Say it in a sentence.")
        return lines

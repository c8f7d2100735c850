"""Form fields for what people write in lines: one line, or several as in a list."""

from typing import Any

from django import forms

MOST_LINES = 12
LONGEST_LINE = 240


class OneLine(forms.CharField):
    """A line without breaks or doubled blanks: a name, a title, a thought."""

    def clean(self, value: Any) -> str:
        return " ".join(str(super().clean(value) or "").split())


class Lines(forms.CharField):
    """Several short lines, one thought each."""

    widget = forms.Textarea

    def __init__(self, *, most: int = MOST_LINES, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.most = most

    def clean(self, value: Any) -> list[str]:
        lines = [" ".join(line.split()) for line in str(super().clean(value)).splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > self.most:
            raise forms.ValidationError(f"Keep to {self.most} lines: the ones that matter most.")
        if too_long := next((line for line in lines if len(line) > LONGEST_LINE), None):
            raise forms.ValidationError(
                f"“{too_long[:40]}…” is long for one line. Say it in a sentence or two."
            )
        return lines

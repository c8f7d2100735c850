"""Form fields for dates and times as people in England write them."""

from datetime import date, time
from typing import Any

from django import forms

DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d/%m/%y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
TIME_FORMATS = ("%H:%M", "%H.%M", "%H:%M:%S", "%I:%M%p", "%I.%M%p", "%I%p")


class DatePicker(forms.DateInput):
    """The browser's own calendar; where there is none, a line to type into."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class TimePicker(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class EnglishDateField(forms.DateField):
    """A day. What cannot be read is quoted back with an example."""

    widget = DatePicker

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=list(DATE_FORMATS), **kwargs)

    def to_python(self, value: Any) -> date | None:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(f"“{value}” is not a date we can read. Try 28/2/2027.") from None


class EnglishTimeField(forms.TimeField):
    """A time of day: 14:30, 2.30pm, 2pm."""

    widget = TimePicker

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=list(TIME_FORMATS), **kwargs)

    def to_python(self, value: Any) -> time | None:
        text = value.replace(" ", "") if isinstance(value, str) else value
        try:
            return super().to_python(text)
        except forms.ValidationError:
            raise forms.ValidationError(f"“{value}” is not a time we can read. Try 14:30.") from None

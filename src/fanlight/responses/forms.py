"""The form of one focus: a radio group for each statement, none of them compulsory."""

from collections.abc import Mapping
from typing import Any

from django import forms

from fanlight.design.forms import ScaleSelect
from fanlight.measure.instruments import Instrument, Item
from fanlight.responses.access import Part


def _field(instrument: Instrument, item: Item) -> forms.TypedChoiceField:
    wording = item.wording.in_language("en") if item.wording else item.code
    scale = instrument.scale_of(item)
    return forms.TypedChoiceField(
        label=wording,
        choices=[(str(option.code), option.label.in_language("en")) for option in scale.every_option],
        coerce=int,
        empty_value=None,
        required=False,
        widget=ScaleSelect(apart=[str(code) for code in scale.missing_codes]),
        error_messages={"invalid_choice": "Choose one of the answers shown, or none."},
    )


class FocusForm(forms.Form):
    """The statements of one part of a questionnaire."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, part: Part) -> None:
        super().__init__(data)
        self.items = part.instrument.items_of(part.composite)
        for item in self.items:
            self.fields[item.code] = _field(part.instrument, item)

    @property
    def asked(self) -> tuple[str, ...]:
        return tuple(item.code for item in self.items)

    @property
    def codes(self) -> dict[str, int]:
        """The answers given on this page."""
        return {code: answer for code, answer in self.cleaned_data.items() if answer is not None}

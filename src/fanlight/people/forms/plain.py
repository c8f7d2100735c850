"""What all our forms share: an action's refusal becomes an error that the page shows."""

from collections.abc import Callable
from typing import Any

from django import forms

from fanlight.people.actions import Refused


class PlainForm(forms.Form):
    """A form. By itself it is the empty one, for pages that only ask: are you sure?"""

    result: Any = None

    def carry_out(self, action: Callable[[], object]) -> bool:
        """Do it, if what was typed is right. False if it is not, or if the action refuses and says why."""
        if not self.is_valid():
            return False
        try:
            self.result = action()
        except Refused as refusal:
            self.add_error(None, str(refusal))
            return False
        return True


class SureForm(PlainForm):
    """For what takes something from others as well: whoever presses has said that they read what."""

    sure = forms.BooleanField(
        label="I have read what ends with it",
        error_messages={"required": "Tick that you have read what ends with it, or go back."},
    )


def email_field(label: str = "E-mail address", **options: Any) -> forms.EmailField:
    widget = forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"})
    return forms.EmailField(
        label=label,
        max_length=254,
        widget=widget,
        error_messages={"required": "Type an e-mail address."},
        **options,
    )

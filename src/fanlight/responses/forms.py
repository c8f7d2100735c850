"""What a respondent fills in: a part of the statements, a comment, the code on a slip. Only the code is compulsory."""

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from fanlight.design.forms import ScaleSelect
from fanlight.measure.instruments import Instrument, Item
from fanlight.responses.access import Part
from fanlight.responses.slips import read_code

LONGEST_COMMENT = 1000  # letters
MOST_BYTES = 2400  # of them as they are kept: a cookie has to hold them with the answers, whatever the script


def _field(instrument: Instrument, item: Item) -> forms.TypedChoiceField:
    scale = instrument.scale_of(item)
    return forms.TypedChoiceField(
        label=str(item.wording) if item.wording else item.code,
        choices=[(str(option.code), str(option.label)) for option in scale.every_option],
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
        """The answers given on this page; those that could be read, if some could not."""
        return {code: answer for code, answer in self.cleaned_data.items() if answer is not None}


class CommentForm(forms.Form):
    """One box at the end."""

    comment = forms.CharField(
        label="Is there anything you would like to add?",
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "max_length": f"Please keep it to {LONGEST_COMMENT} letters; yours has %(show_value)d.",
            "null_characters_not_allowed": "There is a sign in it that we cannot keep. Please type it again.",
        },
    )

    def clean_comment(self) -> str:
        typed: str = self.cleaned_data["comment"]
        comment = "".join(letter for letter in typed if letter.isprintable() or letter == "\n")
        if len(json.dumps(comment, ensure_ascii=False).encode()) > MOST_BYTES:
            raise forms.ValidationError("That is a little too long for us to keep. Please make it shorter.")
        return comment


class SheetForm(forms.Form):
    """How many slips to print."""

    number = forms.IntegerField(
        label="How many slips?",
        min_value=1,
        help_text="One for each person, and a few more for those that get lost.",
        error_messages={"min_value": "At least one slip has to be printed."},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, people: int, left: int) -> None:
        super().__init__(data, initial={"number": max(1, min(people + 3, left))})
        self.left = left

    def clean_number(self) -> int:
        number: int = self.cleaned_data["number"]
        if number > self.left:
            raise forms.ValidationError(f"At most {self.left} more slips can be made for this round.")
        return number


class SlipForm(forms.Form):
    """The code on a slip of paper."""

    code = forms.CharField(
        label="The code on your slip",
        max_length=40,
        help_text="Ten letters and numbers, such as k7hmq-4txrp. Capitals and the hyphen do not matter.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
                "autocorrect": "off",
            }
        ),
        error_messages={
            "required": "Type the code on your slip.",
            "max_length": "That is too long for a code. It has ten letters and numbers.",
            "null_characters_not_allowed": "That is not a code. It has ten letters and numbers.",
        },
    )

    def clean_code(self) -> str:
        code = read_code(self.cleaned_data["code"])
        if code is None:
            raise forms.ValidationError(
                "There is a slip of the finger in it. A code has ten letters and numbers, and never 0, O, 1, L or I."
            )
        return code

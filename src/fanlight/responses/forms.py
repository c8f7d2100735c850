"""What a respondent fills in: a part of the statements, a comment, the code on a slip. Only the code is compulsory.

And what is typed of a paper form: the same, with a sign for each answer.
"""

import json
from collections.abc import Mapping
from typing import Any

from django import forms

from fanlight.design.english import counted
from fanlight.design.forms import ScaleSelect
from fanlight.measure.instruments import Composite, Instrument, Item
from fanlight.responses.access import Door
from fanlight.responses.signs import BLANK, signs_of
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

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, instrument: Instrument, part: Composite
    ) -> None:
        super().__init__(data)
        self.items = instrument.items_of(part)
        for item in self.items:
            self.fields[item.code] = _field(instrument, item)

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


class SignsField(forms.CharField):
    """One part of a paper form: a sign for each of its rows, in one go. Empty means that no row has a cross."""

    def __init__(self, instrument: Instrument, part: Composite) -> None:
        self.items = instrument.items_of(part)
        self.signs = [signs_of(instrument.scale_of(item)) for item in self.items]
        only_figures = all(sign.isdigit() for signs in self.signs for sign in signs)
        attributes = {"autocomplete": "off", "spellcheck": "false", "data-rows": str(len(self.items))}
        super().__init__(
            label=str(part.title),
            max_length=4 * len(self.items),
            help_text=counted(len(self.items), "row"),
            widget=forms.TextInput(
                attrs={**attributes, "inputmode": "numeric" if only_figures else "text"},
            ),
        )

    def to_python(self, value: Any) -> str:
        typed = "".join(str(super().to_python(value)).split()).lower()
        return typed or BLANK * len(self.items)

    def validate(self, value: str) -> None:
        if len(value) != len(self.items):
            raise forms.ValidationError(
                f"{self.label} has {len(self.items)} rows, and {len(value)} signs were typed."
            )
        for row, (sign, signs) in enumerate(zip(value, self.signs, strict=True), start=1):
            if sign != BLANK and sign not in signs:
                shown = f"“{sign}”" if sign.isprintable() else "this sign"
                raise forms.ValidationError(f"{self.label}, row {row}: {shown} is not on the form.")

    def codes(self, typed: str) -> dict[str, int]:
        rows = zip(self.items, self.signs, typed, strict=True)
        return {item.code: signs[sign] for item, signs, sign in rows if sign != BLANK}


class TypedForm(SlipForm, CommentForm):
    """A whole paper form as it is typed in, quickly."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, door: Door, asks_code: bool, **more: Any
    ) -> None:
        super().__init__(data, **more)
        if not asks_code:
            del self.fields["code"]
        composites = door.instrument.composites
        parts = {f"part_{n}": SignsField(door.instrument, part) for n, part in enumerate(composites, start=1)}
        self.parts: dict[str, SignsField] = parts
        self.fields.update(parts)
        self.fields["comment"].label = "Their own words"
        self.order_fields(["code", *parts, "comment"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not self.codes and not cleaned.get("comment"):
            raise forms.ValidationError("Nothing is filled in. If the form is empty, lay it aside.")
        return cleaned

    @property
    def typed(self) -> dict[str, str]:
        """The signs, part by part."""
        return {name: self.cleaned_data[name] for name in self.parts}

    @property
    def codes(self) -> dict[str, int]:
        return {
            item: code
            for name, field in self.parts.items()
            for item, code in field.codes(self.cleaned_data[name]).items()
        }

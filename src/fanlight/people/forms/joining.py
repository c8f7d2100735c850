"""Forms of people who come in, and about oneself."""

import re

from django import forms

from fanlight.design.lines import OneLine
from fanlight.people.forms.plain import PlainForm, email_field


def own_name_field() -> OneLine:
    return OneLine(
        label="Your name",
        max_length=100,
        help_text="As your colleagues know you.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": "Type your name, so that the team knows who you are."},
    )


class AcceptForm(PlainForm):
    name = own_name_field()


class YouForm(PlainForm):
    name = own_name_field()


class JoinForm(PlainForm):
    name = own_name_field()
    email = email_field(
        "Your e-mail address", help_text="We send a code to it, so that nobody can use your name."
    )


class CodeForm(PlainForm):
    """The code from the letter. What was asked for before travels with it, signed."""

    code = forms.CharField(
        label="The code from the e-mail",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "spellcheck": "false", "autocapitalize": "characters"}
        ),
        error_messages={"required": "Type the code. It stands in the e-mail."},
    )
    held = forms.CharField(widget=forms.HiddenInput, max_length=2000)

    def clean_code(self) -> str:
        return re.sub(r"[^A-Z0-9]", "", self.cleaned_data["code"].upper())

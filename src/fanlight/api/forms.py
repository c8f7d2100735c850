"""What a person says of a new key."""

from django import forms


class KeyForm(forms.Form):
    name = forms.CharField(
        label="What is the key for?",
        help_text="So that you know later which to withdraw: “our dashboard”, “R on my laptop”.",
        max_length=60,
        error_messages={"required": "Say what the key is for."},
    )

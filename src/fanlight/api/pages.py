"""The page of a person's keys."""

from dataclasses import dataclass

from django import forms
from django.urls import reverse

from fanlight.api.models import Key
from fanlight.design.english import day
from fanlight.design.frame import Link


@dataclass(frozen=True)
class Line:
    name: str
    until: str
    withdraw: str


@dataclass(frozen=True, kw_only=True)
class KeysPage:
    """`key` is there once, when it has just been made."""

    title: str
    lead: str
    key: str
    keys: tuple[Line, ...]
    form: forms.Form
    back: Link
    openapi: str


def keys_page(keys: list[Key], form: forms.Form, *, key: str = "") -> KeysPage:
    return KeysPage(
        title="Copy your new key now" if key else "Keys for your programs",
        lead="It is shown this once and kept nowhere. Whoever has it can read what you can read."
        if key
        else "With a key, a program of yours reads what you can read, and nothing else. It can change nothing.",
        key=key,
        keys=tuple(
            Line(one.name, f"until {day(one.ends_on)}", reverse("api_key_withdraw", args=[one.public_id]))
            for one in keys
        ),
        form=form,
        back=Link(text="You", href=reverse("you")),
        openapi=reverse("api_openapi"),
    )

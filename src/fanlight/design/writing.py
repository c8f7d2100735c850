"""A page with one form, or with one thing to confirm (`templates/design/writing.html`)."""

from dataclasses import dataclass

from django import forms

from fanlight.design.frame import Link, Where


@dataclass(frozen=True, kw_only=True)
class WritingPage:
    """What is asked, the words on the button, and the way back. Without a form it asks to confirm."""

    where: Where
    title: str
    lead: str = ""
    form: forms.Form | None = None
    action: str
    back: Link
    notes: tuple[str, ...] = ()

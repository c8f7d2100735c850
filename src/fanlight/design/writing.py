"""A page with one form, or with one thing to confirm (`templates/design/writing.html`)."""

from dataclasses import dataclass

from fanlight.design.frame import Link, Where

WRITING = "design/writing.html"


@dataclass(frozen=True, kw_only=True)
class WritingPage:
    """What is asked, the words on the button, and the way back. Without a button there is nothing to press."""

    where: Where
    title: str
    lead: str = ""
    notes: tuple[str, ...] = ()
    button: str
    is_grave: bool = False  # it cannot be undone
    back: Link
    to: str = ""  # where the form is sent, if not to the page itself

"""The page that asks one thing: a form, or whether you are sure."""

from dataclasses import dataclass

from fanlight.design.frame import Link


@dataclass(frozen=True, kw_only=True)
class AskPage:
    """A heading, what to know first, a form with one button, and a way back."""

    title: str
    button: str
    trail: tuple[Link, ...] = ()
    lead: str = ""
    paragraphs: tuple[str, ...] = ()
    warning: tuple[str, ...] = ()  # what else it would do, to be read before anything is pressed
    is_grave: bool = False  # it cannot be undone, or others will notice at once
    way_back: Link | None = None
    takes_a_file: bool = False


def back_to(link: Link) -> Link:
    """The way back to where a link leads, whatever it is called there."""
    return Link(text="Go back", href=link.href)


@dataclass(frozen=True, kw_only=True)
class WordsPage:
    """A page that says something and leads on."""

    title: str
    paragraphs: tuple[str, ...]
    drawing: str = "lost"
    way_on: Link | None = None

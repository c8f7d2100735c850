"""What a page says in the place of a form that has nobody to choose, or that would be refused."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.holding import what_keeps


@dataclass(frozen=True)
class Instead:
    """Why there is nothing to choose, and where that can be changed."""

    text: str
    link: Link | None = None


_HOW = (
    "An administrator of your organisation gives somebody the guardian’s role. They sign in, make keys of their own, "
    "and you let them in under “People and keys”. Then come back here."
)
NOBODY_ELSE = f"Nobody else is here yet to take it. {_HOW}"
NOBODY_ELSE_BUT_NAMED = (
    f"Nobody is here who may take it: whom a concern names is never given its keys. {_HOW}"
)
NOBODY_WAITS = (
    "Nobody waits to be let in. An administrator of your organisation gives somebody the guardian’s role; they sign in "
    "and make keys of their own. Then their name stands here."
)
NOBODY_COVERS = (
    "Somebody has to hear new concerns while you are away, and nobody else is here yet. An administrator of your "
    "organisation gives somebody the guardian’s role; they make keys of their own, and you let them in. Or take no new "
    "concerns for a while: then the page for speaking up shows where else people can go."
)
NO_SECOND_HOLDER = f"Nobody else is here yet who could keep it. {_HOW}"

FOR_DEED = {
    "let-in": NOBODY_WAITS,
    "away": NOBODY_COVERS,
    "hand-over": NOBODY_ELSE,
    "spare": NO_SECOND_HOLDER,
}


def with_people(text: str) -> Instead:
    """The text, and the way to where people are let in."""
    return Instead(text, Link(text="People and keys", href=reverse("guardian_people")))


def instead_of(deed: str, by: AtWork) -> Instead:
    """For a deed of the desk that has nobody to choose, or that cannot be done yet."""
    return with_people(what_keeps(by=by) if deed == "leave" else FOR_DEED[deed])

"""Laying cards on the table, joining those who did, and the page after the end."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.guide.forms import BeginForm, JoinForm
from fanlight.guide.pages.pieces import guide_home
from fanlight.guide.queries import Card


@dataclass(frozen=True, kw_only=True)
class BeginPage:
    trail: tuple[Link, ...]
    form: BeginForm
    join: JoinForm
    card: Link | None
    trouble: str = ""


@dataclass(frozen=True, kw_only=True)
class OverPage:
    """There is no such sitting, or no more."""

    trail: tuple[Link, ...]
    title: str
    lead: str
    join: JoinForm


def begin_page(form: BeginForm, *, card: Card | None, trouble: str = "") -> BeginPage:
    return BeginPage(
        trail=(guide_home(), Link(text="Cards", href=reverse("guide_cards"))),
        form=form,
        join=JoinForm(),
        card=Link(text=card.title, href=reverse("guide_card", args=[card.slug])) if card else None,
        trouble=trouble,
    )


def over_page(*, is_thanks: bool, join: JoinForm | None = None) -> OverPage:
    return OverPage(
        trail=(guide_home(), Link(text="Cards", href=reverse("guide_cards"))),
        title="Thank you. Nothing was kept." if is_thanks else "There are no cards on this table",
        lead="The cards are off the table, and the code opens nothing any more."
        if is_thanks
        else "The code may be mistyped, or people have stopped. Nothing is ever kept of it.",
        join=join or JoinForm(),
    )

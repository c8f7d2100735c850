"""Saying thank you, and reading what was said to oneself."""

from collections.abc import Iterable
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

from fanlight.design.english import counted
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Row
from fanlight.design.writing import WritingPage
from fanlight.learning.models import State, Thanks
from fanlight.learning.pages.place import where_in
from fanlight.people.models import Team

NAMELESS = "somebody who gave no name"
KEEPS_NOTHING = (
    "Without your name we keep nothing of you: no account, no day, only the month. In a small team your words may "
    "still tell."
)


@dataclass(frozen=True, kw_only=True)
class ThankPage(WritingPage):
    others: Link | None


@dataclass(frozen=True, kw_only=True)
class SentPage:
    where: Where
    title: str
    words: str
    card: Link | None
    wall: Link | None
    again: Link


@dataclass(frozen=True, kw_only=True)
class CardPage:
    """A slip of paper for somebody who has no account: where to read it, and a square for the phone."""

    title: str
    team: str
    address: str
    href: str
    square: Markup


@dataclass(frozen=True, kw_only=True)
class ThanksPage:
    """Everything that was said to one person."""

    title: str
    waiting: tuple[Row, ...]
    kept: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class GiftPage:
    """One thank-you, before the eyes of the person whom it is for."""

    title: str
    kicker: str
    what: str
    signed: str
    made_possible: str
    more_of: str
    state: str
    is_shared: bool
    is_kept: bool
    share: str
    keep: str
    delete: str
    back: Link | None


def wall_link(team: Team) -> Link:
    return Link(text=f"The wall of {team.name}", href=reverse("wall", args=[team.public_id]))


def thank_page(team: Team, *, is_own: bool) -> ThankPage:
    return ThankPage(
        where=where_in(team, Step.SHARE),
        title="Say thank you" if is_own else f"Say thank you to {team.name}",
        lead="A minute. They read it first, and decide themselves who else may.",
        back=wall_link(team) if is_own else other_teams_link(),
        button="Send it",
        notes=(KEEPS_NOTHING,),
        others=other_teams_link() if is_own else None,
    )


def other_teams_link() -> Link:
    return Link(text="Thank another team", href=reverse("thank_others"))


def sent_page(team: Team, *, is_own: bool, card: str) -> SentPage:
    words = (
        "Print the card, or write its address on a note, and hand it over. Only whoever has it can read it."
        if card
        else "If it is for one person, only they can read it until they say otherwise. What you sent to everybody "
        "is on the team’s wall."
    )
    return SentPage(
        where=where_in(team, Step.SHARE),
        title="That was kind",
        words=words,
        card=Link(text="See the card", href=reverse("thanks_card", args=[card])) if card else None,
        wall=wall_link(team) if is_own else None,
        again=Link(text="Thank somebody else", href=reverse("thank", args=[team.public_id])),
    )


def card_page(thanks: Thanks) -> CardPage:
    href = reverse("for_you", args=[thanks.code])
    address = settings.FANLIGHT.address + href
    drawn = segno.make(address, micro=False).svg_inline(
        scale=5, border=0, title="The address as a square for a phone"
    )
    return CardPage(
        title="Somebody wanted to thank you",
        team=thanks.team.name,
        address=address,
        href=href,
        square=Markup(drawn),  # noqa: S704 (segno draws nothing but squares)
    )


def thanks_page(found: Iterable[Thanks]) -> ThanksPage:
    every = list(found)
    waiting = [thanks for thanks in every if thanks.state == State.WAITING]
    title = f"{counted(len(waiting), 'thank-you')} for you" if waiting else "What people have thanked you for"
    return ThanksPage(
        title=title[:1].upper() + title[1:],
        waiting=tuple(_row(thanks) for thanks in waiting),
        kept=tuple(_row(thanks) for thanks in every if thanks.state != State.WAITING),
    )


def _row(thanks: Thanks) -> Row:
    href = reverse("gift", args=[thanks.public_id])
    if thanks.state == State.WAITING:
        return Row(
            text=f"From {thanks.signed or NAMELESS}", detail=thanks.team.name, href=href, when=_month(thanks)
        )
    return Row(text=_short(thanks.what), detail=_state(thanks), href=href, when=_month(thanks))


def _month(thanks: Thanks) -> str:
    return f"{thanks.month:%B %Y}"


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:90].rsplit(' ', 1)[0]}…"


def _state(thanks: Thanks) -> str:
    match thanks.state:
        case State.SHARED:
            return f"On the wall, for {thanks.shown_as or 'somebody in the team'}"
        case State.KEPT:
            return "Only you can read this"
    return "Only you can read this. Nothing happens until you decide."


def gift_page(thanks: Thanks) -> GiftPage:
    """The same page for somebody with an account and for whoever holds a card."""
    name, key = ("gift", thanks.public_id) if thanks.reader_id else ("for_you", thanks.code)
    return GiftPage(
        title="Somebody wanted you to know this",
        kicker=f"{thanks.team.name}, {_month(thanks)}",
        what=thanks.what,
        signed=thanks.signed or NAMELESS,
        made_possible=thanks.made_possible,
        more_of=thanks.more_of,
        state=_state(thanks).replace("Only you", "Only you, with this card,")
        if not thanks.reader_id
        else _state(thanks),
        is_shared=thanks.is_shared,
        is_kept=thanks.state == State.KEPT,
        share=reverse(f"{name}_share", args=[key]),
        keep=reverse(f"{name}_keep", args=[key]),
        delete=reverse(f"{name}_delete", args=[key]),
        back=Link(text="Your thank-yous", href=reverse("thanks")) if thanks.reader_id else None,
    )


def share_page(thanks: Thanks, back: str) -> WritingPage:
    return WritingPage(
        where=where_in(thanks.team, Step.SHARE),
        title="Put it on the team’s wall?",
        lead="Everybody in the team can read it there, and it may hang in the staff room. You can take it back.",
        back=Link(text="Go back", href=back),
        button="Put it on the wall",
    )


def delete_page(thanks: Thanks, back: str) -> WritingPage:
    return WritingPage(
        where=where_in(thanks.team, Step.SHARE),
        title="Delete this thank-you?",
        lead="It goes for good, from the wall too, and nobody can bring it back.",
        back=Link(text="Go back", href=back),
        button="Delete it for good",
        is_grave=True,
    )

"""A talk on phones, as the room sees it on the big screen and as a phone sees it."""

from dataclasses import dataclass

import segno
from django import forms
from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

from fanlight.debriefs.forms import JoinForm
from fanlight.debriefs.models import Live, LiveStep
from fanlight.debriefs.pages.outcome import where_in
from fanlight.debriefs.queries import Gathered
from fanlight.design.frame import Link, Where
from fanlight.surveys.models import Round

TOO_FEW = "Fewer than five took part, so nothing is shown, and what came is gone. Go round the room instead."
WAITING = (LiveStep.CHOOSE, LiveStep.THINK)


@dataclass(frozen=True)
class Button:
    text: str
    value: str


@dataclass(frozen=True)
class Dots:
    """A topic and its dots, as a figure and in words."""

    topic: str
    dots: int
    words: str


@dataclass(frozen=True, kw_only=True)
class RoomPage:
    """What the big screen shows. `step` goes with the button, so that pressing twice goes on once.

    Whoever only looks on has no button, and `take_over` instead. `again` is where to look for what has changed.
    """

    where: Where
    title: str
    kicker: str
    step: str
    join: str = ""
    code: str = ""
    picture: Markup | None = None
    taken_part: str = ""
    dots: tuple[Dots, ...] = ()
    most_dots: int = 1
    thoughts: tuple[str, ...] = ()
    words: str = ""
    action: str
    button: Button | None = None
    end: Link | None = None
    take_over: Link | None = None
    back: Link
    again: str = ""


@dataclass(frozen=True, kw_only=True)
class PhonePage:
    place: str
    title: str
    lead: str
    form: forms.Form | None = None
    action: str = ""
    join_at: str = ""
    items: tuple[str, ...] = ()
    again: str = ""


def begin_page(round: Round) -> RoomPage:
    return RoomPage(
        where=where_in(round.team),
        title="Let everybody choose on their own phones",
        kicker="No account, no name",
        step="",
        words="Dots and thoughts are mixed as they come, shown only if at least five take part, "
        "and forgotten when the talk ends.",
        action=steering(round),
        button=Button("Begin", "begin"),
        back=_kit(round),
    )


TITLES = {
    LiveStep.CHOOSE: "What shall we talk about?",
    LiveStep.CHOSEN: "What we chose",
    LiveStep.THINK: "What goes on here that makes it so?",
    LiveStep.THOUGHTS: "What we think, in no order",
}
BUTTONS = {
    LiveStep.CHOOSE: Button("Close and show", "on"),
    LiveStep.CHOSEN: Button("Ask for thoughts", "on"),
    LiveStep.THINK: Button("Close and show", "on"),
}


def steering(round: Round) -> str:
    """The big screen's address for whoever steers."""
    return f"{reverse('live', args=[round.public_id])}?steer=yes"


def end_page(live: Live) -> RoomPage:
    """Before everything is forgotten for good."""
    return RoomPage(
        where=where_in(live.round.team),
        title="End the talk, and forget it?",
        kicker="This cannot be undone",
        step=live.step,
        words="All dots and thoughts go. What you want to keep, write down first, in words without names.",
        action=steering(live.round),
        button=Button("End and forget", "end"),
        back=Link(text="Not yet", href=steering(live.round)),
    )


def room_page(live: Live, found: Gathered, *, steers: bool) -> RoomPage:
    waits = found.step in WAITING
    address = steering(live.round)
    showing = found.enough_have and not waits
    return RoomPage(
        where=where_in(live.round.team),
        title=TITLES[found.step],
        kicker="On your phones" if waits else "",
        step=found.step.value,
        join=f"{settings.FANLIGHT.address}{reverse('talk')}" if waits else "",
        code=shown_code(live.code) if waits else "",
        picture=_picture(live) if waits else None,
        taken_part=_taken_part(found) if waits else "",
        dots=tuple(Dots(topic, dots, many_dots(dots)) for topic, dots in found.dots),
        most_dots=max((1, *(dots for _, dots in found.dots))),
        thoughts=found.thoughts,
        words="" if waits or showing else TOO_FEW,
        action=address,
        button=BUTTONS.get(found.step) if steers else None,
        end=Link(text="End the talk", href=f"{address}&end=yes") if steers else None,
        take_over=None if steers else Link(text="Steer from here", href=address),
        back=_kit(live.round),
        again=_again(live.round, steers=steers, waits=waits),
    )


def _again(round: Round, *, steers: bool, waits: bool) -> str:
    """Where to look again. Whoever steers needs that only while others send; whoever looks on, always."""
    if steers:
        return steering(round) if waits else ""
    return reverse("live", args=[round.public_id])


def _picture(live: Live) -> Markup:
    """The phones' address as a square to point a camera at."""
    address = f"{settings.FANLIGHT.address}{reverse('talk_phone', args=[live.code])}"
    drawn = segno.make(address, micro=False).svg_inline(
        omitsize=True, border=2, dark="#15303b", light="#ffffff"
    )
    return Markup(drawn)  # noqa: S704 (segno draws nothing but squares)


def many_dots(dots: int) -> str:
    """In figures, since they stand below each other."""
    return "1 dot" if dots == 1 else f"{dots} dots"


def shown_code(code: str) -> str:
    return f"{code[:3]}-{code[3:]}"


def _taken_part(found: Gathered) -> str:
    return "Five or more have taken part." if found.enough_have else "Fewer than five have taken part so far."


def _kit(round: Round) -> Link:
    return Link(text="Back to the kit", href=reverse("debrief_kit", args=[round.public_id]))


def join_page(form: forms.Form) -> PhonePage:
    return PhonePage(
        place="",
        title="Join the talk",
        lead="No account, no name. Type the code that stands on the screen.",
        form=form,
        action="Join",
        join_at=reverse("talk"),
    )


def asking_page(live: Live, form: forms.Form) -> PhonePage:
    choosing = live.step == LiveStep.CHOOSE
    return PhonePage(
        place=live.round.whose,
        title="What shall we talk about?" if choosing else "What goes on here that makes it so?",
        lead="You have three dots. Nobody sees who put which where."
        if choosing
        else "One sentence. It is mixed with the others, and shown only if at least five take part.",
        form=form,
        action="Place my dots" if choosing else "Add it",
    )


def waiting_page(live: Live, found: Gathered) -> PhonePage:
    """After sending, and whenever there is nothing to do: what the room shows, or a moment's wait."""
    dots = tuple(f"{many_dots(many)}: {topic}" for topic, many in found.dots)
    waits = found.step in WAITING
    return PhonePage(
        place=live.round.whose,
        title="Thank you. Look up." if waits else TITLES[found.step],
        lead=_lead(found, waits=waits),
        items=dots or found.thoughts,
        again=reverse("talk_phone", args=[live.code]),
    )


def over_page() -> PhonePage:
    """After the end, and for a code that never was: nothing is kept that could tell which."""
    return PhonePage(
        place="",
        title="No talk has this code now",
        lead="If you were in one, it is over and forgotten: nothing from your phone is kept. If you want to join, look "
        "at the screen again and type its code.",
        form=JoinForm(),
        action="Join",
        join_at=reverse("talk"),
    )


def _lead(found: Gathered, *, waits: bool) -> str:
    if waits:
        return "Yours is in the box with the others. This page goes on by itself."
    if found.enough_have:
        return "As on the big screen. This page goes on by itself."
    return TOO_FEW

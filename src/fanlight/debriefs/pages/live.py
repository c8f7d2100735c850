"""A talk on phones, as the room sees it on the big screen and as a phone sees it."""

from dataclasses import dataclass

import segno
from django import forms
from django.conf import settings
from django.urls import reverse
from markupsafe import Markup

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


@dataclass(frozen=True, kw_only=True)
class RoomPage:
    """What the big screen shows. `step` goes with the button, so that pressing twice goes on once."""

    where: Where
    title: str
    kicker: str
    step: str
    join: str = ""
    code: str = ""
    picture: Markup | None = None
    taken_part: str = ""
    dots: tuple[tuple[str, str], ...] = ()
    thoughts: tuple[str, ...] = ()
    words: str = ""
    button: Button
    end: Button | None = None
    back: Link
    waits: bool = False


@dataclass(frozen=True, kw_only=True)
class PhonePage:
    place: str
    title: str
    lead: str
    form: forms.Form | None = None
    action: str = ""
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
    LiveStep.THOUGHTS: Button("End and forget", "end"),
}


def room_page(live: Live, found: Gathered) -> RoomPage:
    waits = found.step in WAITING
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
        dots=tuple((topic, many_dots(dots)) for topic, dots in found.dots),
        thoughts=found.thoughts,
        words="" if waits or showing else TOO_FEW,
        button=BUTTONS[found.step],
        end=None if found.step == LiveStep.THOUGHTS else Button("End and forget", "end"),
        back=_kit(live.round),
        waits=waits,
    )


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
    )


def asking_page(live: Live, form: forms.Form) -> PhonePage:
    choosing = live.step == LiveStep.CHOOSE
    return PhonePage(
        place=live.round.team.name,
        title="What shall we talk about?" if choosing else "What goes on here that makes it so?",
        lead="You have three dots. Nobody sees who put which where."
        if choosing
        else "One sentence. It is mixed with the others, and shown only if at least five take part.",
        form=form,
        action="Place my dots" if choosing else "Add it",
    )


def waiting_page(live: Live, found: Gathered) -> PhonePage:
    """After sending, and whenever there is nothing to do: what the room shows, or a moment's wait."""
    dots = tuple(f"{topic}: {many_dots(many)}" for topic, many in found.dots)
    waits = found.step in WAITING
    return PhonePage(
        place=live.round.team.name,
        title="Thank you. Look up." if waits else TITLES[found.step],
        lead=_lead(found, waits=waits),
        items=dots or found.thoughts,
        again=reverse("talk_phone", args=[live.code]),
    )


def _lead(found: Gathered, *, waits: bool) -> str:
    if waits:
        return "Yours is in the box with the others. This page goes on by itself."
    if found.enough_have:
        return "As on the big screen. This page goes on by itself."
    return TOO_FEW

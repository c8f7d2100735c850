"""The pages before the guardians' door."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django import forms
from django.urls import reverse

from fanlight.design.english import listed
from fanlight.design.frame import Link
from fanlight.speakup.access import holders_at
from fanlight.speakup.models import Desk, Guardian
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.spares import second_holders


@dataclass(frozen=True)
class DoorPage:
    """One form, and why it is asked."""

    title: str
    lead: str
    form: forms.Form
    action: str
    notes: tuple[str, ...] = ()
    other: Link | None = None


@dataclass(frozen=True)
class WaitPage:
    title: str
    paragraphs: tuple[str, ...]
    link: Link | None = None
    links: tuple[Link, ...] = ()
    button: str = ""  # one that takes up the desk


WAITING = WaitPage(
    "Your keys are made",
    (
        "Somebody who is a guardian here already has to let you in: ask them to open “People and keys” in their space.",
        "Until then nothing is sealed to you. This keeps anybody from making themselves a guardian behind your backs.",
    ),
)


TAKE_UP = WaitPage(
    "Nobody is left here to let you in",
    (
        "Whoever listened at this desk has gone without handing over. You can take it up: from then on new concerns "
        "are sealed to you, and your name stands on the page for speaking up.",
        "What people wrote before stays sealed. Whoever comes back with their code is told that you listen now, and "
        "decides whether you may read it. Whoever keeps a spare key of the guardian who has gone can hand it to you.",
    ),
    button="Take up the desk",
)


def waiting_page(desk: Desk) -> WaitPage:
    """For somebody with keys whom nobody has let in yet."""
    if not any(one.can_let_in for one in holders_at(desk)):
        return TAKE_UP
    return replace(WAITING, link=Link(text="Am I in now?", href=reverse("guardian")))


def spoilt_page(guardian: Guardian) -> WaitPage:
    """For a guardian whose own keys were changed or damaged where they are stored."""
    desk, [(_, holder)] = guardian.desk, second_holders([guardian])
    others = [one for one in holders_at(desk) if one.can_let_in and one.pk != guardian.pk]
    back = (
        f"{called(holder)} keeps a spare of your key. Ask them to make a code for you in their space, under “People "
        "and keys”, and to tell it to you in person. With it you choose a new passphrase, and all opens as before."
        if holder
        else "Nobody keeps a spare of your key. Tell whoever runs this site: an older backup may still hold your keys "
        "whole, and they open with the passphrase that you had then."
    )
    until = (
        f"Until then {listed(map(called, others))} can open what is sealed to them. Tell them, so that nobody waits "
        "for you."
        if others
        else "Nobody else listens at this desk. Tell an administrator of your organisation today: they can give the "
        "role of guardian to somebody else and end yours, so that whoever writes now is heard. Whoever comes back with "
        "their code then decides whether the new guardian may read what they wrote."
    )
    return WaitPage(
        "Your keys were damaged where they are stored",
        (
            "It is not your passphrase, and nothing that you did. No passphrase opens them as they are now.",
            back,
            until,
        ),
        link=Link(text="I have a code", href=_at(desk, "guardian_lost")) if holder else None,
    )


def needs_check() -> WaitPage:
    return WaitPage(
        "First, a second check",
        (
            "People trust you with what they would tell nobody else. So a password or a code by e-mail is not enough "
            "to come in here: add a passkey, or an app that shows codes.",
            "It takes two minutes. Then come back to this page.",
        ),
        Link(text="Add a passkey or an app", href=reverse("mfa_index")),
    )


def which_desk_page(desks: Mapping[Desk, str]) -> WaitPage:
    """For a guardian of several organisations: each desk has keys of its own."""
    return WaitPage(
        "Whose concerns do you want to open?",
        ("You listen for several organisations. Each has keys and a passphrase of its own.",),
        links=tuple(Link(text=name, href=_at(desk, "guardian_open")) for desk, name in desks.items()),
    )


def _at(desk: Desk, name: str) -> str:
    return f"{reverse(name)}?{urlencode({'desk': desk.public_id})}"


def unlock_page(form: forms.Form, desk: Desk) -> DoorPage:
    return DoorPage(
        title="Open your space",
        lead="Your passphrase opens your keys. They shut by themselves after half an hour without a page.",
        form=form,
        action="Open",
        other=Link(text="I have lost my passphrase", href=_at(desk, "guardian_lost")),
    )


def begin_page(form: forms.Form, organisation: str) -> DoorPage:
    return DoorPage(
        title="Make your keys",
        lead=f"Everything that people at {organisation} tell you is sealed to keys of yours. A passphrase that only "
        "you know opens them.",
        form=form,
        action="Make my keys",
        notes=(
            "Nobody can bring a lost passphrase back, not even those who run this site. You can give a spare key to a "
            "second person later, if you like.",
        ),
    )


def lost_page(form: forms.Form) -> DoorPage:
    return DoorPage(
        title="Back with a code",
        lead="Whoever holds your spare key can make a code for you in their space. Let them tell it to you in person.",
        form=form,
        action="Come back in",
        notes=(
            "If nobody holds a spare key for you, what was sealed to you stays shut to you. Other guardians of your "
            "desk can still open it, and so can the people themselves with their codes.",
        ),
    )

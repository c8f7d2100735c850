"""What can be done: each deed has a page with one form. Here are those with a concern."""

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms
from django.urls import reverse

from fanlight.design.frame import Link
from fanlight.speakup.access import OpenConcern
from fanlight.speakup.pages.instead import NOBODY_ELSE, NOBODY_ELSE_BUT_NAMED, Instead, with_people

DEEDS = {
    "about": "What it is about",
    "action": "Add an action",
    "consent": "Note what may be shared",
    "share": "Hand on a part",
    "note": "Write a note",
    "after": "They told me how it has been",
    "hand-over": "Hand over to somebody here",
    "renew": "Renew its keys",
    "close": "Close it",
    "forget": "Delete it for good",
}
TOGETHER = {
    "What you can do": ("about", "action", "consent", "share", "note", "after"),
    "Who can open it": ("hand-over", "renew"),
    "When it is over": ("close", "forget"),
}


def deeds_for(public_id: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """What can be done, in groups."""
    for heading, some in TOGETHER.items():
        yield (
            heading,
            tuple(
                Link(text=DEEDS[deed], href=reverse("guardian_deed", args=[public_id, deed])) for deed in some
            ),
        )


@dataclass(frozen=True)
class FormPage:
    """One thing to do, with a concern or at the desk."""

    title: str
    lead: str
    form: forms.Form
    action: str
    back: Link
    instead: Instead | None = None
    is_grave: bool = False


LEADS = {
    "about": "Several kinds at once are usual. It is for your counting and never shown to the person.",
    "action": "Something small that somebody has promised, with a day.",
    "consent": "One recipient and one purpose at a time. A later word takes the place of an earlier one.",
    "share": "Only what the person agreed to can be chosen. You get a page to print or to read from; nothing is sent.",
    "note": "For you and the other guardians who hold this concern.",
    "after": "When you have asked somebody yourself. Those who come with a code are asked by the line.",
    "hand-over": "They can open this concern from then on, as you can.",
    "renew": "Everything in it is sealed anew. Do this when somebody who held its keys should hold them no longer.",
    "forget": "For a concern that is over: every word and file goes, and the person’s code opens nothing any more. "
    "It no longer counts in any figure. This cannot be undone.",
    "close": "The person reads what came of it and is asked whether they would speak up again. They may open it again.",
}


BUTTONS = {"about": "Keep this", "after": "Keep this", "consent": "Keep this", "note": "Keep this"}


def deed_page(opened: OpenConcern, deed: str, form: forms.Form) -> FormPage:
    public_id = opened.concern.public_id
    back = Link(text="Back to the concern", href=reverse("guardian_concern", args=[public_id]))
    return FormPage(
        DEEDS[deed],
        LEADS[deed],
        form,
        BUTTONS.get(deed, DEEDS[deed]),
        back,
        instead=None if getattr(form, "has_choice", True) else _instead(opened, deed),
        is_grave=deed == "forget",
    )


def _instead(opened: OpenConcern, deed: str) -> Instead:
    """Where there is nothing to choose among: why, and what would change that."""
    if deed == "forget":
        return Instead(
            "It is still open. Close it first, so that the person hears what came of it.",
            Link(
                text=DEEDS["close"], href=reverse("guardian_deed", args=[opened.concern.public_id, "close"])
            ),
        )
    if deed == "share":
        consent = reverse("guardian_deed", args=[opened.concern.public_id, "consent"])
        return Instead(
            "The person has not agreed yet that anything may be shared. Ask them first, and note what they said.",
            Link(text=DEEDS["consent"], href=consent),
        )
    return with_people(NOBODY_ELSE_BUT_NAMED if opened.ledger.kept_out else NOBODY_ELSE)

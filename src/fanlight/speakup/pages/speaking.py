"""The pages for somebody with a worry. Each says what happens next, and none says what nobody can promise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import segno
from django import forms
from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.english import day, listed
from fanlight.guide.queries import Guide, Topic
from fanlight.people.queries import user_with_public_id
from fanlight.speakup.access import hearing_at, was_ever_open
from fanlight.speakup.models import Desk, Guardian
from fanlight.speakup.queries.spares import second_holders
from fanlight.speakup.sealing.receipt import Receipt


@dataclass(frozen=True)
class RouteLine:
    title: str
    steps: tuple[str, ...]
    note: str
    dated: str
    is_overdue: bool


@dataclass(frozen=True)
class DeskChoice:
    """An organisation whose line one can use, and who listens there."""

    value: str
    organisation: str
    who: str


@dataclass(frozen=True)
class FirstPage:
    desks: tuple[DeskChoice, ...]
    routes: tuple[RouteLine, ...]
    facts: tuple[tuple[str, str], ...]
    takes_codes: bool
    begun: str  # the mark of a writing that begins here

    @property
    def only_desk(self) -> DeskChoice | None:
        return self.desks[0] if len(self.desks) == 1 else None


def called(guardian: Guardian) -> str:
    """A guardian's name as people know it."""
    user = user_with_public_id(guardian.user)
    return user.name if user else "a guardian who has left"


def desk_choice(desk: Desk, organisation: str) -> DeskChoice:
    names = listed(called(guardian) for guardian in hearing_at(desk))
    return DeskChoice(desk.public_id, organisation, names)


def first_page(desks: Iterable[tuple[Desk, str]], guide: Guide, begun: str) -> FirstPage:
    today = timezone.localdate()
    routes = tuple(
        RouteLine(
            title=route.title,
            steps=route.steps,
            note=route.note,
            dated=f"As of {day(route.as_of)}; to be checked by {day(route.check_by)}.",
            is_overdue=route.is_overdue(today),
        )
        for route in guide.routes
    )
    facts = tuple((fact.title, fact.text) for fact in guide.facts if fact.topic is Topic.SPEAKING_UP)
    choices = tuple(desk_choice(desk, name) for desk, name in desks)
    return FirstPage(choices, routes, facts, takes_codes=bool(choices) or was_ever_open(), begun=begun)


def who_could_help_back(desks: Iterable[tuple[Desk, str]]) -> tuple[str, ...]:
    """For each guardian who listens: whether a second person keeps a spare of their key, and who that is."""
    lines = []
    for desk, name in desks:
        for guardian, holder in second_holders(hearing_at(desk)):
            kept = (
                f"{called(holder)} keeps a spare of their key"
                if holder
                else "nobody has a spare of their key"
            )
            lines.append(f"{called(guardian)}, who listens for {name}: {kept}.")
    return tuple(lines)


@dataclass(frozen=True)
class PosterPage:
    """For the wall of a staff room: who listens, and where."""

    listeners: tuple[str, ...]
    address: str
    square: Markup


def poster_page(desks: Iterable[tuple[Desk, str]]) -> PosterPage:
    address = settings.FANLIGHT.address + reverse("speak_up")
    drawn = segno.make(address, micro=False).svg_inline(
        border=2, omitsize=True, dark=palette.INK, light=palette.SHEET, title="The page for speaking up"
    )
    choices = [desk_choice(desk, name) for desk, name in desks]
    return PosterPage(
        listeners=tuple(f"{choice.who} listens for {choice.organisation}." for choice in choices),
        address=address,
        square=Markup(drawn),  # noqa: S704 (segno draws nothing but squares)
    )


@dataclass(frozen=True)
class Hidden:
    """What goes along from one page to the next, inside the page."""

    name: str
    value: str


@dataclass(frozen=True)
class AskPage:
    """A page with one form."""

    title: str
    lead: str
    step: str
    action: str
    form: forms.Form | None = None
    hidden: tuple[Hidden, ...] = ()
    notes: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    back: str = ""
    back_words: str = "Back to the start"
    at: int = 0
    of: int = 3
    is_grave: bool = False


def hidden(values: Mapping[str, str]) -> tuple[Hidden, ...]:
    return tuple(Hidden(name, value) for name, value in values.items() if value)


def write_page(desk: DeskChoice, form: forms.Form, carried: Mapping[str, str]) -> AskPage:
    return AskPage(
        title="We are listening",
        lead=f"{desk.who} will read this, and nobody else. Take the time you need.",
        step="write",
        action="Go on",
        form=form,
        hidden=hidden({"desk": desk.value, **carried}),
        found=getattr(form, "found", ()),
        at=1,
    )


def more_page(desk: DeskChoice, form: forms.Form, carried: Mapping[str, str]) -> AskPage:
    return AskPage(
        title="Anything that would help?",
        lead="You can leave all of this as it is.",
        step="send",
        action="Send it",
        form=form,
        hidden=hidden({"desk": desk.value, **carried}),
        back="write-again",
        back_words="Change what I wrote",
        at=2,
    )


@dataclass(frozen=True)
class CardPage:
    """The receipt: shown, to be written down or printed, and typed back."""

    receipt: str
    is_words: bool
    sign: str
    token: str
    form: forms.Form
    is_again: bool = False  # it was sent before, and is kept once
    when_to_look: str = "On Mondays, or when you have time"


def card_page(
    receipt: Receipt, sign: str, token: str, form: forms.Form, *, is_again: bool = False
) -> CardPage:
    return CardPage(receipt.text, receipt.is_words, sign.upper(), token, form, is_again)


@dataclass(frozen=True)
class EndPage:
    """An ending: what was done, and what comes now."""

    title: str
    paragraphs: tuple[str, ...] = field(default=())
    drawing: str = "thanks"
    sign: str = ""


def thanks_page(sign: str) -> EndPage:
    return EndPage(
        title="Thank you for saying it",
        paragraphs=(
            "It is sealed and with the guardian. You should have an answer within a week.",
            "Come back to this page with your code to read it. We cannot write to you, and we cannot find your code "
            "again.",
        ),
        sign=sign.upper(),
    )


NOBODY_LEFT = EndPage(
    title="Not here, then",
    paragraphs=(
        "You told us that everybody who listens here is part of it. So nothing was kept, and nobody was told.",
        "Take it to somebody outside: the first page says who that can be where you work. "
        "Protect, the whistleblowing charity, gives free and private advice.",
    ),
    drawing="lost",
)
NOTHING_OPENS = (
    "Nothing opens with this code. Look again at each group: a single letter is enough to make it another code. "
    "If it is lost, nobody can find it again; you can always begin anew."
)
LEFT = EndPage(
    title="This visit is over",
    paragraphs=(
        "With the window closed, nothing of it is left on this device but the first address. Take care.",
    ),
)
DAMAGED = EndPage(
    title="Your code is right, but it does not open any more",
    paragraphs=(
        "What is stored here with your code was changed or damaged. It is not your doing, and nobody can read any of "
        "it because of that.",
        "You can begin anew and say it again. Or take it to somebody outside: the first page says who that can be "
        "where you work.",
    ),
    drawing="lost",
)
WITHDRAWN = EndPage(
    title="It is taken back",
    paragraphs=(
        "Every word and every file of yours is gone. The guardian sees that something was taken back, not what it "
        "said.",
        "What the guardian has noted, handed on or done about it stays with them.",
    ),
)

"""What a respondent sees: the start, one page a focus, the check, the thanks."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from fanlight.design.english import moment
from fanlight.design.frame import Link
from fanlight.measure.instruments import Composite, Instrument
from fanlight.responses.access import Part
from fanlight.responses.forms import FocusForm
from fanlight.responses.visit import Visit
from fanlight.surveys.models import Round


@dataclass(frozen=True)
class StartPage:
    round: Round
    title: str
    statements: int
    minutes: str
    minimum: int
    closes: str
    begin_url: str


@dataclass(frozen=True)
class FocusPage:
    round: Round
    title: str
    why: str
    introduction: str
    form: FocusForm
    at: int
    of: int
    action: str
    back_url: str


@dataclass(frozen=True)
class PartDone:
    """How far one part has been answered, and the way back to it."""

    title: str
    words: str
    change_url: str


@dataclass(frozen=True)
class CheckPage:
    round: Round
    title: str
    parts: tuple[PartDone, ...]
    is_empty: bool
    first_url: str
    back_url: str


@dataclass(frozen=True)
class LastPage:
    """Where a visit ends: thanks, or word that the round is not open."""

    round: Round
    title: str
    drawing: str
    paragraphs: tuple[str, ...]
    link: Link | None = None


def start_page(round: Round) -> StartPage:
    instrument = round.instrument
    return StartPage(
        round=round,
        title=f"How is it to work in {round.team.name}?",
        statements=len(instrument.items),
        minutes="under five minutes" if len(instrument.items) > 6 else "about a minute",
        minimum=round.minimum or 0,
        closes=moment(round.closes_at),
        begin_url=reverse("respond_part", args=[round.door, 1]),
    )


def focus_page(part: Part, form: FocusForm) -> FocusPage:
    door, composite, introduction = part.round.door, part.composite, part.instrument.introduction
    before = (
        reverse("respond_part", args=[door, part.number - 1])
        if part.number > 1
        else reverse("respond", args=[door])
    )
    return FocusPage(
        round=part.round,
        title=composite.title.in_language("en"),
        why=composite.why.in_language("en") if composite.why else "",
        introduction=introduction.in_language("en") if introduction else "",
        form=form,
        at=part.number,
        of=len(part.instrument.composites),
        action="Check and send" if part.is_last else "Next",
        back_url=before,
    )


def _part_done(round: Round, number: int, part: Composite, codes: Mapping[str, int]) -> PartDone:
    answered = sum(code in codes for code in part.items)
    asked = len(part.items)
    words = {0: "Nothing answered", asked: "All answered"}.get(answered, f"{answered} of {asked} answered")
    return PartDone(part.title.in_language("en"), words, reverse("respond_part", args=[round.door, number]))


def check_page(round: Round, instrument: Instrument, visit: Visit) -> CheckPage:
    parts = instrument.composites
    return CheckPage(
        round=round,
        title="Ready to send?",
        parts=tuple(
            _part_done(round, number, part, visit.codes) for number, part in enumerate(parts, start=1)
        ),
        is_empty=not visit.codes,
        first_url=reverse("respond_part", args=[round.door, 1]),
        back_url=reverse("respond_part", args=[round.door, len(parts)]),
    )


def thanks_page(round: Round) -> LastPage:
    return LastPage(
        round=round,
        title="Thank you",
        drawing="thanks",
        paragraphs=(
            "Your answers are in the urn with the others. Nobody can open it before the round closes.",
            "The whole team will see the results at the same moment, and then talk about them together.",
        ),
    )


def shut_page(round: Round) -> LastPage:
    over = round.is_over or timezone.now() >= round.closes_at
    return LastPage(
        round=round,
        title="This round has closed" if over else "This round has not begun yet",
        drawing="empty",
        paragraphs=(
            ("Thank you for coming. No more answers are taken, so that a late one cannot be told apart.",)
            if over
            else (f"It begins on {moment(round.opens_at)}. Please come back then.",)
        ),
        link=Link(text="What we said, and what we did", href=reverse("we_did", args=[round.door]))
        if round.is_over
        else None,
    )

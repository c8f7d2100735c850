"""What a respondent sees: the start, one page a focus, a box for a comment, the check, the end."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from fanlight.design.drawings import Drawing
from fanlight.design.english import capital, counted, moment
from fanlight.design.frame import Link
from fanlight.design.recognisable import NOT_NAMES, PATTERNS, Kind, in_words, recognisable
from fanlight.measure.instruments import Composite
from fanlight.responses.access import Door, Part
from fanlight.responses.forms import CommentForm, FocusForm, SlipForm
from fanlight.responses.visit import FORGOTTEN_ON_DEVICE, Visit
from fanlight.surveys.models import Round, Way
from fanlight.surveys.promise import CANNOT_PREVENT

IDLE_ON_DEVICE = 120  # seconds until a shared device clears the page
BACK_AFTER_THANKS = 15


@dataclass(frozen=True)
class Around:
    """What stands around every page of a visit."""

    team: str
    promise_url: str
    start_url: str
    on_device: bool = False
    clears_after: int | None = None  # on a shared device: seconds without a touch
    goes_back_after: int | None = None  # seconds until the page goes to the start by itself, scripts or none


@dataclass(frozen=True)
class StartPage:
    around: Around
    title: str
    statements: str
    minutes: str
    minimum: int
    closes: str
    cannot_prevent: str
    begin_url: str
    form: SlipForm | None
    has_begun: bool
    is_on_device: bool


@dataclass(frozen=True)
class FocusPage:
    around: Around
    title: str
    why: str
    introduction: str
    form: FocusForm
    at: int
    of: int
    drawing: str


@dataclass(frozen=True)
class CommentPage:
    around: Around
    title: str
    form: CommentForm
    patterns: dict[str, object]  # for the script that looks while one types


@dataclass(frozen=True)
class PartDone:
    """How far one part has been answered, and the way back to it."""

    title: str
    words: str
    change_url: str


@dataclass(frozen=True)
class CheckPage:
    around: Around
    title: str
    parts: tuple[PartDone, ...]
    comment: str
    warnings: tuple[str, ...]
    comment_url: str
    is_empty: bool
    first_url: str
    back_url: str


@dataclass(frozen=True)
class LastPage:
    """Where a visit ends: thanks, or why it cannot go on."""

    around: Around
    title: str
    drawing: str
    paragraphs: tuple[str, ...]
    link: Link | None = None


def _around(door: Door, *, is_last: bool = False) -> Around:
    return Around(
        team=door.round.whose,
        promise_url=door.promise_url,
        start_url=door.start_url,
        on_device=door.on_device,
        clears_after=IDLE_ON_DEVICE if door.on_device else None,
        goes_back_after=(BACK_AFTER_THANKS if is_last else FORGOTTEN_ON_DEVICE) if door.on_device else None,
    )


def _still(door: Door) -> Around:
    """For pages on which nobody has filled in anything: there is nothing to clear."""
    return Around(door.round.whose, door.promise_url, door.start_url, door.on_device)


def _to_start(door: Door) -> Link:
    return Link(text="Back to the start", href=door.start_url)


def start_page(door: Door, form: SlipForm | None, *, has_begun: bool) -> StartPage:
    round, statements = door.round, len(door.instrument.items)
    way = Way.SHARED_DEVICE if door.on_device else Way.SLIPS if door.needs_slip else Way.LINK
    return StartPage(
        around=_still(door),
        title=f"How is it to work in {round.whose}?",
        statements=capital(counted(statements, "short statement")),
        minutes="under five minutes" if statements > 6 else "about a minute",
        minimum=round.minimum or 0,
        closes=moment(round.closes_at),
        cannot_prevent=CANNOT_PREVENT[way],
        begin_url=door.part_url(1),
        form=form,
        has_begun=has_begun,
        is_on_device=door.on_device,
    )


def focus_page(part: Part, form: FocusForm) -> FocusPage:
    door, composite, introduction = part.door, part.composite, part.instrument.introduction
    return FocusPage(
        around=_around(door),
        title=str(composite.title),
        why=str(composite.why) if composite.why else "",
        introduction=str(introduction) if introduction else "",
        form=form,
        at=part.number,
        of=part.of,
        drawing=_drawing(composite),
    )


def _drawing(composite: Composite) -> str:
    """The drawing of the focus that a part is about, if it is about one."""
    name = (composite.focus or "").replace("_", "-")
    return name if name in set(Drawing) else ""


def comment_page(door: Door, form: CommentForm) -> CommentPage:
    return CommentPage(
        around=_around(door),
        title="In your own words, if you like",
        form=form,
        patterns={
            "patterns": [[kind.value, pattern] for kind, pattern in PATTERNS],
            "name": Kind.NAME.value,
            "notNames": sorted(NOT_NAMES),
        },
    )


def _part_done(door: Door, number: int, part: Composite, codes: Mapping[str, int]) -> PartDone:
    answered = sum(code in codes for code in part.items)
    asked = len(part.items)
    everything = "All answered" if asked > 1 else "Answered"
    words = {0: "Nothing answered", asked: everything}.get(answered, f"{answered} of {asked} answered")
    return PartDone(str(part.title), words, door.part_url(number))


def check_page(door: Door, visit: Visit) -> CheckPage:
    parts = door.instrument.composites
    return CheckPage(
        around=_around(door),
        title="Nothing to send" if visit.is_empty else "Ready to send?",
        parts=tuple(
            _part_done(door, number, part, visit.codes) for number, part in enumerate(parts, start=1)
        ),
        comment=visit.comment,
        warnings=in_words(recognisable(visit.comment)),
        comment_url=door.comment_url,
        is_empty=visit.is_empty,
        first_url=door.part_url(1),
        back_url=door.comment_url,
    )


def thanks_page(door: Door) -> LastPage:
    round = door.round
    talk = f"We talk about them on {round.debrief_for_all}." if round.debrief_at else ""
    return LastPage(
        around=_around(door, is_last=True),
        title="Thank you",
        drawing="thanks",
        paragraphs=(
            f"Your answers are in the urn with the others. Nobody can open it before {moment(round.closes_at)}.",
            f"Then everybody in {round.whose} sees the results at the same moment. {talk}".strip(),
            *(
                ("This page goes back to the start by itself, for the next person.",)
                if door.on_device
                else ()
            ),
        ),
        link=_to_start(door) if door.on_device else None,
    )


def spent_page(door: Door) -> LastPage:
    return LastPage(
        around=_around(door, is_last=True),
        title="This slip has been used",
        drawing="thanks",
        paragraphs=(
            "If you have just pressed Send, all is well: your answers are in the urn, once.",
            "If you have not, somebody else used a copy of your slip. Ask for another one.",
        ),
        link=_to_start(door),
    )


def shut_page(door: Door) -> LastPage:
    round = door.round
    over = round.is_over or timezone.now() >= round.closes_at
    return LastPage(
        around=_still(door),
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


def elsewhere_page(round: Round) -> LastPage:
    """For whoever came by a way that this round does not have."""
    own = Door(round)
    where = "on paper"
    if own.leads_in:
        where = "on your own phone or computer"
    elif Door(round, on_device=True).leads_in:
        where = "on the team’s shared tablet or computer"
    return LastPage(
        around=_still(own),
        title=f"This round is answered {where}",
        drawing="empty",
        paragraphs=() if own.leads_in else ("Ask whoever told you about it where to find it.",),
        link=Link(text="Go to the questions", href=own.start_url) if own.leads_in else None,
    )


def too_many_page(door: Door) -> LastPage:
    return LastPage(
        around=_around(door),
        title="Please wait five minutes",
        drawing="empty",
        paragraphs=(
            "Many codes that belong to no slip were typed from this network just now. "
            "To keep people from guessing, we take none from it for five minutes.",
            "Your slip still works after that, or at once on another network, such as your phone’s own.",
        ),
        link=_to_start(door),
    )

"""The results page of one round of one team."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from fanlight.design.english import counted, day, listed
from fanlight.design.frame import Link
from fanlight.design.parts import Row, Table
from fanlight.measure.changed import Verdict
from fanlight.measure.disclosure import Released
from fanlight.people.models import User
from fanlight.people.pages.place import home_link
from fanlight.results.pages.answered import answered, answers_came
from fanlight.results.pages.charted import changes_table, key_of
from fanlight.results.pages.comments import InTheirWords, in_their_words
from fanlight.results.pages.laid_out import (
    HOW_TO_READ,
    HOW_WE_CHOOSE,
    HOW_WE_COMPARE,
    NOTHING_STANDS_OUT,
    FindingOnPage,
    ThemeOnPage,
    changes_on_page,
    findings_on_page,
    themes_on_page,
)
from fanlight.results.pages.likeness import Likeness
from fanlight.results.pages.read_round import read_round
from fanlight.results.pages.reading import Reading
from fanlight.results.pages.sentences import since_title
from fanlight.surveys.models import Round

TOO_FEW = (
    "With so few answers, any figure could point to somebody, so none is shown, not even to those who lead the team. "
    "You can still talk: the conversation needs no numbers."
)


UNREAD = (
    "The second time did not take place. The answers of the first were deleted unread, as was promised: nobody has "
    "seen them. You can still talk: the conversation needs no numbers."
)


ONLY_SO_MUCH = "Where nearly everybody answered alike, an exact figure would tell what each said."


@dataclass(frozen=True)
class Debrief:
    """When and where the team talks about it, in words, and the way to what is ready for it."""

    title: str
    text: str
    way: Link


@dataclass(frozen=True)
class Since:
    """What has changed since the round before, in words."""

    title: str
    before: str
    chart: Markup | None
    table: Table | None
    caution: str
    how: str = HOW_WE_COMPARE


@dataclass(frozen=True, kw_only=True)
class ResultsPage:
    """What the page shows, in its order."""

    title: str
    lead: str
    promise: str
    key: Markup
    strengths: tuple[FindingOnPage, ...]
    worth_talking_about: tuple[FindingOnPage, ...]
    only_so_much: str
    nothing_stands_out: str
    withheld: str
    debrief: Debrief
    since: Since | None
    seen: tuple[tuple[str, str], ...]
    themes: tuple[ThemeOnPage, ...]
    comments: InTheirWords | None
    how_to_read: str
    how_we_choose: str
    notice: str
    downloads: tuple[Row, ...]
    team: Link


def results_page(
    round: Round, released: Released, *, seen_by: User | None = None, now: datetime | None = None
) -> ResultsPage:
    reading = read_round(round, released)
    comments = None if reading.withheld else in_their_words(round, seen_by)
    return ResultsPage(
        title=reading.headline,
        lead=lead(round, reading, is_pooled=is_pooled(released)),
        promise=promise(round, released.policy.minimum, is_pooled=is_pooled(released)),
        key=key_of(reading.findings),
        strengths=findings_on_page(reading, reading.strengths),
        worth_talking_about=findings_on_page(reading, reading.worth_talking_about),
        only_so_much=ONLY_SO_MUCH if any(each.statement.is_held_back for each in reading.findings) else "",
        nothing_stands_out="" if reading.withheld or reading.findings else NOTHING_STANDS_OUT,
        withheld=_withheld(round) if reading.withheld else "",
        debrief=_debrief(round, now or timezone.now()),
        since=_since(reading),
        seen=tuple(_seen(reading)),
        themes=() if reading.withheld else themes_on_page(reading, comments.remarks if comments else ()),
        comments=comments,
        how_to_read=HOW_TO_READ,
        how_we_choose=HOW_WE_CHOOSE,
        notice="" if reading.withheld else round.instrument.notice,
        downloads=() if reading.withheld else _downloads(round),
        team=home_link(round.team),
    )


def is_pooled(released: Released) -> bool:
    """Whether people were asked twice, and both times are counted together."""
    return len(released.shape.rounds) > 1


def _withheld(round: Round) -> str:
    return UNREAD if round.is_unread else TOO_FEW


def lead(round: Round, reading: Reading, *, is_pooled: bool = False) -> str:
    """How many answered what, and by when."""
    together = f" in {round.whose}, together" if round.sister else ""
    asked = f"{round.title}{together}, up to {day(round.closes_at)}"
    if reading.withheld:
        return f"That protects the people who answered {asked}."
    if is_pooled:
        return f"{answers_came(reading)}, over two times of asking. {asked}."
    return f"{answered(reading, people=round.people)} {asked}."


def promise(round: Round, minimum: int, *, is_pooled: bool = False) -> str:
    whose = "both teams: everybody in them" if round.sister else "the team: everybody on it"
    counted = "answers of both times together" if is_pooled else "people"
    return (
        f"These results belong to {whose} sees this same page, and nobody else can. Nothing is shown about fewer than "
        f"{minimum} {counted}."
    )


def _since(reading: Reading) -> Since | None:
    if not reading.compared:
        return None
    better, worse = reading.that_became(Verdict.BETTER), reading.that_became(Verdict.WORSE)
    clear, title = (*better, *worse), since_title(len(better), len(worse))
    many = len(reading.compared)
    by_chance = -(-many // 20)  # one in twenty intervals of 95% misses
    return Since(
        title=title,
        before=f"Compared with {reading.since}.",
        chart=changes_on_page(clear, title=title) if clear else None,
        table=changes_table(clear, caption=title) if clear else None,
        caution=f"Of {counted(many, 'statement')} asked both times, {counted(by_chance, 'statement')} may look better "
        "or worse by chance alone.",
    )


def _seen(reading: Reading) -> Iterator[tuple[str, str]]:
    """Where people see things alike and where not, each with its statements; the hardest to talk about first."""
    kinds = (
        (Likeness.TWO_CAMPS, "In two camps, with few in between"),
        (Likeness.SPREAD, "Spread from one end to the other"),
        (Likeness.ALIKE, "Seen alike by most"),
    )
    for kind, words in kinds:
        if found := [f"“{each.label}”" for each in reading.statements if each.likeness is kind]:
            yield words, f"{listed(found)}."


def _debrief(round: Round, now: datetime) -> Debrief:
    kit = Link(text="See the agenda and the cards", href=reverse("debrief_kit", args=[round.public_id]))
    if round.debrief_at is None:
        return Debrief("Talk about it together", "No time has been agreed yet.", kit)
    where = f"{round.debrief_in_full}."
    if round.debrief_at > now:
        return Debrief("We talk about it together", where, kit)
    planned = f"It was planned for {where} If it came to nothing, agree another time."
    outcome = Link(text="What came of it", href=reverse("outcome", args=[round.public_id]))
    return Debrief("Did you talk about it?", planned, outcome)


def _downloads(round: Round) -> tuple[Row, ...]:
    kinds = (
        ("results_pdf", "PDF", "to print, or to read with a screen reader"),
        ("results_slides", "Slides", "for the debrief, with questions for whoever leads it"),
        ("results_spreadsheet", "Spreadsheet", "every figure on this page as a table"),
        ("results_data", "JSON", "the same for another program"),
    )
    return tuple(
        Row(text=text, detail=detail, href=reverse(name, args=[round.public_id]))
        for name, text, detail in kinds
    )

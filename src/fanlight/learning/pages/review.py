"""One review: what was said, the map of the work, work as it is done beside work as it is meant, what was learned."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse
from markupsafe import Markup

from fanlight.design.charts import (
    Effect,
    Pane,
    Remark,
    WorkMap,
    work_map_for_every_screen,
    work_map_table,
)
from fanlight.design.english import capital, day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Table
from fanlight.guide.queries import LinePlace, ReviewQuestion, Way
from fanlight.guide.queries import WorkSystem as Element
from fanlight.guide.queries.words import WORK_SYSTEM, slug_of
from fanlight.learning.models import Line, Practice, Recorded, Review, Touch
from fanlight.learning.pages.place import learning_link, where_in
from fanlight.learning.pages.reviews import NO_NAMES, RECORD_FIRST
from fanlight.learning.queries import guests_of, lines_by_question, way_of

EFFECTS = {Touch.HELPED: Effect.HELPED, Touch.HINDERED: Effect.HINDERED, Touch.NEITHER: Effect.NEITHER}


@dataclass(frozen=True, kw_only=True)
class Learned:
    """Something that was learned, and the way from there to the board of actions."""

    words: str
    take_on: Link | None


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question, what was said to it, and where to write."""

    id: str
    ask: str
    hint: str
    said: tuple[Learned, ...]
    write: Link | None
    is_next: bool = False  # the first question that nobody has written under


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A piece of work, twice."""

    as_imagined: str
    as_done: str
    sense: str
    drop: Link | None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """The map as a picture and as a table."""

    chart: Markup
    table: Table
    placed: int
    waiting: int


@dataclass(frozen=True, kw_only=True)
class ReviewPage:
    where: Where
    title: str
    kicker: str
    back: Link | None
    facts: tuple[tuple[str, str], ...]
    record_first: str
    asked: tuple[Asked, ...]
    figure: Figure | None
    beside: tuple[Beside, ...]
    learned: Asked
    guest_links: tuple[tuple[str, str], ...]
    who_reads: str
    address: str
    may_write: bool
    is_closed: bool
    is_ready: bool  # something stands under every question
    notes: Link
    privacy: str = NO_NAMES

    @property
    def has_said(self) -> bool:
        return any(asked.said for asked in (*self.asked, self.learned))

    def link(self, name: str) -> str:
        """The address of something that one can do with this review."""
        return reverse(name, args=[self.address])


def review_page(review: Review, *, may_write: bool) -> ReviewPage:
    way = way_of(review)
    said, guests = lines_by_question(review), guests_of(review)
    can_change = may_write and not review.is_closed
    asked = [_asked(review, question, said[question.id], can_change=can_change) for question in way.questions]
    next_one = next((each.id for each in asked if not each.said), "") if can_change else ""
    return ReviewPage(
        where=where_in(review.team),
        title=review.title,
        kicker=f"{way.title}, begun on {day(review.begun_on)}",
        back=learning_link(review.team)
        if may_write
        else Link(text="Reviews to read", href=reverse("reviews_to_read")),
        facts=tuple(_facts(review)),
        record_first=_record_first(review),
        asked=tuple(replace(each, is_next=each.id == next_one) for each in asked[:-1]),
        figure=figure_of(review),
        beside=tuple(_beside(review, practice, can_change=can_change) for practice in review.practices.all()),
        learned=replace(
            _learned(review, way.questions[-1], said, may_write=may_write, can_change=can_change),
            is_next=next_one == way.questions[-1].id,
        ),
        is_ready=can_change and not next_one,
        guest_links=tuple(
            (user.name, reverse("review_guest_end", args=[review.public_id, user.public_id]))
            for user in guests
        ),
        who_reads=_who_reads(review, guests),
        address=review.public_id,
        may_write=may_write,
        is_closed=review.is_closed,
        notes=Link(text="Notes for whoever holds the talk", href=_notes(way)),
    )


def _notes(way: Way) -> str:
    return reverse("guide_learning_way", args=[slug_of(way.id)])


def _facts(review: Review) -> list[tuple[str, str]]:
    facts = []
    if review.reference:
        facts.append(("In the incident system", review.reference))
    if review.who_was_there:
        facts.append(("In the talk", review.who_was_there))
    if review.who_was_missing:
        facts.append(("Still to be heard", review.who_was_missing))
    if review.closed_on:
        facts.append(("Finished", day(review.closed_on)))
    return facts


def _record_first(review: Review) -> str:
    match review.recorded, bool(review.reference):
        case Recorded.NOT_YET, _:
            return RECORD_FIRST
        case Recorded.YES, False:
            return "It is recorded in your incident system. Put its number here when you have it."
        case Recorded.YES, True:
            return f"Recorded in your incident system as {review.reference}. This page is no record of the incident."
    return "Nothing to record, you said. If that changes, record it in your incident system first."


def _asked(review: Review, question: ReviewQuestion, said: Sequence[Line], *, can_change: bool) -> Asked:
    href = reverse("review_lines", args=[review.public_id, question.id])
    words = "Add or change" if said else "Write down what was said"
    return Asked(
        id=question.id,
        ask=question.ask,
        hint=question.hint,
        said=tuple(Learned(words=line.words, take_on=None) for line in said),
        write=Link(text=words, href=href) if can_change else None,
    )


def _learned(
    review: Review,
    question: ReviewQuestion,
    said: dict[str, list[Line]],
    *,
    may_write: bool,
    can_change: bool,
) -> Asked:
    plain = _asked(review, question, said[question.id], can_change=can_change)
    lines = tuple(Learned(words=line.words, take_on=_take_on(line, may_write)) for line in said[question.id])
    return Asked(id=plain.id, ask=plain.ask, hint=plain.hint, said=lines, write=plain.write)


def _take_on(line: Line, may_write: bool) -> Link | None:
    href = reverse("take_on", args=["learned", line.public_id])
    return Link(text="Make it an action", href=href) if may_write else None


def _beside(review: Review, practice: Practice, *, can_change: bool) -> Beside:
    href = reverse("review_practice_drop", args=[review.public_id, practice.public_id])
    return Beside(
        as_imagined=practice.as_imagined,
        as_done=practice.as_done,
        sense=practice.sense,
        drop=Link(text="Take off", href=href) if can_change else None,
    )


def lines_for_map(review: Review) -> list[Line]:
    """The lines that belong on the map, in the order of the questions."""
    places = {question.id: question.place for question in way_of(review).questions}
    said = lines_by_question(review)
    return [line for asked, lines in said.items() for line in lines if places.get(asked) is LinePlace.MAP]


def figure_of(review: Review) -> Figure | None:
    """The map, once something was said that belongs on it."""
    lines = lines_for_map(review)
    if not lines:
        return None
    drawn = drawn_map(lines)
    placed = sum(bool(line.element) for line in lines)
    return Figure(
        chart=work_map_for_every_screen(drawn),
        table=work_map_table(drawn),
        placed=placed,
        waiting=len(lines) - placed,
    )


def drawn_map(lines: Sequence[Line]) -> WorkMap:
    def pane(element: Element) -> Pane:
        own = [line for line in lines if line.work_element is element]
        remarks = tuple(Remark(words=line.words, effect=EFFECTS[Touch(line.touch)]) for line in own)
        return Pane(title=capital(WORK_SYSTEM[element]), remarks=remarks)

    return WorkMap(
        name="The work around it",
        outside=pane(Element.EXTERNAL_ENVIRONMENT),
        above=(pane(Element.ORGANISATION), pane(Element.INTERNAL_ENVIRONMENT)),
        beside=(pane(Element.TASKS), pane(Element.TOOLS_AND_TECHNOLOGY)),
        people=pane(Element.PEOPLE),
    )


def _who_reads(review: Review, guests: Sequence[object]) -> str:
    asked = f", and {', '.join(str(guest) for guest in guests)}, whom the team asked" if guests else ""
    return f"Everybody in {review.team.name} can read this{asked}. Nobody else can."

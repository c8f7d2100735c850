"""A team's reviews, and how to begin one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.design.writing import WritingPage
from fanlight.guide.queries import Choice, Way
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import slug_of
from fanlight.learning.models import Review
from fanlight.learning.pages.place import learning_link, where_in
from fanlight.learning.queries import way_of
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link

RECORD_FIRST = (
    "Record it in your incident system first. This is no incident system: nobody who is on call reads it."
)
NO_NAMES = "Leave out the names of patients and of staff, beds and dates."


@dataclass(frozen=True, kw_only=True)
class ReviewsPage:
    where: Where
    title: str
    lead: str
    back: Link
    choices: tuple[Row, ...]
    reviews: tuple[Row, ...]
    needs: Link | None


@dataclass(frozen=True, kw_only=True)
class BeginPage(WritingPage):
    way: Way
    notes_link: Link


def reviews_page(team: Team, reviews: Iterable[Review], *, keeps_needs: bool) -> ReviewsPage:
    rows = tuple(_row(review) for review in reviews)
    return ReviewsPage(
        where=where_in(team),
        title="What we learned together" if rows else "Something happened. What can it teach us?",
        lead="A bad hour or a good one: sit down, look at the work and not at who, and take one thing with you.",
        back=home_link(team),
        choices=tuple(_choice(team, choice) for choice in the_guide().learning.choices),
        reviews=rows,
        needs=Link(
            text="Who is hurt, and what do they need?", href=reverse("mendings", args=[team.public_id])
        )
        if keeps_needs
        else None,
    )


def _choice(team: Team, choice: Choice) -> Row:
    if choice.way is None:
        return Row(text=choice.situation, detail=choice.because)
    way = the_guide().learning.way(choice.way)
    return Row(
        text=choice.situation,
        detail=f"{way.title}, {_lower(way.how_long)}. {choice.because}",
        href=reverse("review_begin", args=[team.public_id, slug_of(way.id)]),
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _row(review: Review) -> Row:
    state = f"finished on {day(review.closed_on)}" if review.closed_on else "still open"
    return Row(
        text=review.title,
        detail=f"{way_of(review).title}, {state}",
        href=reverse("review", args=[review.public_id]),
        when=day(review.begun_on),
    )


def guest_row(review: Review) -> Row:
    return Row(
        text=review.title,
        detail=f"{review.team.name} asked you to read this",
        href=reverse("review", args=[review.public_id]),
        when=day(review.begun_on),
    )


def begin_page(team: Team, way: Way) -> BeginPage:
    return BeginPage(
        where=where_in(team),
        title=way.title,
        lead=way.in_a_sentence,
        back=learning_link(team),
        button="Begin",
        notes=(NO_NAMES,),
        way=way,
        notes_link=Link(
            text="Notes for whoever holds the talk",
            href=reverse("guide_learning_way", args=[slug_of(way.id)]),
        ),
    )

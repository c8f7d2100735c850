"""Reviews of a team, and reviews that somebody was asked to read."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from fanlight.guide.queries import Way
from fanlight.guide.queries.here import the_guide
from fanlight.learning.models import Guest, Line, Review
from fanlight.people.models import Team, User
from fanlight.people.queries import Seat, seats_above
from fanlight.people.roles import Role

MAY_BE_ASKED = frozenset({Role.PARTNER, Role.SPECIALIST})


def way_of(review: Review) -> Way:
    return the_guide().learning.way(review.review_way)


def reviews_of(team: Team) -> QuerySet[Review]:
    return Review.objects.filter(team=team)


def reviews_to_read(user: User | AnonymousUser) -> QuerySet[Review]:
    """Reviews of other teams that this person was asked to read."""
    asked = Guest.objects.filter(user=user.pk).values("review")
    return Review.objects.filter(pk__in=asked).select_related("team__organisation")


def lines_by_question(review: Review) -> dict[str, list[Line]]:
    """What was said, by the way's questions in their order."""
    said: dict[str, list[Line]] = {question.id: [] for question in way_of(review).questions}
    for line in review.lines.all():
        said.setdefault(line.question, []).append(line)
    return said


def guests_of(review: Review) -> list[User]:
    return [guest.user for guest in review.guests.select_related("user")]


def could_be_asked(review: Review) -> list[Seat]:
    """Patient safety partners and specialists of the organisation who have not been asked yet."""
    here = {user.pk for user in guests_of(review)}
    return [
        seat
        for seat in seats_above(review.team)
        if MAY_BE_ASKED & set(seat.roles) and seat.user.pk not in here
    ]

"""The doors to reviews: everybody in the team, and to one review whoever was asked to read it."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from fanlight.learning.models import Guest, Line, Practice, Review
from fanlight.people.access import permissions, team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May


def team_that_learns(user: User | AnonymousUser, public_id: str) -> Team:
    """A team that this person is in; 404 to strangers, 403 to colleagues outside it."""
    return team_for(user, public_id, May.SEE_RESULTS)


def review_to_read(user: User | AnonymousUser, public_id: str) -> Review:
    """A review of the person's own team, or one that they were asked to read."""
    review = _found(public_id)
    if isinstance(user, User) and Guest.objects.filter(review=review, user=user).exists():
        if permissions(user, review.team) is None:  # they have left the organisation since
            raise Http404("no such review")
        return review
    return _own(user, review)


def review_to_write(user: User | AnonymousUser, public_id: str) -> Review:
    """A review of the person's own team. Guests read and do not write: 403."""
    return _own(user, _found(public_id))


def may_write(user: User | AnonymousUser, review: Review) -> bool:
    return May.SEE_RESULTS in (permissions(user, review.team) or ())


def practice_of_review(review: Review, public_id: str) -> Practice:
    found = review.practices.filter(public_id=public_id).first()
    if found is None:
        raise Http404("no such row")
    return found


def line_to_take_on(user: User | AnonymousUser, public_id: str) -> Line:
    """Something that was learned, for the team whose review it was."""
    line = Line.objects.select_related("review__team").filter(public_id=public_id).first()
    if line is None:
        raise Http404("no such line")
    _own(user, line.review)
    return line


def guest_of_review(review: Review, public_id: str) -> Guest:
    found = review.guests.select_related("user").filter(user__public_id=public_id).first()
    if found is None:
        raise Http404("no such guest")
    return found


def _found(public_id: str) -> Review:
    review = Review.objects.select_related("team__organisation").filter(public_id=public_id).first()
    if review is None:
        raise Http404("no such review")
    return review


def _own(user: User | AnonymousUser, review: Review) -> Review:
    allowed = permissions(user, review.team)
    if allowed is None:
        raise Http404("no such review")
    if May.SEE_RESULTS not in allowed:
        raise PermissionDenied
    return review

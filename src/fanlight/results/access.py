"""The doors to a round's results: the team's own people, all of them, and nobody else; and to its unread comments."""

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404

from fanlight.people.access import is_outside_every_line
from fanlight.people.models import User
from fanlight.people.roles import May
from fanlight.surveys.access import round_to
from fanlight.surveys.models import Round, State


def round_for(user: User | AnonymousUser, public_id: str) -> Round:
    """A round whose results this person may see; 404 to strangers, 403 to colleagues outside the team.

    Of two rounds that are released together, either address leads to the one that holds the release.
    """
    return round_to(user, public_id, May.SEE_RESULTS).last


def round_to_read_first(user: User | AnonymousUser, public_id: str) -> Round:
    """A released round whose comments this person reads before the team does: a facilitator outside the line.

    404 to strangers and before the release; 403 to everybody else, the team itself included.
    """
    round = round_to(user, public_id, May.READ_COMMENTS_FIRST).last
    if not isinstance(user, User) or not is_outside_every_line(user, *round.teams):
        raise PermissionDenied
    if round.state != State.RELEASED:
        raise Http404("nothing to read before the release")
    return round

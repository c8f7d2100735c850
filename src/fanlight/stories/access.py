"""The doors to a story: its own team to write, and whoever the team chose to read."""

from django.contrib.auth.models import AnonymousUser
from django.db.models import Count, Q, QuerySet
from django.http import Http404

from fanlight.people.access import team_for
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.queries import teams_of
from fanlight.people.roles import May
from fanlight.stories.models import Readers, Story

Somebody = User | AnonymousUser


def team_that_tells(user: Somebody, public_id: str) -> Team:
    return team_for(user, public_id, May.SEE_TEAM)


def own_story(user: Somebody, public_id: str) -> Story:
    """A story that this person may change: everybody in its team. 404 to strangers, 403 to colleagues."""
    story = Story.objects.select_related("team__organisation").filter(public_id=public_id).first()
    if story is None:
        raise Http404("no such story")
    team_for(user, story.team.public_id, May.SEE_TEAM)
    return story


def story_to_share(user: Somebody, public_id: str) -> Story:
    """Who may read a story outside the team is for a lead to put down, when all who are in it have agreed."""
    story = own_story(user, public_id)
    team_for(user, story.team.public_id, May.MANAGE_TEAM)
    return story


def story_to_read(user: Somebody, public_id: str) -> Story:
    """A story that this person may read; 404 for any other, as if there were none."""
    story = readable_by(user).filter(public_id=public_id).first() if isinstance(user, User) else None
    if story is None:
        raise Http404("no such story")
    return story


def public_story(public_id: str) -> Story:
    """A story that its team shared with everybody; 404 for any other."""
    everybodys = Story.objects.filter(public_id=public_id, readers=Readers.EVERYBODY)
    story = everybodys.select_related("team__organisation").first()
    if story is None:
        raise Http404("no such story")
    return story


def readable_by(user: User) -> QuerySet[Story]:
    """Those of this person's own teams, of their organisation where it may read them, and of everybody."""
    own = [team.pk for team in teams_of(user)]
    readers = (
        Q(team__in=own)
        | Q(readers=Readers.EVERYBODY)
        | Q(readers=Readers.ORGANISATION, team__organisation__in=_organisations_of(user))
    )
    return (
        Story.objects.filter(readers)
        .select_related("team__organisation")
        .annotate(tried_by=Count("tried_too"))
    )


def _organisations_of(user: User) -> QuerySet[Organisation]:
    """Every part of the whole that this person works in: a trust is one organisation, however many parts it has."""
    held = Membership.objects.filter(user=user).values_list("organisation_id", "team__organisation_id")
    parts = {one for pair in held for one in pair if one}
    tops = Organisation.objects.above(parts).filter(parent=None).values_list("pk", flat=True)
    return Organisation.objects.below(tops)

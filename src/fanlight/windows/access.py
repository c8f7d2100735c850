"""The doors to a team's windows: everybody in the team, and nobody else."""

from typing import TypeVar

from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.roles import May
from fanlight.windows.models import Huddle, Note, SentOn, Theme, Window

Somebody = User | AnonymousUser
Thing = TypeVar("Thing", Window, Note, Theme, Huddle, SentOn)


def team_that_looks(user: Somebody, public_id: str) -> Team:
    return team_for(user, public_id, May.SEE_TEAM)


def window_for(user: Somebody, public_id: str) -> Window:
    window = Window.objects.select_related("team__organisation").filter(public_id=public_id).first()
    return _in_team(user, window, window.team if window else None)


def note_for(user: Somebody, public_id: str) -> Note:
    note = Note.objects.select_related("window__team__organisation").filter(public_id=public_id).first()
    return _in_team(user, note, note.window.team if note else None)


def theme_for(user: Somebody, public_id: str) -> Theme:
    theme = Theme.objects.select_related("team__organisation").filter(public_id=public_id).first()
    return _in_team(user, theme, theme.team if theme else None)


def huddle_for(user: Somebody, public_id: str) -> Huddle:
    huddle = Huddle.objects.select_related("team__organisation").filter(public_id=public_id).first()
    return _in_team(user, huddle, huddle.team if huddle else None)


def sent_on_for(user: Somebody, public_id: str) -> SentOn:
    sent = SentOn.objects.select_related("huddle__team__organisation").filter(public_id=public_id).first()
    return _in_team(user, sent, sent.huddle.team if sent else None)


def _in_team(user: Somebody, thing: Thing | None, team: Team | None) -> Thing:
    """The thing, for people of its team; 404 to strangers, 403 to colleagues outside it."""
    if thing is None or team is None:
        raise Http404("no such thing")
    team_for(user, team.public_id, May.SEE_TEAM)
    return thing

"""The addresses for programs. Each goes through the same door as its page; none changes anything."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.security import HttpBearer, django_auth

from fanlight.api import shapes
from fanlight.api.access import person_with
from fanlight.debriefs.access import round_to_talk_about
from fanlight.debriefs.queries import outcome_of
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import actions_of
from fanlight.people.access import team_for
from fanlight.people.models import Team, User
from fanlight.people.queries import teams_of
from fanlight.people.roles import May
from fanlight.results.access import round_for
from fanlight.results.documents import Kind, written
from fanlight.results.documents.of_round import document_of_round
from fanlight.results.queries import released
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import rounds_of

ABOUT = (
    "Reads what the person behind the key may read in the browser, and changes nothing. Send a key from your own page "
    "as “Authorization: Bearer …”; a page of this site may use the session instead."
)
TROUBLES: dict[int, Any] = {
    401: shapes.Trouble,  # no key, or one that has run out
    403: shapes.Trouble,  # a colleague, but not in the team
    404: shapes.Trouble,  # there is no such thing, or none for you
    422: shapes.Faults,  # what was asked cannot be read
}


class KeyAuth(HttpBearer):
    """A key in the header."""

    def authenticate(self, _request: HttpRequest, token: str) -> User | None:
        return person_with(token)


api = NinjaAPI(
    title="Fanlight",
    version="1",
    description=ABOUT,
    auth=[KeyAuth(), django_auth],
    docs_url=None,
    openapi_url=None,
    urls_namespace="api",
)


def answers(shape: Any) -> dict[int, Any]:
    return {200: shape, **TROUBLES}


@api.exception_handler(PermissionDenied)
def _forbidden(request: HttpRequest, _reason: Exception) -> HttpResponse:
    return api.create_response(request, {"detail": "This belongs to its team."}, status=403)


@api.exception_handler(Http404)
def _not_found(request: HttpRequest, reason: Exception) -> HttpResponse:
    return api.create_response(request, {"detail": str(reason) or "not found"}, status=404)


def _who(request: HttpRequest) -> User:
    user: User = request.auth  # type: ignore[attr-defined]
    return user


@api.get("teams", response=answers(list[shapes.Team]), url_name="api_teams")
def teams(request: HttpRequest) -> Any:
    """The teams that you are in."""
    return [_team(team) for team in teams_of(_who(request))]


@api.get("teams/{slug:team}", response=answers(shapes.Team), url_name="api_team")
def team(request: HttpRequest, team: str) -> Any:
    return _team(team_for(_who(request), team, May.SEE_TEAM))


@api.get("teams/{slug:team}/rounds", response=answers(list[shapes.Round]), url_name="api_rounds")
def rounds(request: HttpRequest, team: str) -> Any:
    """The team's rounds, the latest first."""
    return [_round(round) for round in rounds_of(team_for(_who(request), team, May.SEE_TEAM))]


@api.get("teams/{slug:team}/actions", response=answers(list[shapes.Action]), url_name="api_actions")
def agreed_actions(request: HttpRequest, team: str, progress: Progress | None = None) -> Any:
    """What the team agreed to try; with `progress` only what is that far."""
    found = actions_of(team_for(_who(request), team, May.SEE_RESULTS))
    return [_action(action) for action in found if progress in (None, action.progress)]


@api.get("rounds/{slug:round}", response=answers(shapes.Round), url_name="api_round")
def one_round(request: HttpRequest, round: str) -> Any:
    return _round(round_to_talk_about(_who(request), round))


@api.get(
    "rounds/{slug:round}/results", response=answers(shapes.Results), url_name="api_results", by_alias=True
)
def results(request: HttpRequest, round: str) -> Any:
    """What may be shown of a round. 404 before its release: nobody sees anything before the team does."""
    found = round_for(_who(request), round)
    release = released(found)
    if release is None:
        raise Http404("no results before the round has closed")
    content = written(document_of_round(found, release), Kind.DATA)
    return HttpResponse(content, content_type=Kind.DATA.content_type)


@api.get("rounds/{slug:round}/outcome", response=answers(shapes.Outcome), url_name="api_outcome")
def outcome(request: HttpRequest, round: str) -> Any:
    """What came of the talks about a round."""
    found = outcome_of(round_to_talk_about(_who(request), round))
    return {
        "meetings": [{"held_on": one.held_on, "people": one.people} for one in found.sessions],
        "heard": [line.words for line in found.themes],
        "still_open": [line.words for line in found.still_open],
        "actions": [_action(action) for action in found.actions],
    }


def _team(team: Team) -> dict[str, Any]:
    return {"id": team.public_id, "name": team.name, "organisation": team.organisation.name}


def _round(round: Round) -> dict[str, Any]:
    return {
        "id": round.public_id,
        "team": round.team.public_id,
        "title": round.title,
        "state": round.state,
        "people": round.people,
        "minimum": round.minimum,
        "opens_at": round.opens_at,
        "closes_at": round.closes_at,
        "debrief_at": round.debrief_at,
        "has_results": round.state == State.RELEASED,
    }


def _action(action: AgreedAction) -> dict[str, Any]:
    return {
        "id": action.public_id,
        "round": action.round.public_id if action.round else None,
        "what": action.what,
        "first_step": action.first_step,
        "who": action.who,
        "progress": action.progress,
        "note": action.note,
        "agreed_on": action.agreed_on,
        "look_again_on": action.look_again_on,
    }


def addresses() -> list[URLPattern]:
    """The addresses themselves. They let people in by their own means, so the site's sign-in stands aside."""
    every = (entry for entry in api.urls[0] if isinstance(entry, URLPattern))
    found = [entry for entry in every if entry.name != "api-root"]
    for entry in found:
        login_not_required(entry.callback)
    return found


def described() -> dict[str, Any]:
    """The interface as OpenAPI 3.1."""
    schema: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/1/")
    return schema

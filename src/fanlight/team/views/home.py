"""The team's home, the list of teams for whoever has several, and taking something on."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.design.writing import WRITING
from fanlight.improvement.access import agreed_action, aim_in_team
from fanlight.improvement.actions import CameFrom, agree_action
from fanlight.improvement.queries.gist import Gist, gist_of_action, gist_of_aim
from fanlight.people.access import signed_in
from fanlight.people.queries import organisations_seen_by, organisations_with, teams_of
from fanlight.people.roles import Role
from fanlight.people.views.asking import ask, asks, say, sent
from fanlight.stories.pages import telling_page
from fanlight.team.access import home_of, round_of
from fanlight.team.forms import TakeOnForm
from fanlight.team.pages import home_page, patterns_page, round_page, rounds_page, teams_page
from fanlight.team.pages.own import own_rows, rows_of_change
from fanlight.team.pages.taking_on import no_team_page, take_on_page
from fanlight.team.pages.telling import BEGUN, story_begun
from fanlight.team.queries.coaching import is_coach
from fanlight.team.taking_on import proposal_for


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    teams = list(teams_of(request.user))
    coaches = is_coach(request.user)
    listens = bool(organisations_with(signed_in(request), Role.GUARDIAN))
    works_for = list(organisations_seen_by(request.user))
    if len(teams) == 1 and not (coaches or listens or works_for):
        return redirect("team_home", teams[0].public_id)
    page = teams_page(
        teams, coaches=coaches, listens=listens, works_for=works_for, own=own_rows(request.user)
    )
    return render(request, "team/teams.html", {"page": page})


@require_safe
def team_home(request: HttpRequest, public_id: str) -> HttpResponse:
    team, may = home_of(request.user, public_id)
    page = home_page(team, may, own=own_rows(request.user) + rows_of_change(request.user, team))
    return render(request, "team/home.html", {"page": page})


@require_safe
def team_rounds(request: HttpRequest, public_id: str) -> HttpResponse:
    team, may = home_of(request.user, public_id)
    return render(request, "team/rounds.html", {"page": rounds_page(team, may)})


@require_safe
def round(request: HttpRequest, public_id: str) -> HttpResponse:
    seen, may = round_of(request.user, public_id)
    return render(request, "team/round.html", {"page": round_page(seen, may)})


@asks
def take_on(request: HttpRequest, kind: str, public_id: str) -> HttpResponse:
    by = signed_in(request)
    proposal = proposal_for(by, kind, public_id)
    teams = [proposal.team] if proposal.team else list(teams_of(by))
    if not teams:
        return say(request, no_team_page())
    at_once = "at_once" in request.POST
    form = (
        TakeOnForm.as_suggested(proposal=proposal, teams=teams)
        if at_once
        else TakeOnForm(sent(request), proposal=proposal, teams=teams)
    )
    came_from = CameFrom(proposal.came_from, *((kind, public_id) if proposal.leads_back else ()))
    action = partial(agree_action, team=form.team, round=None, card=proposal.card, came_from=came_from, by=by)
    if form.carry_out(lambda: action(**form.agreed)):
        if at_once:
            messages.success(request, "It is on your board. Put it into your own words when you like.")
            return redirect("action", form.result.public_id)
        return redirect("board", form.team.public_id)
    return ask(request, take_on_page(proposal), form)


@require_safe
def patterns(request: HttpRequest, public_id: str) -> HttpResponse:
    team, _ = home_of(request.user, public_id)
    return render(request, "team/patterns.html", {"page": patterns_page(team)})


@require_safe
def tell_story(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form of a story, begun with what the board knows of an action. It is sent to where stories are kept."""
    return _tell(request, gist_of_action(agreed_action(request.user, public_id)))


@require_safe
def tell_aim(request: HttpRequest, public_id: str) -> HttpResponse:
    """The same of an aim: everything of its tree that was tried, and what came of it."""
    return _tell(request, gist_of_aim(aim_in_team(request.user, public_id)))


def _tell(request: HttpRequest, gist: Gist) -> HttpResponse:
    page = telling_page(gist.team, notes=(BEGUN,))
    return ask(request, page, story_begun(gist), template=WRITING)

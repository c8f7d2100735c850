"""The team's home, and the list of teams for whoever has several."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.people.queries import teams_of
from fanlight.team.access import home_of, round_of
from fanlight.team.pages import home_page, round_page, teams_page


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    teams = list(teams_of(request.user))
    if len(teams) == 1:
        return redirect("team_home", teams[0].public_id)
    return render(request, "team/teams.html", {"page": teams_page(teams)})


@require_safe
def team_home(request: HttpRequest, public_id: str) -> HttpResponse:
    team, may = home_of(request.user, public_id)
    return render(request, "team/home.html", {"page": home_page(team, may)})


@require_safe
def round(request: HttpRequest, public_id: str) -> HttpResponse:
    seen, may = round_of(request.user, public_id)
    return render(request, "team/round.html", {"page": round_page(seen, may)})

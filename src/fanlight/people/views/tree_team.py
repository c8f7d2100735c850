"""One team as an administrator sees and changes it. No results here: those belong to the team."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people import actions
from fanlight.people.access import signed_in, team_for
from fanlight.people.forms import MoveForm, NameLeadForm, NewLeadForm, PlainForm, SplitForm, TeamForm
from fanlight.people.models import Team
from fanlight.people.pages import tree_team as pages
from fanlight.people.queries import organisations_managed_by, seats_in_team
from fanlight.people.roles import May, Role
from fanlight.people.views.asking import ask, asks, attempt, sent


def _team(request: HttpRequest, public_id: str) -> Team:
    return team_for(request.user, public_id, May.MANAGE_ORGANISATION)


@require_safe
def tree_team(request: HttpRequest, public_id: str) -> HttpResponse:
    page = pages.tree_team_page(_team(request, public_id))
    return render(request, "people/tree_team.html", {"page": page})


@asks
def tree_team_lead(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    seats = seats_in_team(team)
    has_lead = any(Role.LEAD in seat.roles for seat in seats)
    others = [seat.user for seat in seats if Role.LEAD not in seat.roles]
    form = NewLeadForm(sent(request), people=others) if has_lead else NameLeadForm(sent(request))
    if form.carry_out(lambda: actions.name_lead(team=team, **form.values, by=by)):
        messages.success(request, pages.lead_words(form.result))
        return redirect("tree_team", team.public_id)
    return ask(request, pages.name_lead_page(team, has_lead=has_lead, has_others=bool(others)), form)


@asks
def tree_team_rename(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    page = pages.rename_page(team)
    form = TeamForm(sent(request), initial={"name": team.name})
    if form.carry_out(lambda: actions.rename_team(team=team, name=form.cleaned_data["name"], by=by)):
        messages.success(request, f"The team is called {team.name} now.")
        return redirect("tree_team", team.public_id)
    return ask(request, page, form)


@asks
def tree_team_move(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    form = MoveForm(sent(request), places=organisations_managed_by(by))
    if form.carry_out(lambda: actions.move_team(team=team, to=form.place, by=by)):
        messages.success(request, f"{team.name} is a part of {form.place.name} now.")
        return redirect("tree_team", team.public_id)
    return ask(request, pages.move_page(team), form)


@asks
def tree_team_end(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.end_team(team=team, by=by)):
        messages.success(request, f"{team.name} has ended. Those who were in it can still read its results.")
        return redirect("tree_team", team.public_id)
    return ask(request, pages.end_page(team), form)


@require_POST
def tree_team_reopen(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    attempt(request, lambda: actions.reopen_team(team=team, by=by), f"{team.name} goes on.")
    return redirect("tree_team", team.public_id)


@asks
def tree_team_split(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = _team(request, public_id), signed_in(request)
    form = SplitForm(sent(request), people=[seat.user for seat in seats_in_team(team)])
    if form.carry_out(lambda: actions.split_team(team=team, parts=form.parts, by=by)):
        messages.success(request, f"{form.result[0].name} and {form.result[1].name} carry on.")
        return redirect("tree_team", team.public_id)
    return ask(request, pages.split_page(team), form)

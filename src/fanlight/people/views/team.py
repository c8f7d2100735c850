"""A team's people, for everybody in it; and the questions that its lead is asked."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people import actions
from fanlight.people.access import invitation_to, person_in, signed_in, team_for, team_with_permissions
from fanlight.people.forms import HandOverForm, InviteForm, PlainForm, RolesForm, TeamForm
from fanlight.people.pages import joining
from fanlight.people.pages import team as pages
from fanlight.people.queries import seats_in_team
from fanlight.people.roles import TEAM_ROLES, May
from fanlight.people.views.asking import ask, asks, attempt, sent


@require_safe
def team_people(request: HttpRequest, public_id: str) -> HttpResponse:
    team, allowed = team_with_permissions(request.user, public_id, May.SEE_TEAM)
    page = pages.team_people_page(team, allowed, signed_in(request))
    return render(request, "people/team.html", {"page": page})


@asks
def team_invite(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by = signed_in(request)
    form = InviteForm(sent(request), roles=TEAM_ROLES)
    if form.carry_out(
        lambda: actions.invite_several(
            people=form.cleaned_data["people"], role=form.chosen_role, team=team, by=by
        )
    ):
        messages.success(request, pages.invited_words(form.result))
        return redirect("team_people", team.public_id)
    return ask(request, pages.invite_page(team), form)


@asks
def team_person(request: HttpRequest, public_id: str, person: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by, user = signed_in(request), person_in(team, person)
    form = RolesForm(sent(request), held=next(s.roles for s in seats_in_team(team) if s.user == user))
    if form.carry_out(lambda: actions.change_team_roles(team=team, user=user, roles=form.chosen, by=by)):
        messages.success(request, f"{user.name}’s roles are saved.")
        return redirect("team_people", team.public_id)
    return ask(request, pages.person_page(team, user), form)


@asks
def team_person_remove(request: HttpRequest, public_id: str, person: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by, user = signed_in(request), person_in(team, person)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.leave_team(team=team, user=user, by=by)):
        messages.success(request, f"{user.name} is not in {team.name} any more.")
        return redirect("home" if user == by else pages.people_link(team).href)
    return ask(request, pages.remove_page(team, user), form)


@require_POST
def team_invitation_again(request: HttpRequest, public_id: str, invitation: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by, found = signed_in(request), invitation_to(team, invitation)
    attempt(request, lambda: actions.send_again(invitation=found, by=by), pages.sent_again_words(found))
    return redirect("team_people", team.public_id)


@require_POST
def team_invitation_withdraw(request: HttpRequest, public_id: str, invitation: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by, found = signed_in(request), invitation_to(team, invitation)
    attempt(
        request, lambda: actions.withdraw_invitation(invitation=found, by=by), pages.withdrawn_words(found)
    )
    return redirect("team_people", team.public_id)


@require_safe
def team_join_link(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    return render(request, "people/join_link.html", {"page": joining.join_link_page(team)})


@require_POST
def team_join_link_change(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    done = "The old link does not work any more." if team.join_code else "The link is on."
    attempt(request, lambda: actions.change_join_link(team=team, by=signed_in(request)), done)
    return redirect("team_join_link", team.public_id)


@require_POST
def team_join_link_off(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by = signed_in(request)
    attempt(request, lambda: actions.turn_off_join_link(team=team, by=by), "The link is off.")
    return redirect("team_join_link", team.public_id)


@asks
def team_hand_over(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by = signed_in(request)
    others = [seat.user for seat in seats_in_team(team) if seat.user != by]
    form = HandOverForm(sent(request), people=others)
    if form.carry_out(lambda: actions.hand_over_lead(team=team, to=form.chosen, by=by)):
        messages.success(request, f"{form.chosen.name} leads {team.name} now. You are a member.")
        return redirect("team_people", team.public_id)
    return ask(request, pages.hand_over_page(team, has_others=bool(others)), form)


@asks
def team_leave(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.SEE_TEAM)
    by = signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.leave_team(team=team, user=by, by=by)):
        messages.success(request, f"You have left {team.name}.")
        return redirect("home")
    return ask(request, pages.leave_page(team), form)


@asks
def team_rename(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_for(request.user, public_id, May.MANAGE_TEAM)
    by, page = signed_in(request), pages.rename_page(team)
    form = TeamForm(sent(request), initial={"name": team.name})
    if form.carry_out(lambda: actions.rename_team(team=team, name=form.cleaned_data["name"], by=by)):
        messages.success(request, f"The team is called {team.name} now.")
        return redirect("team_people", team.public_id)
    return ask(request, page, form)

"""Organisations: the tree for whoever works with its teams, and the questions that an administrator is asked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people import actions
from fanlight.people.access import (
    invitation_to,
    organisation_for,
    organisation_with_permissions,
    person_in_organisation,
    signed_in,
)
from fanlight.people.forms import (
    InviteToOrganisationForm,
    MergeForm,
    MoveForm,
    NewTeamForm,
    OrganisationForm,
    PlainForm,
    RulesForm,
    SureForm,
)
from fanlight.people.pages import organisation as pages
from fanlight.people.pages import team as team_pages
from fanlight.people.pages import tree, tree_team
from fanlight.people.pages.parting import what_ends_with_organisation, what_ends_with_role
from fanlight.people.queries import organisations_managed_by, organisations_seen_by, teams_below
from fanlight.people.roles import ORGANISATION_ROLES, May, Role
from fanlight.people.views.asking import ask, asks, attempt, sent

MANAGE = May.MANAGE_ORGANISATION


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    found = list(organisations_seen_by(request.user))
    if len(found) == 1:
        return redirect("organisation", found[0].public_id)
    return render(request, "people/organisations.html", {"page": pages.organisations_page(found)})


@require_safe
def organisation(request: HttpRequest, public_id: str) -> HttpResponse:
    found, allowed = organisation_with_permissions(request.user, public_id, May.SEE_PROCESS)
    return render(request, "people/organisation.html", {"page": tree.organisation_page(found, allowed)})


@asks
def organisation_add(request: HttpRequest, public_id: str) -> HttpResponse:
    parent = organisation_for(request.user, public_id, MANAGE)
    by = signed_in(request)
    form = OrganisationForm(sent(request), initial=pages.prefilled(request.GET, parent))
    if form.carry_out(lambda: actions.add_organisation(**form.values, parent=parent, by=by)):
        messages.success(request, f"{form.result.name} is a part of {parent.name} now.")
        return redirect("organisation", form.result.public_id)
    return ask(request, pages.add_page(parent), form, listed=pages.listed(request.GET))


@asks
def organisation_change(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by, page = signed_in(request), pages.change_page(found)
    form = OrganisationForm(sent(request), initial=pages.prefilled(request.GET, found, is_itself=True))
    if form.carry_out(lambda: actions.change_organisation(organisation=found, **form.values, by=by)):
        messages.success(request, "Saved.")
        return redirect("organisation", found.public_id)
    return ask(request, page, form, listed=pages.listed(request.GET))


@asks
def organisation_rules(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by, page = signed_in(request), pages.rules_page(found)
    form = RulesForm(sent(request), initial={"minimum": found.minimum, "rest_days": found.rest_days})
    if form.carry_out(lambda: actions.change_asking_rules(organisation=found, **form.cleaned_data, by=by)):
        messages.success(request, "Saved. Rounds that open from now on keep to it.")
        return redirect("organisation", found.public_id)
    return ask(request, page, form)


@asks
def organisation_move(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by = signed_in(request)
    form = MoveForm(sent(request), places=organisations_managed_by(by))
    if form.carry_out(lambda: actions.move_organisation(organisation=found, to=form.place, by=by)):
        messages.success(request, f"{found.name} is a part of {form.place.name} now.")
        return redirect("organisation", found.public_id)
    return ask(request, pages.move_page(found), form)


@asks
def organisation_remove(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    ends = what_ends_with_organisation(found)
    by, page = signed_in(request), pages.remove_page(found, ends)
    form = SureForm(sent(request)) if ends else PlainForm(sent(request))
    if form.carry_out(lambda: actions.remove_organisation(organisation=found, by=by)):
        messages.success(request, f"{found.name} is gone.")
        return redirect("organisations")
    return ask(request, page, form)


@asks
def organisation_add_team(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by = signed_in(request)
    form = NewTeamForm(sent(request))
    if form.carry_out(lambda: actions.set_up_team(organisation=found, **form.values, by=by)):
        messages.success(request, tree_team.set_up_words(form.result))
        return redirect(tree_team.after_set_up(form.result, by))
    return ask(request, tree_team.add_team_page(found), form)


@asks
def organisation_merge(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by, teams = signed_in(request), list(teams_below(found))
    form = MergeForm(sent(request), teams=teams)
    if form.carry_out(
        lambda: actions.merge_teams(
            teams=form.chosen, organisation=form.chosen[0].organisation, name=form.cleaned_data["name"], by=by
        )
    ):
        messages.success(request, f"{form.result.name} carries on, with everybody in it.")
        return redirect("tree_team", form.result.public_id)
    return ask(request, tree_team.merge_page(found, number=len(teams)), form)


@require_safe
def organisation_people(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    page = pages.organisation_people_page(found)
    return render(request, "people/organisation_people.html", {"page": page})


@asks
def organisation_invite(request: HttpRequest, public_id: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by = signed_in(request)
    form = InviteToOrganisationForm(sent(request), roles=ORGANISATION_ROLES)
    if form.carry_out(lambda: actions.offer_role(**form.values, organisation=found, by=by)):
        messages.success(request, pages.offered_words(form.result))
        return redirect("organisation_people", found.public_id)
    return ask(request, pages.invite_page(found), form)


@require_POST
def organisation_invitation_again(request: HttpRequest, public_id: str, invitation: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by, waiting = signed_in(request), invitation_to(found, invitation)
    done = team_pages.sent_again_words(waiting)
    attempt(request, lambda: actions.send_again(invitation=waiting, by=by), done)
    return redirect("organisation_people", found.public_id)


@require_POST
def organisation_invitation_withdraw(request: HttpRequest, public_id: str, invitation: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    by, waiting = signed_in(request), invitation_to(found, invitation)
    done = team_pages.withdrawn_words(waiting)
    attempt(request, lambda: actions.withdraw_invitation(invitation=waiting, by=by), done)
    return redirect("organisation_people", found.public_id)


@asks
def organisation_role_end(request: HttpRequest, public_id: str, person: str, role: str) -> HttpResponse:
    found = organisation_for(request.user, public_id, MANAGE)
    if role not in ORGANISATION_ROLES:
        raise Http404("no such role here")
    by, user, held = signed_in(request), person_in_organisation(found, person), Role(role)
    ends = what_ends_with_role(found, user, held)
    form = SureForm(sent(request)) if ends else PlainForm(sent(request))
    if form.carry_out(
        lambda: actions.take_organisation_role(organisation=found, user=user, role=held, by=by)
    ):
        messages.success(request, f"{user.name} is not {held.label.lower()} of {found.name} any more.")
        return redirect("organisations" if user == by else pages.people_link(found).href)
    return ask(request, pages.role_end_page(found, user.name, held, ends), form)

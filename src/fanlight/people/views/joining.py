"""Coming in: by an invitation from an e-mail, or by the team's join link. Open to people without an account."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from fanlight.people import actions
from fanlight.people.access import invitation_behind, team_behind
from fanlight.people.adapter import let_in
from fanlight.people.forms import AcceptForm, CodeForm, JoinForm, PlainForm
from fanlight.people.letters import can_send_letters
from fanlight.people.models import Invitation, Team, User
from fanlight.people.pages import joining as pages
from fanlight.people.proof import Claim, address_in, check_code, make_claim
from fanlight.people.queries import user_with_email
from fanlight.people.views.asking import ask, asks, say, sent


def _viewer(request: HttpRequest) -> User | None:
    return request.user if isinstance(request.user, User) else None


@login_not_required
@asks
def invitation(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    viewer, found = _viewer(request), invitation_behind(public_id, key)
    if found is None:
        return say(request, pages.used_up_page(viewer), status=410)
    page = pages.invitation_page(found, viewer, has_account=user_with_email(found.email) is not None)
    form = (AcceptForm if page.needs_name else PlainForm)(sent(request), initial={"name": found.name})
    if not page.sign_in and form.carry_out(
        lambda: actions.accept_invitation(invitation=found, name=form.cleaned_data.get("name", ""), by=viewer)
    ):
        return _come_in(request, found, viewer, form.result)
    return ask(request, page, form, template="people/invitation.html")


def _come_in(request: HttpRequest, invitation: Invitation, viewer: User | None, user: User) -> HttpResponse:
    messages.success(request, f"Welcome to {invitation.place.name}.")
    to = pages.way_in(invitation)
    return redirect(to) if viewer else let_in(request, user=user, email=user.email, to=to)


@login_not_required
@asks
def join_team(request: HttpRequest, join_code: str) -> HttpResponse:
    team, viewer = team_behind(join_code), _viewer(request)
    if viewer:
        return _join_signed_in(request, team, viewer)
    if not can_send_letters():
        return say(request, pages.no_post_page(team))
    form = JoinForm(sent(request))
    if form.carry_out(lambda: make_claim(request, team=team, **form.cleaned_data)):
        return _ask_for_code(request, team, form.result)
    return ask(request, pages.join_page(team), form)


def _join_signed_in(request: HttpRequest, team: Team, viewer: User) -> HttpResponse:
    form = PlainForm(sent(request))
    join = actions.join_by_link
    if form.carry_out(
        lambda: join(team=team, join_code=team.join_code or "", email=viewer.email, name="", by=viewer)
    ):
        messages.success(request, f"Welcome to {team.name}.")
        return redirect("team_home", team.public_id)
    return ask(request, pages.join_signed_in_page(team, viewer), form)


def _ask_for_code(request: HttpRequest, team: Team, claim: Claim) -> HttpResponse:
    form = CodeForm(initial={"held": claim.held})
    return ask(request, pages.join_code_page(team, claim.email), form)


@login_not_required
@asks
def join_team_code(request: HttpRequest, join_code: str) -> HttpResponse:
    team = team_behind(join_code)
    if request.method != "POST":
        return redirect("join_team", join_code)
    form = CodeForm(sent(request))
    if form.carry_out(lambda: _prove_and_join(request, team, form)):
        messages.success(request, f"Welcome to {team.name}.")
        claim, user = form.result
        return let_in(request, user=user, email=claim.email, to=pages.home_of(team))
    return ask(request, pages.join_code_page(team, address_in(form["held"].value() or "")), form)


def _prove_and_join(request: HttpRequest, team: Team, form: CodeForm) -> tuple[Claim, User]:
    claim = check_code(request, team=team, **form.cleaned_data)
    code = team.join_code or ""
    return claim, actions.join_by_link(team=team, join_code=code, email=claim.email, name=claim.name, by=None)

"""The thread of one change; words between a team and its coaches; the weekly letter's switch."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.improvement.access import agreed_action
from fanlight.people.access import permissions, signed_in
from fanlight.people.models import Team
from fanlight.people.roles import May
from fanlight.people.views.asking import ask, asks, sent
from fanlight.team import actions
from fanlight.team.access import message_in_team, team_coached, team_with_coach
from fanlight.team.forms import DigestForm, MessageForm
from fanlight.team.pages import coach as pages
from fanlight.team.pages.thread import thread_page
from fanlight.team.queries.coaching import coached, coached_teams
from fanlight.team.queries.digest import wants_digest
from fanlight.team.queries.thread import thread_of


@require_safe
def thread(request: HttpRequest, public_id: str) -> HttpResponse:
    action = agreed_action(request.user, public_id)
    may = permissions(request.user, action.team) or ()
    page = thread_page(thread_of(action), may_plan=May.PLAN_ROUNDS in may)
    return render(request, "team/thread.html", {"page": page})


@require_safe
def coaching(request: HttpRequest) -> HttpResponse:
    page = pages.coaching_page(coached_teams(signed_in(request)))
    return render(request, "team/coaching.html", {"page": page})


def _wrote(request: HttpRequest, team: Team, form: MessageForm) -> bool:
    by = signed_in(request)
    if not form.carry_out(lambda: actions.write_message(team=team, by=by, **form.said)):
        return False
    messages.success(request, "It stands there for them to read.")
    return True


@asks
def coached_team(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_coached(request.user, public_id)
    form = MessageForm(sent(request), team=team, from_coach=True)
    if _wrote(request, team, form):
        return redirect("coached_team", team.public_id)
    return ask(request, pages.coached_team_page(coached(team)), form, template="team/conversation.html")


@asks
def team_coach(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_with_coach(request.user, public_id)
    form = MessageForm(sent(request), team=team, from_coach=False)
    if _wrote(request, team, form):
        return redirect("team_coach", team.public_id)
    return ask(request, pages.team_coach_page(team), form, template="team/conversation.html")


@require_POST
def say_helped(request: HttpRequest, public_id: str) -> HttpResponse:
    message = message_in_team(request.user, public_id)
    actions.say_helped(message=message, by=signed_in(request))
    return redirect("team_coach", message.team.public_id)


@asks
def digest(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = DigestForm(sent(request), initial={"is_on": wants_digest(user)})
    if form.carry_out(lambda: actions.switch_digest(user=user, is_on=form.cleaned_data["is_on"], by=user)):
        messages.success(request, "Saved.")
        return redirect("you")
    return ask(request, pages.digest_page(user), form)

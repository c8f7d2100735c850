"""What came of a talk: seeing it, writing it down, and saying how it goes."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fanlight.debriefs import actions
from fanlight.debriefs.access import noted_line, round_to_talk_about, team_that_talks
from fanlight.debriefs.forms import SessionForm
from fanlight.debriefs.pages import outcome as pages
from fanlight.debriefs.queries import feedback_shown, outcome_of
from fanlight.design.writing import WRITING
from fanlight.improvement.actions import EnoughAgreed, agree_action
from fanlight.improvement.forms import ActionForm
from fanlight.people.access import signed_in
from fanlight.people.models import Team
from fanlight.people.views.asking import ask, asks, sent
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round


@require_safe
def outcome(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_talk_about(request.user, public_id)
    page = pages.outcome_page(round, outcome_of(round), feedback=feedback_shown(round))
    return render(request, "debriefs/outcome.html", {"page": page})


@asks
def record_session(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_talk_about(request.user, public_id)
    form = SessionForm(sent(request), team=round.team, initial={"held_on": timezone.localdate()})
    if not form.is_valid():
        return ask(request, pages.session_page(round), form, template=WRITING)
    written = {name: form.cleaned_data[name] for name in ("held_on", "people", "themes", "still_open")}
    try:
        actions.record_session(round=round, by=signed_in(request), **written)
    except NotNow as reason:
        messages.warning(request, str(reason))
    return redirect("outcome", round.public_id)


def _agree(request: HttpRequest, team: Team, round: Round | None) -> HttpResponse:
    form = ActionForm(sent(request), team=team)
    page = pages.agree_page(team, round)
    if not form.is_valid():
        return ask(request, page, form, template=WRITING)
    try:
        agree_action(team=team, round=round, by=signed_in(request), **form.agreed)
    except EnoughAgreed as reason:
        messages.warning(request, str(reason))
    return redirect(page.back.href)


@asks
def agree(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_talk_about(request.user, public_id)
    return _agree(request, round.team, round)


@asks
def agree_without_round(request: HttpRequest, public_id: str) -> HttpResponse:
    return _agree(request, team_that_talks(request.user, public_id), None)


@asks
def drop_noted(request: HttpRequest, public_id: str) -> HttpResponse:
    noted = noted_line(request.user, public_id)
    page = pages.drop_page(noted)
    if request.method != "POST":
        return ask(request, page, None, template=WRITING)
    actions.drop_noted(noted=noted, by=signed_in(request))
    return redirect(page.back.href)

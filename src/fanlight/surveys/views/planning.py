"""Setting up a round, a page a step; and the promise, for everybody."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent
from fanlight.surveys import actions
from fanlight.surveys.access import promised_round, round_to_plan, round_to_see, team_to_plan_for
from fanlight.surveys.calendar import debrief_calendar
from fanlight.surveys.forms import PULSE, ChangePlanForm, DebriefForm, ExtendForm, PlanForm, PulseForm
from fanlight.surveys.models import Round
from fanlight.surveys.pages import few
from fanlight.surveys.pages import planning as pages
from fanlight.surveys.queries import policy_for


def form_page(request: HttpRequest, page: pages.FormPage) -> HttpResponse:
    refused = request.method == "POST"
    return render(request, "surveys/form.html", {"page": page}, status=422 if refused else 200)


def done(
    request: HttpRequest, round: Round, goes_to: str, step: Callable[..., object], **parts: object
) -> HttpResponse:
    """Take the step and go on; if it cannot be taken now, say why on the round's own page."""
    try:
        step(round=round, by=signed_in(request), **parts)
    except actions.NotNow as reason:
        messages.warning(request, str(reason))
        return redirect("round", round.public_id)
    return redirect(goes_to, round.team.public_id if goes_to == "team_home" else round.public_id)


@asks
def plan(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_to_plan_for(request.user, public_id)
    if team.has_ended:
        messages.warning(request, actions.TEAM_HAS_ENDED)
        return redirect("team_home", team.public_id)
    focus = request.GET.get("focus", "")
    form = PlanForm(sent(request), team=team, focus=focus)
    if not form.is_valid():
        return form_page(request, pages.plan_page(team, form))
    round = actions.plan_round(
        team=team,
        instrument_id=form.cleaned_data["instrument"],
        people=form.cleaned_data["people"],
        opens_at=form.opens_at,
        closes_at=form.closes_at,
        ways=form.cleaned_data["ways"],
        is_too_soon=form.is_too_soon,
        by=signed_in(request),
    )
    if round.instrument_id == PULSE:
        asked = f"?{urlencode({'focus': focus})}" if focus else ""
        return redirect(reverse("pulse", args=[round.public_id]) + asked)
    return redirect(_after_questions(round), round.public_id)


def _after_questions(round: Round) -> str:
    """What comes once it is settled what is asked: the debrief, unless there are so few that other ways may suit."""
    return "small_team" if few.is_small(round, policy_for(round)) else "debrief_booking"


@asks
def pulse(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    form = PulseForm(sent(request), focus=request.GET.get("focus", ""))
    if not form.is_valid():
        return form_page(request, pages.pulse_page(round, form))
    return done(
        request,
        round,
        _after_questions(round),
        actions.choose_questions,
        items=form.cleaned_data["questions"],
    )


@asks
def debrief_booking(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    form = DebriefForm(sent(request), round=round)
    if not form.is_valid():
        return form_page(request, pages.debrief_page(round, form))
    booked = {name: form.cleaned_data[name] for name in ("place", "facilitator")}
    return done(request, round, "round", actions.book_debrief, at=form.at, second_at=form.second_at, **booked)


@asks
def open_round(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    if request.method == "POST":
        return done(request, round, "round", actions.start_round)
    page = pages.open_page(round, policy_for(round))
    return render(request, "surveys/open.html", {"page": page})


@asks
def change(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    form = ChangePlanForm(sent(request), round=round)
    if not form.is_valid():
        return form_page(request, pages.change_page(round, form))
    planned = {"people": form.cleaned_data["people"], "ways": form.cleaned_data["ways"]}
    times = {"opens_at": form.opens_at, "closes_at": form.closes_at, "is_too_soon": form.is_too_soon}
    return done(request, round, "round", actions.change_round, **planned, **times)


@asks
def extend(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    form = ExtendForm(sent(request))
    if not form.is_valid():
        return form_page(request, pages.extend_page(round, form))
    return done(request, round, "round", actions.extend_round, closes_at=form.closes_at)


@asks
def drop(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    if request.method != "POST":
        return form_page(request, pages.drop_page(round))
    return done(request, round, "team_home", actions.drop_round)


@require_safe
def debrief_ics(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_see(request.user, public_id)
    headers = {"Content-Disposition": 'attachment; filename="debrief.ics"'}
    return HttpResponse(debrief_calendar(round), content_type="text/calendar; charset=utf-8", headers=headers)


@login_not_required
@require_safe
def promise(request: HttpRequest, door: str) -> HttpResponse:
    return render(request, "surveys/promise.html", {"page": pages.promise_page(promised_round(door))})

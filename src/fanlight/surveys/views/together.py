"""What is open to a small team: another team along, or a second time."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent
from fanlight.surveys import actions
from fanlight.surveys.access import round_to_join, round_to_plan
from fanlight.surveys.forms import JoinRoundForm, TwiceForm
from fanlight.surveys.pages import few
from fanlight.surveys.pages import planning as pages
from fanlight.surveys.queries import policy_for
from fanlight.surveys.views.planning import done, form_page


@require_safe
def small_team(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    return render(request, "surveys/small.html", {"page": few.small_page(round, policy_for(round))})


@require_safe
def together(request: HttpRequest, public_id: str) -> HttpResponse:
    page = few.together_page(round_to_plan(request.user, public_id))
    return render(request, "surveys/together.html", {"page": page})


@require_POST
def part_ways(request: HttpRequest, public_id: str) -> HttpResponse:
    return done(request, round_to_plan(request.user, public_id), "team_home", actions.part_ways)


@asks
def join_round(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    round, teams = round_to_join(request.user, public_id, key)
    form = JoinRoundForm(sent(request), teams=teams)
    if not form.is_valid():
        values = {"page": few.join_page(round, teams), "form": form}
        return render(request, "surveys/join.html", values, status=422 if form.errors else 200)
    people = form.cleaned_data["people"]
    try:
        actions.join_round(round=round, team=form.chosen, people=people, by=signed_in(request))
    except actions.NotNow as reason:
        messages.warning(request, str(reason))
        return redirect("home")
    messages.success(request, f"{form.chosen.name} takes part.")
    return redirect("round", public_id)


@asks
def twice(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    form = TwiceForm(sent(request), round=round)
    if not form.is_valid():
        return form_page(request, pages.twice_page(round, form))
    times = {"opens_at": form.opens_at, "closes_at": form.closes_at}
    return done(request, round, "debrief_booking", actions.ask_twice, **times)

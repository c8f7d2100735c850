"""Tests of change: planned, looked at, and decided on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.improvement import actions
from fanlight.improvement.access import agreed_action, cycle_in_team
from fanlight.improvement.forms import PlanCycleForm, StudyCycleForm
from fanlight.improvement.pages import cycle as pages
from fanlight.people.access import signed_in
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def cycle(request: HttpRequest, public_id: str) -> HttpResponse:
    page = pages.cycle_page(cycle_in_team(request.user, public_id))
    return render(request, "improvement/cycle.html", {"page": page})


@asks
def plan_cycle(request: HttpRequest, public_id: str) -> HttpResponse:
    action, by = agreed_action(request.user, public_id), signed_in(request)
    form = PlanCycleForm(sent(request), action=action)
    if form.carry_out(lambda: actions.plan_cycle(action=action, planned=form.planned, by=by)):
        return redirect("action", action.public_id)
    return ask(request, pages.plan_page(action), form)


@asks
def change_plan(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = cycle_in_team(request.user, public_id), signed_in(request)
    form = PlanCycleForm(sent(request), action=found.action, cycle=found)
    if form.carry_out(
        lambda: actions.change_plan(
            cycle=found, version=form.cleaned_data["version"], planned=form.planned, by=by
        )
    ):
        return redirect("cycle", found.public_id)
    return ask(request, pages.change_plan_page(found), form)


@asks
def study_cycle(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = cycle_in_team(request.user, public_id), signed_in(request)
    form = StudyCycleForm(sent(request), cycle=found)
    if form.carry_out(lambda: actions.study_cycle(cycle=found, by=by, **form.studied)):
        return redirect("cycle", found.public_id)
    return ask(request, pages.study_page(found), form)

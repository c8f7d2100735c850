"""The board, and what is done to an action on it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.improvement import actions
from fanlight.improvement.access import agreed_action, team_that_changes
from fanlight.improvement.forms import ActionForm, EditActionForm, MoveForm, ProgressForm
from fanlight.improvement.models import Progress
from fanlight.improvement.pages import action as pages
from fanlight.improvement.pages.board import board_page
from fanlight.improvement.queries import actions_of, cycles_of, measures_for, open_aims
from fanlight.people.access import signed_in
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def board(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_changes(request.user, public_id)
    return render(
        request, "improvement/board.html", {"page": board_page(team, actions_of(team), open_aims(team))}
    )


@asks
def add_action(request: HttpRequest, public_id: str) -> HttpResponse:
    team, by = team_that_changes(request.user, public_id), signed_in(request)
    form = ActionForm(sent(request), team=team)
    if form.carry_out(lambda: actions.agree_action(team=team, round=None, by=by, **form.agreed)):
        return redirect("board", team.public_id)
    return ask(request, pages.add_page(team), form)


@require_safe
def action(request: HttpRequest, public_id: str) -> HttpResponse:
    found = agreed_action(request.user, public_id)
    page = pages.action_page(found, cycles_of(found), measures_for(found))
    return render(request, "improvement/action.html", {"page": page})


@asks
def edit_action(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = agreed_action(request.user, public_id), signed_in(request)
    form = EditActionForm(sent(request), action=found)
    if form.carry_out(lambda: actions.edit_action(action=found, by=by, **form.agreed)):
        return redirect("action", found.public_id)
    return ask(request, pages.edit_page(found), form)


@require_POST
def move_action(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = agreed_action(request.user, public_id), signed_in(request)
    form = MoveForm(request.POST)
    if not form.is_valid():
        return redirect("board", found.team.public_id)
    to, version = Progress(form.cleaned_data["to"]), form.cleaned_data["version"]
    if not form.carry_out(lambda: actions.move_action(action=found, version=version, to=to, by=by)):
        again = MoveForm.again(agreed_action(request.user, public_id), to)
        return ask(request, pages.moved_meanwhile_page(found, to), again, status=409)
    messages.success(request, f"Moved: {to.label.lower()}.")
    name, row = ("action", found) if form.result.is_done else ("board", found.team)
    return redirect(name, row.public_id)


@asks
def change_action(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = agreed_action(request.user, public_id), signed_in(request)
    form = ProgressForm(sent(request), action=found)
    if form.carry_out(lambda: actions.report_progress(action=found, by=by, **form.said)):
        return (
            redirect("outcome", found.round.public_id)
            if found.round
            else redirect("board", found.team.public_id)
        )
    return ask(request, pages.progress_page(found), form)

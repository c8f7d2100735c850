"""Planning a window, holding it, and writing down what was seen."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.design.english import capital, counted
from fanlight.design.writing import WRITING
from fanlight.guide.queries import WindowKind
from fanlight.guide.queries.words import member_for
from fanlight.people.access import signed_in
from fanlight.people.views.asking import ask, asks, sent
from fanlight.windows import actions
from fanlight.windows.access import note_for, team_that_looks, window_for
from fanlight.windows.forms import MoveForm, PlanForm, SeenForm
from fanlight.windows.pages import home
from fanlight.windows.pages import window as pages


@require_safe
def windows(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    return render(request, "windows/home.html", {"page": home.windows_home_page(team)})


@asks
def plan_window(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    way = member_for(WindowKind, kind)
    if way in {None, WindowKind.HUDDLE}:
        raise Http404("no such way to look")
    form = PlanForm(sent(request), team=team)
    if not form.is_valid():
        return ask(request, pages.planning_page(team, way), form, template="windows/plan.html")
    planned = {name: form.cleaned_data[name] for name in ("where", "who", "planned_on")}
    window = actions.plan_window(team=team, kind=way, by=signed_in(request), **planned)
    return redirect("window", window.public_id)


@require_safe
def window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    return render(request, "windows/window.html", {"page": pages.window_page(found)})


@asks
def move_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = window_for(request.user, public_id), signed_in(request)
    form = MoveForm.of(found, sent(request))
    if form.carry_out(lambda: actions.move_window(window=found, by=by, **form.written(actions.PLANNED))):
        return redirect("window", found.public_id)
    return ask(request, pages.moving_page(found), form, template=WRITING)


@asks
def write_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    form = SeenForm.of(found, sent(request))
    if not form.is_valid():
        return ask(request, pages.seen_page(found), form, template="windows/seen.html")
    seen = {name: form.cleaned_data[name] for name in ("held_on", "well", "hard")}
    fresh = actions.write_down(window=found, by=signed_in(request), **seen)
    many = capital(counted(fresh, "note")) if fresh else "Nothing new is"
    messages.success(request, f"{many} written down.")
    return redirect("window", found.public_id)


@asks
def drop_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_window_page(found), None, template=WRITING)
    actions.drop_window(window=found, by=signed_in(request))
    return redirect("windows", found.team.public_id)


@asks
def drop_note(request: HttpRequest, public_id: str) -> HttpResponse:
    note = note_for(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_note_page(note), None, template=WRITING)
    actions.drop_note(note=note, by=signed_in(request))
    return redirect("window", note.window.public_id)

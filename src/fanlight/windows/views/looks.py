"""Planning a window, holding it, and writing down what was seen."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fanlight.design.english import capital, counted
from fanlight.guide.queries import WindowKind
from fanlight.guide.queries.words import member_for
from fanlight.people.access import signed_in
from fanlight.windows import actions
from fanlight.windows.access import note_for, team_that_looks, window_for
from fanlight.windows.forms import PlanForm, SeenForm
from fanlight.windows.pages import home
from fanlight.windows.pages import window as pages

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _asked(request: HttpRequest, template: str, page: object) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"page": page}, status=status)


@require_safe
def windows(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    return render(request, "windows/home.html", {"page": home.windows_home_page(team)})


@get_or_post
def plan_window(request: HttpRequest, public_id: str, kind: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    way = member_for(WindowKind, kind)
    if way in {None, WindowKind.HUDDLE}:
        raise Http404("no such way to look")
    form = PlanForm(request.POST if request.method == "POST" else None, team=team)
    if not form.is_valid():
        return _asked(request, "windows/plan.html", pages.planning_page(team, way, form))
    planned = {name: form.cleaned_data[name] for name in ("where", "who", "planned_on")}
    window = actions.plan_window(team=team, kind=way, by=signed_in(request), **planned)
    return redirect("window", window.public_id)


@require_safe
def window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    return render(request, "windows/window.html", {"page": pages.window_page(found)})


@get_or_post
def move_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    form = PlanForm.of(found, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _asked(request, "design/writing.html", pages.moving_page(found, form))
    planned = {name: form.cleaned_data[name] for name in ("where", "who", "planned_on")}
    actions.move_window(window=found, by=signed_in(request), **planned)
    return redirect("window", found.public_id)


@get_or_post
def write_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    form = SeenForm.of(found, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _asked(request, "windows/seen.html", pages.seen_page(found, form))
    seen = {name: form.cleaned_data[name] for name in ("held_on", "well", "hard")}
    fresh = actions.write_down(window=found, by=signed_in(request), **seen)
    messages.success(request, f"{capital(counted(fresh, 'note'))} written down.")
    return redirect("window", found.public_id)


@get_or_post
def drop_window(request: HttpRequest, public_id: str) -> HttpResponse:
    found = window_for(request.user, public_id)
    if request.method != "POST":
        return _asked(request, "design/writing.html", pages.drop_window_page(found))
    actions.drop_window(window=found, by=signed_in(request))
    return redirect("windows", found.team.public_id)


@get_or_post
def drop_note(request: HttpRequest, public_id: str) -> HttpResponse:
    note = note_for(request.user, public_id)
    if request.method != "POST":
        return _asked(request, "design/writing.html", pages.drop_note_page(note))
    actions.drop_note(note=note, by=signed_in(request))
    return redirect("window", note.window.public_id)

"""Putting notes together, and what then stands there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fanlight.people.access import signed_in
from fanlight.people.models import Team
from fanlight.windows import actions
from fanlight.windows.access import team_that_looks, theme_for
from fanlight.windows.forms import ChangeThemeForm, GatherForm
from fanlight.windows.models import Theme
from fanlight.windows.pages import themes as pages
from fanlight.windows.queries import loose_notes, themes_of

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def _asked(request: HttpRequest, page: object) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, "design/writing.html", {"page": page}, status=status)


@get_or_post
def gather(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    loose = list(loose_notes(team))
    if not loose:
        return render(request, "windows/gathered.html", {"page": pages.gathering_page(team, None)})
    data = request.POST if request.method == "POST" else None
    form = GatherForm(data, team=team, loose=loose, themes=list(themes_of(team)))
    if not form.is_valid():
        return _asked(request, pages.gathering_page(team, form))
    theme = _gathered(request, team, form)
    more = loose_notes(team).exists()
    return redirect("gather", team.public_id) if more else redirect("theme", theme.public_id)


def _gathered(request: HttpRequest, team: Team, form: GatherForm) -> Theme:
    by = signed_in(request)
    if form.joined:
        actions.join_theme(theme=form.joined, notes=form.chosen, by=by)
        return form.joined
    said = {name: form.cleaned_data[name] for name in ("words", "focus", "element")}
    return actions.make_theme(team=team, notes=form.chosen, by=by, **said)


@require_safe
def theme(request: HttpRequest, public_id: str) -> HttpResponse:
    found = theme_for(request.user, public_id)
    return render(request, "windows/theme.html", {"page": pages.theme_page(found)})


@get_or_post
def change_theme(request: HttpRequest, public_id: str) -> HttpResponse:
    found = theme_for(request.user, public_id)
    form = ChangeThemeForm.of(found, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _asked(request, pages.changing_page(found, form))
    said = {name: form.cleaned_data[name] for name in ("words", "focus", "element", "goes_well")}
    actions.change_theme(theme=found, by=signed_in(request), **said)
    return redirect("theme", found.public_id)


@get_or_post
def drop_theme(request: HttpRequest, public_id: str) -> HttpResponse:
    found = theme_for(request.user, public_id)
    if request.method != "POST":
        return _asked(request, pages.drop_theme_page(found))
    actions.drop_theme(theme=found, by=signed_in(request))
    return redirect("windows", found.team.public_id)

"""Putting notes together, and what then stands there."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.design.writing import WRITING
from fanlight.people.access import signed_in
from fanlight.people.models import Team
from fanlight.people.views.asking import ask, asks, sent
from fanlight.windows import actions
from fanlight.windows.access import team_that_looks, theme_for
from fanlight.windows.forms import ChangeThemeForm, GatherForm
from fanlight.windows.models import Theme
from fanlight.windows.pages import themes as pages
from fanlight.windows.queries import loose_notes, themes_of


@asks
def gather(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    loose = list(loose_notes(team))
    if not loose:
        return render(request, "windows/gathered.html", {"page": pages.gathering_page(team)})
    form = GatherForm(sent(request), team=team, loose=loose, themes=list(themes_of(team)))
    if not form.is_valid():
        return ask(request, pages.gathering_page(team), form, template=WRITING)
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


@asks
def change_theme(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = theme_for(request.user, public_id), signed_in(request)
    form = ChangeThemeForm.of(found, sent(request))
    if form.carry_out(lambda: actions.change_theme(theme=found, by=by, **form.written(actions.SAID))):
        return redirect("theme", found.public_id)
    return ask(request, pages.changing_page(found), form, template=WRITING)


@asks
def drop_theme(request: HttpRequest, public_id: str) -> HttpResponse:
    found = theme_for(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_theme_page(found), None, template=WRITING)
    actions.drop_theme(theme=found, by=signed_in(request))
    return redirect("windows", found.team.public_id)

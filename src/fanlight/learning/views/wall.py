"""The wall of a team."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fanlight.design.writing import WRITING
from fanlight.learning import actions
from fanlight.learning.access import shared_thanks, team_that_learns
from fanlight.learning.pages import wall as pages
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def wall(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_learns(request.user, public_id)
    return render(request, "learning/wall.html", {"page": pages.wall_page(team, timezone.localdate())})


@require_safe
def wall_screen(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    team = team_that_learns(request.user, public_id)
    screens = pages.wall_screens(team)
    if not 1 <= number <= len(screens):
        if number == 1:
            return redirect("wall", public_id)
        raise Http404("no such screen")
    page = pages.screen_page(team, screens, number=number, turns=pages.TURNS in request.GET)
    return render(request, "learning/wall_screen.html", {"page": page})


@asks
def wall_take_off(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = shared_thanks(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    page = pages.take_off_page(found)
    if form.carry_out(lambda: actions.take_off_wall(thanks=found, by=by)):
        return redirect(page.back.href)
    return ask(request, page, form, template=WRITING)

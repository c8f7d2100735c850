"""The kit for a debrief, and the big screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fanlight.debriefs.access import round_to_talk_about, team_that_talks
from fanlight.debriefs.forms import focus_chosen, minutes_chosen
from fanlight.debriefs.pages.kit import discussion_page, kit_page
from fanlight.debriefs.pages.screen import screen_page, slides_of
from fanlight.debriefs.queries import topics_of
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.queries import actions_without_round


@require_safe
def debrief_kit(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_talk_about(request.user, public_id)
    page = kit_page(
        round, topics_of(round), minutes=minutes_chosen(request.GET), focus=focus_chosen(request.GET)
    )
    return render(request, "debriefs/kit.html", {"page": page})


@require_safe
def discussion(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_talks(request.user, public_id)
    minutes, focus = minutes_chosen(request.GET), focus_chosen(request.GET)
    page = discussion_page(team, actions_without_round(team), minutes=minutes, focus=focus)
    return render(request, "debriefs/kit.html", {"page": page})


@require_safe
def screen(request: HttpRequest, public_id: str, number: int) -> HttpResponse:
    round = round_to_talk_about(request.user, public_id)
    focus = focus_chosen(request.GET)
    slides = slides_of(round, topics_of(round), focus=focus)
    if not 1 <= number <= len(slides):
        raise Http404("no such slide")
    agenda = the_guide().debrief.agenda(minutes_chosen(request.GET))
    page = screen_page(round, slides, number=number, agenda=agenda, focus=focus)
    return render(request, "debriefs/screen.html", {"page": page})

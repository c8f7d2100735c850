"""A round's results, and why some things are not shown."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fanlight.results.access import round_for
from fanlight.results.pages import results_page
from fanlight.results.queries import released


@require_safe
def results(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_for(request.user, public_id)
    release = released(round)
    if release is None:
        return render(request, "results/not_yet.html", {"round": round})
    return render(request, "results/round.html", {"page": results_page(round, release)})


@login_not_required
@require_safe
def why_withheld(request: HttpRequest) -> HttpResponse:
    return render(request, "results/why_withheld.html")

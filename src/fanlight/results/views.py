"""A round's results, the same to take away, and why some things are not shown."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from fanlight.people.access import signed_in
from fanlight.results import actions
from fanlight.results.access import round_for
from fanlight.results.documents import Kind, written
from fanlight.results.documents.of_round import document_of_round, file_name
from fanlight.results.pages.round import results_page
from fanlight.results.pages.withheld import why_withheld_page
from fanlight.results.queries import released
from fanlight.surveys.access import round_to_plan
from fanlight.surveys.actions import NotNow


@require_safe
def results(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_for(request.user, public_id)
    release = released(round)
    if release is None:
        return render(request, "results/not_yet.html", {"round": round})
    return render(request, "results/round.html", {"page": results_page(round, release)})


@require_safe
@cache_control(private=True, no_store=True)
def take_away(request: HttpRequest, public_id: str, kind: Kind) -> HttpResponse:
    """The same as the page, as a file. Before the release there is nothing to take: the page says so."""
    round = round_for(request.user, public_id)
    release = released(round)
    if release is None:
        return redirect("results", public_id)
    content = written(document_of_round(round, release), kind)
    response = HttpResponse(content, content_type=kind.content_type)
    response["Content-Disposition"] = f'attachment; filename="{file_name(round, kind)}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def end_unread(request: HttpRequest, public_id: str) -> HttpResponse:
    """The second of two times will not take place."""
    round = round_to_plan(request.user, public_id)
    if request.method != "POST":
        return render(request, "results/end_unread.html", {"round": round})
    try:
        actions.end_unread(round=round, by=signed_in(request))
    except NotNow as reason:
        messages.warning(request, str(reason))
    return redirect("round", public_id)


@login_not_required
@require_safe
def why_withheld(request: HttpRequest) -> HttpResponse:
    return render(request, "results/why_withheld.html", {"page": why_withheld_page()})

"""What those outside a team see, and what the team shares."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people.access import signed_in
from fanlight.process import actions
from fanlight.process.access import organisation_seen, team_seen, team_that_may_begin, team_that_shares
from fanlight.process.models import Shareable
from fanlight.process.pages.organisation import process_page
from fanlight.process.pages.sharing import sharing_page
from fanlight.process.pages.team import team_process_page
from fanlight.process.queries import process_below, process_of


def _kind(what: str) -> Shareable:
    if what not in Shareable.values:
        raise Http404("nothing of that kind is shared")
    return Shareable(what)


@require_safe
def process(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = organisation_seen(request.user, public_id)
    page = process_page(organisation, process_below(organisation))
    return render(request, "process/organisation.html", {"page": page})


@require_safe
def team_process(request: HttpRequest, public_id: str) -> HttpResponse:
    team, allowed = team_seen(request.user, public_id)
    [seen] = process_of([team])
    return render(request, "process/team.html", {"page": team_process_page(seen, allowed)})


@require_safe
def sharing(request: HttpRequest, public_id: str) -> HttpResponse:
    team, allowed = team_that_shares(request.user, public_id)
    return render(request, "process/sharing.html", {"page": sharing_page(team, allowed)})


@require_POST
def share(request: HttpRequest, public_id: str, what: str) -> HttpResponse:
    team = team_that_may_begin(request.user, public_id)
    actions.share(team=team, what=_kind(what), by=signed_in(request))
    messages.success(request, "Shared. Everybody in the team sees that it is, and anybody in it can stop it.")
    return redirect("sharing", public_id)


@require_POST
def stop_sharing(request: HttpRequest, public_id: str, what: str) -> HttpResponse:
    team, _ = team_that_shares(request.user, public_id)
    actions.stop_sharing(team=team, what=_kind(what), by=signed_in(request))
    messages.success(request, "It is not shared any more.")
    return redirect("sharing", public_id)

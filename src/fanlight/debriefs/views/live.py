"""A talk on phones: the big screen's page for the team, and the phones' pages for whoever has the code.

The phones' pages carry no sign-in and no session. Their one cookie says which steps this phone has done; it is the
same for everybody who did them.
"""

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fanlight.debriefs import actions
from fanlight.debriefs.access import live_with_code, round_to_steer
from fanlight.debriefs.actions.live import MOST_DOTS
from fanlight.debriefs.forms import DotsForm, JoinForm, ThoughtForm
from fanlight.debriefs.models import Live, LiveStep
from fanlight.debriefs.pages import live as pages
from fanlight.debriefs.queries import gathered, live_about, things_to_choose, topics_of
from fanlight.guide.access import plain_code
from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent
from fanlight.surveys.actions import NotNow
from fanlight.surveys.models import Round


@asks
def live(request: HttpRequest, public_id: str) -> HttpResponse:
    """The big screen. A lead and a facilitator steer; others look on, unless they have said that they steer."""
    round, is_theirs = round_to_steer(request.user, public_id)
    going_on = live_about(round)
    steers = is_theirs or "steer" in request.GET
    if request.method == "POST":
        if not steers:
            raise PermissionDenied
        _steer(request, round, going_on)
        return redirect(pages.steering(round))
    return render(request, "debriefs/live.html", {"page": _room(request, round, going_on, steers=steers)})


def _room(request: HttpRequest, round: Round, going_on: Live | None, *, steers: bool) -> pages.RoomPage:
    if going_on is None:
        return pages.begin_page(round)
    if steers and "end" in request.GET:
        return pages.end_page(going_on)
    return pages.room_page(going_on, gathered(going_on), steers=steers)


def _steer(request: HttpRequest, round: Round, going_on: Live | None) -> None:
    by = signed_in(request)
    match request.POST.get("do"), going_on:
        case "begin", _:
            try:
                actions.begin_live(round=round, topics=things_to_choose(topics_of(round)), by=by)
            except NotNow as early:
                raise Http404(str(early)) from None
        case "on", Live():
            seen = request.POST.get("step", "")
            if seen in set(LiveStep):
                actions.go_on(live=going_on, step=LiveStep(seen), by=by)
        case "end", Live():
            actions.end_live(live=going_on, by=by)


@login_not_required
@require_safe
def talk(request: HttpRequest) -> HttpResponse:
    form = JoinForm(request.GET or None)
    if form.is_valid():
        return redirect("talk_phone", plain_code(form.cleaned_data["code"]) or "none")
    return render(request, "debriefs/phone.html", {"page": pages.join_page(form)})


@csrf_exempt
@login_not_required
@asks
def talk_phone(request: HttpRequest, code: str) -> HttpResponse:
    talk = live_with_code(code)
    if talk is None:
        return render(request, "debriefs/phone.html", {"page": pages.over_page()}, status=404)
    found = gathered(talk)
    has_done = found.step.value in request.COOKIES.get(_cookie(talk), "").split(".")
    if has_done or found.step not in pages.WAITING:
        return render(request, "debriefs/phone.html", {"page": pages.waiting_page(talk, found)})
    data = sent(request)
    form = (
        DotsForm(data, topics=found.topics, most=MOST_DOTS)
        if found.step == LiveStep.CHOOSE
        else ThoughtForm(data, team=talk.round.team)
    )
    if not form.is_valid():
        status = 422 if data is not None else 200
        return render(request, "debriefs/phone.html", {"page": pages.asking_page(talk, form)}, status=status)
    return _sent(request, talk, form)


def _sent(request: HttpRequest, talk: Live, form: DotsForm | ThoughtForm) -> HttpResponse:
    if isinstance(form, DotsForm):
        actions.place_dots(live=talk, chosen=form.cleaned_data["chosen"])
    else:
        actions.add_thought(live=talk, words=form.cleaned_data["words"])
    response = redirect("talk_phone", talk.code)
    done = {LiveStep.CHOOSE.value} if isinstance(form, DotsForm) else {"choose", "think"}
    response.set_cookie(
        _cookie(talk),
        ".".join(sorted(done)),
        path="/talk/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _cookie(talk: Live) -> str:
    return f"talk-{talk.code}"

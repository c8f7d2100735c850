"""A round's results, the same to take away, why some things are not shown; and reading comments first."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from fanlight.people.access import signed_in
from fanlight.people.queries import gives_away
from fanlight.people.views.asking import asks, sent
from fanlight.results import actions
from fanlight.results.access import round_for, round_to_read_first
from fanlight.results.documents import Kind, written
from fanlight.results.documents.of_round import document_of_round, file_name
from fanlight.results.forms import LEAVE_OUT, JudgeForm
from fanlight.results.pages.comments import comments_page, judge_page, share_page, themes_of
from fanlight.results.pages.round import results_page
from fanlight.results.pages.withheld import why_withheld_page
from fanlight.results.queries import as_judged, released
from fanlight.surveys.access import round_to_plan
from fanlight.surveys.actions import NotNow


@require_safe
def results(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_for(request.user, public_id)
    release = released(round)
    if release is None:
        return render(request, "results/not_yet.html", {"round": round})
    page = results_page(round, release, seen_by=signed_in(request))
    return render(request, "results/round.html", {"page": page})


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


@asks
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


@require_safe
@cache_control(private=True, no_store=True)
def comments(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_read_first(request.user, public_id)
    return render(request, "results/comments.html", {"page": comments_page(round, as_judged(round))})


@asks
@cache_control(private=True, no_store=True)
def judge_comment(request: HttpRequest, public_id: str, key: UUID) -> HttpResponse:
    round = round_to_read_first(request.user, public_id)
    every = as_judged(round)
    one = next((each for each in every if each.key == str(key)), None)
    if one is None:
        raise Http404("no such comment")
    hints, themes = gives_away(one.text, team=round.team), themes_of(round)
    form = JudgeForm(sent(request), comment=one, hints=hints, themes=themes)
    if not form.is_valid():
        page = judge_page(round, every, one, form)
        return render(request, "results/judge.html", {"page": page}, status=422 if form.is_bound else 200)
    leaves_out = form.cleaned_data["verdict"] == LEAVE_OUT
    actions.judge_comment(
        round=round,
        key=one.key,
        leaves_out=leaves_out,
        hidden=form.hidden,
        theme=form.cleaned_data.get("theme", ""),
        by=signed_in(request),
    )
    left = [each for each in every if each.shown is None and each.key != one.key]
    return redirect("judge_comment", public_id, left[0].key) if left else redirect("comments", public_id)


@asks
@cache_control(private=True, no_store=True)
def share_comments(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_read_first(request.user, public_id)
    every = as_judged(round)
    if request.method != "POST" and every and all(one.shown is not None for one in every):
        return render(request, "results/share.html", {"page": share_page(round, every)})
    try:
        actions.share_comments(round=round, by=signed_in(request))
    except actions.NotReadYet as reason:
        messages.warning(request, str(reason))
        return redirect("comments", public_id)
    return redirect("results", public_id)

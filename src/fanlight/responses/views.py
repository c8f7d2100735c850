"""The respondents' pages. No account, no script, nothing kept until the form is sent."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from fanlight.responses.access import part_behind, round_behind
from fanlight.responses.actions import RoundIsShut, put_in_urn
from fanlight.responses.forms import FocusForm
from fanlight.responses.pages import check_page, focus_page, shut_page, start_page, thanks_page
from fanlight.responses.urn import Form
from fanlight.responses.visit import forget_visit, keep_visit, read_visit
from fanlight.surveys.models import Round

# These views carry no sign-in, so a forged post could do no more than the open address itself: they need no token,
# and so set no session cookie.


def _shut(request: HttpRequest, round: Round) -> HttpResponse:
    status = 410 if request.method == "POST" else 200  # a link that has done its work is no error
    return render(request, "responses/last.html", {"page": shut_page(round)}, status=status)


@login_not_required
@require_safe
def respond(request: HttpRequest, door: str) -> HttpResponse:
    round = round_behind(door)
    if not round.takes_answers():
        return _shut(request, round)
    return render(request, "responses/start.html", {"page": start_page(round)})


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def respond_part(request: HttpRequest, door: str, number: int) -> HttpResponse:
    round = round_behind(door)
    if not round.takes_answers():
        return _shut(request, round)
    part = part_behind(round, number)
    visit = read_visit(request, round=round)
    form = FocusForm(request.POST if request.method == "POST" else visit.codes, part=part)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "responses/part.html", {"page": focus_page(part, form)}, status=status)
    response = redirect("respond_check", door) if part.is_last else redirect("respond_part", door, number + 1)
    keep_visit(response, visit.with_answers(asked=form.asked, codes=form.codes), round=round)
    return response


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def respond_check(request: HttpRequest, door: str) -> HttpResponse:
    round = round_behind(door)
    visit = read_visit(request, round=round)
    page = check_page(round, round.instrument, visit)
    if request.method != "POST" or page.is_empty:
        return render(request, "responses/check.html", {"page": page})
    try:
        put_in_urn(round=round, form=Form(codes=visit.codes))
    except RoundIsShut:
        return _shut(request, round)
    response = redirect("respond_thanks", door)
    forget_visit(response, round=round)
    return response


@login_not_required
@require_safe
def respond_thanks(request: HttpRequest, door: str) -> HttpResponse:
    return render(request, "responses/last.html", {"page": thanks_page(round_behind(door))})

"""The respondents' pages. No account, no script, nothing kept until the form is sent.

These views carry no sign-in, so a forged post could do no more than the open address itself: they need no token,
and so set no session cookie.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fanlight.design.frame import Link
from fanlight.people.views.asking import asks
from fanlight.responses.access import Door, door_called, part_behind
from fanlight.responses.actions import RoundIsShut, SlipIsNeeded, SlipIsSpent, put_in_urn
from fanlight.responses.forms import CommentForm, FocusForm, SlipForm
from fanlight.responses.guessing import address_of, guesses
from fanlight.responses.pages import answering as pages
from fanlight.responses.queries import Known, slip_known_as
from fanlight.responses.visit import Visit, forget_visit, keep_visit, read_visit
from fanlight.surveys.access import promised_round
from fanlight.surveys.pages import promise_page


def _last(request: HttpRequest, page: pages.LastPage, status: int = 200) -> HttpResponse:
    return render(request, "responses/last.html", {"page": page}, status=status)


def _shut(request: HttpRequest, door: Door) -> HttpResponse:
    status = 410 if request.method == "POST" else 200  # a link that has done its work is no error
    return _last(request, pages.shut_page(door), status)


def behind_the_door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Find the door; say why if it does not lead in now. Without the slip that is needed one begins at the start."""

    @wraps(view)
    def opened(request: HttpRequest, door: str, on_device: bool = False, **named: int) -> HttpResponse:
        here = door_called(door, on_device=on_device)
        if not here.leads_in:
            return _last(request, pages.elsewhere_page(here.round))
        if not here.is_open:
            return _shut(request, here)
        if here.needs_slip and view.__name__ != "start" and not read_visit(request, door=here).slip:
            return redirect(here.start_url)
        return view(request, here, **named)

    return csrf_exempt(login_not_required(opened))


@asks
@behind_the_door
def start(request: HttpRequest, door: Door) -> HttpResponse:
    if request.method == "POST":
        return _slip_shown(request, door) if door.needs_slip else _afresh(door)
    visit = Visit() if door.on_device else read_visit(request, door=door)
    page = pages.start_page(door, SlipForm() if door.needs_slip else None, has_begun=not visit.is_empty)
    response = render(request, "responses/start.html", {"page": page})
    if door.on_device:
        forget_visit(response, door=door)
    return response


def _afresh(door: Door) -> HttpResponse:
    response = redirect(door.part_url(1))
    forget_visit(response, door=door)
    return response


def _slip_shown(request: HttpRequest, door: Door) -> HttpResponse:
    address = f"{address_of(request)} {door.round.public_id}"  # who guesses in one round locks nobody out of another
    if guesses.are_too_many(address):
        return _last(request, pages.too_many_page(door), 429)
    form = SlipForm(request.POST)
    known = slip_known_as(door.round, form.cleaned_data["code"]) if form.is_valid() else Known.MISTYPED
    if known is Known.SPENT:
        return _last(request, pages.spent_page(door), 409)
    if known is Known.UNKNOWN:
        guesses.count_wrong(address)
        form.add_error("code", "No slip of this round has that code. Please look again.")
    if form.errors:
        page = pages.start_page(door, form, has_begun=False)
        return render(request, "responses/start.html", {"page": page}, status=422)
    return _begun(request, door, form.cleaned_data["code"])


def _begun(request: HttpRequest, door: Door, slip: str) -> HttpResponse:
    """With the answers so far if the same slip was shown before; another slip is another person."""
    visit = read_visit(request, door=door)
    response = redirect(door.part_url(1))
    keep_visit(response, visit if visit.slip == slip else Visit(slip=slip), door=door)
    return response


def _kept(visit: Visit, door: Door, *, goes_to: str | None) -> HttpResponse:
    """Keep the visit in the browser and go on; or stay, when the page's script asked only to keep."""
    response = redirect(goes_to) if goes_to else HttpResponse(status=204)
    keep_visit(response, visit, door=door)
    return response


def _wishes(request: HttpRequest, *, back: str, onward: str) -> str | None:
    """Where somebody wants to go with what they have filled in: nowhere, if the page's script only keeps it."""
    if "keep" in request.POST:
        return None
    return back if request.POST.get("go") == "back" else onward


@asks
@behind_the_door
def part(request: HttpRequest, door: Door, number: int) -> HttpResponse:
    part = part_behind(door, number)
    visit = read_visit(request, door=door)
    given = request.POST if request.method == "POST" else visit.codes
    form = FocusForm(given, instrument=part.instrument, part=part.composite)
    is_good = form.is_valid()
    goes_to = _wishes(request, back=part.url_before, onward=part.url_after)
    if request.method == "POST" and (is_good or goes_to != part.url_after):
        return _kept(visit.with_answers(asked=form.asked, codes=form.codes), door, goes_to=goes_to)
    status = 422 if request.method == "POST" else 200
    return render(request, "responses/part.html", {"page": pages.focus_page(part, form)}, status=status)


@asks
@behind_the_door
def comment(request: HttpRequest, door: Door) -> HttpResponse:
    visit = read_visit(request, door=door)
    form = CommentForm(request.POST if request.method == "POST" else {"comment": visit.comment})
    goes_to = _wishes(request, back=door.last_part_url, onward=door.check_url)
    if form.is_valid() and request.method == "POST":
        return _kept(visit.with_comment(form.cleaned_data["comment"]), door, goes_to=goes_to)
    if goes_to is None:
        return HttpResponse(status=204)
    status = 422 if request.method == "POST" else 200
    return render(request, "responses/comment.html", {"page": pages.comment_page(door, form)}, status=status)


@asks
@behind_the_door
def check(request: HttpRequest, door: Door) -> HttpResponse:
    visit = read_visit(request, door=door)
    page = pages.check_page(door, visit)
    if request.method != "POST" or page.is_empty:
        return render(request, "responses/check.html", {"page": page})
    try:
        put_in_urn(round=door.round, form=visit.form, slip=visit.slip or None)
        response: HttpResponse = redirect(door.thanks_url)
    except RoundIsShut:
        return _shut(request, door)
    except SlipIsSpent:
        response = _last(request, pages.spent_page(door), 409)
    except SlipIsNeeded:
        response = redirect(door.start_url)
    forget_visit(response, door=door)
    return response


@login_not_required
@require_safe
def thanks(request: HttpRequest, door: str, on_device: bool = False) -> HttpResponse:
    here = door_called(door, on_device=on_device)
    return _last(request, pages.thanks_page(here)) if here.has_opened else _shut(request, here)


@login_not_required
@require_safe
def device_promise(request: HttpRequest, door: str) -> HttpResponse:
    """The promise with a way back to the shared device's own start."""
    here = Door(promised_round(door), on_device=True)
    back = Link(text="Back to the questions", href=here.start_url)
    page = replace(promise_page(here.round), back=back)
    return render(request, "surveys/promise.html", {"page": page})

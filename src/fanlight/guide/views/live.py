"""The cards on phones, for whoever has the code. No account, no session, no line in the record.

The one cookie says that this phone has sorted its piles; it is the same on every phone, and goes with the sitting.
"""

from collections.abc import Callable
from functools import partial

from allauth.core.internal import ratelimit
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fanlight.guide import actions
from fanlight.guide.access import plain_code, sitting_with_code
from fanlight.guide.forms import BeginForm, JoinForm, number_in, numbers_in
from fanlight.guide.models import Sitting
from fanlight.guide.pages import live as pages
from fanlight.guide.pages.beginning import begin_page, over_page
from fanlight.guide.queries import Use, boards
from fanlight.guide.queries.here import the_guide
from fanlight.people.views.asking import asks, sent

RATES = {"begin": "60/10m/ip"}  # many may share an address: a hospital, a care home
TOO_OFTEN = "Very many began here in the last minutes. Wait a little, or join one of them."
TEMPLATES = {
    Use.SAFETY_MOMENT: "guide/live_moment.html",
    Use.COMPARE_VIEWS: "guide/live_sort.html",
    Use.STRENGTHS_SORT: "guide/live_cross.html",
    Use.INFLUENCE_MAP: "guide/live_map.html",
}
PATH = "/guide/live/"


@csrf_exempt
@login_not_required
@asks
def begin(request: HttpRequest) -> HttpResponse:
    guide = the_guide()
    form = BeginForm(sent(request), guide=guide, asked=request.GET)
    page = partial(begin_page, form, card=form.in_hand)
    if not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "guide/live.html", {"page": page()}, status=status)
    if not ratelimit.consume(request, app="fanlight.guide", action="begin", config=RATES):
        return render(request, "guide/live.html", {"page": page(trouble=TOO_OFTEN)}, status=429)
    try:
        sitting = actions.begin_sitting(use=form.cleaned_data["way"], cards=form.drawn())
    except actions.TableFull as full:
        return render(request, "guide/live.html", {"page": page(trouble=str(full))}, status=503)
    return redirect("guide_live_sitting", sitting.code)


@login_not_required
@require_safe
def join(request: HttpRequest) -> HttpResponse:
    form = JoinForm(request.GET or None)
    code = plain_code(form.cleaned_data["code"]) if form.is_valid() else ""
    if sitting_with_code(code):
        return redirect("guide_live_sitting", code)
    return render(request, "guide/live_over.html", {"page": over_page(is_thanks=False, join=form)})


@csrf_exempt
@login_not_required
@asks
def sitting(request: HttpRequest, code: str) -> HttpResponse:
    found = sitting_with_code(code)
    if found is None:
        return _over(request, code)
    if request.method == "POST":
        return _moved(request, found)
    page = pages.sitting_page(the_guide(), found, has_sorted=_cookie(found.code) in request.COOKIES)
    return render(request, TEMPLATES[Use(found.way)], {"page": page})


def _over(request: HttpRequest, code: str) -> HttpResponse:
    """After the end, and for a code that never was: the same page but for the thanks, which a cookie cannot give."""
    page = over_page(is_thanks="thanks" in request.GET)
    response = render(
        request, "guide/live_over.html", {"page": page}, status=200 if "thanks" in request.GET else 404
    )
    if _cookie(code) in request.COOKIES:
        response.delete_cookie(_cookie(code), path=PATH)
    return response


def _moved(request: HttpRequest, found: Sitting) -> HttpResponse:
    to = redirect("guide_live_sitting", found.code)
    match request.POST.get("do"):
        case "end":
            actions.end_sitting(sitting=found)
            return redirect(f"{to['Location']}?thanks")
        case "sort" if Use(found.way) is Use.COMPARE_VIEWS and _cookie(found.code) not in request.COOKIES:
            actions.move(
                sitting=found, make=partial(boards.add_sorting, like_us=numbers_in(request.POST, "like"))
            )
            _remember(request, to, found.code)
        case what:
            _move(request, found, what or "")
    return to


def _remember(request: HttpRequest, response: HttpResponse, code: str) -> None:
    response.set_cookie(
        _cookie(code), "1", path=PATH, httponly=True, samesite="Lax", secure=request.is_secure()
    )


def _move(request: HttpRequest, found: Sitting, what: str) -> None:
    """What does not fit the way of sitting changes nothing."""
    sent = request.POST.get
    moves: dict[tuple[Use, str], Callable[[boards.Board], boards.Board | None]] = {
        (Use.SAFETY_MOMENT, "on"): partial(boards.turn, seen=sent("step", "")),
        (Use.SAFETY_MOMENT, "question"): partial(
            boards.choose_question, number=number_in(sent("number", ""))
        ),
        (Use.COMPARE_VIEWS, "close"): boards.close_sorting,
        (Use.STRENGTHS_SORT, "lay"): partial(boards.lay, card=sent("card", ""), corner=sent("corner", "")),
        (Use.INFLUENCE_MAP, "arrow"): partial(
            boards.draw_arrow, start=sent("start", ""), end=sent("end", "")
        ),
    }
    if make := moves.get((Use(found.way), what)):
        actions.move(sitting=found, make=make)


def _cookie(code: str) -> str:
    return f"sorted-{plain_code(code)}"

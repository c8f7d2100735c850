"""Somebody speaks up. Every page is the answer to a form sent to this one address."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fanlight.guide.queries.here import the_guide
from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks
from fanlight.speakup.access import (
    Damaged,
    NoSuchConcern,
    concern_behind,
    desk_behind,
    desks_open,
    holders_at,
)
from fanlight.speakup.actions.speaking import NobodyToHear, Spoken, sent_before, speak_up
from fanlight.speakup.forms.speaking import CodeForm, MoreForm, WriteForm
from fanlight.speakup.models import Concern, Desk
from fanlight.speakup.pages import speaking as pages
from fanlight.speakup.queries.board import signs_shown
from fanlight.speakup.queries.desk import lessons_for
from fanlight.speakup.receiving import take_in_memory
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import Receipt
from fanlight.speakup.views import returning
from fanlight.speakup.views.showing import show
from fanlight.speakup.visit import begun, code_for, read_sealed_receipt, seal_receipt

CARRIED = ("words", "way", "name", "as_it_is")


def _choice(desk: Desk) -> pages.DeskChoice:
    name = next(name for each, name in desks_open() if each == desk)
    return pages.desk_choice(desk, name)


def _carried(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in CARRIED}


def _begun(request: HttpRequest) -> dict[str, str]:
    return {"begun": begun(request.POST.get("begun", ""))}


def first(request: HttpRequest) -> HttpResponse:
    page = pages.first_page(desks_open(), the_guide(), begun())
    return show(request, "first", page)


def begin(request: HttpRequest) -> HttpResponse:
    desk = desk_behind(request.POST.get("desk", ""))
    form = WriteForm(initial=_carried(request)) if "words" in request.POST else WriteForm()
    return show(request, "ask", pages.write_page(_choice(desk), form, _begun(request)), form=form)


def _more_form(request: HttpRequest, desk: Desk, *, is_sent: bool) -> MoreForm:
    guardians = [(one.public_id, pages.called(one)) for one in holders_at(desk) if one.is_let_in]
    if not is_sent:
        return MoreForm(guardians=guardians)
    too_large = any(getattr(handler, "is_too_large", False) for handler in request.upload_handlers)
    return MoreForm(request.POST, request.FILES, is_too_large=too_large, guardians=guardians)


def write(request: HttpRequest) -> HttpResponse:
    desk = desk_behind(request.POST.get("desk", ""))
    form = WriteForm(request.POST)
    if not form.is_valid() or form.found:
        status = 422 if form.errors else 200
        page = pages.write_page(_choice(desk), form, _begun(request))
        return show(request, "ask", page, form=form, status=status)
    more = _more_form(request, desk, is_sent=False)
    carried = {**_carried(request), **_begun(request)}
    return show(request, "ask", pages.more_page(_choice(desk), more, carried), form=more)


def send(request: HttpRequest) -> HttpResponse:
    desk = desk_behind(request.POST.get("desk", ""))
    if again := _sent_already(request):
        return again
    wrote, more = WriteForm(request.POST), _more_form(request, desk, is_sent=True)
    code = _code(request, in_words=request.POST.get("code") == "words")
    if code is None or not wrote.is_valid():
        return begin(request)
    if not more.is_valid():
        page = pages.more_page(_choice(desk), more, {**_carried(request), **_begun(request)})
        return show(request, "ask", page, form=more, status=422)
    receipt, salt = code
    try:
        kept = speak_up(desk=desk, receipt=receipt, spoken=_spoken(wrote, more), salt=salt)
    except NobodyToHear:
        return show(request, "end", pages.NOBODY_LEFT)
    return _card(request, receipt, kept.concern)


def _card(request: HttpRequest, receipt: Receipt, kept: Concern, *, is_again: bool = False) -> HttpResponse:
    page = pages.card_page(receipt, kept.sign, seal_receipt(receipt), CodeForm(), is_again=is_again)
    return show(request, "card", page)


def _code(request: HttpRequest, *, in_words: bool) -> tuple[Receipt, bytes] | None:
    said = (request.POST.get(name, "") for name in ("desk", "words"))
    return code_for(request.POST.get("begun", ""), *said, in_words=in_words)


def _sent_already(request: HttpRequest) -> HttpResponse | None:
    """Whoever goes back and sends the same again, be it for the other kind of code, has one concern and its code."""
    for in_words in (False, True):
        code = _code(request, in_words=in_words)
        if code and (kept := sent_before(receipt=code[0], salt=code[1])):
            return _card(request, code[0], kept, is_again=True)
    return None


def _spoken(wrote: WriteForm, more: MoreForm) -> Spoken:
    return Spoken(
        way=Way(wrote.cleaned_data["way"]),
        words="\n\n".join(filter(None, (wrote.cleaned_data["words"], more.in_words))),
        name=wrote.cleaned_data["name"],
        files=more.cleaned_data["enclosed"],
        kept_out=frozenset(more.cleaned_data["kept_out"]),
    )


def typed(request: HttpRequest) -> HttpResponse:
    """The receipt typed back: the real thing is opened with it, so that it is known to work."""
    token = request.POST.get("token", "")
    given, form = read_sealed_receipt(token), CodeForm(request.POST)
    if given is None:
        return first(request)
    opened = concern_behind(given)[0]
    if form.is_valid() and form.cleaned_data["code"] == given:
        return show(request, "end", pages.thanks_page(opened.concern.sign))
    if form.is_valid():
        form.add_error("code", "This is another code. Compare each group with your card.")
    return show(
        request, "card", pages.card_page(given, opened.concern.sign, token, form), form=form, status=422
    )


def signs(request: HttpRequest) -> HttpResponse:
    return show(request, "board", signs_shown())


def promise(request: HttpRequest) -> HttpResponse:
    return show(request, "kept_how", pages.who_could_help_back(desks_open()))


STEPS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "begin": begin,
    "write": write,
    "write-again": begin,
    "send": send,
    "typed": typed,
    "board": signs,
    "kept": promise,
    **returning.STEPS,
}


@csrf_exempt  # no sign-in and no cookie: a forged post could do no more than anybody who comes here
@login_not_required
@asks
def speak_up_page(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return first(request)
    take_in_memory(request)
    step = STEPS.get(request.POST.get("step", ""), first)
    try:
        return step(request)
    except Damaged:
        return show(request, "end", pages.DAMAGED)
    except NoSuchConcern:
        return show(request, "end", pages.LEFT)


@login_not_required
@require_safe
def board(request: HttpRequest) -> HttpResponse:
    return signs(request)


@login_not_required
@require_safe
def poster(request: HttpRequest) -> HttpResponse:
    return show(request, "poster", pages.poster_page(desks_open()))


@require_safe
def learned(request: HttpRequest) -> HttpResponse:
    return show(request, "learned", lessons_for(signed_in(request)))


@login_not_required
@require_safe
def kept_how(request: HttpRequest) -> HttpResponse:
    return promise(request)

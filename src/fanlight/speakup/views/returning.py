"""Somebody comes back with their code. Each step is chosen by a button of the page before."""

from collections.abc import Callable
from dataclasses import replace

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict

from fanlight.speakup.access import Damaged, NoSuchConcern, OpenConcern, concern_behind, concern_in_visit
from fanlight.speakup.actions import leftover
from fanlight.speakup.actions import speaking as actions
from fanlight.speakup.forms.speaking import (
    CheckInForm,
    CodeForm,
    FeedbackForm,
    LetReadForm,
    ReopenForm,
    SayForm,
    WayForm,
)
from fanlight.speakup.pages import reading as pages
from fanlight.speakup.pages.speaking import LEFT, NOTHING_OPENS, WITHDRAWN, AskPage, called
from fanlight.speakup.sealing.ledger import Standing, Way
from fanlight.speakup.views.showing import show
from fanlight.speakup.visit import Visit, read_visit

BACK = AskPage(
    title="Welcome back",
    lead="Type the code from your card.",
    step="open",
    action="Open",
    back="start",
)


def _in_visit(request: HttpRequest) -> tuple[Visit, OpenConcern]:
    """The visit that this page belongs to. Raises NoSuchConcern once it is over."""
    visit = read_visit(request.POST.get("visit", ""))
    if visit is None:
        raise NoSuchConcern("the visit is over")
    return visit, concern_in_visit(visit.concern_id, visit.key)


def back(request: HttpRequest) -> HttpResponse:
    form = CodeForm()
    return show(request, "ask", replace(BACK, form=form), form=form)


def open_line(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if not form.is_valid():
        return show(request, "ask", replace(BACK, form=form), form=form, status=422)
    try:
        opened, own = concern_behind(form.cleaned_data["code"])
    except Damaged:
        raise
    except NoSuchConcern:
        form.add_error("code", NOTHING_OPENS)
        return show(request, "ask", replace(BACK, form=form), form=form, status=422)
    seen, last = opened.ledger.seen, opened.ledger.phrase
    opened, phrase = actions.note_visit(opened=opened)
    visit = Visit(opened.concern.pk, own, last_phrase=last, phrase=phrase, new_from=seen)
    return _reading(request, visit, opened)


def _reading(
    request: HttpRequest,
    visit: Visit,
    opened: OpenConcern,
    form: SayForm | None = None,
    *,
    shows_all: bool = False,
) -> HttpResponse:
    is_heard = opened.ledger.standing is Standing.OPEN and bool(pages.readers(opened).now)
    shown = form or (SayForm(is_anonymous=opened.ledger.way is Way.ANONYMOUS) if is_heard else None)
    page = pages.reading_page(opened, visit, shown, shows_all=shows_all, ask=_ask(opened))
    return show(request, "reading", page, form=form, status=422 if form and form.errors else 200)


def _ask(opened: OpenConcern, given: forms.Form | None = None) -> pages.Feedback | None:
    """What we would like to know now, if anything: how it has been since, or whether they would do it again."""
    who = pages.readers(opened)
    if not who.now:
        return _whether_to_let_read(opened, who, given)
    if months := pages.months_due(opened):
        return pages.Feedback(
            form=given or CheckInForm(),
            step="check-in",
            title="How has it been since?",
            text=f"It is {months} months since you spoke up. We ask everybody this.",
            action="Tell the guardian",
        )
    if opened.ledger.standing is Standing.CLOSED and not opened.ledger.would_again:
        return pages.Feedback(
            form=given or FeedbackForm(),
            step="feedback",
            title="One last question",
            text="The guardian reads your answer, and it is counted without your words.",
            action="Answer",
        )
    return None


def _whether_to_let_read(
    opened: OpenConcern, who: pages.Readers, given: forms.Form | None
) -> pages.Feedback | None:
    if opened.ledger.standing is Standing.WITHDRAWN or not who.could:
        return None
    return pages.Feedback(
        form=given or _let_read_form(who),
        step="let-read",
        title="You decide who reads it",
        text="Whoever you tick can read all of it and answer you. Until then they know nothing of it.",
        action="Let them read it",
    )


def _let_read_form(who: pages.Readers, data: QueryDict | None = None) -> LetReadForm:
    return LetReadForm(data, guardians=[(one.public_id, called(one)) for one in who.could])


def let_read(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    who = pages.readers(opened)
    form = _let_read_form(who, request.POST)
    if who.could and not form.is_valid():
        page = pages.reading_page(opened, visit, None, shows_all=False, ask=_ask(opened, form))
        return show(request, "reading", page, form=form, status=422)
    chosen = [one for one in who.could if one.public_id in form.cleaned_data["may_read"]] if who.could else []
    if chosen:
        opened = leftover.let_read(opened=opened, to=chosen, names=[called(one) for one in chosen])
    return _said(request, visit, opened)


def read(request: HttpRequest) -> HttpResponse:
    return _reading(request, *_in_visit(request))


def read_all(request: HttpRequest) -> HttpResponse:
    return _reading(request, *_in_visit(request), shows_all=True)


def say(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    too_large = any(getattr(handler, "is_too_large", False) for handler in request.upload_handlers)
    is_anonymous = opened.ledger.way is Way.ANONYMOUS
    form = SayForm(request.POST, request.FILES, is_too_large=too_large, is_anonymous=is_anonymous)
    if not form.is_valid():
        return _reading(request, visit, opened, form)
    opened = actions.say_more(
        opened=opened, words=form.cleaned_data["words"], files=form.cleaned_data["enclosed"]
    )
    return _said(request, visit, opened)


def _said(request: HttpRequest, visit: Visit, opened: OpenConcern) -> HttpResponse:
    """What has just been said counts as seen."""
    before = len(opened.ledger.entries)
    opened, phrase = actions.note_visit(opened=opened)
    return _reading(request, replace(visit, phrase=phrase, new_from=min(visit.new_from, before)), opened)


def way(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    is_sent = "way" in request.POST
    form = WayForm(request.POST) if is_sent else WayForm(initial={"way": opened.ledger.way.value})
    if not is_sent or not form.is_valid():
        words = {"title": "How do you want to be known?", "action": "Let the guardian know"}
        lead = "You can go from anonymous to a name whenever you like. A name cannot be taken back once it is read."
        page = pages.small_page(visit, step="way", form=form, lead=lead, **words)
        return show(request, "ask", page, form=form, status=422 if is_sent else 200)
    chosen = Way(form.cleaned_data["way"])
    return _said(
        request, visit, actions.change_way(opened=opened, way=chosen, name=form.cleaned_data["name"])
    )


def withdraw(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    if "sure" not in request.POST:
        words = {"title": "Take it back?", "action": "Take it back for good"}
        lead = (
            "Every word and file of yours is deleted. This cannot be undone. What the guardian has noted, handed on or "
            "done about it stays with them. You may always speak up again."
        )
        page = pages.small_page(visit, step="withdraw", form=None, lead=lead, **words)
        return show(request, "ask", replace(page, is_grave=True))
    actions.withdraw(opened=opened)
    return show(request, "end", WITHDRAWN)


def reopen(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    form = ReopenForm(request.POST) if "words" in request.POST else ReopenForm()
    if not form.is_valid():
        words = {
            "title": "Open it again",
            "action": "Open it again",
            "lead": "The guardian will be told that it is not over.",
        }
        page = pages.small_page(visit, step="reopen", form=form, **words)
        return show(request, "ask", page, form=form, status=422 if form.is_bound else 200)
    return _said(request, visit, actions.reopen(opened=opened, words=form.cleaned_data["words"]))


def feedback(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        page = pages.reading_page(opened, visit, None, shows_all=False, ask=_ask(opened, form))
        return show(request, "reading", page, form=form, status=422)
    opened = actions.give_feedback(opened=opened, **form.cleaned_data)
    return _said(request, visit, opened)


def check_in(request: HttpRequest) -> HttpResponse:
    visit, opened = _in_visit(request)
    form, months = CheckInForm(request.POST), pages.months_due(opened)
    if not form.is_valid() or not months:
        page = pages.reading_page(opened, visit, None, shows_all=False, ask=_ask(opened, form))
        return show(request, "reading", page, form=form, status=422)
    return _said(request, visit, actions.check_in(opened=opened, months=months, **form.told()))


def leave(request: HttpRequest) -> HttpResponse:
    return show(request, "end", LEFT)


STEPS: dict[str, Callable[[HttpRequest], HttpResponse]] = {
    "back": back,
    "open": open_line,
    "read": read,
    "all": read_all,
    "say": say,
    "way": way,
    "withdraw": withdraw,
    "reopen": reopen,
    "feedback": feedback,
    "check-in": check_in,
    "let-read": let_read,
    "leave": leave,
}

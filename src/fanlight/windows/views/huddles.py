"""The huddle log: a tap that it was held, and the rest if it helps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fanlight.design.writing import WRITING
from fanlight.people.access import signed_in
from fanlight.people.views.asking import ask, asks, sent
from fanlight.windows import actions
from fanlight.windows.access import huddle_for, sent_on_for, team_that_looks
from fanlight.windows.forms import AnswerForm, EarlierForm, HuddleForm, SendOnForm
from fanlight.windows.models import Shift
from fanlight.windows.pages import huddles as pages

ON_THE_LOG = "It is on the log. Thank you."


@require_safe
def huddles(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    return render(request, "windows/huddles.html", {"page": pages.huddles_page(team)})


@require_POST
def hold_huddle(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    chosen = request.POST.get("shift", "")
    now = timezone.localtime()
    shift = Shift(chosen) if chosen in Shift.values else Shift.at(now)
    actions.hold_huddle(team=team, held_on=shift.last_begun(now), shift=shift, by=signed_in(request))
    messages.success(request, ON_THE_LOG)
    return redirect("huddles", team.public_id)


@asks
def huddle_earlier(request: HttpRequest, public_id: str) -> HttpResponse:
    team = team_that_looks(request.user, public_id)
    form = EarlierForm(sent(request))
    if not form.is_valid():
        return ask(request, pages.earlier_page(team), form, template=WRITING)
    actions.hold_huddle(team=team, by=signed_in(request), **form.held)
    messages.success(request, ON_THE_LOG)
    return redirect("huddles", team.public_id)


@asks
def huddle(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = huddle_for(request.user, public_id), signed_in(request)
    form = HuddleForm.of(found, sent(request))
    if form.carry_out(lambda: actions.tell_of_huddle(huddle=found, by=by, **form.written(actions.TOLD))):
        return redirect("huddles", found.team.public_id)
    return ask(request, pages.huddle_page(found), form, template="windows/huddle.html")


@asks
def send_on(request: HttpRequest, public_id: str) -> HttpResponse:
    found = huddle_for(request.user, public_id)
    form = SendOnForm(sent(request), team=found.team)
    if not form.is_valid():
        return ask(request, pages.send_on_page(found), form, template=WRITING)
    said = {name: form.cleaned_data[name] for name in ("words", "to")}
    actions.send_on(huddle=found, by=signed_in(request), **said)
    return redirect("huddle", found.public_id)


@asks
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = sent_on_for(request.user, public_id), signed_in(request)
    form = AnswerForm.of(found, sent(request))
    if form.carry_out(lambda: actions.note_answer(sent=found, by=by, **form.written(actions.ANSWERED))):
        return redirect("huddles", found.huddle.team.public_id)
    return ask(request, pages.answer_page(found), form, template="windows/answer.html")


@asks
def drop_huddle(request: HttpRequest, public_id: str) -> HttpResponse:
    found = huddle_for(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_huddle_page(found), None, template=WRITING)
    actions.drop_huddle(huddle=found, by=signed_in(request))
    return redirect("huddles", found.team.public_id)


@asks
def drop_sent_on(request: HttpRequest, public_id: str) -> HttpResponse:
    found = sent_on_for(request.user, public_id)
    if request.method != "POST":
        return ask(request, pages.drop_sent_on_page(found), None, template=WRITING)
    actions.drop_sent_on(sent=found, by=signed_in(request))
    return redirect("huddles", found.huddle.team.public_id)

"""The guardians' space: what needs them today, and each concern."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from fanlight.design.frame import Link
from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent
from fanlight.speakup.access import AtWork, OpenConcern, concern_for, holders_at, shelf_of
from fanlight.speakup.actions import guarding as actions
from fanlight.speakup.actions.holding import NotNow, hand_over
from fanlight.speakup.actions.renewing import forget_concern, read_file, renew_concern
from fanlight.speakup.forms import guarding as asked
from fanlight.speakup.forms.desk import HolderForm
from fanlight.speakup.pages import guarding as pages
from fanlight.speakup.pages.deeds import deed_page
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.sealing import Unreadable
from fanlight.speakup.sealing.ledger import Standing
from fanlight.speakup.views.door import behind_the_door, desks_for
from fanlight.speakup.views.showing import show, show_form

KINDS = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf", "txt": "text/plain"}


NAMES = {
    "guardian_open": "Open another desk",
    "guardian_new": "Type in what you heard",
    "guardian_people": "People and keys",
    "guardian_return": "The quarterly return",
    "guardian_year": "The year",
    "guardian_record": "Our record",
    "speak_up_poster": "A poster for the staff room",
}
NOT_FOR_KEEPERS = {
    "guardian_new",
    "guardian_return",
    "guardian_year",
}  # they hear nothing, so they count nothing


def _links(request: HttpRequest, by: AtWork) -> list[Link]:
    left_out = set() if by.guardian.can_let_in else NOT_FOR_KEEPERS
    if len(desks_for(signed_in(request))) < 2:
        left_out = left_out | {"guardian_open"}
    return [Link(text=text, href=reverse(name)) for name, text in NAMES.items() if name not in left_out]


@require_safe
@behind_the_door
def today(request: HttpRequest, by: AtWork) -> HttpResponse:
    concerns, many = shelf_of(by.guardian, by.keys)
    damaged = pages.what_is_damaged(many, by)
    is_keeper = not by.guardian.can_let_in and not concerns
    links = _links(request, by)
    page = pages.keepers_page(damaged, links) if is_keeper else pages.today_page(concerns, damaged, links)
    return show(request, "today", page)


@asks
@behind_the_door
def concern(request: HttpRequest, by: AtWork, public_id: str) -> HttpResponse:
    opened = concern_for(by.guardian, by.keys, public_id)
    form = asked.AnswerForm(sent(request))
    if form.is_valid():
        actions.answer(opened=opened, words=form.cleaned_data["words"], by=by)
        messages.success(
            request, "Your answer is sealed. Their sign stands on the board from its next edition on."
        )
        return redirect("guardian_concern", public_id)
    if request.method != "POST":
        actions.look_at(opened=opened, by=by)
    page = pages.concern_page(opened, form)
    return show(request, "concern", page, form=form, status=422 if form.is_bound else 200)


def _about(opened: OpenConcern, data: Any, by: AtWork) -> forms.Form:  # noqa: ARG001
    return asked.AboutForm.of(opened, data)


def _share(opened: OpenConcern, data: Any, by: AtWork) -> forms.Form:  # noqa: ARG001
    return asked.ShareForm(data, opened=opened)


def _holder(opened: OpenConcern, data: Any, by: AtWork) -> forms.Form:
    kept_out = opened.ledger.kept_out
    others = [one for one in holders_at(by.desk) if one.pk != by.guardian.pk and one.can_let_in]
    takers = [(one.public_id, called(one)) for one in others if one.public_id not in kept_out]
    return HolderForm(data, holders=takers)


def _forget(opened: OpenConcern, data: Any, by: AtWork) -> forms.Form:  # noqa: ARG001
    return asked.ButtonForm(data, has_choice=opened.ledger.standing is not Standing.OPEN)


def _plain(kind: type[forms.Form]) -> Callable[[OpenConcern, Any, AtWork], forms.Form]:
    return lambda opened, data, by: kind(data)  # noqa: ARG005


FORMS: dict[str, Callable[[OpenConcern, Any, AtWork], forms.Form]] = {
    "about": _about,
    "action": _plain(asked.ActionForm),
    "consent": _plain(asked.ConsentForm),
    "share": _share,
    "note": _plain(asked.NoteForm),
    "after": _plain(asked.AfterForm),
    "hand-over": _holder,
    "renew": _plain(forms.Form),
    "close": _plain(asked.CloseForm),
    "forget": _forget,
}


def _do(deed: str, opened: OpenConcern, form: forms.Form, by: AtWork) -> str:
    """Do it; what to tell the guardian, or nothing if the form says why not."""
    written = form.cleaned_data
    match deed:
        case "about":
            assert isinstance(form, asked.AboutForm)  # noqa: S101
            if not form.carry_out(lambda: actions.set_about(opened=opened, by=by, **written)):
                return ""
        case "action":
            actions.add_action(opened=opened, by=by, **written)
        case "consent":
            actions.note_consent(opened=opened, by=by, **written)
        case "note":
            actions.add_note(opened=opened, by=by, **written)
        case "close":
            actions.close(opened=opened, by=by, **written)
            return (
                "It is closed. The person reads what came of it when they come back, and may open it again."
            )
        case _:
            return _do_more(deed, opened, form, by)
    return "It is kept."


def _do_more(deed: str, opened: OpenConcern, form: forms.Form, by: AtWork) -> str:
    if deed == "share":
        assert isinstance(form, asked.ShareForm)  # noqa: S101
        actions.hand_part(opened=opened, by=by, **form.handed())
        return "It is kept. Print this page, or read it to them."
    if deed == "after":
        months = pages.months_to_ask(opened, timezone.localdate()) or 3
        actions.ask_after(opened=opened, months=months, by=by, **form.cleaned_data)
        return "It is kept."
    if deed == "hand-over":
        to = next(one for one in holders_at(by.desk) if one.public_id == form.cleaned_data["holder"])
        hand_over(concerns=[opened], to=to, by=by)
        return f"{called(to)} can open it now."
    return _renew_or_forget(deed, opened, by)


def _renew_or_forget(deed: str, opened: OpenConcern, by: AtWork) -> str:
    if deed == "forget":
        forget_concern(opened=opened, by=by)
        return "It is deleted for good."
    renew_concern(opened=opened, by=by)
    return "Its keys are new."


@asks
@behind_the_door
def deed(request: HttpRequest, by: AtWork, public_id: str, deed: str) -> HttpResponse:
    if deed not in FORMS:
        raise Http404("nothing of that name can be done")
    opened = concern_for(by.guardian, by.keys, public_id)
    form = FORMS[deed](opened, sent(request), by)
    if form.is_valid():
        try:
            told = _do(deed, opened, form, by)
        except NotNow as reason:
            messages.warning(request, str(reason))
            return redirect("guardian_concern", public_id)
        if told:
            messages.success(request, told)
            return redirect("guardian") if deed == "forget" else redirect("guardian_concern", public_id)
    return show_form(request, deed_page(opened, deed, form))


@require_POST
@behind_the_door
def finish(request: HttpRequest, by: AtWork, public_id: str, number: int) -> HttpResponse:
    opened = concern_for(by.guardian, by.keys, public_id)
    actions.finish_action(opened=opened, number=number, by=by)
    messages.success(request, "Done.")
    return redirect("guardian_concern", public_id)


@require_safe
@behind_the_door
def file(request: HttpRequest, by: AtWork, public_id: str, number: int) -> HttpResponse:
    opened = concern_for(by.guardian, by.keys, public_id)
    if number >= len(opened.ledger.files):
        raise Http404("no such file")
    wanted = opened.ledger.files[number]
    try:
        content = read_file(file=wanted, keys=opened.keys)
    except Unreadable:
        messages.warning(
            request,
            "This file cannot be opened: what is stored was changed or damaged. Ask the person for it again.",
        )
        return redirect("guardian_concern", public_id)
    kind = KINDS.get(wanted.name.rpartition(".")[2], "application/octet-stream")
    disposition = f'attachment; filename="{wanted.name}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})

"""People and keys at a desk: each deed is the guardian's own, and stands on their record."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.people.views.asking import asks, sent
from fanlight.speakup.access import AtWork, concerns_for, holders_at
from fanlight.speakup.actions import holding, leftover, spares
from fanlight.speakup.actions.holding import NotNow
from fanlight.speakup.forms.desk import AwayForm, HolderForm, LetInForm, Named
from fanlight.speakup.forms.guarding import ButtonForm, NewPassphraseForm
from fanlight.speakup.models import Guardian, Post
from fanlight.speakup.pages import desk as pages
from fanlight.speakup.pages.deeds import FormPage
from fanlight.speakup.pages.instead import instead_of
from fanlight.speakup.pages.speaking import called
from fanlight.speakup.queries.spares import spare_kept_by
from fanlight.speakup.views.door import behind_the_door
from fanlight.speakup.views.showing import show, show_form


@require_safe
@behind_the_door
def people(request: HttpRequest, by: AtWork) -> HttpResponse:
    return show(request, "people", pages.people_page(by))


def _named(holders: list[Guardian]) -> Named:
    return [(one.public_id, called(one)) for one in holders]


def _others(by: AtWork, *, let_in: bool = True) -> list[Guardian]:
    return [one for one in holders_at(by.desk) if one.pk != by.guardian.pk and one.is_let_in is let_in]


def _chosen(by: AtWork, form: forms.Form) -> Guardian:
    return next(one for one in holders_at(by.desk) if one.public_id == form.cleaned_data["holder"])


def _let_in(by: AtWork, form: forms.Form) -> str:
    chosen = _chosen(by, form)
    holding.let_in(guardian=chosen, post=Post(form.cleaned_data["post"]), by=by)
    return f"{called(chosen)} is in."


def _away(by: AtWork, form: forms.Form) -> str:
    cover = [one for one in _others(by) if one.public_id in form.cleaned_data.get("cover", [])]
    holding.set_away(is_away=True, cover=cover, by=by)
    return "New concerns go to the others until you are back."


def _back(by: AtWork, form: forms.Form) -> str:  # noqa: ARG001
    holding.set_away(is_away=False, by=by)
    return "Welcome back. New concerns come to you again."


def _hand_over(by: AtWork, form: forms.Form) -> str:
    chosen = _chosen(by, form)
    given = holding.hand_over(concerns=list(concerns_for(by.guardian, by.keys)), to=chosen, by=by)
    return f"{called(chosen)} can open {given} of your concerns now."


def _close_desk(by: AtWork, form: forms.Form) -> str:  # noqa: ARG001
    holding.take_concerns(is_on=False, by=by)
    return "Nobody can write to you now. The page shows where else people can go."


def _open_desk(by: AtWork, form: forms.Form) -> str:  # noqa: ARG001
    holding.take_concerns(is_on=True, by=by)
    return "People can write to you again."


def _spare(by: AtWork, form: forms.Form) -> str:
    chosen = _chosen(by, form)
    spares.give_spare(holder=chosen, by=by)
    return f"{called(chosen)} can help you back in if you lose your passphrase."


def _no_spare(by: AtWork, form: forms.Form) -> str:  # noqa: ARG001
    spares.take_spare_back(by=by)
    return "Nobody holds a spare key of yours any more."


def _passphrase(by: AtWork, form: forms.Form) -> str:
    holding.change_passphrase(passphrase=form.cleaned_data["passphrase"], by=by)
    return "Your passphrase is new. Open your space with it."


def _renew(by: AtWork, form: forms.Form) -> str:
    holding.renew_keys(passphrase=form.cleaned_data["passphrase"], by=by)
    return "Your keys are new. Open your space with the new passphrase."


def _leave(by: AtWork, form: forms.Form) -> str:  # noqa: ARG001
    holding.leave(by=by)
    return "Your keys are destroyed. Thank you for listening."


Asked = Callable[[AtWork, HttpRequest], forms.Form]


def _nothing(by: AtWork, data: Any) -> forms.Form:  # noqa: ARG001 (there is only a button)
    return forms.Form(data)


def _if_free(by: AtWork, data: Any) -> forms.Form:
    return ButtonForm(data, has_choice=not holding.what_keeps(by=by))


def _new_passphrase(by: AtWork, data: Any) -> forms.Form:  # noqa: ARG001
    return NewPassphraseForm(data)


def _with(make: Callable[[AtWork, Any], forms.Form]) -> Asked:
    return lambda by, request: make(by, sent(request))


DEEDS: dict[str, tuple[str, str, str, Asked, Callable[[AtWork, forms.Form], str]]] = {
    "let-in": (
        "Let somebody in",
        "They have made keys and wait. From then on they can hear new concerns; earlier ones you hand over.",
        "Let them in",
        _with(lambda by, data: LetInForm(data, holders=_named(_others(by, let_in=False)))),
        _let_in,
    ),
    "away": (
        "Going away",
        "New concerns go to those who cover for you. What is with you already stays with you, unless you hand it over.",
        "I am away from now on",
        _with(
            lambda by, data: AwayForm(
                data,
                deputies=_named([one for one in _others(by) if one.post == Post.DEPUTY and one.is_here]),
                others_hear=any(one.post == Post.GUARDIAN and one.is_here for one in _others(by)),
            )
        ),
        _away,
    ),
    "back": (
        "Back again",
        "New concerns come to you again.",
        "I am back",
        _with(_nothing),
        _back,
    ),
    "hand-over": (
        "Hand everything over",
        "They can open all that you can open, except what names them. You keep your keys.",
        "Hand over",
        _with(
            lambda by, data: HolderForm(data, holders=_named([one for one in _others(by) if one.can_let_in]))
        ),
        _hand_over,
    ),
    "desk-off": (
        "Take no new concerns",
        "The page for speaking up shows only where else people can go. Whoever has a code can still come back.",
        "Close the desk",
        _with(_nothing),
        _close_desk,
    ),
    "desk-on": (
        "Take concerns again",
        "People can write to you again.",
        "Open the desk",
        _with(_nothing),
        _open_desk,
    ),
    "spare": (
        "Give somebody a spare key",
        "If you lose your passphrase, they can help you back in; if you go without handing over, they can do it for "
        "you. They could also read what you can: choose with care. "
        "The page that people read before they write says that this is possible.",
        "Give the spare key",
        _with(lambda by, data: HolderForm(data, holders=_named(_others(by)))),
        _spare,
    ),
    "no-spare": (
        "Take the spare key back",
        "If you lose your passphrase after that, nobody can help you back in.",
        "Take it back",
        _with(_nothing),
        _no_spare,
    ),
    "passphrase": (
        "A new passphrase",
        "Your keys stay the same.",
        "Change it",
        _with(_new_passphrase),
        _passphrase,
    ),
    "renew": (
        "New keys",
        "Every concern is sealed anew for you. Do this if somebody may have seen your passphrase. A spare key ends.",
        "Make new keys",
        _with(_new_passphrase),
        _renew,
    ),
    "leave": (
        "Leave this desk",
        "Your keys are destroyed, and you can open nothing here any more. This cannot be undone.",
        "Destroy my keys and leave",
        _with(_if_free),
        _leave,
    ),
}


@asks
@behind_the_door
def people_deed(request: HttpRequest, by: AtWork, deed: str) -> HttpResponse:
    if deed not in DEEDS:
        raise Http404("nothing of that name can be done")
    title, lead, action, asked, do = DEEDS[deed]
    form = asked(by, request)
    if not form.is_valid():
        page = FormPage(
            title,
            lead,
            form,
            action,
            is_grave=deed == "leave",
            back=pages.back_to_people(),
            instead=None if getattr(form, "has_choice", True) else instead_of(deed, by),
        )
        return show_form(request, page)
    try:
        messages.success(request, do(by, form))
    except NotNow as reason:
        messages.warning(request, str(reason))
    return redirect("guardian_people")


@require_POST
@behind_the_door
def help_back(request: HttpRequest, by: AtWork, number: int) -> HttpResponse:
    spare = spare_kept_by(by.guardian, number)
    code = spares.help_back(spare=spare, by=by)
    return render(request, "speakup/help_back.html", {"code": code.text, "who": called(spare.guardian)})


@asks
@behind_the_door
def hand_over_for(request: HttpRequest, by: AtWork, number: int) -> HttpResponse:
    spare = spare_kept_by(by.guardian, number)
    takers = [one for one in holders_at(by.desk) if one.can_let_in]
    form = HolderForm(sent(request), holders=_named(takers))
    if not form.is_valid():
        return show_form(request, pages.hand_over_for_page(called(spare.guardian), form))
    try:
        given = leftover.hand_over_for(spare=spare, to=_chosen(by, form), by=by)
        messages.success(request, f"{called(_chosen(by, form))} can open {given} of their concerns now.")
    except NotNow as reason:
        messages.warning(request, str(reason))
    return redirect("guardian_people")

"""The guardians' door: sign in, a second check, keys, passphrase. Every page of their space stands behind it."""

import base64
import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from fanlight.people.access import signed_in
from fanlight.people.models import User
from fanlight.people.queries import organisations_with
from fanlight.people.roles import Role
from fanlight.people.views.asking import asks, sent
from fanlight.speakup.access import AtWork, at_work_behind, guardian_at
from fanlight.speakup.actions.doors import keep_open, open_door, shut_door
from fanlight.speakup.actions.holding import NotNow, locked, make_keys, open_desk, open_keys, take_up
from fanlight.speakup.actions.spares import WrongCode, come_back
from fanlight.speakup.forms.guarding import BeginForm, ComeBackForm, PassphraseForm
from fanlight.speakup.models import Desk, Guardian
from fanlight.speakup.pages import door as pages
from fanlight.speakup.sealing.keys import WrongPassphrase
from fanlight.speakup.sealing.receipt import NotAReceipt, read_receipt

COOKIE, PATH = "guardian_door", "/guardian/"
FRESH = 10 * 60  # seconds since the second check when the door is opened

P = ParamSpec("P")
Inside = Callable[Concatenate[HttpRequest, AtWork, P], HttpResponse]


def desks_for(user: User) -> dict[Desk, str]:
    """The desks of the organisations in which this person is a guardian, with their names; 403 for everybody else."""
    organisations = organisations_with(user, Role.GUARDIAN)
    if not organisations:
        raise PermissionDenied
    return {open_desk(organisation=one): one.name for one in organisations}


def _desk_asked(request: HttpRequest) -> Desk | None:
    """The one desk of a guardian, or the one of several that the address names."""
    desks = list(desks_for(signed_in(request)))
    asked = request.GET.get("desk", "")
    return desks[0] if len(desks) == 1 else next((one for one in desks if one.public_id == asked), None)


def _key(request: HttpRequest) -> bytes:
    try:
        return base64.urlsafe_b64decode(request.COOKIES.get(COOKIE, ""))
    except ValueError:
        return b""


def behind_the_door(view: Inside[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """A page for a guardian at work. Whoever is not is led to what is missing."""

    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        user = signed_in(request)
        desks = desks_for(user)
        key = _key(request)
        at_work = at_work_behind(key, user, now=timezone.now()) if key else None
        if at_work is None or at_work.desk not in desks:
            return redirect("guardian_open")
        if not at_work.guardian.is_let_in:
            return render(request, "speakup/waiting.html", {"page": pages.waiting_page(at_work.desk)})
        keep_open(key=key)
        return view(request, at_work, *args, **kwargs)

    return answer


def has_fresh_check(request: HttpRequest) -> bool:
    """Whether the second check was passed in the last minutes. The demo has none."""
    if settings.FANLIGHT.demo:
        return True
    records = get_authentication_records(request, signed_in(request))
    since = time.time() - FRESH
    return any(record.get("method") == "mfa" and record.get("at", 0) >= since for record in records)


def _second_check(request: HttpRequest) -> HttpResponse:
    user, back = signed_in(request), urlencode({"next": reverse("guardian_open")})
    if is_mfa_enabled(user, ["webauthn"]):
        return redirect(f"{reverse('mfa_reauthenticate_webauthn')}?{back}")
    if is_mfa_enabled(user, ["totp"]):
        return redirect(f"{reverse('mfa_reauthenticate')}?{back}")
    return render(request, "speakup/waiting.html", {"page": pages.needs_check()})


def _enter(at_work: AtWork) -> HttpResponse:
    response = redirect("guardian")
    response.set_cookie(
        COOKIE,
        base64.urlsafe_b64encode(open_door(by=at_work)).decode(),
        path=PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
    return response


@asks
def open_up(request: HttpRequest) -> HttpResponse:
    user, desk = signed_in(request), _desk_asked(request)
    if not has_fresh_check(request):
        return _second_check(request)
    if desk is None:
        return render(request, "speakup/waiting.html", {"page": pages.which_desk_page(desks_for(user))})
    guardian = guardian_at(desk, user)
    return _unlock(request, guardian) if guardian else _begin(request, desk, user)


def _unlock(request: HttpRequest, guardian: Guardian) -> HttpResponse:
    if not locked(guardian=guardian).is_whole:
        return render(request, "speakup/waiting.html", {"page": pages.spoilt_page(guardian)}, status=409)
    form = PassphraseForm(sent(request))
    if form.is_valid():
        try:
            return _enter(open_keys(guardian=guardian, passphrase=form.cleaned_data["passphrase"]))
        except WrongPassphrase:
            form.add_error(
                "passphrase", "This is not the passphrase. Look for capitals and for the order of the words."
            )
    return _ask(request, pages.unlock_page(form, guardian.desk))


def _begin(request: HttpRequest, desk: Desk, user: User) -> HttpResponse:
    form = BeginForm(sent(request))
    if form.is_valid():
        try:
            return _enter(make_keys(desk=desk, passphrase=form.cleaned_data["passphrase"], by=user))
        except NotNow:
            return redirect("guardian_open")
    return _ask(request, pages.begin_page(form, desks_for(user)[desk]))


def _ask(request: HttpRequest, page: pages.DoorPage) -> HttpResponse:
    status = 422 if page.form.is_bound else 200
    return render(request, "speakup/door.html", {"page": page, "form": page.form}, status=status)


@asks
def lost_passphrase(request: HttpRequest) -> HttpResponse:
    user, desk = signed_in(request), _desk_asked(request)
    guardian = guardian_at(desk, user) if desk else None
    if not has_fresh_check(request) or guardian is None:
        return redirect("guardian_open")
    form = ComeBackForm(sent(request))
    if form.is_valid():
        try:
            code = read_receipt(form.cleaned_data["code"])
            return _enter(come_back(guardian=guardian, code=code, passphrase=form.cleaned_data["passphrase"]))
        except (NotAReceipt, WrongCode):
            form.add_error(
                "code", "This code does not bring your keys back. Ask whoever holds your spare key."
            )
    return _ask(request, pages.lost_page(form))


@require_POST
def take_up_desk(request: HttpRequest) -> HttpResponse:
    """Whoever waits at a desk where nobody is left who could let them in."""
    user, key = signed_in(request), _key(request)
    desks = desks_for(user)
    at_work = at_work_behind(key, user, now=timezone.now()) if key else None
    if at_work is not None and at_work.desk in desks:
        try:
            take_up(by=at_work)
        except NotNow as reason:
            messages.warning(request, str(reason))
    return redirect("guardian")


@require_POST
def shut(request: HttpRequest) -> HttpResponse:
    shut_door(key=_key(request))
    response = redirect("guardian_open")
    response.delete_cookie(COOKIE, path=PATH, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response

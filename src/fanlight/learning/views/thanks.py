"""Saying thank you; reading, sharing, keeping, deleting what was said to oneself."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from fanlight.design.writing import WRITING
from fanlight.learning import actions, queries
from fanlight.learning.access import is_in_team, team_to_thank, thanks_behind, thanks_for
from fanlight.learning.forms import ShareForm, ThanksForm
from fanlight.learning.pages import thanks as pages
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm
from fanlight.people.views.asking import ask, asks, sent


@require_safe
def thank_others(request: HttpRequest) -> HttpResponse:
    teams = queries.teams_to_thank(signed_in(request))
    return render(request, "learning/thank_others.html", {"teams": teams})


@asks
def thank(request: HttpRequest, public_id: str) -> HttpResponse:
    team, sender = team_to_thank(request.user, public_id), signed_in(request)
    is_own = is_in_team(sender, team)
    people = queries.people_to_thank(team, sender) if is_own else []
    form = ThanksForm(sent(request), team=team, people=people, sender=sender)
    if form.carry_out(lambda: actions.say_thanks(team=team, **form.said)):
        return redirect("thank_sent", public_id, form.result.code or "by-itself")
    return ask(request, pages.thank_page(team, is_own=is_own), form, template="learning/thank.html")


@require_safe
def thank_sent(request: HttpRequest, public_id: str, code: str) -> HttpResponse:
    team = team_to_thank(request.user, public_id)
    card = "" if code == "by-itself" else thanks_behind(code).code or ""
    page = pages.sent_page(team, is_own=is_in_team(request.user, team), card=card)
    return render(request, "learning/sent.html", {"page": page})


@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    page = pages.thanks_page(queries.thanks_of(signed_in(request)))
    return render(request, "learning/thanks.html", {"page": page})


@require_safe
def gift(request: HttpRequest, public_id: str) -> HttpResponse:
    found = thanks_for(request.user, public_id)
    return render(request, "learning/gift.html", {"page": pages.gift_page(found)})


@asks
def gift_share(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = thanks_for(request.user, public_id), signed_in(request)
    form = ShareForm(sent(request), initial={"shown_as": found.shown_as or by.name})
    page = pages.share_page(found, pages.gift_page(found).share.removesuffix("share/"))
    if form.carry_out(lambda: actions.share_thanks(thanks=found, by=by, **form.cleaned_data)):
        return redirect("gift", public_id)
    return ask(request, page, form, template=WRITING)


@require_POST
def gift_keep(request: HttpRequest, public_id: str) -> HttpResponse:
    actions.keep_thanks(thanks=thanks_for(request.user, public_id), by=signed_in(request))
    return redirect("gift", public_id)


@asks
def gift_delete(request: HttpRequest, public_id: str) -> HttpResponse:
    found, by = thanks_for(request.user, public_id), signed_in(request)
    form = PlainForm(sent(request))
    page = pages.delete_page(found, pages.gift_page(found).delete.removesuffix("delete/"))
    if form.carry_out(lambda: actions.delete_thanks(thanks=found, by=by)):
        return redirect("thanks")
    return ask(request, page, form, template=WRITING)


@login_not_required
@require_safe
def thanks_card(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "learning/card.html", {"page": pages.card_page(thanks_behind(code))})


@login_not_required
@require_safe
def for_you(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "learning/gift.html", {"page": pages.gift_page(thanks_behind(code))})


@csrf_exempt
@login_not_required
@asks
def for_you_share(request: HttpRequest, code: str) -> HttpResponse:
    found = thanks_behind(code)
    form = ShareForm(sent(request), initial={"shown_as": found.shown_as})
    page = pages.share_page(found, pages.gift_page(found).share.removesuffix("share/"))
    if form.carry_out(lambda: actions.share_thanks(thanks=found, by=None, **form.cleaned_data)):
        return redirect("for_you", code)
    return ask(request, page, form, template="learning/for_you_write.html")


@csrf_exempt
@login_not_required
@require_POST
def for_you_keep(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001
    actions.keep_thanks(thanks=thanks_behind(code), by=None)
    return redirect("for_you", code)


@csrf_exempt
@login_not_required
@asks
def for_you_delete(request: HttpRequest, code: str) -> HttpResponse:
    found = thanks_behind(code)
    form = PlainForm(sent(request))
    page = pages.delete_page(found, pages.gift_page(found).delete.removesuffix("delete/"))
    if form.carry_out(lambda: actions.delete_thanks(thanks=found, by=None)):
        return render(request, "learning/gone.html")
    return ask(request, page, form, template="learning/for_you_write.html")

"""Your own page, and what you can do with your account."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from fanlight.people import actions
from fanlight.people.access import signed_in
from fanlight.people.forms import PlainForm, SureForm, YouForm
from fanlight.people.pages import you as pages
from fanlight.people.pages.parting import what_ends_with_account
from fanlight.people.views.asking import ask, asks, sent


@asks
def you(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = YouForm(sent(request), initial={"name": user.name})
    if form.carry_out(lambda: actions.rename_person(user=user, name=form.cleaned_data["name"], by=user)):
        messages.success(request, "Saved.")
        return redirect("you")
    status = 422 if form.errors else 200
    return render(request, "people/you.html", {"page": pages.you_page(user), "form": form}, status=status)


@asks
def you_sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = PlainForm(sent(request))
    if form.carry_out(lambda: actions.sign_out_everywhere(user=user, by=user)):
        logout(request)
        return redirect("account_login")
    return ask(request, pages.sign_out_everywhere_page(), form)


@asks
def you_close(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    ends = what_ends_with_account(user)
    form = SureForm(sent(request)) if ends else PlainForm(sent(request))
    if form.carry_out(lambda: actions.close_account(user=user, by=user)):
        logout(request)
        messages.success(request, "Your account is closed. Thank you for having been here.")
        return redirect("account_login")
    return ask(request, pages.close_account_page(ends), form)

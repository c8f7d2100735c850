"""A person's own keys, and what the interface can do, for programs to read."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from fanlight.api import actions
from fanlight.api.access import own_key
from fanlight.api.forms import KeyForm
from fanlight.api.pages import keys_page
from fanlight.api.queries import keys_of
from fanlight.api.routes import described
from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent


@asks
def keys(request: HttpRequest) -> HttpResponse:
    user = signed_in(request)
    form = KeyForm(sent(request))
    made = actions.make_key(user=user, name=form.cleaned_data["name"], by=user) if form.is_valid() else ""
    page = keys_page(keys_of(user), KeyForm() if made else form, key=made)
    return render(request, "api/keys.html", {"page": page}, status=422 if form.errors else 200)


@require_POST
def withdraw(request: HttpRequest, public_id: str) -> HttpResponse:
    user = signed_in(request)
    actions.withdraw_key(key=own_key(user, public_id), by=user)
    messages.success(request, "The key no longer works.")
    return redirect("api_keys")


@login_not_required
@require_safe
def openapi(_request: HttpRequest) -> HttpResponse:
    """It tells what may be asked, and nothing of anybody."""
    return JsonResponse(described(), json_dumps_params={"indent": 1})

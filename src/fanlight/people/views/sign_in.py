"""Signing in through an organisation's own issuer: allauth's way, with one step of ours between."""

from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from requests import RequestException

__all__ = ["callback", "openid_connect_login"]


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def openid_connect_login(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Lead on to the issuer by a page of ours, not by a redirect.

    Browsers hold a form to the site's policy through every redirect that follows it, and an issuer may redirect to
    hosts that nobody can list beforehand. A page that moves on by itself ends the form, so the policy stays strict.
    """
    try:
        response: HttpResponse = login(request, provider_id=provider_id)
    except RequestException:  # the issuer does not answer
        return render(request, "socialaccount/authentication_error.html", status=502)
    to = response.headers.get("Location", "")
    if to.startswith(("https://", "http://")):
        return render(request, "socialaccount/onward.html", {"to": to})
    return response

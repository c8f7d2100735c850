"""Pages that belong to no feature: what went wrong, whether the site is well, and the demo's sign-in."""

from dataclasses import dataclass

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fanlight.people.access import signed_in
from fanlight.people.queries import user_with_email
from fanlight.site import still_here as keeping


@dataclass(frozen=True)
class TroublePage:
    """Something did not work: what, and what to do next."""

    title: str
    paragraphs: tuple[str, ...]


NOT_FOUND = TroublePage(
    "We cannot find that page",
    (
        "The address may be old or mistyped, or the page may belong to another team.",
        "If you came from a link or a poster, ask whoever gave it to you for a new one.",
    ),
)
FORBIDDEN = TroublePage(
    "This page is for others in your team or organisation",
    ("Your role does not include it. If you think it should, ask your team’s lead.",),
)
BAD_REQUEST = TroublePage(
    "We could not read what your browser sent", ("Go back, load the page again, and try once more.",)
)
STALE_FORM = TroublePage(
    "This page was open for too long",
    ("A form can be sent only for a while after it was opened. Go back, load the page again, and send it.",),
)
NOT_THIS_WAY = TroublePage(
    "There is nothing to see at this address",
    (
        "It only takes what a button on another page sends, or it can only be read.",
        "Go back to the page that you came from, load it again, and press the button there.",
    ),
)
BROKEN = TroublePage(
    "Something broke on our side",
    ("It is not your fault. Nothing was half saved. Please try again in a few minutes.",),
)


def _trouble(request: HttpRequest, page: TroublePage, status: int) -> HttpResponse:
    return render(request, "site/trouble.html", {"page": page}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 (Django's signature)
    return _trouble(request, BAD_REQUEST, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _trouble(request, FORBIDDEN, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _trouble(request, NOT_FOUND, 404)


def broken(request: HttpRequest) -> HttpResponse:
    return _trouble(request, BROKEN, 500)


def no_empty_page(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """A refusal that says nothing, such as 405, becomes a page that helps; its headers stay."""
    if not 400 <= response.status_code < 500 or not isinstance(response, HttpResponse) or response.content:
        return response
    page = NOT_THIS_WAY if response.status_code == 405 else BAD_REQUEST
    helping = _trouble(request, page, response.status_code)
    for name, value in response.headers.items():
        if name not in helping.headers:
            helping.headers[name] = value
    helping.cookies = response.cookies
    return helping


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    kept = keeping.came_back(request)
    return keeping.offer(request, kept) if kept else _trouble(request, STALE_FORM, 403)


@require_http_methods(["GET", "HEAD", "POST"])
def still_here(request: HttpRequest) -> HttpResponse:
    """What somebody wrote before their sign-in ran out, to be sent or let go."""
    if request.method == "POST":
        keeping.let_go(request)
        return redirect("home")
    page = keeping.back_page(keeping.kept_for(request, signed_in(request)))
    return render(request, "site/still_here.html", {"page": page})


@login_not_required
@require_safe
def healthy(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """For a load balancer: the process answers. It says nothing about anybody."""
    return HttpResponse("well\n", content_type="text/plain")


@login_not_required
@require_POST
def demo_sign_in(request: HttpRequest) -> HttpResponse:
    """One click in the demo. The address exists only there (site/urls.py)."""
    user = user_with_email(request.POST.get("email", ""))
    if user is None:
        raise Http404("nobody of that name in the demo")
    login(request, user, backend="allauth.account.auth_backends.AuthenticationBackend")
    onward = request.POST.get("next", "")
    return redirect(onward if url_has_allowed_host_and_scheme(onward, allowed_hosts=None) else "home")

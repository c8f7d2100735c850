"""What every answer of the server carries."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from fanlight.site import still_here, views

LEARNED = "/speak-up/learned/"  # for those who work there, and so behind a sign-in


class SignInRequired(LoginRequiredMiddleware):
    """Sign-in is required by default. A form that was sent after it had run out is not lost."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> Any:
        kept = still_here.came_back(request) if request.method == "POST" else None
        return still_here.offer(request, kept) if kept else super().handle_no_permission(request, view_func)


def private_by_default(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Nothing is kept by browsers or proxies unless a view says otherwise; nothing is measured, nothing is indexed."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("X-Robots-Tag", "noindex, nofollow")
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        return response

    return answer


def helpful_when_refused(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """No refusal is an empty page."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        return views.no_empty_page(request, get_response(request))

    return answer


def nobody_at_the_door(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Where people answer or speak up nobody is signed in: a session is not even looked up beside what they say."""

    def answer(request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if path.startswith(("/r/", "/speak-up/")) and path != LEARNED:
            request.COOKIES.pop(settings.SESSION_COOKIE_NAME, None)
        return get_response(request)

    return answer

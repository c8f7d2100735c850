"""What every view that asks one thing, or does one thing, has in common."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from fanlight.people.actions import Refused
from fanlight.people.pages.asking import WordsPage

asks = require_http_methods(["GET", "HEAD", "POST"])


def sent(request: HttpRequest) -> QueryDict | None:
    """What the form takes: what was posted, or nothing at a first look."""
    return request.POST if request.method == "POST" else None


def ask(
    request: HttpRequest,
    page: object,
    form: BaseForm | None,
    *,
    template: str = "people/ask.html",
    status: int = 200,
    **further: object,
) -> HttpResponse:
    """The page with its form, if it has one; 422 if what was sent needs putting right."""
    values = {"page": page, "form": form, **further}
    return render(request, template, values, status=422 if form and form.errors else status)


def say(request: HttpRequest, page: WordsPage, *, status: int = 200) -> HttpResponse:
    return render(request, "people/words.html", {"page": page}, status=status)


def attempt(request: HttpRequest, action: Callable[[], object], done: str) -> None:
    """Do it and say so; or say why it was refused. For buttons that have no page of their own."""
    try:
        action()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, done)

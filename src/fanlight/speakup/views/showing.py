"""Showing a page: its template, with the form that stands on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fanlight.speakup.pages.deeds import FormPage


def show(
    request: HttpRequest, template: str, page: object, *, form: Any = None, status: int = 200
) -> HttpResponse:
    return render(request, f"speakup/{template}.html", {"page": page, "form": form}, status=status)


def show_form(request: HttpRequest, page: FormPage) -> HttpResponse:
    """A page with one form, or with what is said in its place."""
    return show(request, "form", page, form=page.form, status=422 if page.form.is_bound else 200)

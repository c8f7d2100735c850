"""The frame around every page, for whoever is looking: a context processor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from fanlight.design.frame import Frame, Link
from fanlight.people.models import User
from fanlight.people.queries import organisations_with
from fanlight.people.roles import Role
from fanlight.site.still_here import csrf_input_that_says_whose


def frame(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        sign_in = Link(text="Sign in", href=reverse("account_login"))
        return {
            "frame": Frame(sign_in=sign_in, footer=_footer(), is_demo=settings.FANLIGHT.demo),
            "demo_people": _demo_people(),
        }
    listens = bool(organisations_with(user, Role.GUARDIAN))
    menu = (
        Link(text="Your teams", href=reverse("home")),
        Link(text="You, and how you sign in", href=reverse("you")),
        Link(text="Your thank-yous", href=reverse("thanks")),
        Link(text="Stories", href=reverse("stories")),
        *((Link(text="Guardian’s space", href=reverse("guardian")),) if listens else ()),
        Link(text="Sign out", href=reverse("account_logout"), sends=True),
    )
    return {
        "frame": Frame(person=user.first_name, menu=menu, footer=_footer(), is_demo=settings.FANLIGHT.demo),
        **_says_whose(request),
    }


def _says_whose(request: HttpRequest) -> dict[str, Any]:
    """On pages that need sign-in, and only there: what is sent without an account stays without a person."""
    match = request.resolver_match
    needs_sign_in = match is not None and getattr(match.func, "login_required", True)
    return {"csrf_input": csrf_input_that_says_whose(request)} if needs_sign_in else {}


def _footer() -> tuple[Link, ...]:
    return (
        Link(text="Speak up", href=reverse("speak_up")),
        Link(text="The guide", href=reverse("guide")),
        Link(text="Why some results are held back", href=reverse("why_withheld")),
    )


def _demo_people() -> tuple[Any, ...]:
    """Whom one can be with one click, in the demo only."""
    if not settings.FANLIGHT.demo:
        return ()
    from fanlight.site.demo import CAST

    return CAST

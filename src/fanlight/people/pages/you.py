"""Your own page: your name, where you hold which roles, and how you sign in."""

from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.frame import Link
from fanlight.design.parts import Row
from fanlight.people.models import Team, User
from fanlight.people.pages.asking import AskPage
from fanlight.people.pages.roles import named
from fanlight.people.queries import Place, places_of
from fanlight.people.roles import MAY, May


@dataclass(frozen=True)
class YouPage:
    title: str
    email: str
    places: tuple[Row, ...]
    ways_in: tuple[Row, ...]


def you_page(user: User) -> YouPage:
    return YouPage(
        title=user.name,
        email=user.email,
        places=tuple(_place_row(place) for place in places_of(user)),
        ways_in=tuple(_ways_in(user)),
    )


def _place_row(held: Place) -> Row:
    place = held.place
    detail = named(held.roles)
    if isinstance(place, Team):
        ended = ", which has ended" if place.has_ended else ""
        within = f"{place.organisation.name}{ended}"
        href = reverse("team_home", args=[place.public_id])
        return Row(text=place.name, detail=f"{detail} · {within}", href=href)
    sees = any(May.SEE_PROCESS in MAY[role] for role in held.roles)
    href = reverse("organisation", args=[place.public_id]) if sees else ""
    return Row(text=place.name, detail=detail, href=href)


def _ways_in(user: User) -> list[Row]:
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    passkeys = capital(counted(kinds.count(Authenticator.Type.WEBAUTHN), "passkey"))
    has_app, has_password = Authenticator.Type.TOTP in kinds, user.has_usable_password()
    app = "On: after a code or a password, your app’s code is asked for." if has_app else "Off."
    rows = [
        _way("A code by e-mail", f"To {user.email}. Always on.", "account_email"),
        _way("A passkey", f"{passkeys}. Your fingerprint, face or PIN: quick and safe.", "mfa_list_webauthn"),
        _way(
            "A password",
            "Set. You can change it." if has_password else "None. You need none.",
            "account_change_password" if has_password else "account_set_password",
        ),
        _way("A second check by an app", app, "mfa_deactivate_totp" if has_app else "mfa_activate_totp"),
    ]
    if Authenticator.Type.RECOVERY_CODES in kinds:
        rows.append(_way("Recovery codes", "For the day when your phone is lost.", "mfa_view_recovery_codes"))
    if settings.FANLIGHT.oidc:
        linked = SocialAccount.objects.filter(user=user).count()
        detail = "Linked." if linked else "Not linked yet."
        rows.append(_way("Your organisation’s own sign-in", detail, "socialaccount_connections"))
    return rows


def _way(text: str, detail: str, name: str) -> Row:
    return Row(text=text, detail=detail, href=reverse(name))


def trail() -> tuple[Link, ...]:
    return (Link(text="You", href=reverse("you")),)


def close_account_page(ends: tuple[str, ...] = ()) -> AskPage:
    """`ends`: what else would end with it."""
    return AskPage(
        title="Close your account?",
        paragraphs=(
            "You leave every team, and your name, address and ways of signing in are removed. This cannot be undone.",
            "Your answers stay in the results: nobody, we included, can tell which were yours. What you did as a lead "
            "or an administrator stays on record, without your name. Where a team has booked you for a debrief, "
            "they read your name until 90 days after it.",
        ),
        warning=ends,
        trail=trail(),
        button="Close my account all the same" if ends else "Close my account",
        is_grave=True,
        way_back=Link(text="Keep it", href=reverse("you")),
    )


def sign_out_everywhere_page() -> AskPage:
    return AskPage(
        title="Sign out everywhere?",
        lead="On every phone and computer, this one included. Good after using a shared one.",
        trail=trail(),
        button="Sign out everywhere",
        way_back=Link(text="Stay signed in", href=reverse("you")),
    )

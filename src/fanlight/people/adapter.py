"""How sign-in behaves where it differs from allauth's own ways."""

import hashlib
import os
import threading
import time
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.email_verification import verify_email_indirectly
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.core.internal.ratelimit import truncate_ip
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from fanlight.people import notices
from fanlight.people.letters import send_change, send_code
from fanlight.people.models import User

KEPT_FOR = 3600.0  # seconds: longer than any rate covers


class Scrambled:
    """Network addresses as they are counted: under a key that is made anew every hour and kept nowhere but here."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock, self._until, self._key = clock, threading.Lock(), 0.0, b""

    def of(self, address: str) -> str:
        with self._lock:
            if not self._key or self._clock() >= self._until:
                self._key, self._until = os.urandom(32), self._clock() + KEPT_FOR
            return hashlib.blake2b(
                address.encode(errors="replace"), key=self._key, digest_size=16
            ).hexdigest()


scrambled = Scrambled()


class InvitedOnly(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """People come in by an invitation, a join link or an import; a stranger cannot open an account."""

    error_messages = {**DefaultAccountAdapter.error_messages, **notices.PROBLEMS}

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (allauth's signature)
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """Where somebody comes from, to count how often they try; but not so that it could be known afterwards."""
        return scrambled.of(truncate_ip(super().get_client_ip(request)))

    def get_http_user_agent(self, request: HttpRequest) -> str:  # noqa: ARG002
        """With which device somebody came is not asked, so it cannot be written anywhere."""
        return ""

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("you")

    def get_reauthentication_methods(self, user: User | AnonymousUser) -> list[dict[str, str]]:
        """How somebody shows once more that it is them: what they are asked first comes first."""
        found = {way["id"]: way for way in super().get_reauthentication_methods(user)}
        return [
            {**found[way], "description": words} for way, words in notices.ONCE_MORE.items() if way in found
        ]

    def pre_login(self, request: HttpRequest, user: User, **about: Any) -> HttpResponse | None:
        """An address that an issuer has vouched for is proven, and need not be proven again by a code."""
        by_issuer = (about.get("signal_kwargs") or {}).get("sociallogin")
        proven = getattr(by_issuer, "_did_authenticate_by_email", None)
        if proven:
            verify_email_indirectly(request, user, proven)
        refused: HttpResponse | None = super().pre_login(request, user, **about)
        return refused

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        if message is None and message_template in notices.ON_THE_PAGE:
            message = notices.ON_THE_PAGE[message_template].format(**(message_context or {}))
            if not message:
                return
        super().add_message(request, level, message_template, message_context, extra_tags, message)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Our letters in place of allauth's. One that we do not know is not sent: it might say too much."""
        if template_prefix in notices.CODES:
            subject, what_to_do = notices.CODES[template_prefix]
            send_code(email=email, subject=subject, what_to_do=what_to_do, code=context["code"])
        elif template_prefix in notices.CHANGES:
            send_change(email=email, what=notices.CHANGES[template_prefix].format(**context))


class SecondCheck(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys and the second check by an app."""

    error_messages = {**DefaultMFAAdapter.error_messages, **notices.APP_PROBLEMS}

    def _get_site_name(self) -> str:
        return "Fanlight"

    def generate_authenticator_name(self, user: User, type: object) -> str:  # noqa: A002, ARG002
        return "My passkey"


class KnownPeopleOnly(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An organisation's own sign-in opens accounts that are here already, found by their proven address."""

    error_messages = {**DefaultSocialAccountAdapter.error_messages, **notices.ISSUER_PROBLEMS}

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> Any:  # noqa: ARG002
        """Keep nothing of what the issuer tells about the person but its name for them. No account is made of it."""
        sociallogin.account.extra_data = {}
        return sociallogin.user

    def is_email_verified(self, provider: Any, email: str) -> bool:
        """An issuer that is held to domains vouches for every address in them, whatever it says itself."""
        return email.rpartition("@")[2].lower() in self._domains(provider)

    def can_authenticate_by_email(self, login: SocialLogin, email: str) -> bool:
        """An issuer opens accounts in its own domains only, if the operator has named any."""
        domains = self._domains(login.provider)
        is_proven = any(one.email == email and one.verified is True for one in login.email_addresses)
        return is_proven and (not domains or email.rpartition("@")[2].lower() in domains)

    def _domains(self, provider: Any) -> tuple[str, ...]:
        chosen = provider.app.provider_id
        return next((issuer.domains for issuer in settings.FANLIGHT.oidc if issuer.id == chosen), ())


def let_in(request: HttpRequest, *, user: User, email: str, to: str) -> HttpResponse:
    """Sign in somebody who has just shown that an address is theirs. A second check, if they have one, still comes."""
    verify_email_indirectly(request, user, email)
    response: HttpResponse = perform_login(request, Login(user=user, email=email, redirect_url=to))
    return response

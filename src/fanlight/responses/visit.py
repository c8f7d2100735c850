"""What a visitor has filled in so far, sealed inside their own browser.

Nothing partial is kept on the server. The cookie ends with the browser's session at the latest, is sent to this round's
pages only, and is removed when the form is sent. The server can read it but never stores it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from nacl.encoding import URLSafeBase64Encoder
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.surveys.models import Round

COOKIE = "so_far"


@dataclass(frozen=True)
class Visit:
    """The answers given so far on this device."""

    codes: Mapping[str, int] = field(default_factory=dict)

    def with_answers(self, *, asked: tuple[str, ...], codes: Mapping[str, int]) -> "Visit":
        """The visit after one page: its items' answers replaced by the new ones, cleared where there are none."""
        kept = {code: answer for code, answer in self.codes.items() if code not in asked}
        return Visit(codes={**kept, **codes})


def _box(round: Round) -> SecretBox:
    return SecretBox(salted_hmac("fanlight.responses.visit", round.public_id, algorithm="sha256").digest())


def _path(round: Round) -> str:
    return f"/r/{round.door}/"


def read_visit(request: HttpRequest, *, round: Round) -> Visit:
    """The visit in the browser's cookie; an empty one if there is none or it is not ours."""
    try:
        content = _box(round).decrypt(request.COOKIES.get(COOKIE, "").encode(), encoder=URLSafeBase64Encoder)
        return Visit(codes=json.loads(content))
    except (CryptoError, ValueError):
        return Visit()


def keep_visit(response: HttpResponse, visit: Visit, *, round: Round) -> None:
    sealed = _box(round).encrypt(json.dumps(dict(visit.codes)).encode(), encoder=URLSafeBase64Encoder)
    response.set_cookie(
        COOKIE,
        sealed.decode(),
        path=_path(round),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_visit(response: HttpResponse, *, round: Round) -> None:
    response.delete_cookie(COOKIE, path=_path(round), samesite="Lax")

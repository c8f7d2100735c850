"""What somebody wrote is not lost when their sign-in has run out in the middle of it.

Every form of somebody signed in says whose it is, in a sealed word (`_whose`). When such a form comes back without a
sign-in, its fields are sealed with a key that only the browser gets, and the sealed box waits in the session. After
signing in again the same person finds what they wrote, and sends it. Without the key, which the browser drops after an
hour, the box is noise. A form that does not say whose it is (another site's, a stranger's) is not kept.
"""

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random

from fanlight.people.models import User

WHOSE = "_whose"
SALT = "fanlight.site.still_here"
SLOT, KEY = "still_here", "still-here"  # in the session; the cookie
SECONDS = 60 * 60
MOST_LETTERS = 200_000
NEVER = {WHOSE, "csrfmiddlewaretoken"}
SECRET = ("password", "passphrase")  # a form that asks for one is not kept at all


@dataclass(frozen=True)
class Kept:
    """A form that came back: where it goes, what it says, and whose it is."""

    path: str
    fields: tuple[tuple[str, str], ...]
    whose: str

    @property
    def words(self) -> tuple[str, ...]:
        """What was written by hand, to be recognised: everything of more than one word."""
        return tuple(value for _, value in self.fields if " " in value.strip())

    def belongs_to(self, user: User) -> bool:
        return constant_time_compare(self.whose, _name_of(user))


@dataclass(frozen=True)
class StillHerePage:
    title: str
    lead: str
    kept: Kept | None = None
    sign_in: str = ""


def _name_of(user: User) -> str:
    return salted_hmac(SALT, user.public_id, algorithm="sha256").hexdigest()[:32]


def csrf_input_that_says_whose(request: HttpRequest) -> Any:
    """The hidden fields of every form on a page that needs sign-in; made only if a form asks for them."""

    def fields() -> SafeString:
        name = (
            signing.Signer(salt=SALT).sign(_name_of(request.user)) if isinstance(request.user, User) else ""
        )
        return format_html(
            '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
            '<input type="hidden" name="{}" value="{}">',
            get_token(request),
            WHOSE,
            name,
        )

    return lazy(fields, SafeString, str)()


def came_back(request: HttpRequest) -> Kept | None:
    """The form in this request, if it says whose it is and can be kept: no files, no passwords, of a sane size."""
    try:
        whose = signing.Signer(salt=SALT).unsign(request.POST.get(WHOSE, ""))
    except signing.BadSignature:
        return None
    fields = tuple(
        (name, value) for name, values in request.POST.lists() for value in values if name not in NEVER
    )
    if request.FILES or any(part in name for name, _ in fields for part in SECRET):
        return None
    if sum(len(name) + len(value) for name, value in fields) > MOST_LETTERS:
        return None
    return Kept(request.get_full_path(), fields, whose)


def offer(request: HttpRequest, kept: Kept) -> HttpResponse:
    """To the person signed in: send it again. To nobody: keep it, and lead to the sign-in."""
    user = getattr(request, "user", None)
    if isinstance(user, User):
        page = back_page(kept if kept.belongs_to(user) else None)
        return render(request, "site/still_here.html", {"page": page}, status=403)
    sign_in = f"{reverse('account_login')}?next={reverse('still_here')}"
    page = StillHerePage(
        "You were signed out, and nothing is lost",
        "Sign in again within an hour. What you wrote is still here, and you can send it then.",
        sign_in=sign_in,
    )
    response = render(request, "site/still_here.html", {"page": page}, status=403)
    _seal(request, response, kept)
    return response


def back_page(kept: Kept | None) -> StillHerePage:
    if kept is None:
        return StillHerePage(
            "Nothing is waiting here", "What you were doing has been sent, or has been let go."
        )
    return StillHerePage(
        "What you wrote is still here",
        "It has not been sent yet. Send it now, and you are back where you were.",
        kept=kept,
    )


def _seal(request: HttpRequest, response: HttpResponse, kept: Kept) -> None:
    key = random(SecretBox.KEY_SIZE)
    said = json.dumps([kept.path, kept.fields, kept.whose]).encode()
    request.session[SLOT] = b64encode(SecretBox(key).encrypt(said)).decode()
    response.set_cookie(
        KEY,
        key.hex(),
        max_age=SECONDS,
        path=reverse("still_here"),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def kept_for(request: HttpRequest, user: User) -> Kept | None:
    """What waits in this browser for this person. What waits for somebody else is let go."""
    try:
        key = bytes.fromhex(request.COOKIES.get(KEY, ""))
        path, fields, whose = json.loads(SecretBox(key).decrypt(b64decode(request.session.get(SLOT, ""))))
    except (ValueError, TypeError, CryptoError):
        return None
    kept = Kept(path, tuple((name, value) for name, value in fields), whose)
    if kept.belongs_to(user):
        return kept
    let_go(request)
    return None


def let_go(request: HttpRequest) -> None:
    request.session.pop(SLOT, None)

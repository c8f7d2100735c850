"""What a visitor has filled in so far, sealed inside their own browser.

Nothing partial is kept on the server. The cookie ends with the browser's session at the latest (on a shared device
after ten minutes), is sent to this round's pages only, and is removed when the form is sent. The server can read it but
never stores it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac
from nacl.encoding import URLSafeBase64Encoder
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from fanlight.responses.access import Door
from fanlight.responses.urn import Form, new_ballot

COOKIE = "so_far"
FORGOTTEN_ON_DEVICE = 600  # seconds without a page; the page's own script clears it after two minutes


@dataclass(frozen=True)
class Visit:
    """One filling-in of the form on this device: the answers and the comment so far, and the slip if there is one."""

    codes: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""
    slip: str = ""
    ballot: str = field(default_factory=new_ballot)
    edition: int = 0

    def with_answers(self, *, asked: tuple[str, ...], codes: Mapping[str, int]) -> "Visit":
        """The visit after one page: its items' answers replaced by the new ones, cleared where there are none."""
        kept = {code: answer for code, answer in self.codes.items() if code not in asked}
        return replace(self, codes={**kept, **codes}, edition=self.edition + 1)

    def with_comment(self, comment: str) -> "Visit":
        return replace(self, comment=comment, edition=self.edition + 1)

    @property
    def is_empty(self) -> bool:
        return not self.codes and not self.comment

    @property
    def form(self) -> Form:
        return Form(codes=self.codes, comment=self.comment, ballot=self.ballot, edition=self.edition)


def read_visit(request: HttpRequest, *, door: Door) -> Visit:
    """The visit in the browser's cookie; a new one if there is none or it is not ours."""
    try:
        sealed = request.COOKIES.get(COOKIE, "").encode()
        return _unpacked(_box(door).decrypt(sealed, encoder=URLSafeBase64Encoder), door)
    except (CryptoError, ValueError, TypeError):
        return Visit()


def keep_visit(response: HttpResponse, visit: Visit, *, door: Door) -> None:
    response.set_cookie(
        COOKIE,
        _box(door).encrypt(_packed(visit, door), encoder=URLSafeBase64Encoder).decode(),
        path=door.start_url,
        max_age=FORGOTTEN_ON_DEVICE if door.on_device else None,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_visit(response: HttpResponse, *, door: Door) -> None:
    response.delete_cookie(COOKIE, path=door.start_url, samesite="Lax")


def _box(door: Door) -> SecretBox:
    where = f"{door.round.public_id} {door.on_device}"
    return SecretBox(salted_hmac("fanlight.responses.visit", where, algorithm="sha256").digest())


def _packed(visit: Visit, door: Door) -> bytes:
    """Short, because a cookie holds four thousand letters: answers by their place, a nought of text for a blank."""
    answers = ",".join(str(visit.codes.get(item.code, "")) for item in door.instrument.items)
    content = [answers, visit.comment, visit.slip, visit.ballot, visit.edition]
    return json.dumps(content, separators=(",", ":"), ensure_ascii=False).encode()


def _unpacked(content: bytes, door: Door) -> Visit:
    answers, comment, slip, ballot, edition = json.loads(content)
    places = zip(door.instrument.items, answers.split(","), strict=True)
    codes = {item.code: int(answer) for item, answer in places if answer}
    return Visit(codes, comment, slip, ballot, edition)

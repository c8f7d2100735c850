"""Showing that an e-mail address is one's own, by a code sent to it. Nothing is kept about anybody before they have.

What was typed travels in the page, signed, with a digest of the code; attempts are counted in memory only.
"""

from dataclasses import dataclass

from allauth.core.internal import ratelimit
from allauth.core.internal.cryptokit import generate_user_code
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from fanlight.people.actions import Refused
from fanlight.people.letters import send_join_code
from fanlight.people.models import Team

SALT = "fanlight.people.proof"
LIFETIME_SECONDS = 15 * 60
# A whole training session may join behind one address; what is guessed is counted for each code.
RATES = {"ask": "200/10m/ip,5/10m/key", "try": "5/15m/key"}
TOO_OFTEN = "That was too often. Wait a quarter of an hour, then begin again."
TOO_OLD = "This code is too old. Go back and ask for a new one."


@dataclass(frozen=True)
class Claim:
    """Somebody says that this is their name and address. `held` carries it through the page."""

    name: str
    email: str
    held: str = ""


def make_claim(request: HttpRequest, *, team: Team, name: str, email: str) -> Claim:
    """Send a code to the address."""
    email = email.lower()
    _keep_pace(request, "ask", f"{team.public_id} {email}")
    code = generate_user_code().upper()
    send_join_code(email=email, code=code, team_name=team.name)
    facts = {"team": team.public_id, "name": name, "email": email}
    facts["digest"] = _digest(code.replace("-", ""), email)
    return Claim(name, email, signing.dumps(facts, salt=SALT, compress=True))


def check_code(request: HttpRequest, *, team: Team, code: str, held: str) -> Claim:
    """The claim, now shown to be true; refused if the code is wrong, too old, or was tried too often."""
    facts = _facts(held)
    if facts.get("team") != team.public_id:
        raise Refused(TOO_OLD)
    _keep_pace(request, "try", held)
    if not constant_time_compare(facts["digest"], _digest(code, facts["email"])):
        raise Refused("That is not the code that we sent. Look again, or go back and ask for a new one.")
    return Claim(facts["name"], facts["email"])


def address_in(held: str) -> str:
    """Where the code was sent, for the page that asks for it again."""
    try:
        return _facts(held)["email"]
    except Refused:
        return "your address"


def _facts(held: str) -> dict[str, str]:
    try:
        facts: dict[str, str] = signing.loads(held, salt=SALT, max_age=LIFETIME_SECONDS)
    except signing.BadSignature:
        raise Refused(TOO_OLD) from None
    return facts


def _digest(code: str, email: str) -> str:
    return salted_hmac(SALT, f"{code} {email}", algorithm="sha256").hexdigest()


def _keep_pace(request: HttpRequest, action: str, key: str) -> None:
    if not ratelimit.consume(request, app="fanlight.people", action=action, config=RATES, key=key):
        raise Refused(TOO_OFTEN)

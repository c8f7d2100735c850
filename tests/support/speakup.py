"""A desk where somebody listens, and people who speak up there. Made by the real actions."""

from dataclasses import dataclass

from allauth.account.internal.flows.login import record_authentication
from django.db import connection
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse

from fanlight.people.actions import give_organisation_role
from fanlight.people.models import Organisation, User
from fanlight.people.queries import user_with_public_id
from fanlight.people.roles import Role
from fanlight.speakup.access import AtWork, OpenConcern, concern_for, concerns_for
from fanlight.speakup.actions.holding import let_in, make_keys, open_desk
from fanlight.speakup.actions.speaking import CleanFile, Spoken, speak_up
from fanlight.speakup.migrations import _lock_of_record as lock
from fanlight.speakup.models import Desk, Post
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import Receipt, new_receipt
from support.reading import opened
from support.worlds import Cast

PASSPHRASE = "four calm geese by the mill"


def a_desk(cast: Cast) -> AtWork:
    """Gil is the guardian of the trust to which Ward 6's hospital belongs."""
    trust = cast.hospital.parent
    assert trust
    return make_keys(desk=open_desk(organisation=trust), passphrase=PASSPHRASE, by=cast.gil)


def give_role(desk: Desk, user: User) -> None:
    """An administrator has given somebody the guardian's role where the desk is."""
    place = Organisation.objects.get(public_id=desk.organisation)
    give_organisation_role(organisation=place, user=user, role=Role.GUARDIAN, by=None)


def another(desk: Desk, user: User, *, by: AtWork, post: Post = Post.GUARDIAN) -> AtWork:
    """Somebody else who holds keys there, let in by a guardian."""
    give_role(desk, user)
    at_work = make_keys(desk=desk, passphrase=PASSPHRASE, by=user, post=post)
    let_in(guardian=at_work.guardian, post=post, by=by)
    at_work.guardian.refresh_from_db()
    return at_work


@dataclass(frozen=True)
class Told:
    """A concern and the receipt that opens it."""

    opened: OpenConcern
    receipt: Receipt


def a_concern(
    desk: Desk,
    words: str = "We are two short on every night and nobody writes it down.",
    *,
    way: Way = Way.ANONYMOUS,
    name: str = "",
    files: tuple[CleanFile, ...] = (),
    kept_out: frozenset[str] = frozenset(),
) -> Told:
    receipt = new_receipt()
    spoken = Spoken(way=way, words=words, name=name, files=files, kept_out=kept_out)
    return Told(speak_up(desk=desk, receipt=receipt, spoken=spoken), receipt)


def second_check(client: Client, user: User, *, method: str = "mfa") -> None:
    """Signed in, and the second check (or another way) just passed, as allauth writes it into the session."""
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    request.user = user
    record_authentication(request, user, method=method, type="totp")
    request.session.save()


def enter(client: Client, at_work: AtWork) -> Client:
    """A guardian in their space, through the pages."""
    user = user_with_public_id(at_work.guardian.user)
    assert user
    second_check(client, user)
    response = client.post("/guardian/open/", {"passphrase": PASSPHRASE})
    assert response.status_code == 302, response.content
    return client


WORDS = "We are two short on every night and nobody writes it down."


def page(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200, response
    return response.content.decode()


def do(client: Client, told: Told, deed: str, **typed: object) -> str:
    address = reverse("guardian_deed", args=[told.opened.concern.public_id, deed])
    response = client.post(address, {**opened(client, address), **typed}, follow=True)
    assert response.status_code == 200, response.content.decode()
    return response.content.decode()


def now(gil: AtWork, told: Told):
    return concern_for(gil.guardian, gil.keys, told.opened.concern.public_id)


def forget_record() -> None:
    """Empty the guardians' record, as only the tests' own database may be: whoever clears tables finds it empty."""
    with connection.cursor() as cursor:
        for name in lock.NAMES:
            cursor.execute(lock.drop(name, connection.vendor))
        cursor.execute("DELETE FROM speakup_deed")
        for name in lock.NAMES:
            cursor.execute(lock.create(name, connection.vendor))


def readable(by: AtWork) -> set[str]:
    """The concerns that this guardian can open."""
    return {opened.concern.public_id for opened in concerns_for(by.guardian, by.keys)}

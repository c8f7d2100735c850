"""A desk where somebody listens, and people who speak up there. Made by the real actions."""

from dataclasses import dataclass

from fanlight.people.models import User
from fanlight.speakup.access import OpenConcern
from fanlight.speakup.actions.holding import let_in, make_keys, open_desk
from fanlight.speakup.actions.record import AtWork
from fanlight.speakup.actions.speaking import CleanFile, Spoken, speak_up
from fanlight.speakup.models import Desk, Post
from fanlight.speakup.sealing.ledger import Way
from fanlight.speakup.sealing.receipt import Receipt, new_receipt
from support.worlds import Cast

PASSPHRASE = "four calm geese by the mill"


def a_desk(cast: Cast) -> AtWork:
    """Gil is the guardian of the trust to which Ward 6's hospital belongs."""
    trust = cast.hospital.parent
    assert trust
    return make_keys(desk=open_desk(organisation=trust), passphrase=PASSPHRASE, by=cast.gil)


def another(desk: Desk, user: User, *, by: AtWork, post: Post = Post.GUARDIAN) -> AtWork:
    """Somebody else who holds keys there, let in by a guardian."""
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

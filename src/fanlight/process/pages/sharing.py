"""What a team shares, with whom, who decided it, and how to change it."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.people.access import Allowed
from fanlight.people.models import Organisation, Team
from fanlight.people.pages.place import home_link, where
from fanlight.people.queries import Seat, seats_above
from fanlight.people.roles import MAY, May, Role
from fanlight.process.access import STARTS_SHARING
from fanlight.process.models import Shareable
from fanlight.process.queries import ShareChange, share_changes


@dataclass(frozen=True)
class Choice:
    """One thing that can be shared. `begin` or `end` is where it is changed; empty where one may not."""

    what: str
    state: str
    begin: str
    end: str
    note: str


@dataclass(frozen=True)
class SharingPage:
    where: Where
    title: str
    lead: str
    back: Link
    choices: tuple[Choice, ...]
    readers: tuple[Row, ...]
    record: tuple[Row, ...]
    outside: Link


def sharing_page(team: Team, allowed: Allowed) -> SharingPage:
    shared = {Shareable(share.what): share.since_on for share in team.shares.all()}
    return SharingPage(
        where=where(team),
        title="What we share",
        lead="Figures are never shared: that was promised to everybody who answered. Two things can be, in words.",
        back=home_link(team),
        choices=tuple(
            _choice(team, what, shared.get(what), may_begin=STARTS_SHARING in allowed) for what in Shareable
        ),
        readers=tuple(_reader(seat) for seat in seats_above(team) if _reads(seat)),
        record=tuple(_change(change) for change in share_changes(team)),
        outside=Link(text="See what they see", href=reverse("team_process", args=[team.public_id])),
    )


def _choice(team: Team, what: Shareable, since: object, *, may_begin: bool) -> Choice:
    args = [team.public_id, what.value]
    if since:
        return Choice(what.label, f"Shared since {day(since)}", "", reverse("stop_sharing", args=args), "")  # type: ignore[arg-type]
    note = "" if may_begin else "A lead can share it. Anybody in the team can stop it."
    return Choice(what.label, "Not shared", reverse("share", args=args) if may_begin else "", "", note)


def _reads(seat: Seat) -> bool:
    return any(May.SEE_PROCESS in MAY[role] for role in seat.roles)


def _reader(seat: Seat) -> Row:
    roles = ", ".join(Role(role).label for role in seat.roles if May.SEE_PROCESS in MAY[role])
    place = seat.place.name if isinstance(seat.place, Organisation) else ""
    return Row(text=seat.user.name, detail=f"{roles}, {place}")


def _change(change: ShareChange) -> Row:
    did = "began to share" if change.verb == "share" else "stopped sharing"
    return Row(text=f"{change.by or 'Somebody who has gone'} {did}: {change.what.label}", when=day(change.on))

"""The respondents' door, which asks for nothing; and the door of whoever types paper forms in.

A round has a separate set of addresses for the shared device, so that what a device must do (forget, go back) never
depends on anything that it remembers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from fanlight.measure.instruments import Composite, Instrument
from fanlight.people.access import permissions
from fanlight.people.models import User
from fanlight.people.roles import May
from fanlight.surveys.access import round_to
from fanlight.surveys.models import Round, State, Way

ON_SCREEN = {Way.LINK.value, Way.SLIPS.value}


@dataclass(frozen=True)
class Door:
    """Where somebody comes in: a round, on their own device or on the shared one. It knows every address behind it."""

    round: Round
    on_device: bool = False

    @property
    def is_open(self) -> bool:
        return self.round.takes_answers()

    @property
    def has_opened(self) -> bool:
        """Whether the wording and the promise are fixed, so that there is something to read."""
        return self.round.state not in {State.DRAFT, State.SCHEDULED}

    @property
    def needs_slip(self) -> bool:
        return Way.SLIPS in self.round.ways

    @property
    def leads_in(self) -> bool:
        """Whether this round may be answered here at all."""
        ways = set(self.round.ways)
        return Way.SHARED_DEVICE in ways if self.on_device else bool(ways & ON_SCREEN)

    @property
    def instrument(self) -> Instrument:
        return _frozen(self.round.public_id)

    @property
    def start_url(self) -> str:
        return self._url("start")

    def part_url(self, number: int) -> str:
        return self._url("part", number)

    @property
    def last_part_url(self) -> str:
        return self.part_url(len(self.instrument.composites))

    @property
    def comment_url(self) -> str:
        return self._url("comment")

    @property
    def check_url(self) -> str:
        return self._url("check")

    @property
    def thanks_url(self) -> str:
        return self._url("thanks")

    @property
    def promise_url(self) -> str:
        """Empty before there is a promise."""
        if not self.has_opened:
            return ""
        return self._url("promise") if self.on_device else reverse("promise", args=[self.round.door])

    def _url(self, page: str, *rest: int) -> str:
        prefix = "device" if self.on_device else "respond"
        name = prefix if page == "start" else f"{prefix}_{page}"
        return reverse(name, args=[self.round.door, *rest])


@dataclass(frozen=True)
class Part:
    """One part of a round's questionnaire, and where it stands among the others."""

    door: Door
    composite: Composite
    number: int

    @property
    def instrument(self) -> Instrument:
        return self.door.instrument

    @property
    def of(self) -> int:
        return len(self.instrument.composites)

    @property
    def url_before(self) -> str:
        return self.door.part_url(self.number - 1) if self.number > 1 else self.door.start_url

    @property
    def url_after(self) -> str:
        return self.door.part_url(self.number + 1) if self.number < self.of else self.door.comment_url


def door_called(name: str, *, on_device: bool = False) -> Door:
    """The door of this name; 404 for an address that leads nowhere. Posters hang before a round opens."""
    rounds = Round.objects.select_related("team").defer("questionnaire", "promise").exclude(state=State.DRAFT)
    round = rounds.filter(door=name).order_by().first()
    if round is None:
        raise Http404("no such round")
    return Door(round, on_device)


def part_behind(door: Door, number: int) -> Part:
    """One part of the questionnaire, counted from 1; 404 for a number that it does not have."""
    composites = door.instrument.composites
    if not 1 <= number <= len(composites):
        raise Http404("no such part")
    return Part(door, composites[number - 1], number)


def may_type_in(allowed: Collection[May]) -> bool:
    """Never whoever leads the team, in whichever other role: nobody's manager reads forms that are not theirs."""
    return May.TYPE_IN_PAPER in allowed and May.PLAN_ROUNDS not in allowed


def round_to_type_in(user: User | AnonymousUser, public_id: str) -> Round:
    """A round whose paper forms this person may type in; 404 if it is not answered on paper."""
    round = round_to(user, public_id, May.TYPE_IN_PAPER)
    if not may_type_in(permissions(user, round.team) or ()):
        raise PermissionDenied
    if Way.PAPER not in round.ways:
        raise Http404("this round is not answered on paper")
    return round


@lru_cache(maxsize=64)
def _frozen(public_id: str) -> Instrument:
    """The questionnaire of an opened round, read once in a process: it cannot change any more."""
    return Round.objects.get(public_id=public_id).instrument

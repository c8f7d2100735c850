"""The demo's world: three organisations, their people, their rounds. Made by the real actions, so that it can be true.

The tests build their worlds from the same pieces.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

from fanlight.measure.instruments import Instrument, Item
from fanlight.people.actions import (
    add_organisation,
    add_person,
    add_team,
    give_organisation_role,
    give_team_role,
)
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.roles import Role
from fanlight.responses.actions import put_in_urn
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.site.demo_changes import try_things
from fanlight.site.demo_learning import learn
from fanlight.site.demo_speaking import PASSPHRASE, let_people_speak_up
from fanlight.site.demo_talk import COMMENTS, EARLIER_COMMENTS, let_comments_be_seen, talk_about
from fanlight.site.demo_windows import look, tell
from fanlight.surveys.actions import book_debrief, open_round, plan_round
from fanlight.surveys.models import Round, Way

SEED = 20261123


@dataclass(frozen=True)
class Person:
    """Somebody of the cast, and what they are there for."""

    email: str
    name: str
    what: str


ALICE = Person("alice@demo.example", "Alice Mensah", "leads Ward 6")
BOB = Person("bob@demo.example", "Bob Hughes", "works nights on Ward 6")
CHARLIE = Person("charlie@demo.example", "Charlie Okafor", "manages Willow House, a care home")
DANA = Person("dana@demo.example", "Dana Price", "is the practice manager at Station Road Surgery")
EVE = Person("eve@demo.example", "Eve Lindqvist", "coaches teams at Northfield Hospital")
FAY = Person("fay@demo.example", "Fay Turner", "was asked by Ward 6 to run its debriefs, and works elsewhere")
GIL = Person("gil@demo.example", "Gil Wainwright", "is the guardian of Northfield Hospital")
CAST = (ALICE, BOB, CHARLIE, DANA, EVE, FAY, GIL)


def sign_ins() -> list[str]:
    """What to tell somebody who has just started the demo."""
    return [
        "Sign in with one click as one of these made-up people:",
        *(f"  {person.name} {person.what}" for person in CAST),
        f"Gil opens the guardian's space with: {PASSPHRASE}",
        f"Speak up without signing in: {settings.FANLIGHT.address}/speak-up/",
        "Answer the open round without signing in:",
        *(f"  {settings.FANLIGHT.address}/r/{round.door}/" for round in Round.objects.filter(state="open")),
    ]


def add(person: Person) -> User:
    return add_person(email=person.email, name=person.name, is_proven=True, by=None)


def form_for(instrument: Instrument, mood: dict[str, float], dice: random.Random) -> Form:
    """One made-up person's answers: `mood` says how well each focus goes, from 0 to 1."""
    leaning = dice.gauss(0, 0.5)
    codes = {}
    for item in instrument.items:
        if dice.random() < 0.96:
            codes[item.code] = _answer(instrument, item, mood.get(item.focus or "", 0.6), leaning, dice)
    return Form(codes=codes)


def _answer(instrument: Instrument, item: Item, mood: float, leaning: float, dice: random.Random) -> int:
    scale = instrument.scale_of(item)
    if dice.random() < 0.02 and scale.does_not_apply_code is not None:
        return scale.does_not_apply_code
    own = (hash_of(item.code) - 0.5) * 1.1
    level = 1 + 4 * mood + leaning + own + dice.gauss(0, 1.0)
    code = min(max(round(level), 1), 5)
    return scale.reversed_code(code) if item.is_negative else code


def hash_of(code: str) -> float:
    """A number from 0 to 1 that is always the same for a code."""
    return random.Random(code).random()  # noqa: S311 (made-up answers need no secrecy)


def hold_round(
    *,
    team: Team,
    instrument_id: str,
    people: int,
    answers: int,
    closed_on: datetime,
    mood: dict[str, float],
    comments: Sequence[str] = (),
    facilitator: str = EVE.name,
    by: User,
) -> Round:
    """A whole round in the past, from planning to release."""
    dice = random.Random(f"{SEED} {team.name} {closed_on.date()}")  # noqa: S311
    opens_at = closed_on - timedelta(days=14)
    round = plan_round(
        team=team, instrument_id=instrument_id, people=people, opens_at=opens_at, closes_at=closed_on, by=by
    )
    book_debrief(
        round=round, at=closed_on + timedelta(days=4), place="Staff room", facilitator=facilitator, by=by
    )
    round = open_round(round=round, by=by)
    for place in range(answers):
        form = form_for(round.instrument, mood, dice)
        said = comments[place] if place < len(comments) else ""
        put_in_urn(round=round, form=replace(form, comment=said), now=opens_at + timedelta(days=1))
    close_and_release(round=round, now=closed_on)
    round.refresh_from_db()
    return round


def start_round(*, team: Team, instrument_id: str, people: int, answers: int, by: User) -> Round:
    """A round that is open now."""
    now = timezone.now()
    dice = random.Random(f"{SEED} {team.name}")  # noqa: S311
    round = plan_round(
        team=team,
        instrument_id=instrument_id,
        people=people,
        opens_at=now - timedelta(days=3),
        closes_at=at(now + timedelta(days=11), 20),
        ways=(Way.LINK, Way.SHARED_DEVICE, Way.PAPER),
        by=by,
    )
    book_debrief(
        round=round, at=at(now + timedelta(days=14), 14), place="Staff room", facilitator=EVE.name, by=by
    )
    round = open_round(round=round, by=by)
    for _ in range(answers):
        put_in_urn(round=round, form=form_for(round.instrument, {}, dice), now=now)
    return round


def at(day: datetime, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localtime(day).date(), time(hour)))


@dataclass(frozen=True)
class World:
    """What `build` made, for whoever wants to look at it."""

    hospital: Organisation
    ward: Team
    care_home: Team
    surgery: Team
    people: dict[str, User]


def build() -> World:
    """The demo's whole world."""
    people = {person.email: add(person) for person in CAST}
    alice, bob, charlie, dana, eve, fay, gil = (people[person.email] for person in CAST)
    hospital, ward = _place("Northfield Hospital", OrganisationKind.NHS_TRUST, "Ward 6")
    _, home = _place("Bankside Care", OrganisationKind.CARE_PROVIDER, "Willow House")
    _, surgery = _place("Station Road Surgery", OrganisationKind.GP_PRACTICE, "The practice team")
    give_team_role(team=ward, user=alice, role=Role.LEAD, by=None)
    give_team_role(team=ward, user=bob, role=Role.MEMBER, by=alice)
    give_team_role(team=home, user=charlie, role=Role.LEAD, by=None)
    give_team_role(team=surgery, user=dana, role=Role.LEAD, by=None)
    give_organisation_role(organisation=hospital, user=eve, role=Role.COACH, by=None)
    give_team_role(team=ward, user=fay, role=Role.FACILITATOR, by=alice)
    let_people_speak_up(hospital=hospital, guardian=gil)
    now = timezone.now()
    moods = {
        "teamwork": 0.72,
        "communication": 0.5,
        "just_culture": 0.55,
        "psychological_safety": 0.6,
        "inclusion": 0.62,
        "civility": 0.7,
    }
    spring = at(now - timedelta(days=100), 20)
    before = hold_round(
        team=ward,
        instrument_id="fanlight-six",
        people=33,
        answers=25,
        closed_on=spring,
        mood={**moods, "teamwork": 0.66, "communication": 0.42, "civility": 0.74},
        comments=EARLIER_COMMENTS,
        facilitator=FAY.name,
        by=alice,
    )
    let_comments_be_seen(before, by=fay)
    talk_about(before, closed_on=spring, by=alice)
    hold_round(
        team=ward,
        instrument_id="fanlight-six",
        people=34,
        answers=27,
        closed_on=at(now - timedelta(days=2), 20),
        mood=moods,
        comments=COMMENTS,
        facilitator=FAY.name,
        by=alice,
    )
    hold_round(
        team=home,
        instrument_id="fanlight-six",
        people=22,
        answers=18,
        closed_on=at(now - timedelta(days=20), 20),
        mood={**moods, "teamwork": 0.8, "civility": 0.8, "just_culture": 0.4},
        by=charlie,
    )
    hold_round(
        team=surgery,
        instrument_id="fanlight-six",
        people=16,
        answers=13,
        closed_on=at(now - timedelta(days=9), 20),
        mood={**moods, "communication": 0.75, "inclusion": 0.45},
        by=dana,
    )
    look(ward, by=alice)
    tell(home, ward, lead=charlie, reader=bob)
    try_things(ward=ward, round=before, by=alice)
    learn(ward=ward, alice=alice, bob=bob, fay=fay)
    start_round(team=home, instrument_id="fanlight-pulse", people=22, answers=6, by=charlie)
    return World(hospital=hospital, ward=ward, care_home=home, surgery=surgery, people=people)


def _place(name: str, kind: OrganisationKind, team: str) -> tuple[Organisation, Team]:
    organisation = add_organisation(name=name, kind=kind, by=None)
    return organisation, add_team(organisation=organisation, name=team, by=None)

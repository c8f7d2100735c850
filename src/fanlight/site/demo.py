"""The demo's world: three organisations, their people, their rounds. Made by the real actions, so that it can be true.

The tests build their worlds from the same pieces.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from fanlight.people.actions import (
    add_organisation,
    add_person,
    add_team,
    give_organisation_role,
    give_team_role,
)
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.roles import Role
from fanlight.site.demo_changes import try_things
from fanlight.site.demo_fairness import ask_whether_it_is_fair
from fanlight.site.demo_learning import learn
from fanlight.site.demo_rounds import at, hold_round, start_round
from fanlight.site.demo_speaking import PASSPHRASE, let_people_speak_up
from fanlight.site.demo_talk import COMMENTS, EARLIER_COMMENTS, let_comments_be_seen, talk_about
from fanlight.site.demo_together import ask_together, look_after
from fanlight.site.demo_windows import look, tell
from fanlight.surveys.models import Round


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
HANA = Person("hana@demo.example", "Hana Kowalska", "administers Northfield Hospital and Bankside Care")
IDRIS = Person(
    "idris@demo.example", "Idris Rahman", "leads a team of nine at night, too few to be asked alone"
)
CAST = (ALICE, BOB, CHARLIE, DANA, EVE, FAY, GIL, HANA, IDRIS)


def sign_ins() -> list[str]:
    """What to tell somebody who has just started the demo."""
    return [
        "Sign in with one click as one of these made-up people:",
        *(f"  {person.name} {person.what}" for person in CAST),
        f"Gil opens the guardian’s space with: {PASSPHRASE}",
        f"Speak up without signing in: {settings.FANLIGHT.address}/speak-up/",
        "Answer an open round without signing in:",
        *(f"  {settings.FANLIGHT.address}/r/{round.door}/" for round in Round.objects.filter(state="open")),
    ]


def add(person: Person) -> User:
    return add_person(email=person.email, name=person.name, is_proven=True, by=None)


def build() -> None:
    """The demo's whole world."""
    alice, bob, charlie, dana, eve, fay, gil, hana, idris = map(add, CAST)
    hospital, ward = _place("Northfield Hospital", OrganisationKind.NHS_TRUST, "Ward 6")
    care, home = _place("Bankside Care", OrganisationKind.CARE_PROVIDER, "Willow House")
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
        comments=tuple(EARLIER_COMMENTS),
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
    look_after(hospital, administrator=hana)
    ask_together(hospital, night_lead=idris)
    ask_whether_it_is_fair(hospital=hospital, care=care, by=hana, closes_at=at(now + timedelta(days=9), 20))


def _place(name: str, kind: OrganisationKind, team: str) -> tuple[Organisation, Team]:
    organisation = add_organisation(name=name, kind=kind, by=None)
    return organisation, add_team(organisation=organisation, name=team, by=None)

"""The cast, and their teams, made by the real actions."""

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.test import Client
from django.utils import timezone

from fanlight.people.actions import (
    add_organisation,
    add_team,
    give_organisation_role,
    give_team_role,
    leave_team,
)
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.roles import Role
from fanlight.responses.actions import put_in_urn
from fanlight.results.actions import close_and_release
from fanlight.site.demo_rounds import form_for, hold_round
from fanlight.surveys.actions import book_debrief, open_round, plan_round, schedule_round
from fanlight.surveys.models import Round, Way


@dataclass(frozen=True)
class Cast:
    hospital: Organisation
    ward: Team
    elsewhere: Team
    alice: User  # leads Ward 6
    bob: User  # works there
    charlie: User  # leads a team elsewhere
    dana: User  # has just left Ward 6
    fay: User  # was asked to facilitate on Ward 6
    eve: User  # coaches the hospital's teams
    sam: User  # is the hospital's patient safety specialist
    gil: User  # is its guardian
    pat: User  # is a patient safety partner
    ada: User  # administers the organisation


def _people(names: Sequence[str]) -> dict[str, User]:
    """As `add_person` makes them, all in two questions: thousands of tests begin here."""
    people = [User(email=f"{name}@example.org", name=f"{name.title()} Example") for name in names]
    for person in people:
        person.set_unusable_password()
    User.objects.bulk_create(people)
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=person, email=person.email, primary=True) for person in people]
    )
    return dict(zip(names, people, strict=True))


def make_cast() -> Cast:
    names = ("alice", "bob", "charlie", "dana", "fay", "eve", "sam", "gil", "pat", "ada")
    people = _people(names)
    trust = add_organisation(name="Northfield Trust", kind=OrganisationKind.NHS_TRUST, by=None)
    hospital = add_organisation(
        name="Northfield Hospital", kind=OrganisationKind.NHS_TRUST, parent=trust, by=None
    )
    care = add_organisation(name="Bankside Care", kind=OrganisationKind.CARE_PROVIDER, by=None)
    ward = add_team(organisation=hospital, name="Ward 6", by=None)
    elsewhere = add_team(organisation=care, name="Willow House", by=None)
    in_team = {"alice": Role.LEAD, "bob": Role.MEMBER, "dana": Role.MEMBER, "fay": Role.FACILITATOR}
    for name, role in in_team.items():
        give_team_role(team=ward, user=people[name], role=role, by=None)
    leave_team(team=ward, user=people["dana"], by=people["alice"])
    give_team_role(team=elsewhere, user=people["charlie"], role=Role.LEAD, by=None)
    above = {
        "eve": Role.COACH,
        "sam": Role.SPECIALIST,
        "gil": Role.GUARDIAN,
        "pat": Role.PARTNER,
        "ada": Role.ADMINISTRATOR,
    }
    for name, role in above.items():
        give_organisation_role(organisation=trust, user=people[name], role=role, by=None)
    return Cast(hospital=hospital, ward=ward, elsewhere=elsewhere, **people)


def signed_in(user: User) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(user)
    return client


def a_draft(
    team: Team,
    *,
    by: User,
    instrument_id: str = "fanlight-six",
    people: int = 30,
    ways: Collection[Way] = (Way.LINK,),
) -> Round:
    """A round that is being planned: it could open now, and has no debrief yet."""
    now = timezone.now()
    return plan_round(
        team=team,
        instrument_id=instrument_id,
        people=people,
        opens_at=now - timedelta(hours=1),
        closes_at=now + timedelta(days=7),
        ways=ways,
        by=by,
    )


def a_scheduled_round(team: Team, *, by: User, in_days: int = 3) -> Round:
    """A round that opens by itself in some days."""
    draft, now = a_draft(team, by=by), timezone.now()
    draft.opens_at, draft.closes_at = now + timedelta(days=in_days), now + timedelta(days=in_days + 14)
    draft.save()
    at = draft.closes_at + timedelta(days=3)
    book_debrief(round=draft, at=at, place="Staff room", facilitator="Fay Example", by=by)
    return schedule_round(round=draft, by=by)


def an_open_round(
    team: Team,
    *,
    by: User,
    people: int = 30,
    ways: Collection[Way] = (Way.LINK,),
) -> Round:
    """A round that is open now and may be answered in these ways."""
    round = a_draft(team, by=by, people=people, ways=ways)
    now = timezone.now()
    book_debrief(
        round=round, at=now + timedelta(days=10), place="Staff room", facilitator="Fay Example", by=by
    )
    return open_round(round=round, by=by)


def fill_urn(round: Round, people: int) -> None:
    """Made-up answers of some people to a round that is open."""
    dice = random.Random(people)
    for _ in range(people):
        put_in_urn(round=round, form=form_for(round.instrument, {}, dice))


COMMENTS = (
    "Handover is rushed when the phone rings.",
    "On 3 March Sarah was alone with bay 4.",
    "I like working here.",
)


def a_commented_round(
    team: Team, *, by: User, answers: int = 14, comments: Sequence[str] = COMMENTS
) -> Round:
    """A round that has been released, in which some people have written something."""
    round = an_open_round(team, by=by)
    dice = random.Random(answers)
    for place in range(answers):
        form = form_for(round.instrument, {}, dice)
        said = comments[place] if place < len(comments) else ""
        put_in_urn(round=round, form=replace(form, comment=said))
    close_and_release(round=round)
    round.refresh_from_db()
    return round


def a_released_round(
    team: Team,
    *,
    by: User,
    people: int = 30,
    answers: int = 24,
    days_ago: int = 2,
    instrument_id: str = "fanlight-six",
    mood: dict[str, float] | None = None,
) -> Round:
    """A round that has closed, with made-up answers of the demo's making."""
    return hold_round(
        team=team,
        instrument_id=instrument_id,
        people=people,
        answers=answers,
        closed_on=timezone.now() - timedelta(days=days_ago),
        mood=mood or {},
        by=by,
    )

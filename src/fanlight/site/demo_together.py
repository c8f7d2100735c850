"""Teams of the demo that are too small to be asked alone, and the calendar of the hospital that they belong to."""

from datetime import timedelta

from django.utils import timezone

from fanlight.people.actions import add_person, add_team, give_organisation_role, give_team_role
from fanlight.people.models import Organisation, Team, User
from fanlight.people.roles import Role
from fanlight.responses.actions import put_in_urn
from fanlight.results.actions import close_and_release
from fanlight.site.demo_rounds import COACH, at, dice_for, form_for
from fanlight.surveys.actions import (
    add_other_survey,
    ask_twice,
    book_debrief,
    join_round,
    open_round,
    plan_round,
    start_round,
)
from fanlight.surveys.models import Round

SIX = "fanlight-six"


def look_after(hospital: Organisation, *, administrator: User) -> None:
    """An administrator, and the survey that everybody is asked besides."""
    give_organisation_role(organisation=hospital, user=administrator, role=Role.ADMINISTRATOR, by=None)
    today = timezone.localdate()
    add_other_survey(
        organisation=hospital,
        title="NHS Staff Survey",
        begins_on=today - timedelta(days=70),
        ends_on=today - timedelta(days=14),
        by=administrator,
    )


def ask_together(hospital: Organisation, *, night_lead: User) -> None:
    """Two small teams answered together, and have their results; a third is asked twice and is waiting for them."""
    other_lead = add_person(email="joy@demo.example", name="Joy Fairweather", is_proven=True, by=None)
    night, outreach, lounge = (
        add_team(organisation=hospital, name=name, by=None)
        for name in ("Hospital at Night", "Critical care outreach", "Discharge lounge")
    )
    give_team_role(team=night, user=night_lead, role=Role.LEAD, by=None)
    give_team_role(team=outreach, user=other_lead, role=Role.LEAD, by=None)
    give_team_role(team=lounge, user=other_lead, role=Role.LEAD, by=None)
    _as_one(night, outreach, lead=night_lead, sister_lead=other_lead)
    _twice(lounge, lead=other_lead)


def _as_one(team: Team, sister: Team, *, lead: User, sister_lead: User) -> None:
    """Nine people and eight: one round, one release."""
    closed_on = at(timezone.now() - timedelta(days=6), 20)
    round = _planned(team, people=9, opens=20, closes=6, by=lead)
    round = join_round(round=round, team=sister, people=8, by=sister_lead)
    book_debrief(
        round=round,
        at=at(timezone.now() + timedelta(days=1), 21),
        place="By phone",
        facilitator=COACH,
        by=lead,
    )
    _answered(open_round(round=round, by=lead), 14)
    close_and_release(round=round, now=closed_on)


def _twice(team: Team, *, lead: User) -> None:
    """The first time has closed, and its answers stay sealed until the second, which is open now, has closed."""
    now = timezone.now()
    first = _planned(team, people=13, opens=80, closes=66, by=lead)
    second = ask_twice(
        round=first,
        opens_at=at(now - timedelta(days=3), 6),
        closes_at=at(now + timedelta(days=11), 20),
        by=lead,
    )
    first.refresh_from_db()
    book_debrief(
        round=first, at=at(now + timedelta(days=15), 14), place="The lounge", facilitator=COACH, by=lead
    )
    start_round(round=first, by=lead)
    _answered(first, 9)
    close_and_release(round=first, now=at(now - timedelta(days=66), 20))
    _answered(open_round(round=second, by=None), 4)


def _planned(team: Team, *, people: int, opens: int, closes: int, by: User) -> Round:
    """A round from and to so many days ago."""
    now = timezone.now()
    opens_at, closes_at = at(now - timedelta(days=opens), 6), at(now - timedelta(days=closes), 20)
    return plan_round(
        team=team, instrument_id=SIX, people=people, opens_at=opens_at, closes_at=closes_at, by=by
    )


def _answered(round: Round, answers: int) -> None:
    dice = dice_for(round.team, round.opens_at)
    round.refresh_from_db()
    for _ in range(answers):
        put_in_urn(round=round, form=form_for(round.instrument, {}, dice), now=round.opens_at)

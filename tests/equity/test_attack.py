"""Attacks on an organisation's round: by subtraction, by two rounds, by the database, by going down to a team."""

import random
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from fanlight.equity.actions import open_fair_round, plan_fair_round, release_fair_round, withdraw_fair_round
from fanlight.equity.models import FairRound, SealedForm, State
from fanlight.equity.queries import ABOUT, counted, group_of, released
from fanlight.measure.disclosure import EVERYBODY, FLOOR, Counted, Group, Policy, Withheld, attack, release
from fanlight.measure.instruments import load, shelf
from fanlight.people.actions import Refused, add_organisation
from fanlight.people.models import OrganisationKind, Team
from fanlight.responses.models import Answer
from fanlight.responses.urn import Form
from fanlight.surveys.forms.planning import askable
from fanlight.surveys.keys import has_key, rounds_with_files
from fanlight.surveys.models import Round
from support.fairness import CODES, PURPOSE, a_fair_draft, an_open_fair_round, answer_as, with_teams
from support.worlds import Cast

pytestmark = pytest.mark.django_db

# A hospital as hospitals are: one large category, some middling, many with a handful or nobody, by place in the list.
UNEVEN = {0: 160, 1: 9, 4: 25, 9: 31, 10: 13, 11: 3, 12: 1, 14: 6, 15: 22, 16: 2, 17: 1, 19: 18}


def numbers(counts: Counted) -> dict[Group, int]:
    return {group: int(counts.respondents[place]) for group, place in counts.tree.position.items()}


def forms_of(people: dict[int, int], seed: int) -> list[Form]:
    dice = random.Random(seed)
    return [
        Form(codes={**{code: dice.choice((1, 2, 4, 4, 5, 5)) for code in CODES}, ABOUT: place})
        for place, number in people.items()
        for _ in range(number)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_no_subtraction_leaves_a_small_group(cast: Cast, seed: int) -> None:
    """With the true counts in hand: what is left over of a shown total is never one group, and never a few people."""
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    dice = random.Random(seed)
    people = UNEVEN if seed == 0 else {place: int(dice.paretovariate(0.6)) % 60 for place in range(20)}
    counts = counted(round, forms_of(people, seed))
    found, truth = release(counts, Policy()), numbers(counts)
    shown = {group for group in truth if not found.result(group).is_withheld}
    for head in shown:
        parts = [group for group in truth if group.parent == head and group != EVERYBODY]
        left = [truth[group] for group in parts if group not in shown]
        assert not left or (len(left) >= 2 and sum(left) >= FLOOR), (head, left)
    assert all(truth[group] >= FLOOR and group.parent in {*shown, EVERYBODY} for group in shown)
    assert attack(found).recoverable == ()
    assert seed or any(group.path for group in shown), "or this proves nothing"


def test_a_category_in_which_nobody_answered_looks_like_one_with_a_few(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada, characteristic="long-lasting-condition")
    none, few = ({0: 60, 1: 70, 2: number} for number in (0, 4))
    seen = [release(counted(round, forms_of(people, 3)), Policy()) for people in (none, few)]
    not_said = group_of(round, ("Not said",))
    assert all(isinstance(one.result(not_said).respondents, Withheld) for one in seen)
    assert seen[0].result(not_said) == seen[1].result(not_said)


def test_the_release_is_made_once_and_no_answer_is_kept_anywhere(cast: Cast) -> None:
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, UNEVEN)
    assert SealedForm.objects.filter(round=round).count() == sum(UNEVEN.values())
    release_fair_round(round=round)
    round.refresh_from_db()
    first = round.document
    release_fair_round(round=round)
    round.refresh_from_db()
    assert round.state == State.RELEASED
    assert round.document == first
    assert not SealedForm.objects.exists()
    assert not Answer.objects.exists()
    found = released(round)
    assert found is not None
    assert {group.split for group in found.groups} == {"", "ethnic-group"}, "one characteristic, and no team"


@pytest.mark.django_db(transaction=True)
def test_the_key_is_destroyed_when_the_round_is_over(forgets_the_record: None, cast: Cast) -> None:  # noqa: ARG001
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, {0: 20, 9: 15})
    assert has_key(round)
    release_fair_round(round=round)
    assert not has_key(round)
    assert round.public_id not in rounds_with_files()


@pytest.mark.django_db(transaction=True)
def test_what_is_withdrawn_is_deleted_unread(forgets_the_record: None, cast: Cast) -> None:  # noqa: ARG001
    round = an_open_fair_round(cast.hospital, by=cast.ada)
    answer_as(round, {0: 20})
    withdraw_fair_round(round=round, by=cast.ada)
    round.refresh_from_db()
    assert (round.state, round.document, SealedForm.objects.count()) == (State.WITHDRAWN, None, 0)
    assert not has_key(round)


def test_no_path_leads_from_what_somebody_said_of_themselves_to_a_team() -> None:
    """Nobody is asked their team, and no row could hold it."""
    ours = list(apps.get_app_config("equity").get_models())
    to = {key.related_model for model in ours for key in _keys(model)}
    assert to.isdisjoint({Team, Round})
    back = {
        model
        for model in apps.get_models()
        if model not in ours
        for key in _keys(model)
        if key.related_model in ours
    }
    assert back == set()


def _keys(model: type[models.Model]) -> list[models.ForeignKey[models.Model, models.Model]]:
    return [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]


def test_an_organisation_that_is_hardly_more_than_a_team_cannot_ask(cast: Cast) -> None:
    with pytest.raises(Refused, match="at least 3 teams"):
        _plan(cast, people=400)
    with_teams(cast.hospital)
    with pytest.raises(Refused, match="at least 50 people"):
        _plan(cast, people=49)


def _plan(cast: Cast, people: int) -> FairRound:
    return plan_fair_round(
        organisation=cast.hospital,
        characteristic="ethnic-group",
        purpose=PURPOSE,
        people=people,
        closes_at=timezone.now() + timedelta(days=7),
        by=cast.ada,
    )


def test_the_same_people_are_not_asked_again_soon_whichever_part_asks(cast: Cast) -> None:
    """All of the trust, and the hospital alone a month later: the difference is the rest of the trust."""
    trust = cast.hospital.parent
    assert trust is not None
    release_fair_round(round=an_open_fair_round(cast.hospital, by=cast.ada))
    for organisation in (cast.hospital, trust):
        with pytest.raises(Refused, match="People here were asked until"):
            open_fair_round(round=a_fair_draft(organisation, by=cast.ada), by=cast.ada)
    beside = add_organisation(name="Another", kind=OrganisationKind.NHS_TRUST, parent=trust, by=None)
    assert open_fair_round(round=a_fair_draft(beside, by=cast.ada), by=cast.ada).state == State.OPEN


def test_a_teams_round_and_the_organisations_share_no_statement() -> None:
    """Else the organisation's figures less the other teams' would be one team's."""
    fair = {str(item.wording) for item in load("fanlight-fair").items}
    others = [instrument for instrument in shelf() if not instrument.is_for_organisations]
    assert fair.isdisjoint({str(item.wording) for instrument in others for item in instrument.items})
    assert "fanlight-fair" not in dict(askable())

"""Comments are read first by somebody outside the line: of two teams that were asked together, outside both."""

from dataclasses import replace

import pytest
from django.urls import reverse

from fanlight.people.actions import end_team, give_organisation_role, give_team_role
from fanlight.people.models import Organisation, Team, User
from fanlight.people.queries import first_readers
from fanlight.people.roles import Role
from fanlight.responses.actions import put_in_urn
from fanlight.results.actions import close_and_release, judge_comment, share_comments
from fanlight.results.comments import written
from fanlight.results.queries import rounds_to_read_first
from fanlight.surveys.models import Round
from support.two import a_joint_round, a_round_asked_twice, forms, open_second
from support.worlds import COMMENTS, Cast, a_commented_round, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def joint(cast: Cast) -> Round:
    """Ward 6 and Willow House were asked together, and people in either have written something."""
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    for place, form in enumerate(forms(round, 12)):
        put_in_urn(round=round, form=replace(form, comment=COMMENTS[place % 3] if place < 3 else ""))
    close_and_release(round=round)
    round.refresh_from_db()
    return round


def status(user: User, round: Round) -> int:
    client = signed_in(user)
    return client.get(reverse("comments", args=[round.public_id])).status_code


def may_read(user: User, round: Round) -> bool:
    """By every way there is to be told of it; they must agree."""
    by_door = status(user, round) == 200
    assert (user in first_readers(*round.teams)) == by_door
    assert (round in rounds_to_read_first(user)) == by_door
    return by_door


def test_a_facilitator_whom_one_of_two_teams_asked_reads_for_both(cast: Cast, joint: Round) -> None:
    assert may_read(cast.fay, joint)


@pytest.mark.parametrize("role", [Role.MEMBER, Role.LEAD])
def test_who_works_in_the_other_team_or_leads_it_does_not_read_first(
    role: Role, cast: Cast, joint: Round
) -> None:
    give_team_role(team=cast.elsewhere, user=cast.fay, role=role, by=None)
    assert not may_read(cast.fay, joint)
    assert status(cast.fay, joint) == 403


def test_a_lead_of_the_other_team_whom_the_first_asked_does_not_either(cast: Cast, joint: Round) -> None:
    give_team_role(team=cast.ward, user=cast.charlie, role=Role.FACILITATOR, by=cast.alice)
    assert not may_read(cast.charlie, joint)


def above(team: Team) -> list[Organisation]:
    return list(Organisation.objects.above([team.organisation_id]))


def test_nor_an_administrator_of_anything_above_either_team(cast: Cast, joint: Round) -> None:
    places = {place.pk: place for team in joint.teams for place in above(team)}
    assert len(places) > 1
    for place in places.values():
        give_organisation_role(organisation=place, user=cast.fay, role=Role.ADMINISTRATOR, by=None)
        assert not may_read(cast.fay, joint), place
        cast.fay.memberships.filter(organisation=place).delete()
    assert may_read(cast.fay, joint)


def test_a_facilitator_of_the_second_team_alone_reads_for_both(cast: Cast, joint: Round) -> None:
    cast.fay.memberships.filter(team=cast.ward).delete()
    give_team_role(team=cast.elsewhere, user=cast.fay, role=Role.FACILITATOR, by=cast.charlie)
    assert may_read(cast.fay, joint)


def test_everybody_else_is_told_of_nothing(cast: Cast, joint: Round) -> None:
    others = (cast.alice, cast.bob, cast.charlie, cast.dana, cast.eve)
    assert not any(may_read(user, joint) for user in others)


def test_comments_of_a_round_asked_twice_wait_once_under_the_second(cast: Cast) -> None:
    first, second = a_round_asked_twice(cast.ward, by=cast.alice)
    given = [replace(form, comment=COMMENTS[0]) for form in forms(first, 13)]
    for form in given[:7]:
        put_in_urn(round=first, form=form)
    second = open_second(first, second)
    assert rounds_to_read_first(cast.fay) == ()
    for form in given[7:]:
        put_in_urn(round=second, form=form)
    close_and_release(round=second)
    assert rounds_to_read_first(cast.fay) == (second,)


def test_nothing_waits_any_more_once_the_team_sees_them(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    for one in written(round):
        judge_comment(round=round, key=str(one.key), leaves_out=False, by=cast.fay)
    assert rounds_to_read_first(cast.fay) == (round,), "judged, and not shown yet"
    share_comments(round=round, by=cast.fay)
    assert rounds_to_read_first(cast.fay) == ()


def test_comments_of_a_team_that_has_ended_are_read_all_the_same(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    end_team(team=cast.ward, by=cast.alice)
    assert may_read(cast.fay, round)

"""A round of two teams: who is asked along, who may see it, and what must not be asked beside it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from fanlight.audit.models import Entry
from fanlight.people.actions import Part, add_person, add_team, give_team_role, merge_teams, split_team
from fanlight.people.models import Team
from fanlight.people.roles import Role
from fanlight.results.actions import close_and_release
from fanlight.surveys.actions import NotNow, book_debrief, join_round, open_round, part_ways
from fanlight.surveys.models import Round
from fanlight.surveys.tasks import send_due_reminders
from support.debriefs import a_debrief
from support.two import a_joint_round
from support.worlds import Cast, a_draft, a_released_round, an_open_round, fill_urn, signed_in

pytestmark = pytest.mark.django_db


def link_to(round: Round) -> str:
    return reverse("join_round", args=[round.public_id, round.joining_key])


def sent(team: Team, people: str = "8") -> dict[str, str]:
    return {"team": team.public_id, "people": people}


@pytest.fixture
def draft(cast: Cast) -> Round:
    return a_draft(cast.ward, by=cast.alice, people=6)


def test_a_lead_is_given_a_link_for_the_other_lead(draft: Round, cast: Cast) -> None:
    page = signed_in(cast.alice).get(reverse("together", args=[draft.public_id])).content.decode()
    assert f"http://testserver{link_to(draft)}" in page.replace("<wbr>", "")


def test_the_other_lead_sees_what_they_join_and_joins(draft: Round, cast: Cast) -> None:
    client = signed_in(cast.charlie)
    page = client.get(link_to(draft)).content.decode()
    assert "Ask together with Ward 6?" in page
    assert "cannot be told apart by team" in page.replace("\n", " ") or "Nobody can tell which team" in page
    assert client.post(link_to(draft), sent(cast.elsewhere)).status_code == 302
    draft.refresh_from_db()
    assert (draft.sister, draft.sister_people, draft.people) == (cast.elsewhere, 8, 14)
    assert Entry.objects.filter(verb="join_round", by=cast.charlie).count() == 1
    assert client.get(reverse("round", args=[draft.public_id])).status_code == 200


def test_a_second_time_or_another_team_finds_it_taken(draft: Round, cast: Cast) -> None:
    client = signed_in(cast.charlie)
    client.post(link_to(draft), sent(cast.elsewhere))
    assert client.post(link_to(draft), sent(cast.elsewhere)).status_code == 404
    draft.refresh_from_db()
    assert draft.people == 14


def test_only_a_lead_with_the_link_joins_and_only_with_a_team_of_theirs(draft: Round, cast: Cast) -> None:
    wrong = reverse("join_round", args=[draft.public_id, "0" * 32])
    assert signed_in(cast.charlie).get(wrong).status_code == 404
    assert signed_in(cast.bob).post(link_to(draft), sent(cast.ward)).status_code == 403
    response = signed_in(cast.charlie).post(link_to(draft), sent(cast.ward))
    assert response.status_code == 422
    assert "Choose one of your teams" in response.content.decode()
    draft.refresh_from_db()
    assert draft.sister is None


def test_both_leads_plan_and_both_teams_see_it_from_their_own_side(cast: Cast) -> None:
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    for user, own in ((cast.alice, cast.ward), (cast.charlie, cast.elsewhere)):
        client = signed_in(user)
        page = client.get(reverse("round", args=[round.public_id])).content.decode()
        assert f'href="{reverse("team_home", args=[own.public_id])}"' in page
        assert "Ward 6" in page
        assert "Willow House" in page
        assert round.title in client.get(reverse("team_home", args=[own.public_id])).content.decode()
        assert client.get(reverse("extend", args=[round.public_id])).status_code == 200
    assert signed_in(cast.bob).get(reverse("extend", args=[round.public_id])).status_code == 403
    assert signed_in(cast.dana).get(reverse("round", args=[round.public_id])).status_code == 404
    assert signed_in(cast.eve).get(reverse("round", args=[round.public_id])).status_code == 403


def test_once_it_is_over_nobody_is_sent_to_book_what_has_been(cast: Cast) -> None:
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    address, client = reverse("together", args=[round.public_id]), signed_in(cast.alice)
    assert "Go on to the debrief" in client.get(address).content.decode()
    fill_urn(round, 12)
    close_and_release(round=round)
    page = client.get(address).content.decode()
    assert "Willow House takes part" in page
    assert "Go on to the debrief" not in page


def test_the_promise_says_that_two_teams_are_one(client: Client, cast: Cast) -> None:
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    page = client.get(reverse("promise", args=[round.door])).content.decode()
    assert "everybody in Ward 6 and Willow House sees the same results" in page
    assert "Which team somebody is in is not asked and not kept" in page


def test_both_teams_are_written_to_in_the_same_words(cast: Cast) -> None:
    a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    send_due_reminders()
    to = {message.to[0] for message in mail.outbox}
    assert to == {user.email for user in (cast.alice, cast.bob, cast.fay, cast.charlie)}
    assert len({message.body for message in mail.outbox}) == 1


def test_before_anybody_is_asked_either_may_step_back(draft: Round, cast: Cast) -> None:
    join_round(round=draft, team=cast.elsewhere, people=8, by=cast.charlie)
    for _ in range(2):
        response = signed_in(cast.charlie).post(reverse("part_ways", args=[draft.public_id]))
        assert response.status_code in {302, 404}  # the second time it is no longer theirs
    draft.refresh_from_db()
    assert (draft.sister, draft.people) == (None, 6)
    with pytest.raises(NotNow, match="belong to both"):
        part_ways(round=a_joint_round(cast.ward, cast.elsewhere, by=cast.alice), by=cast.alice)


def with_debrief(round: Round) -> Round:
    at = round.closes_at + timedelta(days=3)
    return book_debrief(round=round, at=at, place="Here", facilitator="Fay", by=None)


def test_after_a_round_together_neither_is_asked_the_same_alone(cast: Cast) -> None:
    """Ward 6 and Willow House together, Ward 6 alone: what is left over is Willow House."""
    a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    for team in (cast.ward, cast.elsewhere):
        alone = with_debrief(a_draft(team, by=cast.alice))
        with pytest.raises(NotNow, match="could tell what a few people said"):
            open_round(round=alone, by=cast.alice)
    pulse = with_debrief(a_draft(cast.ward, by=cast.alice, instrument_id="fanlight-pulse"))
    with pytest.raises(NotNow, match="could tell"):
        open_round(round=pulse, by=cast.alice)  # its questions are among those of the long one


def test_after_a_round_alone_the_team_is_not_asked_the_same_together(cast: Cast) -> None:
    an_open_round(cast.elsewhere, by=cast.charlie)
    with pytest.raises(NotNow, match="Willow House answered the same questions"):
        a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)


def test_half_a_year_later_it_may_be_asked_again(cast: Cast) -> None:
    old = an_open_round(cast.elsewhere, by=cast.charlie)
    long_ago = old.closes_at - timedelta(days=200)
    Round.objects.filter(pk=old.pk).update(closes_at=long_ago, opens_at=long_ago - timedelta(days=9))
    assert a_joint_round(cast.ward, cast.elsewhere, by=cast.alice).sister == cast.elsewhere


def test_the_same_two_teams_may_be_asked_again(cast: Cast) -> None:
    rounds = [a_joint_round(cast.ward, cast.elsewhere, by=cast.alice) for _ in range(2)]
    assert [round.sister for round in rounds] == [cast.elsewhere] * 2


def test_a_merged_or_split_team_goes_on_reading_its_old_rounds_and_the_new_ones_do_not(cast: Cast) -> None:
    alone = a_released_round(cast.ward, by=cast.alice)
    a_debrief(alone, by=cast.bob)
    held_on = alone.closes_at - timedelta(days=300)
    Round.objects.update(opens_at=held_on - timedelta(days=9), closes_at=held_on)
    round = a_joint_round(cast.ward, cast.elsewhere, by=cast.alice)
    fill_urn(round, 12)
    close_and_release(round=round)
    before = {each.pk: each.release.document for each in Round.objects.all()}
    next_door = add_team(organisation=cast.hospital, name="Ward 5", by=None)
    nia = add_person(email="nia@example.org", name="Nia Evans", by=None)
    give_team_role(team=next_door, user=nia, role=Role.LEAD, by=None)
    merged = merge_teams(
        teams=[cast.ward, next_door], organisation=cast.hospital, name="Ward 5 and 6", by=cast.ada
    )
    split_team(
        team=cast.elsewhere,
        parts=[Part("Up", frozenset({cast.charlie})), Part("Down", frozenset({cast.charlie}))],
        by=None,
    )
    for each in (round, alone):
        address = reverse("results", args=[each.public_id])
        assert signed_in(cast.bob).get(address).status_code == 200
        assert signed_in(nia).get(address).status_code == 404
        outcome = reverse("outcome", args=[each.public_id])
        assert signed_in(nia).get(outcome).status_code == 404
        assert signed_in(cast.bob).get(outcome).status_code == 200
    kept = signed_in(cast.bob).get(reverse("outcome", args=[alone.public_id])).content.decode()
    assert "Handover is rushed on nights" in kept
    assert "A two-minute huddle at seven" in kept
    for whose, each, reader in (("both teams", round, cast.charlie), ("the team", alone, cast.bob)):
        page = signed_in(reader).get(reverse("results", args=[each.public_id]))
        assert f"These results belong to {whose}" in page.text
    assert signed_in(nia).get(reverse("team_home", args=[merged.public_id])).status_code == 200
    assert not Round.objects.of(merged).exists()
    assert {each.pk: each.release.document for each in Round.objects.all()} == before

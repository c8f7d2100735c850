"""What the pages say, and to whom."""

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.people.actions import (
    Part,
    end_team,
    give_organisation_role,
    invite,
    leave_team,
    load_listed_organisations,
    merge_teams,
    set_up_team,
    split_team,
)
from fanlight.people.actions.leads import Lead
from fanlight.people.models import Organisation, OrganisationKind, Team, User
from fanlight.people.roles import IN_WORDS, MAY, PURPOSE, Role
from support.letters import deliver
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def text_of(user: User, name: str, *args: object) -> str:
    return signed_in(user).get(reverse(name, args=args)).content.decode().replace("&#39;", "'")


def test_a_member_sees_who_is_in_the_team_and_no_addresses(cast: Cast) -> None:
    page = text_of(cast.bob, "team_people", cast.ward.public_id)
    assert "Alice Example" in page
    assert "Fay Example" in page
    assert "@example.org" not in page
    assert "Invite people" not in page


def test_everybody_in_the_team_sees_who_is_above_it_and_what_they_see(cast: Cast) -> None:
    page = text_of(cast.bob, "team_people", cast.ward.public_id)
    assert "Eve Example" in page
    assert "sees that rounds and debriefs are held, never an answer" in page
    assert "Gil Example" in page
    assert "None of them can read its results" in page


def test_the_page_of_people_says_what_each_role_may_do_from_the_table(cast: Cast) -> None:
    page = text_of(cast.bob, "team_people", cast.ward.public_id)
    for role in (Role.MEMBER, Role.LEAD, Role.FACILITATOR):
        assert PURPOSE[role] in page
        for may in MAY[role]:
            assert IN_WORDS[may][1:] in page


def test_who_came_and_went_is_told_to_the_team(cast: Cast) -> None:
    page = text_of(cast.bob, "team_people", cast.ward.public_id)
    assert "Dana Example became a member" in page
    assert "Alice Example removed Dana Example" in page


def test_an_administrator_is_told_of_the_team_but_not_who_comes_and_goes(cast: Cast) -> None:
    page = text_of(cast.ada, "tree_team", cast.ward.public_id)
    assert "Alice Example" in page  # who leads it
    assert "Dana Example" not in page
    assert "set up the team" in page


def test_no_page_of_an_administrator_leads_to_results(cast: Cast) -> None:
    for name, place in (("organisation", cast.hospital), ("tree_team", cast.ward)):
        page = text_of(cast.ada, name, place.public_id)
        assert f'href="{reverse("team_home", args=[cast.ward.public_id])}"' not in page


def test_a_coach_sees_the_tree_and_no_way_to_change_it(cast: Cast) -> None:
    page = text_of(cast.eve, "organisation", cast.hospital.public_id)
    assert "Ward 6" in page
    assert "Add a team" not in page
    assert reverse("tree_team", args=[cast.ward.public_id]) not in page


def test_a_manager_of_six_sets_everything_up_in_one_form(cast: Cast) -> None:
    home = Organisation.objects.create(name="Rose House", kind=OrganisationKind.CARE_PROVIDER)
    manager = cast.dana
    give_organisation_role(organisation=home, user=manager, role=Role.ADMINISTRATOR, by=None)
    client = signed_in(manager)
    assert client.get(reverse("organisations"))["Location"] == reverse("organisation", args=[home.public_id])
    assert "Set up the first team" in text_of(manager, "organisation", home.public_id)
    others = "\n".join(f"Carer {number} <carer{number}@rose.example>" for number in range(1, 6))
    response = client.post(
        reverse("organisation_add_team", args=[home.public_id]),
        {"name": "Everybody", "leads": "me", "lead_email": "", "others": others},
    )
    team = Team.objects.get(name="Everybody")
    assert response["Location"] == reverse("team_people", args=[team.public_id])
    assert "Five invitations made" in client.get(response["Location"]).content.decode()
    assert len(deliver()) == 5
    roles = {"email": manager.email, "name": "", "role": "guardian"}
    client.post(reverse("organisation_invite", args=[home.public_id]), roles)
    page = text_of(manager, "you")
    assert "Guardian and administrator" in page
    assert "Lead" in page


def test_a_team_set_up_for_somebody_else_waits_for_them(cast: Cast) -> None:
    team = set_up_team(
        organisation=cast.hospital, name="Ward 7", leads=Lead.OTHER, lead_email="lou@example.org", by=cast.ada
    )
    assert "We wait for lou@example.org to say yes" in text_of(cast.ada, "tree_team", team.public_id)


def test_a_form_that_contradicts_itself_is_sent_back(cast: Cast) -> None:
    address = reverse("organisation_add_team", args=[cast.hospital.public_id])
    data = {"name": "Ward 7", "leads": "other", "lead_email": "", "others": "nia@example.org"}
    page = signed_in(cast.ada).post(address, data).content.decode()
    assert "Type the e-mail address of whoever leads it." in page
    assert "Whoever leads the team invites the others." in page
    assert not Team.objects.filter(name="Ward 7").exists()


def test_addresses_are_read_as_mail_programs_copy_them(cast: Cast) -> None:
    address = reverse("team_invite", args=[cast.ward.public_id])
    people = (
        '"Hughes, Robert" <rob@example.org>; Ann Lee <ann@example.org>\nkit@example.org, lou@example.org\n'
    )
    signed_in(cast.alice).post(address, {"people": people, "role": "member"})
    found = dict(cast.ward.invitations.values_list("email", "name"))
    assert found == {
        "rob@example.org": "Hughes, Robert",
        "ann@example.org": "Ann Lee",
        "kit@example.org": "",
        "lou@example.org": "",
    }


def test_one_bad_address_stops_the_whole_list(cast: Cast) -> None:
    address = reverse("team_invite", args=[cast.ward.public_id])
    response = signed_in(cast.alice).post(address, {"people": "kit@example.org\nlou@", "role": "member"})
    assert "“lou@” is not an e-mail address we can read" in response.content.decode()
    assert not cast.ward.invitations.exists()


def test_whoever_is_in_already_is_named_and_not_invited(cast: Cast) -> None:
    address = reverse("team_invite", args=[cast.ward.public_id])
    people = {"people": "bob@example.org\nkit@example.org", "role": "member"}
    page = signed_in(cast.alice).post(address, people, follow=True).content.decode()
    assert "One invitation is on its way. Here already: bob@example.org." in page


def test_without_email_the_lead_is_given_the_links(cast: Cast, settings: object) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
    waiting = invite(email="kit@example.org", name="", role=Role.MEMBER, place=cast.ward, by=cast.alice)
    page = text_of(cast.alice, "team_people", cast.ward.public_id)
    assert f"http://testserver/invitations/{waiting.public_id}/{waiting.key}/" in page
    assert waiting.key not in text_of(cast.bob, "team_people", cast.ward.public_id)
    assert deliver() == []


def test_a_name_is_looked_up_in_the_nhs_list_without_scripts(cast: Cast) -> None:
    add = reverse("organisation_add", args=[cast.hospital.public_id])
    client = signed_in(cast.ada)
    assert "NHS list" not in client.get(add).content.decode()
    names = {"RVV": "EAST KENT HOSPITALS UNIVERSITY NHS FOUNDATION TRUST", "RGT01": "Addenbrooke's Hospital"}
    load_listed_organisations(names=names)
    page = client.get(add, {"words": "kent hospitals"}).content.decode()
    assert "East Kent Hospitals University NHS Foundation Trust" in page
    filled = client.get(add, {"name": "Addenbrooke's Hospital", "code": "RGT01"}).content.decode()
    assert 'value="RGT01"' in filled
    assert "nothing for “xyzzy”" in client.get(add, {"words": "xyzzy"}).content.decode()
    assert "Addenbrooke" in client.get(add, {"words": "rgt01"}).content.decode()


def test_an_ended_team_can_be_read_and_not_managed(cast: Cast) -> None:
    end_team(team=cast.ward, by=cast.ada)
    page = text_of(cast.alice, "team_people", cast.ward.public_id)
    assert "This team ended on" in page
    assert "Invite people" not in page
    refused = signed_in(cast.alice).post(
        reverse("team_join_link_change", args=[cast.ward.public_id]), follow=True
    )
    assert "Ward 6 has ended" in refused.content.decode()


def test_a_team_that_carries_on_leads_to_what_it_came_from(cast: Cast) -> None:
    next_door = Team.objects.create(name="Ward 5", organisation=cast.hospital)
    merged = merge_teams(
        teams=[cast.ward, next_door], organisation=cast.hospital, name="Wards 5 and 6", by=cast.ada
    )
    page = text_of(cast.bob, "team_people", merged.public_id)
    assert reverse("team_home", args=[cast.ward.public_id]) in page
    assert reverse("team_home", args=[next_door.public_id]) not in page


def test_a_split_that_forgets_somebody_is_sent_back(cast: Cast) -> None:
    address = reverse("tree_team_split", args=[cast.ward.public_id])
    data = {"first": "East", "second": "West", f"person_{cast.bob.public_id}": "first"}
    response = signed_in(cast.ada).post(address, data)
    assert response.status_code == 422
    assert "Say where Fay Example goes." in response.content.decode()
    parts = [Part("East", frozenset({cast.alice, cast.bob})), Part("West", frozenset({cast.fay}))]
    split_team(team=cast.ward, parts=parts, by=cast.ada)
    assert "East" in text_of(cast.ada, "tree_team", cast.ward.public_id)


def test_the_only_lead_is_told_to_hand_over(cast: Cast) -> None:
    response = signed_in(cast.alice).post(reverse("team_leave", args=[cast.ward.public_id]))
    assert response.status_code == 422
    assert "Hand the lead over first" in response.content.decode()


def test_somebody_in_no_team_is_told_what_to_do(cast: Cast) -> None:
    leave_team(team=cast.ward, user=cast.bob, by=cast.bob)
    assert "You are in no team" in text_of(cast.bob, "you")
    assert "You have no role in an organisation" in text_of(cast.bob, "organisations")


def test_what_is_no_address_is_said_in_our_words_where_one_signs_in(client: Client) -> None:
    page = client.post(reverse("account_request_login_code"), {"email": "not an address"}).content.decode()
    assert "That is not an e-mail address we can read" in page
    assert "valid email" not in page

"""Nobody is left without a way on: those without a team, and those who look for their own account."""

import pytest
from django.urls import reverse

from fanlight.people.actions import give_team_role
from fanlight.people.roles import Role
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["eve", "ada"])
def test_whoever_works_with_many_teams_is_led_to_their_organisations(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    page = client.get(reverse("home")).content.decode()
    trust = cast.hospital.parent
    assert trust
    assert f'href="{reverse("organisation", args=[trust.public_id])}"' in page
    assert "invite you" not in page
    page = client.get(reverse("organisation", args=[trust.public_id])).content.decode()
    for name in ("process", "asking_calendar"):
        assert f'href="{reverse(name, args=[trust.public_id])}"' in page


def test_whoever_leads_a_team_and_looks_after_its_organisation_finds_both(cast: Cast) -> None:
    give_team_role(team=cast.ward, user=cast.ada, role=Role.LEAD, by=cast.alice)
    client = signed_in(cast.ada)
    page = client.get(reverse("home")).content.decode()
    assert f'href="{reverse("team_home", args=[cast.ward.public_id])}"' in page
    assert cast.hospital.parent
    assert f'href="{reverse("organisation", args=[cast.hospital.parent.public_id])}"' in page
    client.force_login(cast.alice)
    assert client.get(reverse("home")).headers["Location"] == reverse("team_home", args=[cast.ward.public_id])


def test_everybody_finds_their_account_in_the_menu(cast: Cast) -> None:
    client = signed_in(cast.bob)
    page = client.get(reverse("team_home", args=[cast.ward.public_id])).content.decode()
    assert f'href="{reverse("you")}"' in page

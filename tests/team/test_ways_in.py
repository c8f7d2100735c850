"""Nobody is left without a way on: those without a team, and those who look for their own account."""

import pytest
from django.test import Client
from django.urls import reverse

from support.worlds import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["eve", "ada"])
def test_whoever_works_with_many_teams_is_led_to_their_organisations(cast: Cast, who: str) -> None:
    client = Client()
    client.force_login(getattr(cast, who))
    page = client.get(reverse("home")).content.decode()
    trust = cast.hospital.parent
    assert trust
    assert f'href="{reverse("organisation", args=[trust.public_id])}"' in page
    assert "invite you" not in page
    page = client.get(reverse("organisation", args=[trust.public_id])).content.decode()
    for name in ("process", "asking_calendar"):
        assert f'href="{reverse(name, args=[trust.public_id])}"' in page


def test_everybody_finds_their_account_in_the_menu(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bob)
    page = client.get(reverse("team_home", args=[cast.ward.public_id])).content.decode()
    assert f'href="{reverse("you")}"' in page

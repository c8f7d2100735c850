"""The search finds every kind of thing that has an address in the guide."""

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.guide.pages.search import places
from fanlight.guide.queries.here import the_guide


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("walkabout", "Window"),
        ("shadowing", "Window"),
        ("swarm huddle", "Way to learn"),
        ("after action review", "Way to learn"),
        ("walking frame", "Card"),
        ("being fair tool", "Stop and think"),
        ("safety moment", "Way to use the cards"),
    ],
)
def test_it_is_found(client: Client, words: str, kind: str) -> None:
    page = client.get(reverse("guide_search"), {"q": words}).content.decode()
    assert kind in page


def test_whatever_is_found_leads_somewhere(client: Client) -> None:
    one_of_each = {place.kind: place.href for place in places(the_guide())}
    every = {place.href.split("#")[0] for place in places(the_guide()) if place.kind not in {"Card", "Idea"}}
    for href in every | set(one_of_each.values()):
        assert client.get(href).status_code == 200, href

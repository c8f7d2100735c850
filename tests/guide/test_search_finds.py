"""The search finds every kind of thing that has an address in the guide."""

import pytest
from django.test import Client
from django.urls import reverse


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("walkabout", "Window"),
        ("shadowing", "Window"),
        ("swarm huddle", "Way to learn"),
        ("after action review", "Way to learn"),
        ("walking frame", "Card"),
    ],
)
def test_it_is_found_and_leads_somewhere(client: Client, words: str, kind: str) -> None:
    page = client.get(reverse("guide_search"), {"q": words}).content.decode()
    assert kind in page

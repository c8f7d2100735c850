"""The pages that need nothing: where to go, the board, how it is kept, the poster."""

import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_where_nobody_listens_the_page_shows_where_else_to_go(db: None) -> None:  # noqa: ARG001
    text = Client().get("/speak-up/").content.decode()
    assert "There is no line of our own on this site yet" in text
    assert "In a care home" in text
    assert 'value="begin"' not in text


@pytest.mark.parametrize("name", ["speak_up_board", "speak_up_kept", "speak_up_poster"])
def test_the_other_pages_are_open_and_set_nothing(client: Client, name: str, db: None) -> None:  # noqa: ARG001
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert response.cookies == {}
    assert client.post(reverse(name)).status_code == 405

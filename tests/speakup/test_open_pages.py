"""The pages that need nothing: where to go, the board, how it is kept, the poster."""

from importlib import import_module
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.board import set_board
from fanlight.speakup.actions.spares import give_spare
from fanlight.speakup.models import Post
from support.speakup import another, page
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def test_where_nobody_listens_the_page_shows_where_else_to_go(db: None) -> None:  # noqa: ARG001
    text = Client().get("/speak-up/").content.decode()
    assert "There is somebody you can tell" in text
    assert "There is no line of our own on this site yet" in text
    assert "In a care home" in text
    assert 'value="begin"' not in text


@pytest.mark.parametrize("name", ["speak_up_board", "speak_up_kept", "speak_up_poster"])
def test_the_other_pages_are_open_and_set_nothing(client: Client, name: str, db: None) -> None:  # noqa: ARG001
    response = client.get(reverse(name))
    assert response.status_code == 200
    assert response.cookies == {}
    assert client.post(reverse(name)).status_code == 405


def test_who_could_read_with_a_spare_key_is_said_before_anybody_writes(
    client: Client, gil: AtWork, cast: Cast
) -> None:
    assert "Gil Example, who listens for Northfield Trust: nobody has a spare" in page(
        client, "speak_up_kept"
    )
    give_spare(holder=another(gil.desk, cast.eve, by=gil, post=Post.SPARE).guardian, by=gil)
    assert "Eve Example keeps a spare of their key" in page(client, "speak_up_kept")


def test_the_board_can_tell_a_browser_without_the_sign_leaving_it(client: Client, db: None) -> None:  # noqa: ARG001
    set_board(now=timezone.now())
    text = page(client, "speak_up_board")
    form = text[text.index("<form data-signs") :].split("</form>")[0]
    assert "hidden" in form, "it shows only where scripts run"
    assert "name=" not in form, "nothing of it could be sent"


def test_somebody_who_is_signed_in_speaks_up_as_nobody(client: Client, gil: AtWork, cast: Cast) -> None:  # noqa: ARG001
    client.force_login(cast.bob)
    for name in ("speak_up", "speak_up_board", "speak_up_kept", "speak_up_poster"):
        response = client.get(reverse(name))
        assert not response.wsgi_request.user.is_authenticated, name
    assert page(client, "speak_up_learned"), "that page is for those who work there"


def test_the_benchmark_finds_somebody_who_listens(monkeypatch: pytest.MonkeyPatch, db: None) -> None:  # noqa: ARG001
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "benchmarks"))
    import_module("answering.world").desk()
    assert 'value="begin"' in Client().get("/speak-up/").content.decode()

"""What somebody wrote in a long form is still there after their sign-in ran out and they signed in again."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.people.models import User
from fanlight.site.still_here import KEY, SLOT
from fanlight.windows.models import Note, Window
from support.windows import HARD, a_window
from support.worlds import Cast

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    return client


def form_on(page: str) -> dict[str, list[str]]:
    """The hidden fields of the page's first form."""
    from html.parser import HTMLParser

    class Fields(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.forms: list[dict[str, list[str]]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            values = dict(attrs)
            if tag == "form" and values.get("method") == "post":
                self.forms.append({"": [values.get("action") or ""]})
            if tag == "input" and values.get("type") == "hidden" and self.forms:
                self.forms[-1].setdefault(values["name"] or "", []).append(values.get("value") or "")

    found = Fields()
    found.feed(page)
    return next(
        form
        for form in found.forms
        if "_whose" in form and "sign-out" not in form[""][0] and "logout" not in form[""][0]
    )


def written(client: Client, window: Window) -> dict[str, object]:
    """Bob opens the form and writes; nothing has been sent yet."""
    hidden = form_on(client.get(reverse("write_window", args=[window.public_id])).content.decode())
    hidden.pop("")
    today = timezone.localdate().isoformat()
    return {**hidden, "held_on": today, "well": "", "hard": "\n".join(HARD), "as_it_is": ""}


def run_out() -> None:
    Session.objects.all().delete()


@pytest.fixture
def window(cast: Cast) -> Window:
    return a_window(cast.ward, by=cast.bob)


def send(client: Client, window: Window, form: dict[str, object]) -> object:
    return client.post(reverse("write_window", args=[window.public_id]), form)


def test_what_was_written_is_there_after_signing_in_again_and_can_be_sent(cast: Cast, window: Window) -> None:
    client = signed_in(cast.bob)
    form = written(client, window)
    run_out()
    told = send(client, window, form)
    assert told.status_code == 403  # type: ignore[attr-defined]
    assert "You were signed out, and nothing is lost" in told.content.decode()  # type: ignore[attr-defined]
    assert not Note.objects.exists()
    client.force_login(cast.bob)
    page = client.get(reverse("still_here")).content.decode()
    assert HARD[0] in page
    again = form_on(page)
    to = again.pop("")[0]
    assert client.post(to, again).status_code == 302
    assert set(Note.objects.values_list("words", flat=True)) == set(HARD)


def test_the_session_survives_signing_in_by_a_code(cast: Cast, window: Window) -> None:
    """Django keeps what an anonymous session holds when somebody signs in; if it did not, all would be lost."""
    client = signed_in(cast.bob)
    form = written(client, window)
    run_out()
    send(client, window, form)
    before = client.session[SLOT]
    client.force_login(cast.bob)
    assert client.session[SLOT] == before


def test_the_sign_in_page_leads_to_it(cast: Cast, window: Window) -> None:
    client = signed_in(cast.bob)
    form = written(client, window)
    run_out()
    page = send(client, window, form).content.decode()  # type: ignore[attr-defined]
    leads = page.count(f"{reverse('account_login')}?next={reverse('still_here')}")
    assert leads == 2, "the button, and the small link at the top"


def test_signing_out_in_another_window_loses_nothing_either(cast: Cast, window: Window) -> None:
    """The session is there, but its person has gone: another door than a session that has run out."""
    client = signed_in(cast.bob)
    form = written(client, window)
    User.objects.filter(pk=cast.bob.pk).update(sign_outs=5)
    told = send(client, window, form)
    assert "nothing is lost" in told.content.decode()  # type: ignore[attr-defined]
    client.force_login(User.objects.get(pk=cast.bob.pk))
    assert HARD[0] in client.get(reverse("still_here")).content.decode()


def test_having_signed_in_again_elsewhere_it_is_offered_at_once(cast: Cast, window: Window) -> None:
    client = signed_in(cast.bob)
    form = written(client, window)
    client.force_login(cast.bob)  # a new session, and the form's token is of the old one
    session = client.session
    session.pop("_csrftoken", None)
    session.save()
    told = send(client, window, form)
    assert told.status_code == 403  # type: ignore[attr-defined]
    again = form_on(told.content.decode())  # type: ignore[attr-defined]
    assert client.post(again.pop("")[0], again).status_code == 302


def test_the_next_person_at_the_same_computer_sees_nothing_of_it(cast: Cast, window: Window) -> None:
    client = signed_in(cast.bob)
    form = written(client, window)
    run_out()
    send(client, window, form)
    client.force_login(cast.alice)
    page = client.get(reverse("still_here")).content.decode()
    assert HARD[0] not in page
    assert "Nothing is waiting here" in page
    client.force_login(cast.bob)
    assert "Nothing is waiting here" in client.get(reverse("still_here")).content.decode()


def test_what_waits_on_the_server_is_sealed_and_the_key_is_in_the_browser_only(
    cast: Cast, window: Window
) -> None:
    client = signed_in(cast.bob)
    form = written(client, window)
    run_out()
    send(client, window, form)
    key = client.cookies[KEY]
    assert (key["max-age"], key["path"], bool(key["httponly"])) == (3600, reverse("still_here"), True)
    kept = "".join(str(session.get_decoded()) for session in Session.objects.all())
    assert SLOT in kept
    assert HARD[0] not in kept
    assert key.value not in kept
    del client.cookies[KEY]
    client.force_login(cast.bob)
    assert "Nothing is waiting here" in client.get(reverse("still_here")).content.decode()


@pytest.mark.parametrize("whose", ["", "somebody", "0" * 32 + ":forged"])
def test_a_form_that_does_not_say_whose_it_is_is_not_kept(whose: str, cast: Cast, window: Window) -> None:
    """Another site could make a browser send a form; it is not put before anybody to be sent on."""
    client = signed_in(cast.bob)
    form = {**written(client, window), "_whose": whose, "csrfmiddlewaretoken": "x" * 64}
    told = send(client, window, form)
    assert told.status_code == 403  # type: ignore[attr-defined]
    assert HARD[0] not in told.content.decode()  # type: ignore[attr-defined]
    assert not any(SLOT in session.get_decoded() for session in Session.objects.all())


def test_a_form_of_somebody_else_is_not_offered(cast: Cast, window: Window) -> None:
    alices = written(signed_in(cast.alice), window)
    told = send(signed_in(cast.bob), window, {**alices, "csrfmiddlewaretoken": "x" * 64})
    assert HARD[0] not in told.content.decode()  # type: ignore[attr-defined]


def test_it_can_be_let_go(cast: Cast, window: Window) -> None:
    client = Client()
    client.force_login(cast.bob)
    form = written(client, window)
    run_out()
    send(client, window, form)
    client.force_login(cast.bob)
    assert client.post(reverse("still_here")).status_code == 302
    assert "Nothing is waiting here" in client.get(reverse("still_here")).content.decode()


def test_a_visit_without_a_form_is_led_to_the_sign_in_as_ever(window: Window) -> None:
    address = reverse("write_window", args=[window.public_id])
    for response in (Client().get(address), Client().post(address, {"hard": "x"})):
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_login"))


def test_a_page_that_needs_no_sign_in_does_not_say_who_is_looking(cast: Cast) -> None:
    client = Client()
    client.force_login(cast.bob)
    for name in ("account_login", "guide_live", "guide"):
        assert "_whose" not in client.get(reverse(name)).content.decode()


def test_a_passphrase_that_was_typed_is_never_kept(cast: Cast, window: Window) -> None:
    client = signed_in(cast.bob)
    form = {**written(client, window), "passphrase": "four calm geese by the mill"}
    run_out()
    told = send(client, window, form)
    assert "nothing is lost" not in told.content.decode()  # type: ignore[attr-defined]
    assert KEY not in client.cookies
    assert all(SLOT not in one.get_decoded() for one in Session.objects.all())

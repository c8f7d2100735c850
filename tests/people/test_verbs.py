"""Five questions for each verb: does it work, refuse a look, a colleague, a stranger, a second time?"""

from typing import Any

import pytest
from django.urls import reverse

from fanlight.audit.models import Entry
from fanlight.people.models import Invitation, Membership, Organisation, Team, User
from people.verbs import VERBS, Verb
from support.worlds import Cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)]


def prepared(verb: Verb, cast: Cast) -> tuple[str, dict[str, Any]]:
    """The address and what is sent, with the world made ready; the deed not yet done."""
    address = reverse(verb.name, kwargs=verb.where(cast))
    data = verb.data(cast)
    assert not verb.done(cast)
    return address, data


def state() -> list[Any]:
    """What a second time must leave as it is."""
    return [
        sorted(User.objects.values_list("email", "name")),
        sorted(
            Membership.objects.values_list("user__email", "role", "team__name", "organisation__name"), key=str
        ),
        sorted(Team.objects.values_list("name", "organisation__name", "ended_on"), key=str),
        sorted(Organisation.objects.values_list("name", "parent__name", "kind"), key=str),
        sorted(Invitation.objects.values_list("email", "role")),
    ]


def test_it_works_and_is_on_record(verb: Verb, cast: Cast) -> None:
    address, data = prepared(verb, cast)
    before = Entry.objects.count()
    response = signed_in(getattr(cast, verb.who)).post(address, data)
    assert response.status_code == 302
    assert verb.done(cast)
    assert Entry.objects.filter(by=getattr(cast, verb.who)).count() > 0
    assert Entry.objects.count() > before


def test_looking_changes_nothing(verb: Verb, cast: Cast) -> None:
    address, _ = prepared(verb, cast)
    before = state()
    assert signed_in(getattr(cast, verb.who)).get(address).status_code in {200, 405}
    assert not verb.done(cast)
    assert state() == before


def test_a_colleague_without_the_role_is_refused(verb: Verb, cast: Cast) -> None:
    address, data = prepared(verb, cast)
    assert signed_in(getattr(cast, verb.colleague)).post(address, data).status_code == 403
    assert not verb.done(cast)


def test_a_stranger_gets_404(verb: Verb, cast: Cast) -> None:
    address, data = prepared(verb, cast)
    for stranger in (cast.charlie, cast.dana):
        assert signed_in(stranger).post(address, data).status_code == 404
    assert not verb.done(cast)


def test_a_second_time_is_harmless(verb: Verb, cast: Cast) -> None:
    address, data = prepared(verb, cast)
    client = signed_in(getattr(cast, verb.who))
    client.post(address, data)
    after_once = state()
    assert client.post(address, data).status_code in {302, 403, 404, 422}
    assert verb.done(cast)
    assert state() == after_once

"""How often a page of a round's lead or of whoever types in asks the database: the same for many as for few."""

from collections.abc import Collection

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fanlight.people.models import User
from fanlight.responses.actions import make_slips, put_in_urn
from fanlight.responses.urn import Form, new_ballot
from fanlight.surveys.models import Round, Way
from support.worlds import Cast, a_draft, an_open_round, signed_in

pytestmark = pytest.mark.django_db


def asked(user: User, names: Collection[str], key: str) -> dict[str, int]:
    """How many statements each page needs, once the session is there."""
    client = signed_in(user)
    counts = {}
    for name in names:
        address = reverse(name, args=[key])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        counts[name] = len(queries)
    return counts


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice, ways=tuple(Way), people=60)


LEADS_PAGES = {"hand_out": 7, "slips": 7, "round": 10, "extend": 5, "debrief_booking": 5}
TYPISTS_PAGES = {"type_in": 6, "type_in_form": 7}
TEAMS_PAGES = {"team_people": 11, "plan": 8}
DRAFTS_PAGES = {"open_round": 13, "small_team": 9, "change_round": 5, "pulse": 5}


def test_pages_ask_as_often_for_many_answers_as_for_none(cast: Cast, round: Round) -> None:
    typist = signed_in(cast.fay)
    typist.post(reverse("type_in", args=[round.public_id]))
    draft = a_draft(cast.ward, by=cast.alice, people=6)
    for _ in range(2):
        assert asked(cast.alice, LEADS_PAGES, round.public_id) == LEADS_PAGES
        assert asked(cast.fay, TYPISTS_PAGES, round.public_id) == TYPISTS_PAGES
        assert asked(cast.alice, TEAMS_PAGES, cast.ward.public_id) == TEAMS_PAGES
        assert asked(cast.alice, DRAFTS_PAGES, draft.public_id) == DRAFTS_PAGES
        put_in_many(round)


def put_in_many(round: Round) -> None:
    for code in make_slips(round=round, number=20, by=None):
        put_in_urn(round=round, form=Form({}, "", new_ballot(), 1), slip=code)

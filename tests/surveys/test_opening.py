"""Opening a round: only with a debrief booked, and then everything is frozen."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.surveys.actions import NotNow, book_debrief, close_round, mark_released, open_round, plan_round
from fanlight.surveys.keys import KeyIsLost, destroy_key, private_key
from fanlight.surveys.models import Round, State
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(cast: Cast) -> Round:
    now = timezone.now()
    return plan_round(
        team=cast.ward,
        instrument_id="fanlight-pulse",
        people=20,
        opens_at=now,
        closes_at=now + timedelta(days=7),
        by=cast.alice,
    )


def book(round: Round, cast: Cast) -> Round:
    at = round.closes_at + timedelta(days=3)
    return book_debrief(round=round, at=at, place="Staff room", facilitator="Fay", by=cast.alice)


def test_a_round_without_a_debrief_does_not_open(draft: Round, cast: Cast) -> None:
    with pytest.raises(NotNow, match="Book the debrief first"):
        open_round(round=draft, by=cast.alice)


def test_the_debrief_comes_after_the_close(draft: Round, cast: Cast) -> None:
    with pytest.raises(NotNow, match="after the round closes"):
        book_debrief(round=draft, at=draft.closes_at, place="Staff room", facilitator="Fay", by=cast.alice)


def test_opening_freezes_the_wording_the_minimum_and_the_key(draft: Round, cast: Cast) -> None:
    round = open_round(round=book(draft, cast), by=cast.alice)
    assert round.state == State.OPEN
    assert round.minimum == 11
    assert private_key(round).public_key.encode().hex() == round.public_key
    assert round.instrument.id == "fanlight-pulse"
    assert Entry.objects.filter(verb="open_round", subject_id=round.public_id, by=cast.alice).count() == 1


def test_a_questionnaire_without_permission_cannot_be_opened(cast: Cast) -> None:
    now = timezone.now()
    draft = plan_round(
        team=cast.ward,
        instrument_id="sops-hospital-2",
        people=20,
        opens_at=now,
        closes_at=now + timedelta(days=7),
        by=cast.alice,
    )
    with pytest.raises(NotNow, match="permission"):
        open_round(round=book(draft, cast), by=cast.alice)


def test_a_round_opens_once(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    with pytest.raises(NotNow, match="opened already"):
        open_round(round=round, by=cast.alice)


def test_closing_twice_is_harmless(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    close_round(round=round, by=cast.alice)
    close_round(round=round, by=cast.alice)
    assert Entry.objects.filter(verb="close_round").count() == 1


def test_only_a_closed_round_is_released(cast: Cast) -> None:
    with pytest.raises(NotNow, match="closed"):
        mark_released(round=an_open_round(cast.ward, by=cast.alice), by=None)


def test_a_destroyed_key_is_gone(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    destroy_key(round)
    with pytest.raises(KeyIsLost):
        private_key(round)

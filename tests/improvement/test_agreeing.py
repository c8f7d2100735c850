"""One to three agreed actions, kept up to date by the team."""

from datetime import timedelta

import pytest
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.improvement.actions import EnoughAgreed, agree_action, report_progress
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.improvement.queries import actions_going_on, actions_without_round
from support.debriefs import agree
from support.worlds import Cast, a_released_round

pytestmark = pytest.mark.django_db


def test_what_is_agreed_stands_with_its_team_and_on_record(cast: Cast) -> None:
    action = agree(a_released_round(cast.ward, by=cast.alice), by=cast.alice)
    assert list(actions_going_on(cast.ward)) == [action]
    entry = Entry.objects.get(verb="agree_action")
    assert (entry.by, entry.subject_id) == (cast.alice, action.public_id)
    assert "Bob" not in str(entry.detail)


def test_agreeing_twice_on_the_same_is_harmless(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    assert agree(round, by=cast.alice) == agree(round, by=cast.bob)
    assert AgreedAction.objects.count() == 1


def test_a_fourth_thing_waits_until_one_is_finished(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    first, *_ = [agree(round, by=cast.alice, what=f"Thing {number}") for number in (1, 2, 3)]
    with pytest.raises(EnoughAgreed, match="Three things"):
        agree(round, by=cast.alice, what="Thing 4")
    report_progress(
        action=first,
        progress=Progress.KEPT,
        note="",
        look_again_on=timezone.localdate(),
        version=first.version,
        by=cast.bob,
    )
    agree(round, by=cast.alice, what="Thing 4")
    assert actions_going_on(cast.ward).count() == 3


def test_a_team_without_a_round_agrees_all_the_same(cast: Cast) -> None:
    action = agree_action(
        team=cast.ward,
        round=None,
        what="Say good morning by name",
        first_step="Tomorrow",
        who="the team",
        look_again_on=timezone.localdate() + timedelta(days=14),
        by=cast.bob,
    )
    assert list(actions_without_round(cast.ward)) == [action]


def test_an_action_outlives_the_round_that_led_to_it(cast: Cast) -> None:
    action = agree(a_released_round(cast.ward, by=cast.alice), by=cast.alice)
    assert action.round is not None
    action.round.delete()
    action.refresh_from_db()
    assert action.round is None

"""One letter a week at most, none when nothing is due, and off when somebody says so."""

from datetime import date, datetime, time, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.models import AgreedAction, Cycle, Measure
from fanlight.people.actions import give_team_role
from fanlight.people.models import User
from fanlight.people.roles import Role
from fanlight.team.actions import switch_digest, write_message
from fanlight.team.tasks import send_weekly_letters
from fanlight.windows.queries.huddles import monday
from support.changes import a_cycle, a_measure, an_action
from support.worlds import COMMENTS, Cast, a_commented_round, signed_in

pytestmark = pytest.mark.django_db

MONDAY = monday(timezone.localdate())


def at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))


def letters(now: datetime | None = None) -> dict[str, str]:
    mail.outbox = []
    send_weekly_letters(now or at(MONDAY, 8))
    return {message.to[0].split("@")[0]: str(message.body) for message in mail.outbox}


def something_due(cast: Cast) -> AgreedAction:
    action = an_action(cast.ward)
    AgreedAction.objects.update(look_again_on=MONDAY)
    return action


def test_everybody_in_the_team_gets_one_letter_with_the_addresses(cast: Cast) -> None:
    action = something_due(cast)
    found = letters()
    assert set(found) == {"alice", "bob"}, "Fay runs the talk and does not work there"
    assert f"Look again: {action.what}" in found["bob"]
    assert reverse("change_action", args=[action.public_id]) in found["bob"]
    assert reverse("digest") in found["bob"]
    assert letters() == {}, "never two in a week"
    assert set(letters(at(MONDAY + timedelta(days=7), 8))) == {"alice", "bob"}


def test_a_letter_is_plain_text_and_says_what_the_team_wrote(cast: Cast) -> None:
    an_action(cast.ward, what='Bay 2 & 3: the night\'s "quiet" hour < 4am')
    AgreedAction.objects.update(look_again_on=MONDAY)
    assert 'Look again: Bay 2 & 3: the night\'s "quiet" hour < 4am\n' in letters()["bob"]


def test_nothing_due_is_no_letter(cast: Cast) -> None:
    an_action(cast.ward, look_again_on=MONDAY + timedelta(days=30))
    assert letters() == {}


def test_a_figure_a_test_and_a_word_from_the_coach_are_due(cast: Cast) -> None:
    measure = a_measure(cast.ward)
    Measure.objects.update(begun_on=MONDAY - timedelta(days=14))
    cycle = a_cycle(an_action(cast.ward))
    Cycle.objects.update(look_on=MONDAY + timedelta(days=4))
    write_message(team=cast.ward, words="Hello", from_coach=True, asks_help=False, by=cast.eve)
    text = letters()["alice"]
    for name, row in (("put_figure", measure), ("study_cycle", cycle), ("team_coach", cast.ward)):
        assert reverse(name, args=[row.public_id]) in text
    assert text.startswith("Dear Alice,")
    assert f"{measure.name}: type last week’s figure" in text, "on Monday it is the last whole week’s"
    assert "What came of the test on Friday?" in text


def test_a_team_that_stopped_trying_is_left_in_peace(cast: Cast) -> None:
    action = an_action(cast.ward)
    a_measure(cast.ward, action=action)
    Measure.objects.update(begun_on=MONDAY - timedelta(days=14))
    AgreedAction.objects.update(progress="kept")
    assert letters() == {}


def test_who_says_no_gets_none(cast: Cast) -> None:
    something_due(cast)
    client = signed_in(cast.bob)
    assert "checked" in client.get(reverse("digest")).content.decode()
    client.post(reverse("digest"), {})
    assert "checked" not in client.get(reverse("digest")).content.decode()
    assert set(letters()) == {"alice"}
    switch_digest(user=cast.bob, is_on=True, by=cast.bob)
    assert set(letters()) == {"bob"}


def test_somebody_in_two_teams_gets_one_letter_for_both(cast: Cast) -> None:
    give_team_role(team=cast.elsewhere, user=cast.bob, role=Role.MEMBER, by=None)
    an_action(cast.elsewhere)
    something_due(cast)
    found = letters()
    assert "Ward 6" in found["bob"]
    assert "Willow House" in found["bob"]
    assert "Ward 6" not in found["charlie"]


@pytest.mark.parametrize(("days", "hour"), [(0, 6), (0, 21), (1, 8), (3, 8), (6, 8)])
def test_only_on_mondays_by_day(days: int, hour: int, cast: Cast) -> None:
    something_due(cast)
    assert letters(at(MONDAY + timedelta(days=days), hour)) == {}


def test_without_post_nothing_is_marked_as_sent(cast: Cast, settings: object) -> None:
    something_due(cast)
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # type: ignore[attr-defined]
    assert letters() == {}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # type: ignore[attr-defined]
    assert letters()


def test_people_who_left_and_closed_accounts_get_none(cast: Cast) -> None:
    something_due(cast)
    User.objects.filter(pk=cast.fay.pk).update(is_active=False)
    assert set(letters()) == {"alice", "bob"}


def test_who_reads_comments_first_is_told_that_some_wait_and_nothing_of_them(cast: Cast) -> None:
    round = a_commented_round(cast.ward, by=cast.alice)
    found = letters()
    assert set(found) == {"fay"}
    assert reverse("comments", args=[round.public_id]) in found["fay"]
    told = found["fay"].replace(round.public_id, "").replace("Ward 6", "")
    assert not any(words in told for text in COMMENTS for words in text.split(". "))
    assert not any(letter.isdigit() for letter in told.replace(round.title, "").partition("http")[0])


def test_one_letter_for_comments_and_for_what_is_due(cast: Cast) -> None:
    give_team_role(team=cast.elsewhere, user=cast.fay, role=Role.MEMBER, by=None)
    round = a_commented_round(cast.ward, by=cast.alice)
    own = an_action(cast.elsewhere)
    action = something_due(cast)
    found = letters()
    address = reverse("comments", args=[round.public_id])
    assert address in found["fay"]
    assert reverse("change_action", args=[own.public_id]) in found["fay"]
    assert reverse("change_action", args=[action.public_id]) not in found["fay"]
    assert address not in found["alice"] + found["bob"]

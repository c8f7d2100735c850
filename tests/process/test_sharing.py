"""What a team shares: a lead begins it, everybody sees it, anybody in the team ends it."""

import pytest
from django.urls import reverse

from fanlight.audit.models import Entry
from fanlight.process.models import Share, Shareable
from support.debriefs import a_debrief
from support.reading import words_of
from support.worlds import Cast, a_released_round, signed_in

pytestmark = pytest.mark.django_db


def press(cast: Cast, who: str, verb: str, what: str = "actions") -> int:
    return signed_in(getattr(cast, who)).post(reverse(verb, args=[cast.ward.public_id, what])).status_code


def seen_by_coach(cast: Cast) -> str:
    return signed_in(cast.eve).get(reverse("team_process", args=[cast.ward.public_id])).content.decode()


@pytest.fixture
def _held(cast: Cast) -> None:
    a_debrief(a_released_round(cast.ward, by=cast.alice), by=cast.bob)


@pytest.mark.usefixtures("_held")
def test_nothing_is_shared_by_itself(cast: Cast) -> None:
    assert "What a team shares is its own to choose" in seen_by_coach(cast)
    assert "huddle" not in seen_by_coach(cast)


@pytest.mark.usefixtures("_held")
def test_a_lead_shares_and_the_coach_sees_words_without_names(cast: Cast) -> None:
    for _ in range(2):
        assert press(cast, "alice", "share") == 302
    seen = seen_by_coach(cast)
    assert "two-minute huddle" in seen
    assert "Bob" not in words_of(seen)
    assert "Handover is rushed" not in seen
    assert Entry.objects.filter(verb="share", by=cast.alice).count() == 1


@pytest.mark.usefixtures("_held")
def test_sharing_what_came_of_a_round_leads_to_its_page_of_words(cast: Cast) -> None:
    press(cast, "alice", "share", "we-did")
    seen = seen_by_coach(cast)
    round = cast.ward.rounds.get()
    assert reverse("we_did", args=[round.door]) in seen
    assert reverse("results", args=[round.public_id]) not in seen
    assert "two-minute huddle" not in seen


@pytest.mark.usefixtures("_held")
def test_anybody_in_the_team_stops_it_and_nothing_is_left(cast: Cast) -> None:
    press(cast, "alice", "share")
    for _ in range(2):
        assert press(cast, "bob", "stop_sharing") == 302
    assert not Share.objects.exists()
    assert "huddle" not in seen_by_coach(cast)
    assert Entry.objects.filter(verb="stop_sharing", by=cast.bob).count() == 1


@pytest.mark.parametrize(
    ("who", "verb", "status"),
    [
        ("bob", "share", 403),
        ("fay", "share", 403),
        ("eve", "share", 403),
        ("ada", "share", 403),
        ("charlie", "share", 404),
        ("dana", "share", 404),
        ("eve", "stop_sharing", 403),
        ("charlie", "stop_sharing", 404),
    ],
)
def test_others_are_refused(cast: Cast, who: str, verb: str, status: int) -> None:
    assert press(cast, who, verb) == status
    assert not Share.objects.exists()


def test_what_does_not_exist_is_not_shared(cast: Cast) -> None:
    assert press(cast, "alice", "share", "results") == 404
    assert "results" not in Shareable.values


def test_the_choice_its_readers_and_its_history_are_seen_by_everybody_in_the_team(cast: Cast) -> None:
    press(cast, "alice", "share")
    page = signed_in(cast.bob).get(reverse("sharing", args=[cast.ward.public_id])).content.decode()
    assert "Shared since" in page
    assert "Stop sharing it" in page
    assert "Eve Example" in page
    assert "Gil Example" not in page  # a guardian does not see a team's process
    assert "Alice Example began to share" in page
    assert reverse("share", args=[cast.ward.public_id, "we-did"]) not in page  # Bob cannot begin

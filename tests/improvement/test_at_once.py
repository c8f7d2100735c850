"""Two people at one board in the same moment: nothing is lost, and the second is told.

Each has a connection of their own: on PostgreSQL as it is, on SQLite to a file.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.improvement.models import AgreedAction, Cycle, Figure
from support.at_once import apart, at_once, onto_disk
from support.changes import a_measure, an_action, planned
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 6  # who is first is for chance to say, so it is asked more than once


@pytest.fixture
def settle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Called when the world is made: from then on everybody has a connection of their own."""
    return lambda: onto_disk(tmp_path, monkeypatch)


def both(address: str, clients: tuple[Client, Client], first: dict, second: dict) -> list[HttpResponse]:  # type: ignore[type-arg]
    alice, bob = clients
    return at_once(lambda: alice.post(address, first), lambda: bob.post(address, second))


def edited(action: AgreedAction, what: str) -> dict[str, str]:
    names = ("first_step", "who", "element", "focus", "card")
    said = {name: getattr(action, name) for name in names}
    return {**said, "look_again_on": action.look_again_on.isoformat(), "version": "1", "what": what}


def people(cast: Cast) -> tuple[Client, Client]:
    return signed_in(cast.alice), signed_in(cast.bob)


def test_two_who_write_on_one_card_keep_both_texts(settle: Callable[[], None], cast: Cast) -> None:
    clients = people(cast)
    cards = [
        an_action(cast.ward, what=f"Thing {number}", first_step=f"Step {number}") for number in range(TIMES)
    ]
    settle()
    for card in cards:
        answers = both(
            reverse("edit_action", args=[card.public_id]),
            clients,
            edited(card, "A huddle at eight"),
            edited(card, "A huddle by the sink"),
        )
        assert sorted(answer.status_code for answer in answers) == [302, 422]
        told = next(answer for answer in answers if answer.status_code == 422).content.decode()
        assert "Somebody saved this while you were writing" in told
        assert "A huddle at eight" in told
        assert "A huddle by the sink" in told
        kept = apart(lambda: AgreedAction.objects.get(pk=card.pk))  # noqa: B023 (asked at once)
        assert kept.version == 2
        assert kept.what in {"A huddle at eight", "A huddle by the sink"}


def test_two_who_move_one_card_apart_are_told(settle: Callable[[], None], cast: Cast) -> None:
    clients = people(cast)
    cards = [
        an_action(cast.ward, what=f"Thing {number}", first_step=f"Step {number}") for number in range(TIMES)
    ]
    settle()
    for card in cards:
        address = reverse("move_action", args=[card.public_id])
        answers = both(address, clients, {"to": "trying", "version": "1"}, {"to": "stopped", "version": "1"})
        assert sorted(answer.status_code for answer in answers) == [302, 409]
        moved = apart(lambda: Entry.objects.filter(verb="move_action").count())
        assert moved == cards.index(card) + 1, "what was refused is not on record as done"


def test_two_who_add_at_once_add_both_and_the_same_only_once(settle: Callable[[], None], cast: Cast) -> None:
    clients = people(cast)
    blank = an_action(cast.ward)
    settle()
    address = reverse("add_action", args=[cast.ward.public_id])
    for number in range(TIMES):
        ours, same = edited(blank, f"Ours {number}"), edited(blank, f"Same {number}")
        both(address, clients, ours, edited(blank, f"Theirs {number}"))
        both(address, clients, same, same)
    found = apart(lambda: sorted(AgreedAction.objects.exclude(pk=blank.pk).values_list("what", flat=True)))
    assert found == sorted(
        f"{whose} {number}" for whose in ("Ours", "Theirs", "Same") for number in range(TIMES)
    )


def test_two_who_plan_at_once_have_one_test_going_on(settle: Callable[[], None], cast: Cast) -> None:
    clients = people(cast)
    action, plan = an_action(cast.ward), planned()
    settle()
    said = {
        "prediction": plan.prediction,
        "scale": plan.scale,
        "begins_on": plan.begins_on.isoformat(),
        "look_on": plan.look_on.isoformat(),
        "version": "1",
    }
    address = reverse("plan_cycle", args=[action.public_id])
    answers = both(address, clients, {**said, "plan": "On nights"}, {**said, "plan": "On days"})
    assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert apart(Cycle.objects.count) == 1


def test_two_who_type_one_week_keep_the_first_and_tell_the_second(
    settle: Callable[[], None], cast: Cast
) -> None:
    clients = people(cast)
    measures = [a_measure(cast.ward, name=f"Huddles {number}") for number in range(TIMES)]
    settle()
    period = measures[0].period_of(timezone.localdate()).isoformat()
    for measure in measures:
        answers = both(
            reverse("put_figure", args=[measure.public_id]),
            clients,
            {"value": "3", "period": period},
            {"value": "4", "period": period},
        )
        assert sorted(answer.status_code for answer in answers) == [302, 422]
    assert apart(Figure.objects.count) == TIMES

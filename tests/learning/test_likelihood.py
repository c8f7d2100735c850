"""Comparing two groups of staff: in words, with a gate, for organisations only, and nothing kept."""

import pytest
from django.urls import get_resolver, reverse

from fanlight.audit.models import Entry
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

TYPED = {
    "what": "entered a formal process",
    "one_name": "Staff from ethnic minorities",
    "one_events": "9",
    "one_people": "750",
    "other_name": "White staff",
    "other_events": "17",
    "other_people": "2429",
}


def compared(cast: Cast, **more: str) -> tuple[int, str]:
    client = signed_in(cast.sam)
    response = client.post(reverse("likelihood", args=[cast.hospital.public_id]), {**TYPED, **more})
    return response.status_code, response.content.decode()


def test_a_difference_from_few_people_is_said_to_be_perhaps_chance(cast: Cast) -> None:
    status, page = compared(cast)
    assert status == 200
    assert (
        "Staff from ethnic minorities were 1.7 times as likely as white staff to have entered a formal process"
        in page
    )
    assert "anywhere from 0.8 to 3.8 times" in page
    assert "this could be chance" in page
    assert "9 of 750, 1.2%" in page


def test_a_difference_from_many_is_not_put_down_to_chance(cast: Cast) -> None:
    _, page = compared(cast, one_events="90", one_people="7500", other_events="170", other_people="24290")
    assert "Chance alone is unlikely to explain this" in page


@pytest.mark.parametrize("few", [{"one_events": "4"}, {"one_events": "5", "one_people": "10"}])
def test_behind_the_gate_there_is_no_ratio(few: dict[str, str], cast: Cast) -> None:
    status, page = compared(cast, **few)
    assert status == 200
    assert "Too few to say" in page
    assert "times as likely" not in page


@pytest.mark.parametrize(
    "wrong", [{"one_events": "751"}, {"one_events": "-1"}, {"one_people": "many"}, {"what": ""}]
)
def test_what_cannot_be_is_said_and_kept_on_the_page(wrong: dict[str, str], cast: Cast) -> None:
    status, page = compared(cast, **wrong)
    assert status == 422
    assert "2429" in page


def test_nothing_that_is_typed_is_kept(cast: Cast) -> None:
    before = Entry.objects.count()
    compared(cast)
    assert Entry.objects.count() == before


def test_no_team_has_such_a_page() -> None:
    apps = get_resolver().url_patterns
    patterns = [str(entry.pattern) for app in apps for entry in getattr(app, "url_patterns", [app])]
    found = [pattern for pattern in patterns if "likelihood" in pattern]
    assert found == ["organisations/<slug:public_id>/likelihood/"]

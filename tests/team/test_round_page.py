"""A round's own page: its band of answers, the advice that fits, and what a lead can do."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from fanlight.responses.queries import AnswersBand, answers_band
from fanlight.surveys.models import Round
from support.worlds import Cast, a_draft, an_open_round, fill_urn, signed_in

pytestmark = pytest.mark.django_db


def page(cast: Cast, round: Round, who: str = "alice") -> str:
    client = signed_in(getattr(cast, who))
    return client.get(reverse("round", args=[round.public_id])).content.decode()


def ends_in(round: Round, days: int) -> Round:
    ends = timezone.now() + timedelta(days=days)
    Round.objects.filter(pk=round.pk).update(opens_at=timezone.now() - timedelta(days=12), closes_at=ends)
    round.refresh_from_db()
    return round


def test_the_number_of_answers_is_a_band_and_nobody_is_as_few(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    bands = []
    for more in (0, 10, 1, 14):
        fill_urn(round, more)
        bands.append(str(answers_band(round)))
    assert bands == ["Up to 10", "Up to 10", "11 to 24", "25 to 49"]
    assert answers_band(round) == AnswersBand(25, 49)


def test_few_answers_late_bring_advice_about_everybody(cast: Cast) -> None:
    round = ends_in(an_open_round(cast.ward, by=cast.alice), 3)
    seen = page(cast, round)
    assert "Fewer than half have answered so far" in seen
    assert "the night one first" in seen
    assert "you can give people more time, once" in seen
    assert "have not answered" not in seen


def test_few_answers_early_are_no_reason_to_worry(cast: Cast) -> None:
    seen = page(cast, an_open_round(cast.ward, by=cast.alice))
    assert "Fewer than half" not in seen
    assert "nights and weekends too" in seen


@pytest.mark.parametrize(
    ("ways", "words"), [(["link", "paper"], "a few paper forms"), (["shared_device"], "tablet")]
)
def test_the_advice_fits_the_ways(cast: Cast, ways: list[str], words: str) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    Round.objects.filter(pk=round.pk).update(ways=ways)
    assert words in page(cast, ends_in(round, 3))


def test_many_answers_are_thanked_for(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    fill_urn(round, 25)
    assert "At least two in three have answered" in page(cast, ends_in(round, 3))


def test_only_leads_are_given_advice_and_deeds(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    seen = page(cast, round, "bob")
    assert "What helps now" not in seen
    assert reverse("extend", args=[round.public_id]) not in seen


def test_a_draft_can_be_dropped_and_shows_the_ways_of_small_teams(cast: Cast) -> None:
    draft = a_draft(cast.ward, by=cast.alice, people=6)
    seen = page(cast, draft)
    for name in ("drop", "small_team", "debrief_booking"):
        assert reverse(name, args=[draft.public_id]) in seen
    assert reverse("extend", args=[draft.public_id]) not in seen

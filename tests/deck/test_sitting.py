"""People with cards on their phones: begun by anybody, joined by a code, the same for all, and then forgotten."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.guide import actions
from fanlight.guide.actions import TableFull, begin_sitting, end_sitting, forget_old_sittings, move
from fanlight.guide.models import Sitting
from fanlight.guide.queries import Focus, Use, load_guide
from fanlight.guide.queries.boards import HOW_MANY
from fanlight.guide.views import live

pytestmark = pytest.mark.django_db

GUIDE = load_guide()
SLUGS = [card.slug for card in GUIDE.cards]
WAYS = list(HOW_MANY)


def here(sitting: Sitting) -> str:
    return reverse("guide_live_sitting", args=[sitting.code])


def begun(use: Use) -> Sitting:
    return begin_sitting(use=use, cards=SLUGS[: HOW_MANY[use]])


@pytest.mark.parametrize("use", WAYS)
def test_anybody_may_begin_and_everybody_with_the_code_sees_the_same(use: Use) -> None:
    response = Client().post(reverse("guide_live"), {"way": use.value, "focus": "civility"})
    sitting = Sitting.objects.get()
    assert response["Location"] == here(sitting)
    assert len(sitting.board["cards"]) == HOW_MANY[use]
    assert {GUIDE.card(slug).focus for slug in sitting.board["cards"]} == {Focus.CIVILITY}
    first, second = (Client().get(here(sitting)).content for _ in range(2))
    assert first == second


def test_it_can_begin_with_the_card_in_hand() -> None:
    page = Client().get(reverse("guide_live"), {"card": "the-porter-knows"}).content.decode()
    assert "The porter knows" in page
    Client().post(reverse("guide_live"), {"card": "the-porter-knows"})
    assert Sitting.objects.get().board["cards"] == ["the-porter-knows"]


@pytest.mark.parametrize("sent", [{}, {"way": "in_pairs"}, {"way": "safety_moment", "focus": "the-moon"}])
def test_what_makes_no_sense_is_said_and_begins_nothing(sent: dict[str, str]) -> None:
    response = Client().post(reverse("guide_live"), sent)
    assert response.status_code == 422
    assert not Sitting.objects.exists()


def test_a_code_is_joined_however_it_is_typed() -> None:
    sitting = begun(Use.SAFETY_MOMENT)
    code = f" {sitting.code[:3].upper()}-{sitting.code[3:]} "
    response = Client().get(reverse("guide_live_join"), {"code": code})
    assert response["Location"] == here(sitting)


@pytest.mark.parametrize("code", ["", "zzzzzz", "<script>"])
def test_a_code_that_opens_nothing_is_said_kindly(code: str) -> None:
    page = Client().get(reverse("guide_live_join"), {"code": code})
    assert page.status_code == 200
    assert "There are no cards on this table" in page.content.decode()


@pytest.mark.parametrize("use", WAYS)
@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"do": "fly"},
        {"do": "on", "step": "nonsense"},
        {"do": "question", "number": "9" * 400},
        {"do": "lay", "card": "x", "corner": "strong"},
        {"do": "arrow", "start": "x", "end": "y"},
    ],
)
def test_a_move_that_makes_no_sense_changes_nothing(use: Use, sent: dict[str, str]) -> None:
    sitting = begun(use)
    assert Client().post(here(sitting), sent).status_code == 302
    sitting.refresh_from_db()
    assert sitting.board == begun(use).board


def test_a_phone_counts_once_and_is_told_so() -> None:
    sitting, phone = begun(Use.COMPARE_VIEWS), Client()
    for _ in range(2):
        phone.post(here(sitting), {"do": "sort", "like": ["0", "1"]})
    sitting.refresh_from_db()
    assert sitting.board["sorted"] == 1
    assert "Yours are in the pile with the others" in phone.get(here(sitting)).content.decode()


def test_no_count_is_on_any_page_while_people_sort() -> None:
    sitting = begun(Use.COMPARE_VIEWS)
    for like in (["0", "1"], ["0", "1"], ["0"], ["0"], ["0"], ["0", "2"]):
        Client().post(here(sitting), {"do": "sort", "like": like})
    page = Client().get(here(sitting)).content.decode()
    assert not re.search(r"\d like us", page)
    Client().post(here(sitting), {"do": "close"})
    page = Client().get(here(sitting)).content.decode()
    assert "2 like us, 4 not like us" in page
    assert page.count("All of you, or all but one: like us") == 1
    assert page.count("All of you, or all but one: not like us") == 6, "the one who ticked alone stays unseen"


def test_the_cookie_is_the_same_on_every_phone_and_goes_with_the_sitting() -> None:
    sitting, phones = begun(Use.COMPARE_VIEWS), [Client(), Client()]
    for place, phone in enumerate(phones):
        phone.post(here(sitting), {"do": "sort", "like": [str(place)]})
    first, second = ({key: one.value for key, one in phone.cookies.items()} for phone in phones)
    assert first == second
    assert first == {f"sorted-{sitting.code}": "1"}
    end_sitting(sitting=sitting)
    gone = phones[0].get(here(sitting))
    assert gone.status_code == 404
    assert gone.cookies[f"sorted-{sitting.code}"]["max-age"] == 0


def test_ending_takes_everything_off_and_twice_is_harmless() -> None:
    sitting = begun(Use.INFLUENCE_MAP)
    response = Client().post(here(sitting), {"do": "end"})
    assert "Nothing was kept" in Client().get(response["Location"]).content.decode()
    end_sitting(sitting=sitting)
    assert not move(sitting=sitting, make=lambda board: board)
    assert not Sitting.objects.exists()


def test_it_is_forgotten_after_three_hours_whatever_happens() -> None:
    old, new = begun(Use.SAFETY_MOMENT), begun(Use.SAFETY_MOMENT)
    Sitting.objects.filter(code=old.code).update(ends_at=timezone.now() - timedelta(seconds=1))
    assert Client().get(here(old)).status_code == 404
    assert not move(sitting=old, make=lambda board: board)
    assert list(Sitting.objects.filter(ends_at__gt=timezone.now())) == [new]


@pytest.mark.django_db(transaction=True)
def test_the_clock_takes_old_ones_away() -> None:
    old = begun(Use.SAFETY_MOMENT)
    Sitting.objects.filter(code=old.code).update(ends_at=timezone.now() - timedelta(seconds=1))
    assert forget_old_sittings() == 1
    assert forget_old_sittings() == 0


def test_nobody_can_fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_AT_ONCE", 1)
    begun(Use.SAFETY_MOMENT)
    with pytest.raises(TableFull):
        begun(Use.SAFETY_MOMENT)
    assert Client().post(reverse("guide_live"), {"way": "safety_moment"}).status_code == 503


def test_one_address_cannot_begin_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live, "RATES", {"begin": "1/10m/ip"})
    statuses = [Client().post(reverse("guide_live"), {"way": "safety_moment"}).status_code for _ in range(2)]
    assert statuses == [302, 429]


def test_a_sitting_is_on_no_record_and_knows_nobody() -> None:
    sitting = begun(Use.SAFETY_MOMENT)
    Client().post(here(sitting), {"do": "on", "step": "read"})
    end_sitting(sitting=sitting)
    assert not Entry.objects.exists()
    assert not [field for field in Sitting._meta.get_fields() if field.is_relation]


def test_the_page_without_scripts_loads_itself_anew_only_where_nobody_is_choosing() -> None:
    waits, chooses = begun(Use.SAFETY_MOMENT), begun(Use.COMPARE_VIEWS)
    assert 'http-equiv="refresh"' in Client().get(here(waits)).content.decode()
    assert 'http-equiv="refresh"' not in Client().get(here(chooses)).content.decode()

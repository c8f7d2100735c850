"""What the guide can be asked: five questions, words to look for, where to take a worry, easy words."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from fanlight.guide.forms import read_answers, read_filters, read_words
from fanlight.guide.pages.search import places, search_page
from fanlight.guide.pages.speaking_up import speaking_up_page
from fanlight.guide.pages.way_in import AT_THE_TOP, way_in_page
from fanlight.guide.queries import Setting, load_guide
from fanlight.guide.queries.words import slug_of
from fanlight.site import options

GUIDE = load_guide()
WORST = {"what-presses": "sharp-words", "time-together": "none"}


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def test_the_way_in_asks_five_questions_and_keeps_nothing(client: Client) -> None:
    page = text_of(client, reverse("guide_way_in"))
    assert all(question.question in page for question in GUIDE.questions)
    assert "<form" in page
    assert 'method="get"' in page
    assert not client.cookies


def test_the_answers_sort_the_menu_and_the_reasons_are_said() -> None:
    page = way_in_page(GUIDE, WORST)
    assert page.is_answered
    assert len(page.top) == AT_THE_TOP
    assert all(one.reasons for one in page.top), "never a place without a reason"
    assert len(page.top) + len(page.rest) == len(GUIDE.ideas), "nothing is left out"
    assert page.said[0] == "There are sharp words, or a chill"


def test_an_answer_that_does_not_exist_is_left_out_with_a_word(client: Client) -> None:
    page = text_of(client, reverse("guide_way_in") + "?what-presses=moon&time-together=none")
    assert "left that answer out" in page
    assert "The menu, sorted for you" in page
    alone = text_of(client, reverse("guide_way_in") + "?what-presses=moon")
    assert "left that answer out" in alone
    assert "Where might you begin?" in alone


@effort(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([q.id for q in GUIDE.questions]) | st.text(max_size=8), st.text(max_size=12)
    )
)
def test_whatever_is_answered_the_menu_stays_whole(typed: dict[str, str]) -> None:
    chosen, _ = read_answers(GUIDE.questions, typed)
    assert set(chosen) <= set(typed)
    page = way_in_page(GUIDE, typed)
    assert len(page.top) + len(page.rest) in {0, len(GUIDE.ideas)}


@effort(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["focus", "setting", "theme"]), st.text(max_size=20)))
def test_filters_read_from_anything_can_be_read_again(typed: dict[str, str]) -> None:
    filters = read_filters(GUIDE, typed)
    again = read_filters(GUIDE, filters.chosen)
    assert again == replace(filters, left_out=())


def test_the_search_says_where_it_found_the_words() -> None:
    top = search_page(GUIDE, "start again").found[0]
    assert (top.title, top.where) == ("‘Can we start again?’", "in the title")
    [inside] = search_page(GUIDE, "scrapes the bowl").found
    assert inside.kind == "Card"
    assert inside.where == "on the card"
    assert "scrapes" in inside.excerpt


def test_the_search_minds_neither_capitals_nor_the_kind_of_quotation_mark() -> None:
    assert search_page(GUIDE, "WHY DIDN'T YOU").found == search_page(GUIDE, "why didn’t you").found != ()


@effort(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_whatever_is_looked_for_is_read_as_one_short_line(typed: str) -> None:
    words = read_words({"q": typed})
    assert len(words) <= 80
    assert words.isprintable()
    assert words == words.strip()
    assert search_page(GUIDE, words).words == words


def test_what_is_found_holds_every_word() -> None:
    for one in search_page(GUIDE, "night tired").found:
        place = next(place for place in places(GUIDE) if place.href == one.href and place.title == one.title)
        whole = " ".join([place.title, *(text for _, text in place.parts)]).casefold()
        assert "night" in whole
        assert "tired" in whole


def test_a_search_without_a_find_offers_another_way(client: Client) -> None:
    page = text_of(client, reverse("guide_search") + "?q=xylophone")
    assert "Nothing with “xylophone” yet" in page
    assert reverse("guide_way_in") in page
    nasty = client.get(reverse("guide_search"), {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in nasty


def test_each_place_of_work_has_its_route_with_its_day(client: Client) -> None:
    page = text_of(client, reverse("guide_speaking_up"))
    for route in GUIDE.routes:
        assert f'id="{slug_of(route.id)}"' in page
        assert route.steps[0] in page
    assert "As of 1 July 2026." in page


def test_a_fact_that_nobody_checked_in_time_says_so() -> None:
    early, late = date(2026, 11, 23), max(route.check_by for route in GUIDE.routes) + timedelta(days=1)
    assert not any("checked again" in route.dated for route in speaking_up_page(GUIDE, early).routes)
    assert all("checked again by" in route.dated for route in speaking_up_page(GUIDE, late).routes)
    assert speaking_up_page(GUIDE, early).stale == 0 < speaking_up_page(GUIDE, late).stale


def test_every_easy_read_text_is_shown(client: Client) -> None:
    page = text_of(client, reverse("guide_easy_read"))
    assert [text.id for text in GUIDE.easy_read if text.sentences[0] not in page] == []


def test_every_swap_and_every_prompt_is_shown(client: Client) -> None:
    swaps, talk = text_of(client, reverse("guide_language")), text_of(client, reverse("guide_conversations"))
    assert [swap.id for swap in GUIDE.swaps if swap.say not in swaps] == []
    assert [one.id for one in GUIDE.inclusion if one.question not in talk] == []
    assert [way.id for way in GUIDE.uses if way.title not in talk] == []


def test_every_source_says_how_it_was_checked(client: Client) -> None:
    page = text_of(client, reverse("guide_sources"))
    assert len(re.findall("How we checked:", page)) == len(GUIDE.sources)


def test_a_setting_for_anybody_is_no_filter() -> None:
    assert read_filters(GUIDE, {"setting": slug_of(Setting.ANY)}).left_out == ("setting",)


@pytest.fixture
def folder_of_ours(tmp_path: Path) -> Path:
    (tmp_path / "facts.toml").write_text(
        '[[facts]]\nid = "guardians-stay"\ntopic = "speaking_up"\ntitle = "Our new line"\ntext = "Ring 4242."\n'
        'as_of = 2026-09-01\ncheck_by = 2027-09-01\nsources = ["ftsu-letter-2025"]\n',
        encoding="utf-8",
    )
    return tmp_path


def test_an_operators_own_facts_are_shown_in_place_of_ours(
    client: Client, folder_of_ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "FANLIGHT", replace(settings.FANLIGHT, guide=folder_of_ours))
    page = text_of(client, reverse("guide_speaking_up"))
    assert "Our new line" in page
    assert "Freedom to Speak Up guardians stay" not in page


def test_a_folder_that_cannot_be_read_stops_the_start_and_says_where(folder_of_ours: Path) -> None:
    assert options.read({"FANLIGHT_GUIDE": str(folder_of_ours)}).guide == folder_of_ours
    (folder_of_ours / "facts.toml").write_text("[[facts]]\nid = 3\n", encoding="utf-8")
    load_guide.cache_clear()
    with pytest.raises(options.BadOptions, match=r"FANLIGHT_GUIDE: .*facts\.toml"):
        options.read({"FANLIGHT_GUIDE": str(folder_of_ours)})

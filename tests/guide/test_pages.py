"""The guide's pages: open to everybody, asking nothing of the database, kind to a mistyped address."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as DjangoTestCase
from pytest_django import DjangoAssertNumQueries

from fanlight.guide import queries
from fanlight.guide.queries import Focus, Setting
from fanlight.guide.queries.words import slug_of

pytestmark = pytest.mark.django_db
GUIDE = queries.load_guide()

PLAIN = ["guide", "guide_way_in", "guide_cards", "guide_ideas", "guide_conversations", "guide_language"]
PLAIN += ["guide_speaking_up", "guide_easy_read", "guide_sources", "guide_search"]
PLAIN += ["guide_learning", "guide_stop_and_think"]


def addresses() -> list[str]:
    """Every address of the guide that has something to show."""
    found = [reverse(name) for name in PLAIN]
    found += [reverse("guide_learning_way", args=[slug_of(way)]) for way in queries.ReviewWay]
    found += [reverse("guide_focus", args=[slug_of(focus)]) for focus in Focus]
    found += [reverse("guide_card", args=[card.slug]) for card in GUIDE.cards]
    return found + [reverse("guide_idea", args=[idea.slug]) for idea in GUIDE.ideas]


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_every_page_opens_for_a_stranger_without_asking_the_database_and_its_links_lead_somewhere(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        pages = {address: text_of(client, address) for address in addresses()}
    assert [address for address, page in pages.items() if page.count("<h1") != 1] == []
    assert not client.cookies, "reading leaves no mark"
    links = {link for page in pages.values() for link in re.findall(r'href="(/guide/[^"#]*)', page)}
    others = {html.unescape(link) for link in links} - pages.keys()
    assert {link for link in others if client.get(link).status_code != 200} == set()


def test_links_out_of_the_site_say_so_and_stay_in_the_window(client: Client) -> None:
    for address in (reverse("guide_sources"), reverse("guide_idea", args=["start-huddle"])):
        out = re.findall(r'<a [^>]*href="https?://[^>]*>', text_of(client, address))
        assert out
        assert [link for link in out if 'rel="external noopener"' not in link or "target=" in link] == []


def test_a_card_shows_its_three_questions_and_leads_to_another(client: Client) -> None:
    card = GUIDE.card("the-walking-frame")
    page = text_of(client, reverse("guide_card", args=[card.slug]) + "?focus=civility")
    assert all(question.replace("’", "’") in page for question in card.questions)
    another = re.search(r'href="/guide/cards/([a-z-]+)/\?focus=civility"[^>]*>Another card', page)
    assert another, "the deck stays narrowed down"
    assert GUIDE.card(another[1]).focus is Focus.CIVILITY


def test_the_first_ten_minutes_come_before_the_rest_of_an_idea(client: Client) -> None:
    idea = GUIDE.idea("start-huddle")
    page = text_of(client, reverse("guide_idea", args=[idea.slug]))
    places = [
        page.index(words) for words in (idea.first_version[:30], idea.steps[0][:30], idea.evidence[:30])
    ]
    assert places == sorted(places)
    assert "Some evidence." in page


@pytest.mark.parametrize("setting", [setting for setting in Setting if setting is not Setting.ANY])
def test_filters_narrow_cards_down(client: Client, setting: Setting) -> None:
    page = text_of(client, f"{reverse('guide_cards')}?setting={slug_of(setting)}&focus=teamwork")
    shown = set(re.findall(r'href="/guide/cards/([a-z0-9-]+)/', page))
    assert shown == {card.slug for card in GUIDE.cards_for(focus=Focus.TEAMWORK, setting=setting)}


def test_a_filter_that_makes_no_sense_is_left_out_with_a_word(client: Client) -> None:
    for query in ("focus=moon", "theme=thanks&focus=teamwork", "setting=any", "theme=%00"):
        assert "made no sense to us" in text_of(client, f"{reverse('guide_cards')}?{query}"), query
    assert "made no sense to us" not in text_of(client, f"{reverse('guide_cards')}?focus=&setting=&theme=")


@pytest.mark.parametrize(
    "address", ["/guide/cards/walking-frame/", "/guide/ideas/start-hudle/", "/guide/civilty/"]
)
def test_an_address_that_is_nearly_right_gets_404_and_a_suggestion(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Did you mean one of these?" in response.content.decode()


def test_an_address_that_means_nothing_gets_404_and_a_way_on(client: Client) -> None:
    response = client.get("/guide/ideas/zzzzzzzzzzzz/")
    assert response.status_code == 404
    assert reverse("guide") in response.content.decode()


class WhateverIsTyped(DjangoTestCase):
    """Any query string at all: never an error of ours."""

    @settings(max_examples=60, deadline=None)
    @given(
        name=st.sampled_from(PLAIN),
        query=st.dictionaries(st.sampled_from(["focus", "setting", "theme", "q", "x"]), st.text(max_size=30)),
    )
    def test_is_answered(self, name: str, query: dict[str, str]) -> None:
        assert Client().get(reverse(name), query).status_code == 200

    @settings(max_examples=40, deadline=None)
    @given(
        slug=st.from_regex(r"[-a-zA-Z0-9_]{1,60}", fullmatch=True), kind=st.sampled_from(["cards", "ideas"])
    )
    def test_slug_is_found_or_not_found(self, slug: str, kind: str) -> None:
        assert Client().get(f"/guide/{kind}/{slug}/").status_code in {200, 404}

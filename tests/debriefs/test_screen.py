"""The big screen: one thought a slide, all ways by links, and no figure about anybody but everybody."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.debriefs.pages.screen import screen_page, slides_of
from fanlight.debriefs.queries import topics_of
from fanlight.guide.queries import load_guide
from fanlight.surveys.models import Round
from support.worlds import Cast, a_released_round, signed_in

pytestmark = pytest.mark.django_db


def slide(client: Client, round: Round, number: int) -> str:
    response = client.get(reverse("screen", args=[round.public_id, number]))
    assert response.status_code == 200
    return response.content.decode()


def test_links_alone_lead_from_the_first_slide_to_the_last(released: Round, cast: Cast) -> None:
    client = signed_in(cast.bob)
    address, seen = reverse("screen", args=[released.public_id, 1]), 0
    while address:
        text = client.get(address).content.decode()
        assert text.count("<h1>") == 1
        seen += 1
        found = re.search(r'<a href="([^"]+)" rel="next"', text)
        address = found[1].replace("&amp;", "&") if found else ""
    assert seen == len(slides_of(released, topics_of(released)))


def test_a_slide_that_there_is_not_gets_404(released: Round, cast: Cast) -> None:
    client = signed_in(cast.bob)
    for number in (0, 99):
        assert client.get(reverse("screen", args=[released.public_id, number])).status_code == 404


def test_a_stranger_gets_404_and_a_coach_403(released: Round, cast: Cast) -> None:
    for user, status in ((cast.charlie, 404), (cast.eve, 403)):
        client = signed_in(user)
        assert client.get(reverse("screen", args=[released.public_id, 1])).status_code == status


def test_every_finding_has_one_slide_and_strengths_come_first(released: Round) -> None:
    topics = topics_of(released)
    titles = [slide.title for slide in slides_of(released, topics)]
    places = [
        next(place for place, title in enumerate(titles) if f"“{topic.statement}”" in title)
        for topic in topics.all
    ]
    assert places == sorted(places)
    assert len(set(places)) == len(topics.all)


@pytest.mark.parametrize("minutes", [30, 45, 60])
def test_the_timer_follows_the_agenda(minutes: int, released: Round) -> None:
    slides = slides_of(released, topics_of(released))
    agenda = load_guide().debrief.agenda(minutes)
    parts = [
        screen_page(released, slides, number=n, agenda=agenda, focus=None).part
        for n in range(1, len(slides) + 1)
    ]
    order = [agenda.parts.index(part) for part in parts]
    assert order == sorted(order)
    assert parts[-1] == agenda.parts[-1]


@pytest.mark.parametrize("agenda", load_guide().debrief.agendas, ids=lambda agenda: agenda.id)
def test_the_slides_parts_are_those_of_every_agenda(agenda: object) -> None:
    titles = [part.title for part in agenda.parts]  # type: ignore[attr-defined]
    assert (titles[0], titles[1], titles[-1]) == ("Open", "Look", "Close")
    assert len(titles) == 6


def test_without_figures_the_slides_are_cards(cast: Cast) -> None:
    few = a_released_round(cast.ward, by=cast.alice, people=20, answers=4)
    slides = slides_of(few, topics_of(few))
    assert all(slide.wide is None for slide in slides)
    assert any(slide.kicker.startswith("A card about") for slide in slides)

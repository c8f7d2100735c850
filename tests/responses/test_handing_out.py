"""What is handed out: a poster, slips and forms on paper that everybody can read, and who may have them made."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.audit.models import Entry
from fanlight.people.actions import give_team_role
from fanlight.people.roles import Role
from fanlight.responses.access import Door
from fanlight.responses.actions import make_slips
from fanlight.responses.documents import form_pdf, poster_pdf, slips_pdf
from fanlight.responses.models import Slip
from fanlight.responses.slips import read_code
from fanlight.surveys.actions import book_debrief, close_round, plan_round, schedule_round
from fanlight.surveys.models import Round, Way
from results.pdf_reader import Part, structure
from support.paper import pages_of
from support.worlds import Cast, an_open_round

pytestmark = pytest.mark.django_db

EVERY_WAY = tuple(Way)


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice, ways=EVERY_WAY)


@pytest.fixture
def lead(client: Client, cast: Cast) -> Client:
    client.force_login(cast.alice)
    return client


def to(round: Round, name: str) -> str:
    return reverse(name, args=[round.public_id])


def figures(content: bytes) -> Iterator[Part]:
    return structure(content).every("Figure")


def test_where_slips_are_drawn_the_link_is_no_way_of_its_own(lead: Client, round: Round) -> None:
    page = lead.get(to(round, "hand_out")).content.decode()
    assert "The link and the poster" not in page
    assert "cannot stop somebody from answering twice" not in page + str(round.promise)
    assert reverse("poster", args=[round.public_id]) in page


def test_the_page_has_every_way_of_the_round_with_what_it_cannot_prevent(lead: Client, round: Round) -> None:
    page = lead.get(to(round, "hand_out")).content.decode().replace("<wbr>", "")
    for words in (
        "Each slip works once",
        "Somebody standing behind you could see the screen",
        "Whoever types a paper form in reads it",
        f"http://testserver{Door(round, on_device=True).start_url}",
        "Fay Example may type them in",
    ):
        assert words in page
    assert f'href="{to(round, "hand_out")}"' in lead.get(to(round, "round")).content.decode()


def test_a_team_without_a_facilitator_is_told_that_nobody_may_type_in(
    lead: Client, round: Round, cast: Cast
) -> None:
    give_team_role(team=cast.ward, user=cast.fay, role=Role.LEAD, by=cast.alice)
    assert "Nobody may type them in yet" in lead.get(to(round, "hand_out")).content.decode()


def test_a_poster_says_where_to_go_until_when_and_what_it_cannot_prevent(lead: Client, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    response = lead.get(to(round, "poster"))
    assert response["Content-Type"] == "application/pdf"
    words = structure(response.content).all_words
    address = f"http://testserver{Door(round).start_url}"
    speaking_up = "http://testserver/speak-up/"
    for expected in (address, "How is it to work in Ward 6?", "Open until", "answering twice", speaking_up):
        assert expected in words
    (square,) = figures(response.content)
    assert address in square.alt
    assert b"pdfuaid" in response.content


@pytest.mark.parametrize("name", ["The practice team", "The Ward for " + "very long names and " * 5])
@pytest.mark.parametrize("ways", [[Way.LINK], EVERY_WAY])
def test_a_poster_is_one_page_however_long_the_names(name: str, ways: list[Way], cast: Cast) -> None:
    cast.ward.name = name
    round = an_open_round(cast.ward, by=cast.alice, ways=ways)
    round.debrief_place = "The seminar room behind the second staircase " * 2
    assert pages_of(poster_pdf(round)) == 1


def test_a_form_has_every_statement_with_its_answers_under_headings(round: Round) -> None:
    content = form_pdf(round)
    tables = list(structure(content).every("Table"))
    assert len(tables) == 6
    for table, part in zip(tables, round.instrument.composites, strict=True):
        head, *rows = table.every("TR")
        assert [cell.kind for cell in head.parts] == ["TH"] * 8
        assert "Strongly agree" in head.all_words
        asked = [str(item.wording) for item in round.instrument.items_of(part)]
        assert [row.parts[0].all_words for row in rows] == asked
        assert rows[0].all_words.endswith("1 2 3 4 5 6 7")
    words = structure(content).all_words
    assert "The code on your slip" in words, "a round with slips counts each slip once, on paper too"
    assert "Write no name" in words


def test_a_sheet_of_slips_carries_each_code_once_in_words_and_in_its_square(
    lead: Client, round: Round
) -> None:
    response = lead.post(to(round, "slips"), {"number": "12"})
    assert response["Content-Disposition"] == 'attachment; filename="slips.pdf"'
    assert response["Cache-Control"] == "no-store"
    codes = re.findall(r"\b[a-z2-9]{5}-[a-z2-9]{5}\b", structure(response.content).all_words)
    assert len(set(codes)) == len(codes) == 12
    squares = [picture.alt for picture in figures(response.content)]
    assert [code in alt for code, alt in zip(codes, squares, strict=True)] == [True] * 12
    assert pages_of(response.content) == 3, "one to say how, and ten slips on a page"
    door = Door(round)
    assert Client().post(door.start_url, {"code": codes[7]})["Location"] == door.part_url(1)


def test_nothing_of_the_sheet_says_which_fingerprint_came_first(round: Round) -> None:
    codes = make_slips(round=round, number=20, by=None)
    assert list(Slip.objects.values_list("digest", flat=True).order_by("digest")) == [
        slip.digest for slip in Slip.objects.all()
    ], "they lie in an order of their own"
    assert not [row for row in Slip.objects.values() if any(code in str(row) for code in codes)]
    assert all(read_code(code) for code in codes)


def test_making_slips_is_on_record_with_their_number_and_nothing_else(
    lead: Client, round: Round, cast: Cast
) -> None:
    lead.post(to(round, "slips"), {"number": "5"})
    entry = Entry.objects.get(verb="make_slips")
    assert (entry.by, entry.detail) == (cast.alice, {"number": 5})
    lead.force_login(cast.bob)
    assert "Slips made" in lead.get(to(round, "round")).content.decode(), "everybody in the team sees it"


@pytest.mark.parametrize("number", ["", "0", "-4", "71", "many", "9" * 400])
def test_a_number_that_cannot_be_printed_is_refused(number: str, lead: Client, round: Round) -> None:
    response = lead.post(to(round, "slips"), {"number": number})
    assert response.status_code == 422
    assert "nhsuk-error-summary" in response.content.decode()
    assert Slip.objects.count() == 0


def test_when_all_slips_are_made_the_page_says_so(lead: Client, round: Round) -> None:
    make_slips(round=round, number=70, by=None)
    page = lead.get(to(round, "slips"))
    assert "no more can be made" in page.content.decode()
    assert lead.post(to(round, "slips"), {"number": "1"}).status_code == 422


def test_posters_and_slips_can_be_had_before_the_round_opens_and_forms_from_then_on(
    lead: Client, round: Round, cast: Cast
) -> None:
    later = round.closes_at
    planned = plan_round(
        team=cast.ward,
        instrument_id="fanlight-six",
        people=20,
        opens_at=later,
        closes_at=later + (round.closes_at - round.opens_at),
        ways=EVERY_WAY,
        by=cast.alice,
    )
    assert lead.get(to(planned, "poster"))["Location"] == to(planned, "hand_out")
    assert "still being planned" in lead.get(to(planned, "hand_out")).content.decode()
    after = planned.closes_at + (round.closes_at - round.opens_at)
    book_debrief(round=planned, at=after, place="Staff room", facilitator="Fay", by=cast.alice)
    schedule_round(round=planned, by=cast.alice)
    assert lead.get(to(planned, "poster")).status_code == 200
    assert lead.post(to(planned, "slips"), {"number": "3"}).status_code == 200
    assert lead.get(to(planned, "paper_form"))["Location"] == to(planned, "hand_out")
    page = Client().get(Door(planned).start_url)
    assert "has not begun yet" in page.content.decode()
    assert Client().get(Door(planned).thanks_url).status_code == 200
    assert "has not begun yet" in Client().get(Door(planned).thanks_url).content.decode()
    assert Client().get(Door(planned, on_device=True).promise_url or "/nowhere/").status_code == 404


def test_nothing_is_handed_out_for_a_closed_round(lead: Client, round: Round) -> None:
    close_round(round=round, by=None)
    for name in ("poster", "paper_form", "slips"):
        assert lead.get(to(round, name))["Location"] == to(round, "hand_out")
    assert "has closed" in lead.get(to(round, "hand_out")).content.decode()
    lead.post(to(round, "slips"), {"number": "3"})
    assert Slip.objects.count() == 0


def test_slips_and_posters_are_the_leads(client: Client, round: Round, cast: Cast) -> None:
    for person, status in ((cast.bob, 403), (cast.fay, 403), (cast.charlie, 404), (cast.dana, 404)):
        client.force_login(person)
        assert client.post(to(round, "slips"), {"number": "3"}).status_code == status
    assert Slip.objects.count() == 0
    take = slips_pdf(round, [])
    assert pages_of(take) == 1

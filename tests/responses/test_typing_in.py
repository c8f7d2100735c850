"""Typing in paper forms: quickly, with a second look, by whoever may, and with nothing kept but the sealed answer."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from fanlight.audit.models import Entry as Line
from fanlight.people.actions import give_team_role
from fanlight.people.roles import Role
from fanlight.responses.actions import make_slips
from fanlight.responses.models import Answer, Comment, SealedAnswer, Slip
from fanlight.results.actions import close_and_release
from fanlight.surveys.actions import close_round
from fanlight.surveys.models import Round, Way
from support.worlds import Cast, an_open_round, fill_urn

pytestmark = pytest.mark.django_db

FORM = {
    "part_1": "12345",
    "part_2": "44444",
    "part_3": "0",
    "part_4": "67123",
    "part_5": "5 5 5 5 5",
    "part_6": "",
}
FORM["part_3"] = "00000"


@pytest.fixture
def round(cast: Cast) -> Round:
    return an_open_round(cast.ward, by=cast.alice, ways=(Way.LINK, Way.PAPER))


@pytest.fixture
def fay(client: Client, cast: Cast, round: Round) -> Client:
    client.force_login(cast.fay)
    client.post(to(round, "type_in"))
    return client


def to(round: Round, name: str = "type_in_form") -> str:
    return reverse(name, args=[round.public_id])


def hidden(page: str) -> str:
    """The first entry, as the page carries it."""
    return page.split('name="entry" value="')[1].split('"')[0] if 'name="entry"' in page else ""


def type_form(client: Client, round: Round, entry: str = "", **changed: str) -> tuple[int, str, str]:
    """Type once. The status, where it leads, and the page."""
    response = client.post(to(round), {**FORM, "entry": entry, **changed})
    return response.status_code, response.headers.get("Location", ""), response.content.decode()


def type_twice(client: Client, round: Round, **changed: str) -> str:
    _, _, page = type_form(client, round, **changed)
    _, goes_to, _ = type_form(client, round, hidden(page), **changed)
    return goes_to


def test_a_form_typed_twice_alike_is_sealed_with_the_others(fay: Client, round: Round) -> None:
    assert type_twice(fay, round, comment="We need a second hoist.") == f"{to(round)}?typed=1"
    assert "one form in this sitting" in fay.get(f"{to(round)}?typed=1").content.decode()
    assert (SealedAnswer.objects.count(), Answer.objects.count(), Comment.objects.count()) == (1, 0, 0)
    close_and_release(round=round)
    codes = Answer.objects.get().codes
    first, *_ = round.instrument.composites
    assert [codes[item] for item in first.items] == [1, 2, 3, 4, 5]
    not_crossed = {item for number in (2, 5) for item in round.instrument.composites[number].items}
    assert set(codes) == {item.code for item in round.instrument.items} - not_crossed
    scale = round.instrument.scale_of(round.instrument.items[0])
    fourth = round.instrument.composites[3]
    assert {codes[item] for item in fourth.items[:2]} == set(scale.missing_codes)


def test_a_comment_on_paper_lies_among_the_others(fay: Client, round: Round) -> None:
    type_twice(fay, round, comment="We need a second hoist.")
    fill_urn(round, 12)  # of fewer people no comment is kept
    close_and_release(round=round)
    assert Comment.objects.get().text == "We need a second hoist."


def test_nothing_is_written_before_both_agree(fay: Client, round: Round) -> None:
    fay.get(to(round))  # the first page of a session makes its token
    with CaptureQueriesContext(connection) as queries:
        _, _, page = type_form(fay, round)
        status, _, page = type_form(fay, round, hidden(page), part_1="12344")
        assert status == 422
        fay.get(to(round))
    written = [query["sql"] for query in queries if not query["sql"].startswith("SELECT")]
    assert written == []
    with CaptureQueriesContext(connection) as queries:
        type_form(fay, round, hidden(page))
    kept = [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE"))]
    assert len(kept) == 1, "one sealed answer, and no session, no record, no time"
    assert "responses_sealedanswer" in kept[0]


def test_a_difference_is_shown_by_row_and_what_was_typed_twice_counts(fay: Client, round: Round) -> None:
    _, _, page = type_form(fay, round)
    status, _, page = type_form(fay, round, hidden(page), part_1="12445")
    assert status == 422
    assert "Teamwork: row 3 was 3 and is now 4." in page
    assert 'value="44444"' in page, "what agreed stays"
    assert 'value="12445"' not in page, "what differs is typed anew, from the paper"
    status, _, page = type_form(fay, round, hidden(page), part_1="12545")
    assert status == 422, "three different versions decide nothing"
    assert type_form(fay, round, hidden(page), part_1="12445")[0] == 302
    close_and_release(round=round)
    assert Answer.objects.get().codes[round.instrument.composites[0].items[2]] == 4


def test_no_form_is_kept_that_was_typed_once(fay: Client, round: Round) -> None:
    status, _, page = type_form(fay, round, unchecked="yes")
    assert (status, "The same form again" in page) == (200, True)
    assert "second look" not in page
    assert SealedAnswer.objects.count() == 0


def test_the_same_reply_twice_counts_once(fay: Client, round: Round) -> None:
    _, _, page = type_form(fay, round)
    for _ in range(2):
        type_form(fay, round, hidden(page))
    close_and_release(round=round)
    assert Answer.objects.count() == 1


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"part_1": "1234"}, "Teamwork has 5 rows, and 4 signs were typed."),
        ({"part_1": "123456"}, "Teamwork has 5 rows, and 6 signs were typed."),
        ({"part_2": "44944"}, "Communication, row 3: “9” is not on the form."),
        ({"part_2": "4" * 60}, "Communication has 5 rows, and 60 signs were typed."),
        ({"part_1": "1\x00345"}, "Teamwork, row 2: this sign is not on the form."),
        (dict.fromkeys(FORM, ""), "Nothing is filled in"),
        ({"comment": "x" * 1001}, "Please keep it to 1000 letters"),
    ],
)
def test_what_is_not_on_the_form_is_refused(
    changed: dict[str, str], words: str, fay: Client, round: Round
) -> None:
    status, _, page = type_form(fay, round, **changed)
    assert (status, words in page) == (422, True), page
    assert SealedAnswer.objects.count() == 0


def test_a_first_entry_that_was_tampered_with_counts_as_none(fay: Client, round: Round, cast: Cast) -> None:
    other = an_open_round(cast.ward, by=cast.alice, ways=(Way.PAPER,))
    fay.post(to(other, "type_in"))
    _, _, page = type_form(fay, other)
    for forged in (hidden(page), hidden(page)[:-2], "rubbish", "{}"):
        status, _, again = type_form(fay, round, forged)
        assert (status, "The same form again" in again) == (200, True)
    assert SealedAnswer.objects.count() == 0


def test_the_lead_may_not_even_as_the_facilitator(client: Client, round: Round, cast: Cast) -> None:
    give_team_role(team=cast.ward, user=cast.alice, role=Role.FACILITATOR, by=cast.alice)
    client.force_login(cast.alice)
    assert client.get(to(round, "type_in")).status_code == 403
    assert client.post(to(round, "type_in")).status_code == 403
    assert client.post(to(round), FORM).status_code == 403


def test_others_may_not_either(client: Client, round: Round, cast: Cast) -> None:
    for person, status in ((cast.bob, 403), (cast.eve, 403), (cast.charlie, 404), (cast.dana, 404)):
        client.force_login(person)
        assert client.post(to(round, "type_in")).status_code == status
        assert client.post(to(round), FORM).status_code == status
    assert SealedAnswer.objects.count() == 0


def test_a_round_without_paper_has_nothing_to_type_in(client: Client, cast: Cast) -> None:
    client.force_login(cast.fay)
    assert client.get(to(an_open_round(cast.ward, by=cast.alice), "type_in")).status_code == 404


def test_one_says_yes_to_what_it_asks_first_and_it_is_on_record_once(
    client: Client, round: Round, cast: Cast
) -> None:
    client.force_login(cast.fay)
    assert client.post(to(round), FORM)["Location"] == to(round, "type_in")
    for _ in range(2):
        assert client.post(to(round, "type_in"))["Location"] == to(round)
    type_twice(client, round)
    line = Line.objects.get(verb="type_in_paper")
    assert (line.by, line.subject_id, line.detail) == (cast.fay, round.public_id, {})
    client.force_login(cast.bob)
    page = client.get(reverse("round", args=[round.public_id])).content.decode()
    assert "Paper forms typed in by" in page, "everybody in the team may know who read them"


def test_with_slips_each_form_spends_its_code(fay: Client, cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice, ways=(Way.SLIPS, Way.PAPER))
    code, other = make_slips(round=round, number=2, by=None)
    fay.post(to(round, "type_in"))
    assert "The code on your slip" in fay.get(to(round)).content.decode()
    assert type_form(fay, round)[0] == 422, "without its code it is not typed in"
    assert "No slip of this round" in type_form(fay, round, code="22222-22222")[2]
    assert type_twice(fay, round, code=code)
    assert Slip.objects.filter(is_spent=True).count() == 1
    assert "has been used" in type_form(fay, round, code=code)[2]
    _, _, page = type_form(fay, round, code=other)
    for expected in (302, 409):
        status, _, again = type_form(fay, round, hidden(page))
        assert status == expected
    assert "in the urn already" in again
    assert SealedAnswer.objects.count() == 2


def test_after_the_close_nothing_is_typed_in(fay: Client, round: Round) -> None:
    _, _, page = type_form(fay, round)
    close_round(round=round, by=None)
    assert type_form(fay, round, hidden(page))[1] == to(round, "type_in")
    assert "nothing can be typed in" in fay.get(to(round, "type_in")).content.decode()
    assert fay.post(to(round, "type_in")).status_code == 200
    assert SealedAnswer.objects.count() == 0
    assert timedelta(0) <= round.closes_at - round.opens_at


def test_no_page_of_typing_in_shows_a_form_again(fay: Client, round: Round) -> None:
    type_twice(fay, round, comment="We need a second hoist.")
    for address in (to(round), f"{to(round)}?typed=1", to(round, "type_in")):
        page = fay.get(address).content.decode()
        assert "hoist" not in page
        assert "12345" not in page


@pytest.mark.parametrize("typed", ["x", "-1", "99999", "1" * 400, "²"])
def test_a_forged_count_is_no_trouble(typed: str, fay: Client, round: Round) -> None:
    assert fay.get(to(round), {"typed": typed}).status_code == 200
    _, _, page = type_form(fay, round, typed=typed)
    status, goes_to, _ = type_form(fay, round, hidden(page), typed=typed)
    assert (status, goes_to) == (302, f"{to(round)}?typed=1")

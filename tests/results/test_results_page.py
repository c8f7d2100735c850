"""What a team sees of its round in the browser."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from fanlight.design.english import day
from fanlight.responses.actions import put_in_urn
from fanlight.responses.urn import Form
from fanlight.results.actions import close_and_release
from fanlight.results.pages.round import ResultsPage, results_page
from fanlight.results.queries import released
from fanlight.surveys.models import Round
from support.worlds import Cast, a_released_round, an_open_round, signed_in

pytestmark = pytest.mark.django_db

# the session, the person, the round with its teams, their roles, the release, those of the rounds before, the comments,
# whether some wait; and two for the frame (teams elsewhere, and whether there is a guardian's desk)
QUERIES = 10


def page_of(round: Round) -> ResultsPage:
    release = released(round)
    assert release is not None
    return results_page(round, release)


def a_round_of(cast: Cast, forms: list[dict[str, int]], *, people: int = 30) -> Round:
    round = an_open_round(cast.ward, by=cast.alice, people=people)
    for codes in forms:
        put_in_urn(round=round, form=Form(codes=codes))
    close_and_release(round=round)
    round.refresh_from_db()
    return round


def alike(round: Round, code: int) -> dict[str, int]:
    return {item.code: code for item in round.instrument.items}


def test_it_opens_with_what_stands_out(cast: Cast) -> None:
    page = page_of(a_released_round(cast.ward, by=cast.alice))
    assert "worth talking about" in page.title or "well" in page.title
    assert page.strengths or page.worth_talking_about
    assert page.lead.startswith("11 to 24 of 30 people answered")


def test_the_six_focuses_stand_in_the_questionnaires_order_each_with_chart_and_table(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    themes = page_of(round).themes
    assert [theme.title for theme in themes] == [str(each.title) for each in round.instrument.composites]
    assert all(theme.chart and theme.tables for theme in themes)


def test_too_few_answers_leave_only_the_reason_and_the_talk(cast: Cast) -> None:
    page = page_of(a_released_round(cast.ward, by=cast.alice, answers=6))
    assert page.title == "Too few people answered to show results"
    assert (page.themes, page.downloads, page.strengths) == ((), (), ())
    assert page.withheld
    assert page.debrief.text


def test_a_team_that_agrees_about_everything_sees_bounds_and_no_exact_figure(cast: Cast) -> None:
    open_round = an_open_round(cast.ward, by=cast.alice)
    round = a_round_of(cast, [alike(open_round, 4) for _ in range(20)])
    response = signed_in(cast.bob).get(reverse("results", args=[round.public_id]))
    assert "At least 90%" in response.text
    assert "Why can’t I see this?" in response.text
    assert "100%" not in response.text.replace('width="100%"', "")


def test_where_nothing_stands_out_the_page_says_that_this_is_a_result_too(cast: Cast) -> None:
    open_round = an_open_round(cast.ward, by=cast.alice)
    codes = [1, 2, 4, 5, 3, 3, 2, 4, 1, 5, 3, 2, 4, 3]
    forms = [
        {
            item.code: codes[(place + shift) % len(codes)]
            for shift, item in enumerate(open_round.instrument.items)
        }
        for place in range(len(codes))
    ]
    page = page_of(a_round_of(cast, forms))
    assert page.title == "Nothing stands out clearly"
    assert "That is a result too" in page.nothing_stands_out


def test_a_question_that_few_answered_is_withheld_with_its_reason(cast: Cast) -> None:
    codes = [1, 2, 4, 4, 5, 2, 4, 3, 4, 5, 4, 2, 3, 5]
    open_round = an_open_round(cast.ward, by=cast.alice)
    items = [item.code for item in open_round.instrument.items]
    forms = [
        {code: codes[(place + shift) % 14] for shift, code in enumerate(items) if shift or place < 5}
        for place in range(14)
    ]
    first = page_of(a_round_of(cast, forms)).themes[0]
    assert first.withheld.startswith("One of the questions in this theme is withheld")
    assert first.tables[0].rows[0][1:] == ("Too few people answered this question.",)
    assert first.holds_back


def test_two_rounds_show_what_has_changed_and_how_sure_that_is(cast: Cast) -> None:
    before = a_released_round(cast.ward, by=cast.alice, days_ago=90, mood={"teamwork": 0.35})
    page = page_of(a_released_round(cast.ward, by=cast.alice, mood={"teamwork": 0.6}))
    assert page.since is not None
    assert page.since.title.split(", ")[0].endswith("better than last time")
    assert page.since.before == f"Compared with {before.title}, closed on {day(before.closes_at)}."
    assert page.since.table is not None
    assert page.since.table.rows[0][4] == "Better"
    assert {row[4] for row in page.since.table.rows} <= {"Better", "Worse"}
    assert page.themes[0].what_changed.startswith("Since last time: ")
    assert "last time and now" in str(page.themes[0].changes)


def test_the_first_round_compares_itself_with_nothing(cast: Cast) -> None:
    page = page_of(a_released_round(cast.ward, by=cast.alice))
    assert page.since is None
    assert [theme.changes for theme in page.themes] == [None] * 6


def test_another_team_is_never_compared_with(cast: Cast) -> None:
    a_released_round(cast.elsewhere, by=cast.charlie, days_ago=90)
    assert page_of(a_released_round(cast.ward, by=cast.alice)).since is None


def test_a_round_of_which_nothing_is_shown_is_stepped_over(cast: Cast) -> None:
    first = a_released_round(cast.ward, by=cast.alice, days_ago=190)
    a_released_round(cast.ward, by=cast.alice, days_ago=90, answers=5)
    page = page_of(a_released_round(cast.ward, by=cast.alice))
    assert page.since is not None
    assert day(first.closes_at) in page.since.before


def test_a_pulse_is_laid_beside_the_round_that_asked_the_same(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice, days_ago=90)
    page = page_of(a_released_round(cast.ward, by=cast.alice, instrument_id="fanlight-pulse"))
    assert page.since is not None
    assert len([row for theme in page.themes for row in theme.changes_table.rows if theme.changes_table]) >= 5


def test_where_a_round_shows_only_a_bound_no_change_is_said_and_why(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice, days_ago=90)
    open_round = an_open_round(cast.ward, by=cast.alice)
    page = page_of(a_round_of(cast, [alike(open_round, 4) for _ in range(20)]))
    assert page.since is None
    assert page.themes[0].changes_table is not None
    assert {row[1] for row in page.themes[0].changes_table.rows} == {
        "This time nearly everybody answered alike, so no exact change can be said."
    }


def test_before_the_debrief_it_is_the_next_step_and_afterwards_a_question(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    release = released(round)
    assert release is not None
    assert round.debrief_at is not None
    before = results_page(round, release, now=round.debrief_at - timedelta(hours=1))
    after = results_page(round, release, now=round.debrief_at + timedelta(hours=1))
    assert (before.debrief.title, after.debrief.title) == (
        "We talk about it together",
        "Did you talk about it?",
    )


def test_the_page_takes_few_queries_however_much_is_on_it(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for ago in (200, 100):
        a_released_round(cast.ward, by=cast.alice, people=60, answers=40, days_ago=ago)
    round = a_released_round(cast.ward, by=cast.alice, people=60, answers=40)
    client = signed_in(cast.bob)
    client.get(reverse("results", args=[round.public_id]))
    with django_assert_num_queries(QUERIES):
        response = client.get(reverse("results", args=[round.public_id]))
    assert "since last time" in response.text.lower()


def test_before_the_close_there_is_nothing_to_see_or_to_take(cast: Cast) -> None:
    round = an_open_round(cast.ward, by=cast.alice)
    client = signed_in(cast.alice)
    assert "No results yet" in client.get(reverse("results", args=[round.public_id])).text
    response = client.get(reverse("results_pdf", args=[round.public_id]))
    assert (response.status_code, response["Location"]) == (302, reverse("results", args=[round.public_id]))


@pytest.mark.parametrize(
    ("name", "begins", "ending"),
    [
        ("results_pdf", b"%PDF", "pdf"),
        ("results_slides", b"PK", "pptx"),
        ("results_spreadsheet", b"PK", "xlsx"),
        ("results_data", b"{", "json"),
    ],
)
def test_everybody_in_the_team_may_take_the_page_away(
    name: str, begins: bytes, ending: str, cast: Cast
) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    response = signed_in(cast.bob).get(reverse(name, args=[round.public_id]))
    assert response.content.startswith(begins)
    month = timezone.localtime(round.closes_at).strftime("%Y-%m")
    assert response["Content-Disposition"] == f'attachment; filename="ward-6-results-{month}.{ending}"'
    assert "no-store" in response["Cache-Control"]


def test_a_take_away_is_only_fetched_never_sent(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    assert signed_in(cast.bob).post(reverse("results_pdf", args=[round.public_id])).status_code == 405


def test_the_page_leads_to_every_take_away(cast: Cast) -> None:
    round = a_released_round(cast.ward, by=cast.alice)
    page = signed_in(cast.bob).get(reverse("results", args=[round.public_id])).text
    for name in ("results_pdf", "results_slides", "results_spreadsheet", "results_data"):
        assert reverse(name, args=[round.public_id]) in page


def test_why_something_is_withheld_is_told_from_the_rules_themselves(client: Client) -> None:
    page = client.get(reverse("why_withheld")).text
    assert "at most 2 answers differ" in page
    assert "11 people" in page


def test_every_withheld_cell_has_its_reason_in_its_row(cast: Cast) -> None:
    """Also where most of a row is shown, such as “at least 90%”."""
    codes = [1, 2, 4, 4, 5, 2, 4, 3, 4, 5, 4, 2, 3, 5]
    items = [item.code for item in an_open_round(cast.ward, by=cast.alice).instrument.items]
    nearly_all = items[0]
    forms = [
        {code: codes[(place + shift) % 14] for shift, code in enumerate(items)}
        | {nearly_all: 1 if place < 2 else 4 + place % 2}
        for place in range(14)
    ]
    page = page_of(a_round_of(cast, forms))
    rows = [row for theme in page.themes for table in theme.tables for row in table.rows]
    with_gaps = [row for row in rows if "withheld" in row]
    assert with_gaps, "nearly everybody agreed on something"
    for row in with_gaps:
        assert "Nearly everybody answered alike" in row[0]
    whole = [row for row in rows if len(row) > 2 and "withheld" not in row]
    assert not any("withheld" in row[0] for row in whole)

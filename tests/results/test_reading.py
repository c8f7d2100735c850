"""A release is read in words that say no more than may be said."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.design.charts import answers_chart
from fanlight.measure.changed import Changed
from fanlight.measure.disclosure import Bounded, PerCent, Shown, Span
from fanlight.results.documents.bars import label
from fanlight.results.pages.charted import (
    answer_tables,
    answers_of,
    changes_chart,
    changes_in_words,
    changes_table,
)
from fanlight.results.pages.likeness import Likeness, likeness
from fanlight.results.pages.sentences import Asked, sureness
from results.made import ALIKE, GOOD, MIXED, NUMBER, OFTEN, ORDINARY, POOR, SPLIT, instrument, reading
from support.reading import words_of


def test_a_strength_is_said_as_a_share_of_people_with_its_words() -> None:
    found = reading([GOOD, MIXED, MIXED, OFTEN, NUMBER]).strengths[0]
    assert found.words == "About nine in ten agree: “We help one another.”"
    assert found.how_sure == (
        "Rough: among many more people like these, it would very likely be 68% to 96%. Most see it alike."
    )


def test_a_statement_worded_the_other_way_is_a_strength_where_people_say_no() -> None:
    found = reading([MIXED, GOOD[::-1], MIXED, OFTEN, NUMBER]).strengths[0]
    assert found.words == "About nine in ten say no: “Work gets <lost> & left.”"


def test_wherever_a_figure_of_it_stands_what_is_counted_stands_with_it() -> None:
    """Beside “Work gets lost”, 20% after 60% would look like good news."""
    lost = reading([GOOD, MIXED, MIXED, OFTEN, NUMBER]).themes[0].statements[1]
    assert (lost.label, lost.name) == ("Lost", "Lost (% who say no)")
    changed = replace(lost, change=Changed(60, 20, -55, -20))
    assert "Lost (% who say no): 60%" in changes_in_words([changed])
    assert changes_table([changed], caption="").rows[0][0] == lost.name
    assert "(% who say no)" in words_of(changes_chart([changed], title=""))
    assert "(% who say no)" in words_of(answers_chart([answers_of(lost)], title=""))
    assert answer_tables([lost], caption="")[0].rows[0][0] == "Work gets <lost> & left. (% who say no)"
    assert label(lost) == f"Lost: {lost.positive} say no ({lost.interval})"


def test_what_few_agree_with_is_worth_talking_about() -> None:
    here = reading([GOOD, MIXED[::-1], POOR, OFTEN, NUMBER])
    assert [each.statement.code for each in here.worth_talking_about] == ["S1"]
    assert here.headline == "One thing goes well, one is worth talking about"


def test_nothing_stands_out_where_all_could_be_chance() -> None:
    here = reading([MIXED, MIXED[::-1], MIXED, (4, 4, 4, 4, 4, 4), NUMBER])
    assert (here.strengths, here.headline) == ((), "Nothing stands out clearly")


def test_where_nearly_all_answered_alike_only_a_bound_is_said() -> None:
    here = reading([ALIKE, MIXED, MIXED, OFTEN, NUMBER])
    first = here.themes[0].statements[0]
    assert isinstance(first.positive, Bounded)
    assert first.how_many == "At least 90% agree"
    assert first.sureness.startswith("Nearly everybody answered alike")
    assert (first.interval, first.mean, first.likeness) == (None, None, None)


def test_a_group_that_is_too_small_has_only_a_reason() -> None:
    here = reading([(1, 2, 3, 2, 1)] * 3 + [(1, 2, 3, 2, 1, 0), (3, 3, 3)])
    assert here.withheld is not None
    assert here.headline == "Too few people answered to show results"
    assert here.findings == ()


def test_a_question_that_few_answered_is_withheld_and_with_it_its_theme() -> None:
    here = reading([MIXED, MIXED, (1, 1, 1, 1, 1), OFTEN, NUMBER])
    asked = here.themes[1].statements[0]
    assert asked.withheld is not None
    assert asked.how_many == ""
    assert here.themes[1].withheld is not None
    assert here.themes[0].withheld is None


def test_what_is_neither_good_nor_bad_news_is_read_without_a_share_of_good_answers() -> None:
    number = reading(ORDINARY).others[0]
    assert (number.positive, number.interval, number.how_many) == (None, None, "")
    assert reading(ORDINARY).all_themes[-1].title == "Other questions"


def test_two_camps_are_named_in_the_theme() -> None:
    here = reading([SPLIT, MIXED, MIXED, OFTEN, NUMBER])
    assert here.themes[0].statements[0].likeness is Likeness.TWO_CAMPS
    assert "in two camps: “We help”" in here.themes[0].summary


def test_statements_are_told_apart_only_where_their_intervals_do_not_touch() -> None:
    close = reading([GOOD, POOR, POOR, OFTEN, NUMBER])
    assert "too close together" in close.themes[0].summary
    assert "“We help” (88%)" in reading([GOOD, POOR[::-1], MIXED, OFTEN, NUMBER]).themes[0].summary


def test_a_bound_tells_statements_apart_as_an_interval_does() -> None:
    here = reading([GOOD, (0, 0, 0, 1, 23), MIXED, OFTEN, NUMBER])
    assert "“We help” (88%) and “Lost” (at most 10% say no)" in here.themes[0].summary


def test_what_most_see_alike_is_named() -> None:
    assert (
        "People see most alike: “We help”." in reading([GOOD, MIXED, MIXED, OFTEN, NUMBER]).themes[0].summary
    )
    assert "all of this alike" in reading([GOOD, GOOD[::-1], MIXED, OFTEN, NUMBER]).themes[0].summary


@pytest.mark.parametrize(
    ("span", "asked", "begins"),
    [
        (Span(60, 60), Asked.A_KNOWN_TEAM, "This is exact."),
        (Span(60, 61), Asked.A_KNOWN_TEAM, "As good as exact"),
        (Span(60, 70), Asked.A_KNOWN_TEAM, "Close to certain: had everybody answered"),
        (Span(50, 72), Asked.UNKNOWN, "Fairly sure: among many more people like these"),
        (Span(30, 80), Asked.UNKNOWN, "Rough"),
    ],
)
def test_the_narrower_the_interval_the_surer_the_words(span: Span, asked: Asked, begins: str) -> None:
    assert sureness(Shown(PerCent(60)), span, asked).startswith(begins)


@given(st.lists(st.integers(0, 100), min_size=3, max_size=7), st.integers(1, 3))
def test_likeness_is_the_same_from_both_ends(shares: list[int], favourable: int) -> None:
    """Who agrees with a statement disagrees with its opposite: the words must not depend on the wording."""
    total = sum(shares) or 1
    whole = [round(100 * share / total) for share in shares]
    assert likeness(whole, favourable=favourable) is likeness(whole[::-1], favourable=favourable)


def test_one_heap_is_never_two_camps() -> None:
    for heap in permutations((5, 10, 15, 30, 40)):
        rising = sorted(heap)
        assert likeness(rising, favourable=2) is not Likeness.TWO_CAMPS


def test_every_statement_is_read_once() -> None:
    codes = [each.code for each in reading(ORDINARY).statements]
    assert codes == [item.code for item in instrument().items]

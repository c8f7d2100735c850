"""A page, a PDF, slides, a workbook and plain data say the same of the same release, and none says what is withheld."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from fanlight.results.documents import Document, Kind, written
from results.made import MIXED, NUMBER, OFTEN, document, released
from results.readers import (
    Told,
    everything_in,
    expected,
    from_data,
    from_page,
    from_pdf,
    from_sheet,
    from_slides,
)

NAMES = ("Day team", "Night team", "Bank & agency", "Volunteers")


def answers(width: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.tuples(*[st.sampled_from((0, 0, 1, 3, 6, 11, 17)) for _ in range(width)])


COUNTS = st.tuples(answers(5), answers(5), answers(5), answers(6), answers(3))
GROUPS = st.dictionaries(st.sampled_from(NAMES), COUNTS, min_size=1, max_size=4)


def on_slides(told: Told) -> Told:
    """What a chart can carry: no number of answers, and no single answers beside a bound."""
    whole = all(share.endswith("%") and " " not in share for share in told.shares)
    return replace(told, answered="", shares=told.shares if whole else ())


def check(made: Document) -> None:
    truth = expected(made)
    assert from_data(written(made, Kind.DATA)) == truth
    assert from_page(written(made, Kind.PAGE)) == truth
    assert from_sheet(written(made, Kind.SHEET)) == truth
    assert from_pdf(written(made, Kind.PDF)) == truth
    assert from_slides(written(made, Kind.SLIDES), made) == {on_slides(told) for told in truth}


# Without shrinking: five files a try make it take minutes, and a failure says enough as it is.
@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(GROUPS)
def test_all_five_say_the_same(groups: dict[str, tuple[tuple[int, ...], ...]]) -> None:
    assume(any(sum(counts) for group in groups.values() for counts in group))
    check(document(released(groups)))


@pytest.mark.parametrize("alike", [(0, 0, 0, 0, 24), (24, 0, 0, 0, 0), (0, 0, 0, 10, 14), (0, 1, 23, 0, 0)])
def test_all_five_say_the_same_where_nearly_all_answered_alike(alike: tuple[int, ...]) -> None:
    check(document(released({"": [MIXED, alike, MIXED, OFTEN, NUMBER]})))


# Three of eight answers are good ones: 38%. Nothing else here is 38%, 25% or 13%.
SECRET = (1, 2, 2, 1, 2)


@pytest.mark.parametrize("kind", Kind)
def test_a_withheld_figure_is_in_none_of_them(kind: Kind) -> None:
    even = (0, 12, 0, 12, 0)
    made = document(released({"": [even, even, SECRET, (0, 0, 12, 0, 0, 12), (12, 12, 0)]}))
    text = everything_in(written(made, kind), kind)
    assert "50%" in text
    assert "Too few people answered this question." in text
    assert not [figure for figure in ("38%", "37%", "25%", "13%", "12%") if figure in text]


@pytest.mark.parametrize("kind", Kind)
def test_no_number_of_people_is_in_any_of_them(kind: Kind) -> None:
    """23 people answered: the band says 11 to 24, and nothing says 23."""
    made = document(
        released({"": [(1, 4, 6, 8, 4), (1, 4, 6, 8, 4), (1, 4, 6, 8, 4), (1, 4, 5, 6, 4, 3), (9, 9, 5)]})
    )
    text = everything_in(written(made, kind), kind)
    assert "11 to 24" in text or '"from": 11' in text or "11 24" in text
    assert "23 people" not in text

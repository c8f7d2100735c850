"""How much likelier: against another program, a published example, and what must hold for any counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats.contingency import relative_risk

from fanlight.measure.scoring import RelativeLikelihood, TooFew, relative_likelihood


@st.composite
def groups(draw: st.DrawFn) -> tuple[int, int]:
    people = draw(st.integers(11, 5000))
    return draw(st.integers(5, people)), people


def found(one: tuple[int, int], other: tuple[int, int], confidence: float = 0.95) -> RelativeLikelihood:
    result = relative_likelihood(one, other, confidence=confidence)
    assert isinstance(result, RelativeLikelihood)
    return result


@given(groups(), groups(), st.sampled_from([0.8, 0.95, 0.99]))
def test_it_is_what_scipy_computes(one: tuple[int, int], other: tuple[int, int], confidence: float) -> None:
    ours = found(one, other, confidence)
    theirs = relative_risk(one[0], one[1], other[0], other[1])
    low, high = theirs.confidence_interval(confidence)
    assert ours.ratio == pytest.approx(theirs.relative_risk)
    assert (ours.interval.low, ours.interval.high) == pytest.approx((low, high))


def test_a_trusts_published_figures_could_be_chance() -> None:
    """One trust's WRES indicator 3: 1.2% against 0.7%, published as 1.7, from 9 and 17 people."""
    result = found((9, round(9 / 0.012)), (17, round(17 / 0.007)))
    assert (round(100 * result.one, 1), round(100 * result.other, 1), round(result.ratio, 1)) == (
        1.2,
        0.7,
        1.7,
    )
    assert result.could_be_chance


def test_the_same_ratio_from_many_people_is_no_chance() -> None:
    assert not found((90, 7500), (170, 24290)).could_be_chance


@given(groups(), groups())
def test_the_other_way_round_it_is_the_reciprocal(one: tuple[int, int], other: tuple[int, int]) -> None:
    there, back = found(one, other), found(other, one)
    assert there.ratio * back.ratio == pytest.approx(1)
    assert there.interval.low * back.interval.high == pytest.approx(1)
    assert there.could_be_chance == back.could_be_chance


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ((4, 400), (30, 400), TooFew.EVENTS),
        ((30, 400), (0, 400), TooFew.EVENTS),
        ((5, 10), (30, 400), TooFew.PEOPLE),
        ((0, 0), (30, 400), TooFew.PEOPLE),
    ],
)
def test_few_people_give_no_ratio(one: tuple[int, int], other: tuple[int, int], why: TooFew) -> None:
    assert relative_likelihood(one, other) is why


@pytest.mark.parametrize("wrong", [(-1, 20), (21, 20)])
def test_impossible_counts_are_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="between none and all"):
        relative_likelihood(wrong, (5, 20))

"""`score` gives, for everybody and for each group, what the plain functions give for the same people."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from fanlight.measure import scoring
from fanlight.measure.instruments import Composite, Instrument, ScoringRule, load
from fanlight.measure.scoring import (
    MISSING,
    CompositeScore,
    Gaps,
    Grouping,
    GroupScores,
    ItemScore,
    composite_agreement,
    cronbach_alpha,
    feldt_interval,
    intraclass_correlation,
    item_agreement,
    omega_total,
    percent_at_least,
    person_means,
    r_wg_j,
    reversed_answers,
    scale_scores,
    score,
    tally,
    wilson,
)
from support.examples import one_in

SAQ, SOPS = load("saq-short-form"), load("sops-hospital-2")
NAN = math.nan


def forms(instrument: Instrument, people: st.SearchStrategy[int]) -> st.SearchStrategy[np.ndarray]:
    codes = st.sampled_from([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, MISSING])
    return people.flatmap(lambda n: arrays.arrays(np.int8, (n, len(instrument.items)), elements=codes))


def scores_of_people(instrument: Instrument, composite: Composite, answers: np.ndarray) -> np.ndarray:
    """A composite's answers, reversed, as floats; NaN is missing."""
    columns = []
    for item in instrument.items_of(composite):
        raw = answers[:, instrument.items.index(item)].astype(float)
        raw[(raw == MISSING) | np.isin(raw, list(instrument.scale_of(item).missing_codes))] = NAN
        columns.append(reversed_answers(raw, lowest=1, highest=5) if item.is_negative else raw)
    return np.array(columns).T


def plain_item(instrument: Instrument, place: int, answers: np.ndarray, population: int | None) -> ItemScore:
    item = instrument.items[place]
    gone = {MISSING, *instrument.scale_of(item).missing_codes}
    good = instrument.positive_codes(item)
    counts = item_agreement(answers[:, place], positive=good, missing=gone)
    raw = np.array([6 - code if item.is_negative else code for code in answers[:, place] if code not in gone])
    mean = raw.mean() if len(raw) else None
    if not good:
        return ItemScore(item.code, counts.valid, None, None, None, None, mean)
    around = wilson(counts.positive, counts.valid, population=population)
    low, high = (100 * around.low, 100 * around.high) if around else (None, None)
    return ItemScore(item.code, counts.valid, counts.positive, counts.percent_positive, low, high, mean)


def plain_composite(instrument: Instrument, composite: Composite, answers: np.ndarray) -> CompositeScore:
    items = [
        item_agreement(
            answers[:, instrument.items.index(item)],
            positive=instrument.positive_codes(item),
            missing={MISSING, *instrument.scale_of(item).missing_codes},
        )
        for item in instrument.items_of(composite)
    ]
    both = composite_agreement(items)
    people = scores_of_people(instrument, composite, answers)
    least = instrument.missing.least_share_answered
    percent, persons = both.percent_positive, person_means(people, least_share_answered=least)
    if instrument.scoring is ScoringRule.SAQ_0_100:
        persons = scale_scores(people, least_share_answered=least)
        percent = None if percent is None else percent_at_least(persons)
    complete = int((~np.isnan(people).any(axis=1)).sum())
    listwise = cronbach_alpha(people, gaps=Gaps.LISTWISE)
    around = None if listwise is None else feldt_interval(listwise, people=complete, items=len(items))
    scored = persons[~np.isnan(persons)]
    return CompositeScore(
        code=composite.code,
        percent_positive=percent,
        percent_positive_pooled=both.percent_positive_pooled,
        mean=scored.mean() if len(scored) else None,
        alpha=cronbach_alpha(people),
        alpha_listwise=listwise,
        alpha_low=around.low if around else None,
        alpha_high=around.high if around else None,
        omega=omega_total(people),
        rwg_j=r_wg_j(people, options=5),
        scored=len(scored),
        complete=complete,
    )


def check(instrument: Instrument, group: GroupScores, answers: np.ndarray) -> None:
    for place, ours in enumerate(group.items):
        same(ours, plain_item(instrument, place, answers, group.population))
    for composite, ours in zip(instrument.composites, group.composites, strict=True):
        same(ours, plain_composite(instrument, composite, answers))


def same(ours: ItemScore | CompositeScore, plain: ItemScore | CompositeScore) -> None:
    for field in ours.__slots__:
        mine, theirs = getattr(ours, field), getattr(plain, field)
        is_number = isinstance(mine, float) and theirs is not None
        expected = pytest.approx(theirs, abs=1e-6, rel=1e-6) if is_number else theirs
        assert mine == expected, (ours.code, field)


@one_in(3)
@given(
    st.sampled_from([SAQ, SOPS]).flatmap(lambda one: st.tuples(st.just(one), forms(one, st.integers(1, 40))))
)
def test_everybody_is_scored_as_the_plain_functions_score(case: tuple[Instrument, np.ndarray]) -> None:
    instrument, answers = case
    check(instrument, score(instrument, answers, population=50).everybody, answers)


@one_in(4)
@given(forms(SOPS, st.just(30)), st.lists(st.sampled_from(["A", "B", "C", None]), min_size=30, max_size=30))
def test_a_group_is_scored_as_if_it_were_alone(answers: np.ndarray, wards: list[str | None]) -> None:
    result = score(SOPS, answers, groupings=[Grouping.of("ward", wards)])
    check(SOPS, result.everybody, answers)
    assert [group.label for group in result.groups[1:]] == sorted({ward for ward in wards if ward})
    for group in result.groups[1:]:
        check(SOPS, group, answers[np.array(wards) == group.label])


@one_in(4)
@given(forms(SOPS, st.just(30)), st.lists(st.sampled_from(["A", "B", "C", None]), min_size=30, max_size=30))
def test_agreement_between_groups_is_that_of_peoples_scores(answers: np.ndarray, wards: list) -> None:
    result = score(SOPS, answers, groupings=[Grouping.of("ward", wards)])
    in_a_ward = np.array([ward is not None for ward in wards])
    for composite, ours in zip(SOPS.composites, result.between_groups, strict=False):
        people = person_means(scores_of_people(SOPS, composite, answers))
        plain = intraclass_correlation(people[in_a_ward], [ward for ward in wards if ward])
        assert (ours.icc1 is None) == (plain is None)
        if plain is not None:
            assert (ours.icc1, ours.icc2) == pytest.approx((plain.icc1, plain.icc2), abs=1e-6)


def random_forms(people: int, instrument: Instrument = SOPS, seed: int = 1) -> np.ndarray:
    draw = np.random.default_rng(seed)
    lean = draw.normal(3.5, 1, (people, 1)) + draw.normal(0, 1, (people, len(instrument.items)))
    answers = np.clip(np.round(lean), 1, 5).astype(np.int8)
    negative = [item.is_negative for item in instrument.items]
    answers[:, negative] = 6 - answers[:, negative]
    answers[draw.random(answers.shape) < 0.05] = MISSING
    return answers


def test_many_blocks_add_up_to_one(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = random_forms(3_000)
    whole = score(SOPS, answers)
    monkeypatch.setattr(tally, "BLOCK", 700)
    assert_alike(score(SOPS, answers).everybody, whole.everybody)


def test_groups_add_up_to_everybody() -> None:
    answers = random_forms(3_000)
    wards = Grouping.of("ward", [str(place % 7) for place in range(3_000)])
    assert_alike(score(SOPS, answers, groupings=[wards]).everybody, score(SOPS, answers).everybody)


def test_a_large_file_is_counted_the_quick_way_and_the_same() -> None:
    answers = random_forms(tally.MANY + 1)
    check(SOPS, score(SOPS, answers).everybody, answers)


def assert_alike(one: GroupScores, other: GroupScores) -> None:
    for mine, theirs in zip((*one.items, *one.composites), (*other.items, *other.composites), strict=True):
        same(mine, theirs)


def test_answers_reversed_before_are_not_reversed_again() -> None:
    answers = random_forms(200)
    turned = answers.copy()
    for place, item in enumerate(SOPS.items):
        if item.is_negative:
            here = turned[:, place] != MISSING
            turned[here, place] = 6 - turned[here, place]
    assert score(SOPS, turned, already_reversed=True).groups == score(SOPS, answers).groups


@given(st.permutations(range(20)))
@one_in(5)
def test_the_order_of_people_does_not_matter(order: list[int]) -> None:
    answers = random_forms(20)
    assert_alike(score(SOPS, answers[order]).everybody, score(SOPS, answers).everybody)


def test_wide_whole_numbers_score_like_bytes() -> None:
    answers = random_forms(50)
    assert score(SOPS, answers.astype(np.int64)) == score(SOPS, answers)


def test_nobody_has_no_figures_and_no_fault() -> None:
    nothing = score(SAQ, np.empty((0, len(SAQ.items)), dtype=np.int8))
    assert nothing.everybody.respondents == 0
    assert nothing.everybody.items[0] == ItemScore("1", 0, 0, None, None, None, None)
    first = nothing.everybody.composites[0]
    assert {first.percent_positive, first.mean, first.alpha, first.omega, first.rwg_j} == {None}


def test_items_on_unlike_scales_have_no_agreement_against_chance() -> None:
    apart = replace(SOPS, composites=(replace(SOPS.composites[0], items=("A1", "C1", "E1")),))
    grades = replace(SOPS.scale("rating"), options=SOPS.scale("rating").options[1:], favourable=(4, 5))
    mixed = replace(apart, scales=tuple(grades if s.id == "rating" else s for s in apart.scales))
    answers = np.full((4, len(SOPS.items)), 4, dtype=np.int8)
    answers[0] = 5
    composite = score(mixed, answers).everybody.composites[0]
    assert composite.rwg_j is None
    assert composite.mean == pytest.approx(4.25)


@pytest.mark.parametrize("shape", [(3, 4), (40,)])
def test_answers_of_another_shape_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="in the order of sops-hospital-2’s items"):
        score(SOPS, np.ones(shape, dtype=np.int8))


def test_a_grouping_of_other_people_is_refused() -> None:
    with pytest.raises(ValueError, match="one place for each row"):
        score(SOPS, random_forms(5), groupings=[Grouping.of("ward", ["A"])])


def test_a_code_too_large_for_the_scorer_is_refused_in_words() -> None:
    scale = SOPS.scale("rating")
    wide = replace(scale, options=(*scale.options[:-1], replace(scale.options[-1], code=999)))
    instrument = replace(SOPS, scales=tuple(wide if s.id == "rating" else s for s in SOPS.scales))
    with pytest.raises(ValueError, match="item E1: codes must be from -99 to 126"):
        score(instrument, random_forms(5))


def test_every_public_statistic_has_a_method_sheet_with_an_example() -> None:
    functions = {name: getattr(scoring, name) for name in scoring.__all__ if name.islower()}
    assert len(functions) > 20
    for name, function in functions.items():
        assert ">>>" in function.__doc__, name
        says_what_is_missing = any(word in function.__doc__ for word in ("issing data", "None", "NaN"))
        assert says_what_is_missing, name

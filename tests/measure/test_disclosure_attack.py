"""Each thing that the attack looks for, by itself; and each threshold, on the edge."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.disclosure import (
    EVERYBODY,
    Composite,
    Counted,
    Policy,
    PolicyTooWeak,
    Question,
    Shape,
    attack,
    release,
)
from fanlight.measure.disclosure.attack import Opened, check_decision
from fanlight.measure.disclosure.document import from_document, seal
from fanlight.measure.disclosure.figures import publish
from fanlight.measure.disclosure.inferred import answers, valid_answers
from fanlight.measure.disclosure.withholding import Decision, State, decide
from measure.disclosure_worlds import ONE_ROUND, YES_NO, people, ward, yes_no

SHOWN, HIDDEN, BOUND = State.SHOWN, State.WITHHELD, State.BOUNDED
FOUR = yes_no({ward(name): (10, 10) for name in "abcd"})


def opened(counts: Counted, groups: list[bool], states: list[State] | None = None) -> tuple[str, ...]:
    """What the attack with exact counts finds in a decision (everybody first, then the wards)."""
    each = (
        np.zeros((len(groups), 0), dtype=np.int8)
        if states is None
        else np.array(states, dtype=np.int8)[:, None]
    )
    with pytest.raises(Opened) as caught:
        check_decision(counts, Decision(np.array(groups), each), Policy())
    return caught.value.found.opened


def test_a_small_group_that_is_shown_is_found() -> None:
    found = opened(people(a=4, b=30, c=9), [True, True, True, True])
    assert found == ("a group below the minimum is shown",)


def test_one_group_withheld_alone_is_found_whatever_its_size() -> None:
    found = opened(people(a=40, b=30), [True, False, True])
    assert "the size of a is narrowed to 40 to 40" in found
    assert "what is withheld inside Everybody is too small or too much alike when taken together" in found


def test_two_withheld_groups_that_are_few_together_are_found() -> None:
    found = opened(people(a=4, b=5, c=30), [True, False, False, True])
    assert "the size of a is narrowed to 0 to 9" in found
    assert "what is withheld inside Everybody is too small or too much alike when taken together" in found


def test_a_group_inside_a_withheld_one_is_found() -> None:
    counts = people(a_1=20, a_2=20, b=20)
    found = opened(counts, [True, False, True, True, False])
    assert "a group is shown inside a withheld one" in found
    assert "the size of a is narrowed to 40 to 40" in found


def test_the_head_of_a_deeper_family_is_named() -> None:
    found = opened(people(a_1=20, a_2=4, b=20), [True, True, True, False, True])
    assert "what is withheld inside a is too small or too much alike when taken together" in found


@pytest.mark.parametrize(
    ("groups", "states", "words"),
    [
        ([1, 0, 0, 1, 1], [SHOWN, SHOWN, SHOWN, SHOWN, SHOWN], "a question is shown in a withheld group"),
        (
            [1, 1, 1, 1, 1],
            [HIDDEN, SHOWN, HIDDEN, SHOWN, SHOWN],
            "a question is shown in a group inside one where it is withheld",
        ),
        (
            [1, 1, 1, 1, 1],
            [HIDDEN, BOUND, HIDDEN, HIDDEN, HIDDEN],
            "a bound is shown for a group inside another",
        ),
        (
            [1, 1, 1, 1, 1],
            [SHOWN, HIDDEN, SHOWN, SHOWN, SHOWN],
            "what is withheld inside Everybody is too small or too much alike when taken together",
        ),
    ],
)
def test_a_question_shown_where_it_must_not_be_is_found(
    groups: list[int], states: list[State], words: str
) -> None:
    assert opened(FOUR, [bool(each) for each in groups], states) == (words,)


@pytest.mark.parametrize("pair", [(2, 18), (5, 5), (18, 2)])
def test_a_question_that_is_unsafe_is_found_where_it_is_shown(pair: tuple[int, int]) -> None:
    counts = yes_no({ward("a"): pair, ward("b"): (10, 10)}, blank=10)
    words = "a question with too few answers, or with all alike, is shown"
    assert opened(counts, [True] * 3, [SHOWN] * 3) == (words,)


def test_exactly_the_minimum_of_whom_three_differ_is_shown() -> None:
    counts = yes_no({ward("a"): (3, 8), ward("b"): (8, 3), ward("c"): (3, 8)}, blank=3)
    decision = decide(counts, Policy())
    assert decision.groups.all()
    assert decision.answers[:, 0].tolist() == [SHOWN] * 4
    assert attack(release(counts, Policy())).opened == ()


def test_who_is_withheld_together_may_be_exactly_the_minimum() -> None:
    assert decide(people(a=5, b=6, c=30), Policy()).groups.tolist() == [True, False, False, True]
    assert attack(release(people(a=5, b=6, c=30), Policy())).opened == ()


@pytest.mark.parametrize(("b", "withheld"), [(214, "b"), (216, "a")])
def test_what_is_withheld_inside_a_division_already_does_not_count_twice(b: int, withheld: str) -> None:
    """To withhold division a costs 115 and its wards' 115, less the 15 that are withheld inside it anyway: 215."""
    made = release(people(a_1=3, a_2=12, a_3=100, b=b, c=4), Policy())
    level = {group.name for group in made.groups if len(group.path) == 1 and made.result(group).is_withheld}
    assert level == {withheld, "c"}


def tampered(counts: Counted, changes: dict[str, list[tuple[int, object]]]) -> tuple[str, ...]:
    document = release(counts, Policy()).to_document()
    del document["seal"]
    for name, places in changes.items():
        for place, value in places:
            document["figures"][name][place] = value
    with pytest.raises(Opened) as caught:
        from_document({**document, "seal": seal(document)})
    return caught.value.found.opened


WITHHELD_HERE: dict[str, list[tuple[int, object]]] = {
    "state": [(1, [2])],
    "valid": [(1, [-1])],
    "share_low": [(1, [[-1, -1]])],
    "share_high": [(1, [[-1, -1]])],
    "positive_low": [(1, [-1])],
    "positive_high": [(1, [-1])],
    "interval_low": [(1, [-1])],
    "interval_high": [(1, [-1])],
}


def test_one_result_withheld_alone_is_found_in_what_is_published() -> None:
    found = tampered(FOUR, WITHHELD_HERE)
    assert found == ("what is withheld inside Everybody is one group, or too few",)


@pytest.mark.parametrize("name", ["share_low", "share_high", "positive_low", "interval_high", "valid"])
def test_any_figure_left_behind_is_found(name: str) -> None:
    counts = yes_no({ward("a"): (2, 2), ward("b"): (10, 10), ward("c"): (12, 14)})
    left: object = [[50, 50]] if name.startswith("share") else [25]
    assert "a withheld cell carries a figure" in tampered(counts, {name: [(1, left)]})


def test_what_is_tried_is_counted_and_nothing_is_told() -> None:
    counts = yes_no({ward("a"): (1, 19), ward("b"): (8, 8), ward("c"): (9, 9)})
    found = attack(release(counts, Policy()))
    assert (found.answers, found.told, found.opened, found.intervals) == (2, (), (), ())


def test_answers_known_to_be_all_alike_are_found_in_what_is_published() -> None:
    """Everybody: two of 44 said no; ward c says both of them did. So a and b said yes to a woman and a man."""
    counts = yes_no({ward("a"): (2, 10), ward("b"): (2, 10), ward("c"): (6, 14)})
    hide = {name: [(1, places[0][1]), (2, places[0][1])] for name, places in WITHHELD_HERE.items()}
    assert tampered(counts, hide | {"share_low": [*hide["share_low"], (0, [[14, 86]]), (3, [[30, 70]])]})


@given(counts=st.lists(st.integers(0, 40), min_size=5, max_size=5).filter(lambda each: 11 <= sum(each) < 100))
def test_the_numbers_that_percentages_allow_are_those_of_every_number(counts: list[int]) -> None:
    """Tried one by one: every number of answers in the band, and every way of rounding its parts."""
    counted = Counted.from_leaves(ONE_ROUND, {EVERYBODY: (sum(counts), [counts])})
    figures = publish(counted, decide(counted, Policy()), Policy())
    low, high = valid_answers(figures, Policy())
    band = Policy().band(sum(counts))
    assert band.high is not None
    if figures.state[0, 0] != State.SHOWN:
        return
    shares = figures.share_low[0, 0]
    allowed: list[int] = []
    least, most = [10**9] * 5, [0] * 5
    for number in range(band.low, band.high + 1):
        ways = [
            [part for part in range(number + 1) if (200 * part + number) // (2 * number) == share]
            for share in shares
        ]
        if all(ways) and sum(way[0] for way in ways) <= number <= sum(way[-1] for way in ways):
            allowed.append(number)
            least = [min(one, way[0]) for one, way in zip(least, ways, strict=True)]
            most = [max(one, way[-1]) for one, way in zip(most, ways, strict=True)]
    assert (int(low[0, 0]), int(high[0, 0])) == (allowed[0], allowed[-1])
    fewest, greatest = answers(figures, ONE_ROUND, low, high)
    assert (fewest[0, 0] <= np.array(least)).all()
    assert (greatest[0, 0] >= np.array(most)).all()
    assert (fewest[0, 0] <= np.array(counts)).all()
    assert (greatest[0, 0] >= np.array(counts)).all()


def test_in_a_wide_band_the_band_itself_stands() -> None:
    counted = Counted.from_leaves(YES_NO, {EVERYBODY: (333, [[111, 222]])})
    low, high = valid_answers(publish(counted, decide(counted, Policy()), Policy()), Policy())
    assert (int(low[0, 0]), int(high[0, 0])) == (200, 499)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"minimum": 4}, "a minimum of 4 is below the floor of 5"),
        ({"minimum": 1001}, "a minimum of 1001 would withhold everything"),
        ({"minimum": 11.0}, "minimum must be a whole number, not 11.0"),
        ({"margin": "1"}, "margin must be a whole number, not '1'"),
        ({"exceptions": 1}, "exceptions must be from 2 to the minimum less 1, not 1"),
        ({"minimum": 11, "exceptions": 11}, "exceptions must be from 2 to the minimum less 1, not 11"),
        ({"mean_decimals": 2}, "a mean is shown to 0 or 1 decimals, not 2"),
        ({"margin": 0}, "a protection of 0 protects nothing"),
    ],
)
def test_a_policy_that_cannot_be_is_refused_in_words(wrong: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Policy(**wrong)  # type: ignore[arg-type]
    assert issubclass(PolicyTooWeak, ValueError)


def test_thresholds_on_the_edge_are_allowed() -> None:
    for right in ({"minimum": 1000}, {"mean_decimals": 0}, {"margin": 1}, {"minimum": 11, "exceptions": 10}):
        assert Policy(**right)
    assert Policy(minimum=16).band_edges[:3] == (16, 25, 50)
    assert Policy(minimum=17).band_edges[:2] == (17, 50)
    assert [str(Policy().band(count)) for count in (10, 11, 24, 25, 99_999, 100_000)] == [
        "0 to 10",
        "11 to 24",
        "11 to 24",
        "25 to 49",
        "50,000 to 99,999",
        "100,000 or more",
    ]
    assert [Policy().bound(count) for count in (4, 5, 39, 200)] == [50, 60, 90, 99]
    assert Policy(minimum=5, exceptions=4).bound(5) is None


def test_a_pooled_team_may_be_exactly_the_minimum() -> None:
    shape = Shape(frozenset({"spring", "autumn"}), YES_NO.questions)
    counted = Counted.from_leaves(shape, {EVERYBODY: (20, [[10, 10]])}, {EVERYBODY: 11})
    assert not release(counted, Policy()).result().is_withheld


def test_a_theme_of_large_percentages_is_rounded_once() -> None:
    asked = Shape(
        frozenset({"spring"}),
        (Question("a", ("no", "yes"), frozenset({1})), Question("b", ("no", "yes"), frozenset({1}))),
        (Composite("both", ("a", "b")),),
    )
    made = release(Counted.from_leaves(asked, {EVERYBODY: (50, [[10, 40], [5, 45]])}), Policy()).result()
    assert str(made.composite("both").positive) == "85%"

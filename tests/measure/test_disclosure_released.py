"""The type that carries the promise: how a `Released` is made, kept and read."""

import copy
import dataclasses
import json
import pickle

import numpy as np
import pytest

from fanlight.measure.disclosure import (
    EVERYBODY,
    Bounded,
    Composite,
    Counted,
    CountsDisagree,
    DocumentDamaged,
    Group,
    Policy,
    PolicyTooWeak,
    Question,
    Reason,
    Released,
    Shape,
    Shown,
    Withheld,
    from_document,
    release,
)

AGREE = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
HEARD = Question("heard", AGREE, frozenset({3, 4}), (1, 2, 3, 4, 5))
ASKED = Question("asked", AGREE, frozenset({3, 4}), (1, 2, 3, 4, 5))
SHAPE = Shape(frozenset({"spring"}), (HEARD, ASKED), (Composite("voice", ("heard", "asked")),))


def team(people: int, *answers: list[int]) -> Counted:
    return Counted.from_leaves(SHAPE, {EVERYBODY: (people, list(answers))})


def ward(name: str) -> Group:
    return Group("ward", (name,))


def wards(**answers: list[list[int]]) -> Counted:
    leaves = {ward(name): (max(map(sum, rows)), rows) for name, rows in answers.items()}
    return Counted.from_leaves(SHAPE, leaves)


def even(people: int) -> list[list[int]]:
    """Answers spread over three categories, the same for both questions."""
    third = people // 3
    return [[0, third, third, people - 2 * third, 0]] * 2


def test_a_released_has_no_public_constructor() -> None:
    made = release(team(14, [1, 2, 3, 4, 4], [1, 2, 3, 4, 4]), Policy())
    with pytest.raises(TypeError, match="in no other way"):
        Released(None, made.shape, made._tree, made._figures, made.policy)


def test_a_released_does_not_change() -> None:
    made = release(team(14, [1, 2, 3, 4, 4], [1, 2, 3, 4, 4]), Policy())
    with pytest.raises(AttributeError):
        made._policy = Policy(minimum=5)
    with pytest.raises(ValueError, match="read-only"):
        made._figures.respondents[0] = 3


def test_a_released_is_read_back_from_its_document_without_loss() -> None:
    made = release(wards(a=even(20), b=even(3), c=even(30)), Policy(minimum=12))
    again = from_document(json.loads(json.dumps(made.to_document())))
    assert again == made
    assert list(again.results()) == list(made.results())
    assert again.policy == made.policy


def test_a_released_is_pickled_and_copied_by_its_document() -> None:
    made = release(team(14, [1, 2, 3, 4, 4], [1, 2, 3, 4, 4]), Policy())
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made


def test_a_changed_document_is_refused() -> None:
    document = release(team(14, [1, 2, 3, 4, 4], [1, 2, 3, 4, 4]), Policy()).to_document()
    document["figures"]["valid"][0][0] = 25
    with pytest.raises(DocumentDamaged, match="seal"):
        from_document(document)


def test_printing_counts_shows_the_shape_and_no_number() -> None:
    assert repr(team(17, [1, 2, 3, 4, 7], [1, 2, 3, 4, 6])) == "Counted(1 groups, 2 questions)"
    assert "17" not in repr(release(team(17, [1, 2, 3, 4, 7], [1, 2, 3, 4, 6]), Policy()))


def test_no_raw_count_is_kept_in_a_release() -> None:
    counted = team(997, [1, 2, 3, 4, 987], [100, 200, 300, 300, 90])
    figures = release(counted, Policy())._figures
    kept = np.concatenate([np.ravel(getattr(figures, each.name)) for each in dataclasses.fields(figures)])
    assert not set(kept.tolist()) & {997, 987, 990}


def test_a_team_below_the_minimum_gets_nothing_but_the_reason() -> None:
    result = release(team(10, [2, 2, 2, 2, 2], [2, 2, 2, 2, 2]), Policy()).result()
    assert result.respondents == Withheld(Reason.TOO_FEW)
    for question in result.questions:
        assert question.is_withheld
        assert question.distribution == (Withheld(Reason.TOO_FEW),) * 5
        assert question.positive == question.interval == question.mean == Withheld(Reason.TOO_FEW)
    assert result.composite("voice").positive == Withheld(Reason.TOO_FEW)


def test_a_question_that_too_few_answered_is_withheld_by_itself() -> None:
    result = release(team(14, [2, 3, 3, 3, 3], [2, 2, 2, 2, 2]), Policy()).result()
    assert str(result.question("heard").positive) == "43%"
    assert result.question("asked").valid == Withheld(Reason.TOO_FEW_ANSWERS)
    assert result.composite("voice").positive == Withheld(Reason.PART_WITHHELD)


@pytest.mark.parametrize("positive", [12, 11, 10])
def test_all_alike_is_shown_as_one_bound_whether_none_one_or_two_differ(positive: int) -> None:
    answers = [12 - positive, 0, 0, positive // 2, positive - positive // 2]
    question = release(team(12, answers, answers), Policy()).result().question("heard")
    assert question.positive == Bounded(80, 100)
    assert question.distribution == (Withheld(Reason.ALL_ALIKE),) * 5
    assert question.mean == Withheld(Reason.ALL_ALIKE)


def test_one_category_alike_bounds_every_category() -> None:
    question = release(team(20, [1, 19, 0, 0, 0], [1, 19, 0, 0, 0]), Policy()).result().question("heard")
    assert question.distribution == (Bounded(0, 10), Bounded(90, 100)) + (Bounded(0, 10),) * 3
    assert question.positive == Bounded(0, 10)


def test_a_theme_with_a_bounded_question_is_bounded_too() -> None:
    result = release(team(12, [0, 0, 0, 6, 6], [2, 2, 2, 3, 3]), Policy()).result()
    assert result.composite("voice").positive == Bounded(65, 75)


def test_the_team_beside_a_small_one_is_withheld_with_the_same_words() -> None:
    made = release(wards(a=even(20), b=even(3), c=even(30)), Policy())
    reasons = [made.result(ward(name)).respondents for name in "ab"]
    assert reasons == [Withheld(Reason.SMALL_GROUP)] * 2
    assert str(made.result(ward("c")).respondents) == "25 to 49"


def test_a_whole_mean_and_a_rounded_interval_are_shown() -> None:
    question = release(team(14, [1, 2, 3, 4, 4], [1, 2, 3, 4, 4]), Policy()).result().question("heard")
    assert question.mean == Shown(3.6)
    assert str(question.interval) == "32% to 79%"


def test_where_everybody_in_the_team_answered_the_interval_is_the_figure() -> None:
    counted = Counted.from_leaves(SHAPE, {EVERYBODY: (14, [[1, 2, 3, 4, 4]] * 2)}, {EVERYBODY: 14})
    question = release(counted, Policy()).result().question("heard")
    assert str(question.interval) == "57% to 58%"


@pytest.mark.parametrize("wrong", [{"minimum": 4}, {"exceptions": 1}, {"mean_decimals": 2}, {"margin": 0}])
def test_a_policy_below_the_floor_is_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(PolicyTooWeak):
        Policy(**wrong)


def test_counts_from_rows_equal_counts_from_leaves() -> None:
    rows = np.array([[0, 1], [4, -1], [3, 3], [-1, -1]])
    counted = Counted.from_answers(SHAPE, rows, {"ward": [("a",), ("a",), ("b",), ("b",)]})
    assert counted.respondents.tolist() == [3, 2, 1]
    assert counted.answers[counted.tree.position[ward("a")], 0].tolist() == [1, 0, 0, 0, 1]


def test_two_splits_must_divide_up_the_same_people() -> None:
    leaves = {ward("a"): (20, even(20)), Group("job", ("nurse",)): (19, even(19))}
    with pytest.raises(CountsDisagree, match="do not add up"):
        Counted.from_leaves(SHAPE, leaves)

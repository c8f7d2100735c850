"""What is counted, which counts cannot be true, and what is kept of a release."""

import hashlib
from typing import Any

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
    Question,
    Reason,
    Shape,
    Shown,
    Withheld,
    from_document,
    release,
)
from fanlight.measure.disclosure.document import seal
from fanlight.measure.disclosure.group import Tree
from fanlight.measure.disclosure.inferred import answers as inferred_answers
from fanlight.measure.disclosure.inferred import valid_answers
from fanlight.measure.disclosure.policy import Band
from measure.disclosure_worlds import YES_NO, ward, yes_no

NO_YES = ("no", "yes")
TWO = Shape(frozenset({"spring"}), (YES_NO.questions[0], Question("r", ("a", "b", "c"), frozenset())))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Question("q", ("no",), frozenset()), "question q: two or more categories"),
        (lambda: Question("q", ("no", "no"), frozenset()), "question q: two or more categories"),
        (
            lambda: Question("q", NO_YES, frozenset({2})),
            "question q: a positive category that does not exist",
        ),
        (lambda: Question("q", NO_YES, frozenset(), (1.0,)), "question q: one score for each category"),
        (lambda: Shape(frozenset(), ()), "name the round"),
        (lambda: Shape(frozenset({""}), ()), "name the round"),
        (
            lambda: Shape(frozenset({"s"}), (YES_NO.questions[0],) * 2),
            "a question or a composite is named twice",
        ),
        (lambda: _themes(Composite("t", ("q",)), Composite("t", ("q",))), "named twice"),
        (lambda: _themes(Composite("t", ())), "composite t: its questions are not among those asked"),
        (lambda: _themes(Composite("t", ("z",))), "composite t: its questions are not among those asked"),
        (lambda: _themes(Composite("t", ("r",))), "composite t: a question without positive categories"),
        (lambda: Group("ward", ()), "both the name of its split and a path"),
        (lambda: Group("", ("a",)), "both the name of its split and a path"),
        (lambda: Group("ward", ("a", "")), "a group's path has an empty name"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(make: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make()


def _themes(*composites: Composite) -> Shape:
    return Shape(TWO.rounds, TWO.questions, composites)


def test_a_question_all_of_whose_answers_are_positive_can_be_asked() -> None:
    assert Question("q", NO_YES, frozenset({0, 1})).positive == {0, 1}


@pytest.mark.parametrize(
    ("groups", "words"),
    [
        ([EVERYBODY, ward("a"), ward("a")], "a group is named twice"),
        ([ward("a")], "the group of everybody is missing"),
        ([EVERYBODY, ward("a", "b")], "the group a / b has no group above it"),
    ],
)
def test_a_tree_with_a_hole_is_refused(groups: list[Group], words: str) -> None:
    with pytest.raises(CountsDisagree, match=f"^{words}$"):
        Tree(tuple(groups))


TREE = Tree.above([ward("a"), ward("b")])


@pytest.mark.parametrize(
    ("respondents", "answers", "words"),
    [
        ([5, 2], [[[1, 1]]] * 3, "the counts do not have the shape"),
        ([5, 2, 3], [[[1, 1]]] * 2, "the counts do not have the shape"),
        ([5, 2, 3.0], [[[1, 1]]] * 3, "respondents must be whole numbers"),
        ([5, 2, 3], [[[1.0, 1]]] * 3, "answers must be whole numbers"),
        ([1, 2, -1], [[[0, 0]]] * 3, "a count is negative"),
        ([2, 1, 1], [[[0, 0]], [[1, 0]], [[-1, 0]]], "a count is negative"),
        ([2, 1, 1], [[[2, 1]], [[1, 1]], [[1, 0]]], "a question has more answers than there are respondents"),
        ([6, 2, 3], [[[0, 0]]] * 3, "the groups of Everybody do not add up to it"),
        ([5, 2, 3], [[[1, 0]], [[0, 1]], [[0, 0]]], "the groups of Everybody do not add up to it"),
    ],
)
def test_counts_that_cannot_be_true_are_refused_in_words(respondents: Any, answers: Any, words: str) -> None:
    with pytest.raises(CountsDisagree, match=f"^{words}"):
        Counted(YES_NO, TREE, np.array(respondents), np.array(answers))


def test_an_answer_beyond_the_categories_of_a_narrower_question_is_refused() -> None:
    with pytest.raises(CountsDisagree, match=r"^question q: an answer outside its categories$"):
        Counted(TWO, Tree((EVERYBODY,)), np.array([1]), np.array([[[0, 0, 1], [0, 0, 0]]]))
    with pytest.raises(CountsDisagree, match=r"^question q: an answer outside its categories$"):
        Counted.from_leaves(TWO, {EVERYBODY: (1, [[0, 0, 1], [0, 0, 0]])})
    with pytest.raises(CountsDisagree, match=r"^question r: an answer outside its categories$"):
        Counted.from_leaves(TWO, {EVERYBODY: (1, [[0, 0], [0, 0, 0, 0]])})
    with pytest.raises(CountsDisagree, match=r"^question q: an answer outside its categories$"):
        Counted.from_leaves(TWO, {EVERYBODY: (1, [[[0], [0]], [0, 0]])})
    with pytest.raises(CountsDisagree, match=r"^question r: an answer outside its categories$"):
        Counted.from_answers(TWO, [[1, 2], [0, 3]])
    with pytest.raises(CountsDisagree, match=r"^1 rows of answers for 2 questions$"):
        Counted.from_leaves(TWO, {EVERYBODY: (1, [[0, 0]])})


def test_people_of_a_group_that_has_groups_below_it_are_refused() -> None:
    words = r"^the group a has people of its own and groups below it$"
    with pytest.raises(CountsDisagree, match=words):
        Counted.from_leaves(YES_NO, {ward("a"): (1, [[1, 0]]), ward("a", "b"): (1, [[1, 0]])})
    with pytest.raises(CountsDisagree, match=words):
        Counted.from_answers(YES_NO, [[0], [1]], {"ward": [("a",), ("a", "b")]})
    with pytest.raises(CountsDisagree, match=r"^split ward: 1 groups for 2 respondents$"):
        Counted.from_answers(YES_NO, [[0], [1]], {"ward": [("a",)]})


def test_whoever_gave_the_first_answer_alone_counts_and_a_blank_form_does_not() -> None:
    """The first category has the number nought."""
    counted = Counted.from_answers(TWO, [[0, -1], [-1, 0], [-1, -1]], population={EVERYBODY: 9})
    assert counted.respondents.tolist() == [2]
    assert counted.answers.tolist() == [[[1, 0, 0], [1, 0, 0]]]
    assert counted.population.tolist() == [9]
    assert Counted.from_answers(TWO, [[0, 0]]).population.tolist() == [-1]
    plain = Counted(YES_NO, Tree((EVERYBODY,)), np.array([2]), np.array([[[1, 1]]]))
    assert plain.population.tolist() == [-1]
    with pytest.raises(ValueError, match="read-only"):
        counted.respondents[0] = 3


WORLD = {ward("a"): (2, 2), ward("b"): (10, 10), ward("c"): (12, 14), ward("d"): (30, 1)}


def test_a_release_is_sealed_as_it_always_was() -> None:
    """Releases are kept for years. Were the seal made in another way, none of them could be read any more."""
    text = b'{"a":"\\u00e9","b":[1,null,0.5]}'
    assert seal({"b": [1, None, 0.5], "a": "é"}) == hashlib.sha256(text).hexdigest()
    with pytest.raises(ValueError, match="JSON"):
        seal({"mean": float("nan")})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": 2}, "not a release of version 1"),
        ({"format": "other"}, "not a release of version 1"),
        ({"seal": "0"}, "the seal does not fit: the stored release was changed"),
    ],
)
def test_another_format_and_another_seal_are_refused_in_words(change: dict[str, Any], words: str) -> None:
    with pytest.raises(DocumentDamaged, match=f"^{words}$"):
        from_document({**release(yes_no(WORLD), Policy()).to_document(), **change})


@pytest.mark.parametrize(("name", "value"), [("respondents", -2), ("state", [3]), ("valid", [1, 2])])
def test_a_figure_outside_its_range_is_refused_though_the_seal_fits(name: str, value: Any) -> None:
    document = release(yes_no(WORLD), Policy()).to_document()
    del document["seal"]
    document["figures"][name][-1] = value
    with pytest.raises(DocumentDamaged, match=r"^the stored release cannot be read: "):
        from_document({**document, "seal": seal(document)})


def test_what_is_read_of_a_group_is_its_own() -> None:
    made = release(yes_no(WORLD), Policy())
    reasons = {}
    for result in made.results():
        question = result.question("q")
        if isinstance(question.valid, Withheld):
            reasons[str(result.group)] = question.valid.reason
        else:
            assert question.valid == result.respondents
    assert [result.group for result in made.results()] == list(made.groups)
    assert made.result(ward("c")).respondents == Shown(Band(25, 49))
    assert reasons == {"a": Reason.SMALL_GROUP, "b": Reason.SMALL_GROUP, "d": Reason.QUESTION}
    assert made != release(yes_no({**WORLD, ward("c"): (12, 15)}), Policy())
    assert made != "a release"


def test_a_bound_is_said_by_the_end_that_is_known() -> None:
    assert [str(Bounded(*ends)) for ends in [(90, 100), (0, 10), (60, 72), (0, 100)]] == [
        "at least 90%",
        "at most 10%",
        "between 60% and 72%",
        "at least 0%",
    ]


def test_what_percentages_allow_is_worked_out_for_each_group_by_itself() -> None:
    """Several groups in one band, with questions of different width, give what each of them gives alone."""
    rng = np.random.default_rng(2)
    answers = {
        ward(name): [rng.multinomial(15, [0.4, 0.6]), rng.multinomial(15, [0.2, 0.3, 0.5])]
        for name in "abcdef"
    }

    def ends(given: dict[Group, Any]) -> list[list[Any]]:
        made = release(
            Counted.from_leaves(TWO, {group: (15, rows) for group, rows in given.items()}), Policy()
        )
        low, high = valid_answers(made._figures, made.policy)
        both = low, high, *inferred_answers(made._figures, made.shape, low, high)
        return [[each[made.groups.index(group)].tolist() for each in both] for group in given]

    together = ends(answers)
    assert together == [ends({group: rows})[0] for group, rows in answers.items()]
    assert all(most[0][2] == 0 for _, _, _, most in together), "a category that a question does not have"


@pytest.mark.parametrize("place", ["respondents", "answers"])
def test_the_one_family_that_does_not_add_up_is_named(place: str) -> None:
    """Two divisions and everybody: only the second division's wards fail it, by as much as the first one's exceed."""
    shape = Shape(frozenset({"spring"}), (Question("q1", ("no", "yes")), Question("q2", ("no", "yes"))))
    wards = [Group("ward", (division, f"{division}{number}")) for division in "ab" for number in "12"]
    good = Counted.from_leaves(shape, {group: (10, [[5, 5], [5, 5]]) for group in wards})
    respondents, answers = good.respondents.copy(), good.answers.copy()
    where = good.tree.position[Group("ward", ("b", "b2"))]
    if place == "respondents":
        respondents[where] += 1
    else:
        answers[where, 1] -= [1, 0]
    with pytest.raises(CountsDisagree, match=r"the groups of b do not add up to it"):
        Counted(good.shape, good.tree, respondents, answers)


@pytest.mark.parametrize("make", ["from_answers", "from_leaves"])
def test_answers_that_are_not_whole_numbers_are_called_answers(make: str) -> None:
    given = [[0.5]] if make == "from_answers" else {ward("a"): (2, [[1.5, 0.5]])}
    with pytest.raises(CountsDisagree, match=r"^answers must be whole numbers"):
        getattr(Counted, make)(YES_NO, given)


def test_the_question_with_an_impossible_answer_is_named_wherever_it_stands() -> None:
    yes, no = Question("q1", ("no", "yes")), Question("q2", ("no", "yes"))
    shape = Shape(frozenset({"spring"}), (yes, no))
    with pytest.raises(CountsDisagree, match="question q2: an answer outside its categories"):
        Counted.from_answers(shape, [[0, 2], [1, 0], [1, 1]])


def test_in_a_level_each_family_stands_together_in_its_order() -> None:
    """What decides ties: the first of equals covers. So no order of rows may change it, however many groups."""
    leaves = [Group(split, (f"{n % 3}", f"{n:03}")) for n in range(300) for split in ("ward", "job")]
    tree = Tree.above(leaves)
    for members in tree.levels():
        families = tree.family[members]
        assert (np.diff(families) >= 0).all()
        for family in np.unique(families):
            assert (np.diff(members[families == family]) > 0).all()
    assert (np.diff(tree.depth[tree.head]) <= 0).all(), "families are numbered from the deepest up"
    for values in (tree.parent, tree.depth, tree.family, tree.head):
        with pytest.raises(ValueError, match="read-only"):
            values[0] = 1

"""What lies on the table: every move makes sense or changes nothing, and no count of fewer than five is ever shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.guide.queries import Use
from fanlight.guide.queries.boards import (
    ENOUGH,
    Corner,
    Step,
    add_sorting,
    choose_question,
    close_sorting,
    draw_arrow,
    lay,
    leans,
    new_board,
    turn,
)

CARDS = [f"card-{n}" for n in range(8)]
PILES = st.lists(st.sets(st.integers(0, 7)), max_size=12)


def sorted_by(piles: list[set[int]]) -> dict[str, object]:
    board = new_board(Use.COMPARE_VIEWS, CARDS)
    for pile in piles:
        board = add_sorting(board, pile) or board
    return board


def votes(card: str, piles: list[set[int]]) -> int:
    return sum(CARDS.index(card) in pile for pile in piles)


def test_a_moment_goes_through_its_four_steps_and_no_further() -> None:
    board = new_board(Use.SAFETY_MOMENT, CARDS[:1])
    for step in list(Step)[:-1]:
        assert board["step"] == step
        board = turn(board, step) or {}
    assert turn(board, Step.SMALL) is None


def test_two_who_press_at_once_go_on_once() -> None:
    board = turn(new_board(Use.SAFETY_MOMENT, CARDS[:1]), "read")
    assert board is not None
    assert turn(board, "read") is None


@pytest.mark.parametrize("number", [-1, 3, 99])
def test_a_question_that_is_not_there_cannot_be_chosen(number: int) -> None:
    assert choose_question(new_board(Use.SAFETY_MOMENT, CARDS[:1]), number) is None


@given(PILES)
def test_counts_of_fewer_than_five_are_gone_once_it_is_closed(piles: list[set[int]]) -> None:
    closed = close_sorting(sorted_by(piles))
    assert closed is not None
    assert sorted(closed["cards"]) == CARDS
    if len(piles) < ENOUGH:
        assert (closed["like"], closed["sorted"]) == ([], 0)
    else:
        assert closed["sorted"] == len(piles)
        assert not {1, len(piles) - 1} & set(closed["like"]), "whoever stood alone would be seen"
        for card, like in zip(closed["cards"], closed["like"], strict=True):
            assert abs(like - votes(card, piles)) <= 1


@given(PILES)
def test_the_cards_that_split_people_most_come_first(piles: list[set[int]]) -> None:
    closed = close_sorting(sorted_by(piles)) or {}
    many = len(piles)
    apart = [abs(2 * votes(card, piles) - many) for card in closed["cards"]]
    if many >= ENOUGH:  # all but one is as good as all
        apart = [many if each == many - 2 else each for each in apart]
    assert apart == sorted(apart)


def test_one_phone_alone_learns_nothing_from_the_order() -> None:
    assert (close_sorting(sorted_by([{1, 2}])) or {})["cards"] == CARDS


def test_nothing_is_added_after_the_close_and_no_card_that_is_not_there() -> None:
    board = sorted_by([{0}] * 5)
    assert add_sorting(board, {8}) is None
    assert add_sorting(board, {-1}) is None
    closed = close_sorting(board) or {}
    assert add_sorting(closed, {0}) is None
    assert close_sorting(closed) is None


def test_a_card_is_laid_moved_and_taken_back() -> None:
    board = new_board(Use.STRENGTHS_SORT, CARDS)
    for corner in Corner:
        board = lay(board, "card-1", corner) or {}
        assert board["places"] == {"card-1": corner}
    assert (lay(board, "card-1", "") or {})["places"] == {}
    assert lay(board, "a-card-of-somebody-else", "strong") is None
    assert lay(board, "card-1", "under the table") is None


def test_the_same_arrow_again_takes_it_away() -> None:
    board = new_board(Use.INFLUENCE_MAP, CARDS)
    board = draw_arrow(board, "card-1", "card-2") or {}
    assert leans(board)[0]["card-1"] == leans(board)[1]["card-2"] == 1
    assert (draw_arrow(board, "card-1", "card-2") or {})["arrows"] == []
    assert draw_arrow(board, "card-1", "card-1") is None
    assert draw_arrow(board, "card-1", "x") is None


def test_what_is_for_people_face_to_face_is_not_for_phones() -> None:
    with pytest.raises(ValueError, match="face to face"):
        new_board(Use.IN_PAIRS, CARDS)

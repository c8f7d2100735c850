"""What lies on the table in a sitting: plain values, and what each move makes of them. No person is in them.

A board is a dictionary that JSON can hold. Moves return a new board, or None where they make no sense (any more):
somebody else was quicker, or the address was made up.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Any

from fanlight.guide.queries.entries import Use

Board = dict[str, Any]

ENOUGH = 5  # fewer than five in a room can guess each other
HOW_MANY = {Use.SAFETY_MOMENT: 1, Use.COMPARE_VIEWS: 8, Use.STRENGTHS_SORT: 9, Use.INFLUENCE_MAP: 6}


class Step(StrEnum):
    """Where a safety moment is."""

    READ = "read"
    THINK = "think"
    TALK = "talk"
    SMALL = "small"


class Corner(StrEnum):
    """Where a card may be laid when strengths and soft spots are sorted."""

    STRONG = "strong"
    SOFT = "soft"
    HELP = "help"
    HURT = "hurt"


def new_board(use: Use, cards: Collection[str]) -> Board:
    laid: Board = {"cards": list(cards)}
    match use:
        case Use.SAFETY_MOMENT:
            return {**laid, "step": Step.READ.value, "question": 0}
        case Use.COMPARE_VIEWS:
            return {**laid, "like": [0] * len(laid["cards"]), "sorted": 0, "is_open": True}
        case Use.STRENGTHS_SORT:
            return {**laid, "places": {}}
        case Use.INFLUENCE_MAP:
            return {**laid, "arrows": []}
        case _:
            raise ValueError(f"{use.value} is for people face to face, not for phones")


def turn(board: Board, seen: str) -> Board | None:
    """A safety moment goes on from the step that the person saw: two who press at once go on once."""
    steps = [step.value for step in Step]
    if board["step"] != seen or seen == steps[-1]:
        return None
    return {**board, "step": steps[steps.index(seen) + 1]}


def choose_question(board: Board, number: int) -> Board | None:
    return {**board, "question": number} if number in (0, 1, 2) else None


def add_sorting(board: Board, like_us: Collection[int]) -> Board | None:
    """One phone's two piles, added to the counts."""
    places = range(len(board["cards"]))
    if not board["is_open"] or not set(like_us) <= set(places):
        return None
    like = [count + (place in like_us) for place, count in zip(places, board["like"], strict=True)]
    return {**board, "like": like, "sorted": board["sorted"] + 1}


def close_sorting(board: Board) -> Board | None:
    """Show what came of it. Of fewer than five, only the order stays: counts would tell who put what where.

    One alone in a pile counts with the others: whoever stood alone is not shown to the room.
    """
    if not board["is_open"]:
        return None
    many, cards = board["sorted"], board["cards"]
    like = [_without_loners(count, many) for count in board["like"]] if many >= ENOUGH else board["like"]
    order = sorted(range(len(cards)), key=lambda place: abs(2 * like[place] - many))
    closed: Board = {"cards": [cards[place] for place in order], "like": [], "sorted": 0, "is_open": False}
    if many >= ENOUGH:
        closed |= {"like": [like[place] for place in order], "sorted": many}
    return closed


def _without_loners(count: int, many: int) -> int:
    return 0 if count <= 1 else many if count >= many - 1 else count


def lay(board: Board, card: str, corner: str) -> Board | None:
    """Lay a card into a corner, or take it back with an empty corner."""
    if card not in board["cards"] or corner not in {"", *Corner}:
        return None
    places = {**board["places"], card: corner} if corner else {**board["places"]}
    if not corner:
        places.pop(card, None)
    return {**board, "places": places}


def draw_arrow(board: Board, start: str, end: str) -> Board | None:
    """An arrow from one card to another; the same again takes it away."""
    cards = board["cards"]
    if start not in cards or end not in cards or start == end:
        return None
    arrow = [start, end]
    others = [each for each in board["arrows"] if each != arrow]
    return {**board, "arrows": others if arrow in board["arrows"] else [*others, arrow]}


def leans(board: Board) -> tuple[dict[str, int], dict[str, int]]:
    """How many arrows leave each card, and how many end there."""
    leave, end = dict.fromkeys(board["cards"], 0), dict.fromkeys(board["cards"], 0)
    for start, to in board["arrows"]:
        leave[start] += 1
        end[to] += 1
    return leave, end

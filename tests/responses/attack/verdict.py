"""Telling luck from knowledge: how many of a strategy's guesses are right, and how many chance would give."""

import math
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from attack.strategies import Guess, codes_in, guesses
from support.evidence import Evidence, Snapshot
from support.subject import Disk, Subject

PEOPLE, ROUNDS = 12, 4  # enough for a release: with fewer, comments are erased unread
REAL = ("OnAPhone", "OnPaper")  # through the pages, by each way that leaves something on the server


@dataclass(frozen=True)
class Truth:
    """What only the judge knows: the answers of each person, in the order of answering, and the round's key."""

    codes: tuple[dict[str, int], ...]
    comments: tuple[str, ...]
    key: bytes


def different_answers(items: list[str], people: int) -> list[dict[str, int]]:
    """Answers that no two people share, each with its own number of blanks, so that they also differ in length."""
    choice = secrets.SystemRandom()
    step = len(items) // (people + 1)
    left_out = [set(choice.sample(items, step * number)) for number in choice.sample(range(people), people)]
    return [{item: choice.randint(1, 5) for item in items if item not in blank} for blank in left_out]


Look = Callable[[int], None]


def hold_round(
    subject: Subject, disk: Disk, name: str, *, look: Look = lambda _: None
) -> tuple[Evidence, Truth]:
    """One round under the attacker's eyes: tables after every answer, files before and after one and ten and the close.

    `look` is called with the number of answers so far, and with -1 at the end.
    """
    subject.ask("use", name)
    begun = subject.ask("begin", PEOPLE)
    codes = different_answers(begun["items"], PEOPLE)
    comments = [f"comment {secrets.token_hex(8)}" for _ in codes]
    moments: list[Snapshot] = [disk.snapshot()]
    look(0)
    for number, slip in enumerate(begun["slips"]):
        subject.ask("answer", slip, codes[number], comments[number])
        moments.append(disk.snapshot(everything=number in {0, PEOPLE - 1}))
        look(number + 1)
    subject.ask("close")
    moments.append(disk.snapshot())
    look(-1)
    evidence = Evidence(
        tuple(begun["slips"]), tuple(moments), "responses_answer" if name in REAL else "naive_answer"
    )
    return evidence, Truth(tuple(codes), tuple(comments), bytes.fromhex(begun["key"]))


def right(guess: Guess, truth: Truth) -> int:
    """How many people were told their own answers."""
    return sum(
        row is not None and codes_in(row) == codes for row, codes in zip(guess, truth.codes, strict=True)
    )


def tally(held: list[tuple[Evidence, Truth]]) -> Counter[str]:
    """For each strategy, the right guesses over all rounds."""
    found: Counter[str] = Counter()
    for evidence, truth in held:
        for name, guess in guesses(evidence).items():
            found[name] += right(guess, truth)
    return found


def luck(matches: int, rounds: int) -> float:
    """The chance of so many right guesses, or more, without knowing anything: about one in each round is expected.

    The number of people whom a random order puts into their own place is near to Poisson with mean 1.
    """
    return 1 - sum(math.exp(-rounds) * rounds**k / math.factorial(k) for k in range(matches))

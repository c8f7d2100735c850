"""The power goes while a round is closing: whatever the moment, nothing is lost, doubled or left lying about."""

import signal

import pytest
from attack.dying import BEFORE_THE_COMMIT, STEPS
from attack.verdict import different_answers

from support.subject import Disk, Subject

PEOPLE = 12


def sorted_answers(answers: list[dict[str, int]]) -> list[list[tuple[str, int]]]:
    return sorted(sorted(codes.items()) for codes in answers)


@pytest.mark.parametrize("step", STEPS)
def test_a_closing_that_was_cut_off_is_finished_later(step: str, scene: tuple[Subject, Disk]) -> None:
    subject, _ = scene
    subject.ask("use", "Fanlight")
    begun = subject.ask("begin", PEOPLE)
    given = different_answers(begun["items"], PEOPLE)
    for slip, codes in zip(begun["slips"], given, strict=True):
        subject.ask("answer", slip, codes, "a comment")

    cut = subject.ask("close_and_die", step)

    assert cut["signal"] == signal.SIGKILL, "it was not killed: the step has another name now"
    if step in BEFORE_THE_COMMIT:
        assert (cut["sealed"], len(cut["answers"]), cut["has_key"]) == (PEOPLE, 0, True)
    else:
        assert (cut["sealed"], len(cut["answers"]), cut["has_traces"]) == (0, PEOPLE, True)

    healed = subject.ask("heal")

    assert sorted_answers(healed["answers"]) == sorted_answers(given)
    assert (healed["state"], healed["releases"], healed["comments"]) == ("released", 1, PEOPLE)
    assert (healed["sealed"], healed["has_key"], healed["has_traces"]) == (0, False, False)
    assert subject.ask("heal") == healed, "once more is harmless"

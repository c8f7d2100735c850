"""What a reader of scores should know before trusting them: values, not silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class CautionKind(StrEnum):
    """Why to be careful with a set of scores."""

    STRAIGHT_LINED = "straight_lined"
    REVERSED_TWICE = "reversed_twice"
    RUNS_AGAINST = "runs_against"
    OUTSIDE_SCALE = "outside_scale"
    TOO_FEW = "too_few"
    BLANK_FORMS = "blank_forms"
    NOT_ASKED = "not_asked"
    NO_GROUP = "no_group"
    NO_POPULATION = "no_population"


@dataclass(frozen=True, slots=True)
class Caution:
    """A kind, for programs, and a message, for people."""

    kind: CautionKind
    message: str


def listed(names: Sequence[str], *, at_most: int = 5) -> str:
    """Names in a sentence, cut short where there are many.

    >>> listed(["A1", "A2", "A3"]), listed(["A1", "A2", "A3"], at_most=2)
    ('A1, A2 and A3', 'A1, A2 and 1 more')
    """
    shown = list(names[:at_most])
    if len(names) > at_most:
        return f"{', '.join(shown)} and {len(names) - at_most} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def straight_lined(forms: int, respondents: int) -> Caution:
    return Caution(
        CautionKind.STRAIGHT_LINED,
        "Forms with the same answer to every statement, although some statements are worded the other way "
        f"round: {forms} of {respondents}. They are counted; see whether they were filled in with care.",
    )


def reversed_twice(codes: Sequence[str], *, negative: int, already_reversed: bool) -> Caution:
    remedy = (
        "Perhaps they are raw after all: try without --already-reversed."
        if already_reversed
        else "Perhaps the file holds them reversed already: try --already-reversed."
    )
    return Caution(
        CautionKind.REVERSED_TWICE,
        f"Negatively worded items that run against the others once scored: {len(codes)} of {negative} "
        f"({listed(codes, at_most=8)}). {remedy}",
    )


def runs_against(codes: Sequence[str]) -> Caution:
    return Caution(
        CautionKind.RUNS_AGAINST,
        f"Items that run against the rest of their composite: {listed(codes, at_most=8)}. "
        "See whether a column is mixed up or reversed by mistake.",
    )


def outside_scale(code: str, answers: int) -> Caution:
    return Caution(
        CautionKind.OUTSIDE_SCALE,
        f"Answers to {code} with a code that its scale does not know: {answers}. They are left out.",
    )


def too_few(groups: Sequence[str], *, least: int) -> Caution:
    return Caution(
        CautionKind.TOO_FEW,
        f"Reliability rests on fewer than {least} complete forms for {listed(groups)}: "
        "read alpha, omega and their interval there with great care.",
    )


def blank_forms(forms: int) -> Caution:
    return Caution(CautionKind.BLANK_FORMS, f"Rows without any answer, which are not counted: {forms}.")


def nobody_answered(codes: Sequence[str]) -> Caution:
    return Caution(CautionKind.NOT_ASKED, f"Nobody answered {listed(codes, at_most=8)}.")


def no_group(column: str, people: int) -> Caution:
    return Caution(
        CautionKind.NO_GROUP,
        f"Respondents with nothing in column {column}, who are counted with everybody only: {people}.",
    )


def no_population(groups: Sequence[str]) -> Caution:
    return Caution(
        CautionKind.NO_POPULATION,
        f"No size is known for {listed(groups)}: the intervals there take the team as if it were endless.",
    )

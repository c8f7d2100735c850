"""Turn a file of answers into a report that is safe to show.

The file is read as `fanlight score` reads it. What comes out has passed disclosure control: nothing is said about
fewer people than the minimum, nor anything from which their answers could be worked out. Make one report of
the same answers: two that are cut in different ways could together give away what each of them withholds.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from fanlight.commands._answers_arguments import add_answers

if TYPE_CHECKING:
    from fanlight.commands._answers import Answers
    from fanlight.measure.disclosure import Counted, Policy
    from fanlight.measure.instruments import Instrument
    from fanlight.results.documents import Document, Kind


def arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(parser, by="the column that names each person’s group")
    parser.add_argument(
        "--minimum", metavar="N", type=int, default=11, help="the smallest group shown (11; never below 5)"
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=Path,
        default=Path("report.html"),
        help="where to write it; its ending says what it becomes: .html (the default), .pdf, .pptx, .xlsx or .json",
    )


def run(options: argparse.Namespace) -> int:
    from fanlight.commands._answers import read_answers
    from fanlight.commands._output import refuse_unwritable
    from fanlight.commands._population import with_populations
    from fanlight.commands._questionnaires import pack

    kind, policy, by = _kind(options.out), _policy(options.minimum), _only_one(options.by)
    instrument = pack(options.instrument)
    refuse_unwritable(options.out, source=options.answers)
    _refuse_by_item(by, instrument)
    answers, everybody = read_answers(options.answers, instrument, by=by), None
    if options.population:
        answers, everybody = with_populations(answers, options.population)
    _warn(answers, instrument, already_reversed=options.already_reversed)
    document = _document(answers, everybody, instrument, policy, options)
    _write(document, kind, options.out)
    _tell(document, options.out)
    return 0


def _kind(out: Path) -> "Kind":
    from fanlight.commands import Refused
    from fanlight.results.documents import Kind

    try:
        return Kind(out.suffix.casefold())
    except ValueError:
        endings = ", ".join(kind.value for kind in Kind)
        raise Refused(
            f"--out {out}: the ending of the name says what to write. It may be {endings}."
        ) from None


def _policy(minimum: int) -> "Policy":
    from fanlight.commands import Refused
    from fanlight.measure.disclosure import Policy

    try:
        return Policy(minimum=minimum)
    except ValueError as error:
        raise Refused(f"--minimum {minimum}: {error}.") from None


def _only_one(by: list[str]) -> list[str]:
    from fanlight.commands import Refused

    if len(set(by)) > 1:
        raise Refused(
            f"--by {' --by '.join(by)}: a report divides people in one way. Two ways at once could together tell on "
            "small groups. For groups of groups, put a column in the file that names them."
        )
    return by[:1]


def _refuse_by_item(by: list[str], instrument: "Instrument") -> None:
    """Groups made of people's own answers would say of each group what its people answered."""
    from fanlight.commands import Refused

    if by and instrument.has_item(by[0]):
        raise Refused(f"--by {by[0]}: that is a question of {instrument.id}, and not the name of a group.")


def _refuse_nobody(counts: "Counted", file: str) -> None:
    from fanlight.commands import Refused

    if not counts.respondents[0]:
        raise Refused(f"nobody in {file} answered anything.")


def _warn(answers: "Answers", instrument: "Instrument", *, already_reversed: bool) -> None:
    """Say what may be wrong with the answers themselves, to the person who holds them."""
    import sys

    from fanlight.commands import Refused
    from fanlight.measure.scoring import CautionKind, score

    try:
        scores = score(instrument, answers.codes, already_reversed=already_reversed)
    except ValueError as error:
        raise Refused(str(error)) from None
    telling = {CautionKind.REVERSED_TWICE, CautionKind.RUNS_AGAINST, CautionKind.NOT_ASKED}
    for caution in scores.cautions:
        if caution.kind in telling:
            print(f"Please check: {caution.message}", file=sys.stderr)


def _document(
    answers: "Answers",
    everybody: int | None,
    instrument: "Instrument",
    policy: "Policy",
    options: argparse.Namespace,
) -> "Document":
    from fanlight.commands._report_counts import counted
    from fanlight.measure.disclosure import release
    from fanlight.results.documents import document_of

    counts, sized = counted(
        answers, instrument, everybody=everybody, already_reversed=options.already_reversed
    )
    _refuse_nobody(counts, options.answers.name)
    by = f", by {answers.groupings[0].column}" if answers.groupings else ""
    return document_of(
        release(counts, policy),
        instrument,
        title=f"{instrument.title}: what stood out",
        about=f"Answers from {options.answers.name}{by}.",
        promise=f"Nothing is shown about fewer than {policy.minimum} people, nor anything from which their answers "
        "could be worked out. Keep to one report of these answers: two, cut in different ways, could give people away.",
        sized=sized,
    )


def _write(document: "Document", kind: "Kind", out: Path) -> None:
    from fanlight.commands import Refused
    from fanlight.commands._output import whole_file
    from fanlight.commands._progress import Progress
    from fanlight.results.documents import TooManyGroups, written

    try:
        with Progress(f"Writing {out.name}") as progress:
            content = written(document, kind, progress.at)
    except TooManyGroups as error:
        raise Refused(f"--out {out}: {error} A spreadsheet (.xlsx) or .json holds more.") from None
    with whole_file(out) as unfinished:
        unfinished.write_bytes(content)


def _tell(document: "Document", out: Path) -> None:
    """Where it is, and of how many groups nothing is shown."""
    if not document.shown:
        print(f"{out} is written, but it shows no figure: {document.readings[0].headline.lower()}.")
        return
    print(f"{out} is written. {document.shown[0].headline}.")
    if document.has_groups:
        below, held = len(document.shown) - 1, len(document.withheld)
        print(
            f"Groups shown: {below}. Withheld: {held}"
            + (", each with its reason in the report." if held else ".")
        )

"""Score a file of answers: exact figures for people who hold the data.

The file has one row a respondent and columns named by item code, in any case; other columns are ignored.
Answers are raw codes; blanks and the questionnaire's "does not apply" code are missing. The figures are
exact and not safe to show for small groups.
"""

import argparse
from pathlib import Path

from fanlight.commands._answers_arguments import add_answers

FORMATS = ("table", "json", "csv")


def arguments(parser: argparse.ArgumentParser) -> None:
    add_answers(
        parser, by="score each group of this column too; may be given several times, for one breakdown each"
    )
    parser.add_argument("--format", choices=FORMATS, default="table", help="table (for people), json or csv")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write to this file instead of the screen")


def run(options: argparse.Namespace) -> int:
    import os

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # our products are small: one thread is the quickest
    from fanlight.commands import Refused, _score_formats
    from fanlight.commands._answers import read_answers
    from fanlight.commands._output import refuse_unwritable, write_text
    from fanlight.commands._population import with_populations
    from fanlight.commands._questionnaires import pack
    from fanlight.measure.scoring import score

    instrument = pack(options.instrument)
    answers = read_answers(options.answers, instrument, by=list(dict.fromkeys(options.by)))
    refuse_unwritable(options.out, source=options.answers)
    everybody = None
    if options.population:
        answers, everybody = with_populations(answers, options.population)
    try:
        scores = score(
            instrument,
            answers.codes,
            groupings=answers.groupings,
            population=everybody,
            already_reversed=options.already_reversed,
        )
    except ValueError as error:
        raise Refused(str(error)) from None
    written = {"table": _score_formats.as_table, "json": _score_formats.as_json, "csv": _score_formats.as_csv}
    write_text(written[options.format](scores, instrument), options.out)
    return 0

"""The document as slides for a room: one thought a slide, with questions for whoever leads the talk in the notes."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from pptx.util import Inches, Pt

from fanlight.design import palette
from fanlight.design.english import listed
from fanlight.design.mark import Step, fanlight_mark
from fanlight.measure.changed import Verdict
from fanlight.results.documents import deck
from fanlight.results.documents.bars import bars, before_and_now
from fanlight.results.documents.document import IN_THEIR_WORDS, NO_ORDER, READ_FIRST, Document
from fanlight.results.documents.dress import Place
from fanlight.results.documents.picture import png
from fanlight.results.documents.watching import Watch, nobody_watches, watched
from fanlight.results.pages.answered import answered
from fanlight.results.pages.charted import changes_in_words, in_words
from fanlight.results.pages.laid_out import HOW_WE_CHOOSE, HOW_WE_COMPARE, NOTHING_STANDS_OUT
from fanlight.results.pages.prompting import questions_for
from fanlight.results.pages.reading import Finding, Reading, ThemeReading
from fanlight.results.pages.remarks import NO_THEME
from fanlight.results.pages.sentences import since_title
from fanlight.results.pages.statement import StatementReading

LETTERS_ON_A_SLIDE = 420
TWO_LINES = 200
MOST_IN_A_CHART = 8  # more statements would be too small to read from the back of a room
LEFT, ACROSS = Inches(0.75), Inches(11.83)
ONE_BAR: Place = (Inches(0.6), Inches(2.1), Inches(12.1), Inches(1.9))
SURE: Place = (LEFT, Inches(4.15), ACROSS, Inches(0.8))
ASK: Place = (LEFT, Inches(5.1), ACROSS, Inches(1.5))
SUMMARY: Place = (LEFT, Inches(1.3), ACROSS, Inches(0.9))
CHART: Place = (Inches(0.6), Inches(2.2), Inches(12.1), Inches(3.9))
BELOW: Place = (LEFT, Inches(1.95), ACROSS, Inches(0.5))
LOW_CHART = (Inches(0.6), Inches(2.5), Inches(12.1))
REASONS: Place = (LEFT, Inches(6.1), ACROSS, Inches(0.7))
COMMENTS: Place = (LEFT, Inches(1.6), ACROSS, Inches(5.2))
WORDS: Place = (LEFT, Inches(2.1), ACROSS, Inches(4.5))
HALVES: tuple[Place, Place] = (
    (LEFT, Inches(2.1), Inches(5.6), Inches(4.5)),
    (Inches(6.95), Inches(2.1), Inches(5.6), Inches(4.5)),
)
NOTHING_CHANGED = "Whatever moved could be chance. That may change as the rounds go on."
ASK_ABOUT_CHANGE = (
    "Questions you may ask; one may be enough.",
    "What did we do differently since last time?",
    "Who or what made it possible?",
    "What else has changed around us that could explain it?",
)
BEFORE_YOU_BEGIN = (
    "For whoever leads the talk.",
    "Give everybody a minute to read before anybody speaks.",
    "Ask what people make of it before you say what you make of it.",
    "Never ask who gave which answer, and stop anybody who guesses aloud.",
    "One or two things talked about well are worth more than all of these slides.",
)


def slides(document: Document, watch: Watch = nobody_watches) -> bytes:
    made = deck.new_deck(
        title=document.title,
        about=document.about,
        foot=f"{document.title}. Nothing is shown about fewer than {document.minimum} people.",
        mark=png(fanlight_mark(Step.TALK, size=46)),
    )
    _opening(made, document)
    for reading in watched(document.shown, watch):
        _stood_out(made, reading, document)
        for finding in reading.findings:
            _finding(made, finding, reading)
        if reading.compared:
            _since(made, reading)
        for theme in reading.all_themes:
            _theme(made, theme, reading)
    _comments(made, document)
    if document.withheld:
        _withheld(made, document)
    _closing(made, document)
    return deck.saved(made)


def _opening(made: Any, document: Document) -> None:
    slide = deck.new_slide(made, document.title, layout=deck.OPENING)
    frame = slide.placeholders[1].text_frame
    deck.write(frame.paragraphs[0], document.about, size=22)
    deck.write(frame.add_paragraph(), document.promise, size=16, colour=palette.SLATE)
    deck.note(slide, BEFORE_YOU_BEGIN)


def _of(reading: Reading, title: str) -> str:
    return f"{reading.whose}: {title}" if reading.whose else title


def _stood_out(made: Any, reading: Reading, document: Document) -> None:
    name = f"{reading.name}: " if document.has_groups else ""
    slide = deck.new_slide(made, name + reading.headline)
    found = (("Going well", reading.strengths), ("Worth talking about", reading.worth_talking_about))
    columns = [(title, findings) for title, findings in found if findings]
    for (title, findings), place in zip(columns, HALVES, strict=False):
        box = deck.words(slide, [title], place, size=18, colour=palette.SLATE)
        for finding in findings:
            paragraph = box.text_frame.add_paragraph()
            paragraph.space_before = Pt(14)
            deck.write(paragraph, finding.words, size=20)
    if not columns:
        deck.words(slide, [NOTHING_STANDS_OUT], WORDS, size=24)
    deck.note(slide, [f"{answered(reading)}.", HOW_WE_CHOOSE])


def _finding(made: Any, finding: Finding, reading: Reading) -> None:
    slide = deck.new_slide(made, _of(reading, finding.words))
    bars(slide, [finding.statement], ONE_BAR, title=finding.statement.label, has_labels=False)
    deck.words(slide, [finding.how_sure], SURE, size=18, colour=palette.SLATE)
    questions = questions_for(finding, reading)
    box = deck.words(slide, ["To talk about"], ASK, size=16, colour=palette.SLATE)
    deck.write(box.text_frame.add_paragraph(), questions[0], size=28)
    deck.note(slide, ["Questions you may ask; one may be enough.", *questions])


def _since(made: Any, reading: Reading) -> None:
    """What has clearly changed, best first; then, if nothing has, only the sentence."""
    better, worse = reading.that_became(Verdict.BETTER), reading.that_became(Verdict.WORSE)
    clear, title = (*better, *worse), since_title(len(better), len(worse))
    each_time = -(-len(clear) // -(-len(clear) // MOST_IN_A_CHART)) if clear else 1
    for start in range(0, max(len(clear), 1), each_time):
        slide = deck.new_slide(made, _of(reading, title) + (" (more)" if start else ""))
        deck.words(slide, [f"Compared with {reading.since}."], BELOW, size=18, colour=palette.SLATE)
        shown = clear[start : start + each_time]
        if shown:
            height = Inches(min(1.2 + 0.62 * len(shown), 4.2))
            before_and_now(slide, shown, (*LOW_CHART, height), title=title)
        else:
            deck.words(slide, [NOTHING_CHANGED], WORDS, size=24)
        deck.note(slide, [*ASK_ABOUT_CHANGE, HOW_WE_COMPARE, changes_in_words(shown)])


def _theme(made: Any, theme: ThemeReading, reading: Reading) -> None:
    for number, statements in enumerate(_slidefuls(theme.statements)):
        slide = deck.new_slide(made, _of(reading, theme.title) + (" (more)" if number else ""))
        summary = theme.withheld.words if theme.withheld else theme.summary
        if summary:
            size = 18 if len(summary) <= TWO_LINES else 15  # a third line would lie on the chart
            deck.words(slide, [summary], SUMMARY, size=size, colour=palette.SLATE)
        bars(slide, statements, CHART, title=theme.title)
        if reasons := _reasons(statements):
            deck.words(slide, reasons, REASONS, size=14, colour=palette.SLATE, gap=2)
        deck.note(slide, [theme.why, "In words:", in_words(statements)])


def _slidefuls(statements: Sequence[StatementReading]) -> Iterator[list[StatementReading]]:
    """As many at a time as a slide can carry, all with as many answers, and all scored or none."""
    for _, alike in groupby(statements, key=lambda each: (len(each.shares), each.positive is None)):
        together = list(alike)
        for start in range(0, len(together), MOST_IN_A_CHART):
            yield together[start : start + MOST_IN_A_CHART]


def _reasons(statements: Sequence[StatementReading]) -> list[str]:
    """Why some are withheld, each reason once."""
    names: dict[str, list[str]] = {}
    for each in statements:
        if each.withheld:
            names.setdefault(each.withheld.words, []).append(f"“{each.label}”")
    return [f"Withheld: {listed(labels)}. {words}" for words, labels in names.items()]


def _comments(made: Any, document: Document) -> None:
    """As many comments on a slide as can be read from the back of a room."""
    for part in document.comments:
        title = f"{part.title}: in people’s own words" if part.title not in {"", NO_THEME} else IN_THEIR_WORDS
        _comments_on(made, title, part.texts)


def _comments_on(made: Any, title: str, comments: tuple[str, ...]) -> None:
    pages: list[list[str]] = []
    for text in comments:
        if not pages or sum(map(len, pages[-1])) + len(text) > LETTERS_ON_A_SLIDE:
            pages.append([])
        pages[-1].append(f"“{text}”")
    for number, texts in enumerate(pages):
        slide = deck.new_slide(made, title + (f" ({number + 1} of {len(pages)})" if len(pages) > 1 else ""))
        longest = max(map(len, texts))
        deck.words(slide, texts, COMMENTS, size=22 if longest <= LETTERS_ON_A_SLIDE else 16, gap=14)
        deck.note(slide, [READ_FIRST, "Never ask who wrote one, and stop anybody who guesses aloud."])


def _withheld(made: Any, document: Document) -> None:
    slide = deck.new_slide(made, "Not shown")
    names: dict[str, list[str]] = {}
    for reading in document.withheld:
        names.setdefault(reading.withheld.words if reading.withheld else "", []).append(reading.name)
    texts = [
        f"{listed(groups)}. {words}" if document.has_groups else words for words, groups in names.items()
    ]
    deck.words(slide, texts, WORDS, size=20 if sum(map(len, texts)) < 600 else 12)


def _closing(made: Any, document: Document) -> None:
    slide = deck.new_slide(made, "What will we try?")
    asked = [
        "One to three things, each with a first step that can be done within a week.",
        "Who takes each of them forward, and when do we look again?",
    ]
    deck.words(slide, [*asked, *filter(None, [document.next_step])], WORDS, size=26, gap=16)
    notice = f"{document.instrument_title}, version {document.instrument_version}. {document.notice}"
    deck.note(slide, [notice.strip(), *([NO_ORDER] if document.has_groups else [])])

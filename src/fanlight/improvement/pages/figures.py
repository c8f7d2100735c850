"""The pages on which figures are typed, pasted and put right."""

from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted, day
from fanlight.design.frame import Link, Where
from fanlight.design.parts import Row
from fanlight.improvement.actions import Entry
from fanlight.improvement.forms import held_entries
from fanlight.improvement.models import AgreedAction, Figure, Measure, Note
from fanlight.improvement.pages.places import action_link, board_link, where_in
from fanlight.improvement.pasting import Read
from fanlight.improvement.queries import period_words
from fanlight.people.models import Team
from fanlight.people.pages.asking import AskPage, back_to

MOST_ROWS = 400


def measure_link(measure: Measure) -> Link:
    return Link(text=measure.name, href=reverse("measure", args=[measure.public_id]))


def add_measure_page(team: Team, action: AgreedAction | None) -> AskPage:
    back = action_link(action) if action else board_link(team)
    return AskPage(
        title="What will you count?",
        lead="Something that takes a minute: a tick on a sheet is enough. One measure that is kept beats five.",
        button="Begin counting",
        trail=(back,),
        way_back=back_to(back),
    )


def change_measure_page(measure: Measure) -> AskPage:
    back = measure_link(measure)
    return AskPage(title="How it is counted and drawn", button="Save", trail=(back,), way_back=back_to(back))


def put_page(measure: Measure, there: Figure | None) -> AskPage:
    """`there` is the figure that stands for this time already: then the way on is to put that right."""
    back = measure_link(measure)
    return AskPage(
        title=measure.name,
        lead=measure.how,
        button="Put it down",
        trail=(back,),
        way_back=correct_link(there, "Put that one right") if there else back_to(back),
    )


def correct_link(figure: Figure, text: str = "Put right") -> Link:
    return Link(text=text, href=reverse("correct_figure", args=[figure.public_id]))


def all_filled_page(measure: Measure) -> AskPage:
    back = measure_link(measure)
    return AskPage(
        title="Everything is filled in",
        lead="There is a figure for each of the last weeks or months. Thank you.",
        button="",
        trail=(back,),
        way_back=Link(text="See the chart", href=back.href),
    )


def correct_page(figure: Figure) -> AskPage:
    back = measure_link(figure.measure)
    return AskPage(
        title="Put this figure right",
        lead=f"{figure.measure.name}: {period_words(figure.measure, figure.on)}.",
        paragraphs=("What it was before is kept, with your name and your reason.",),
        button="Put it right",
        trail=(back,),
        way_back=back_to(back),
    )


def note_page(measure: Measure) -> AskPage:
    back = measure_link(measure)
    return AskPage(
        title="What happened when?",
        lead="It stands on the chart, so that everybody remembers what else was going on.",
        paragraphs=(
            "New limits are for a change that is known and lasting, such as a new rota. Drawing them only because the "
            "figures look different hides what the chart is there to show.",
        ),
        button="Put it on the chart",
        trail=(back,),
        way_back=back_to(back),
    )


def drop_note_page(note: Note) -> AskPage:
    back = measure_link(note.measure)
    return AskPage(
        title="Take this off the chart?",
        lead=f"“{note.words}”, {day(note.on)}.",
        button="Take it off",
        trail=(back,),
        way_back=Link(text="Keep it", href=back.href),
    )


def paste_page(measure: Measure) -> AskPage:
    back = measure_link(measure)
    return AskPage(
        title="Paste many figures",
        lead="Messy is fine. You see what we make of every row before anything is kept.",
        button="Look at it",
        trail=(back,),
        way_back=back_to(back),
        takes_a_file=True,
    )


@dataclass(frozen=True)
class PreviewPage:
    where: Where
    title: str
    lead: str
    back: Link
    problems: tuple[Row, ...]
    understood: tuple[Row, ...]
    kept: tuple[Row, ...]
    held: str
    button: str
    save: str
    again: str


def preview_page(measure: Measure, read: Read) -> PreviewPage:
    """Every row that would be kept, and every one that would not, with why."""
    count = counted(len(read.kept), "figure")
    left_out = [problem for problem in read.problems if not problem.is_kept]
    return PreviewPage(
        where=where_in(measure.team),
        title=f"{capital(count)} can be kept" if read.kept else "No row can be kept",
        lead=_lead(read, len(left_out)),
        back=measure_link(measure),
        problems=tuple(_row(each.row, each.words, each.number) for each in left_out[:MOST_ROWS]),
        understood=tuple(_row(each.row, each.words, each.number) for each in read.problems if each.is_kept),
        kept=tuple(_row(_words(measure, kept.entry), "", kept.number) for kept in read.kept),
        held=held_entries(measure, [kept.entry for kept in read.kept]),
        button=f"Keep the {count}" if len(read.kept) > 1 else "Keep this figure",
        save=reverse("save_pasted", args=[measure.public_id]),
        again=reverse("paste_figures", args=[measure.public_id]),
    )


def _lead(read: Read, left_out: int) -> str:
    blank = f" {capital(counted(read.blank_lines, 'blank line'))} passed over." if read.blank_lines else ""
    if not left_out:
        return f"Nothing is saved yet.{blank}"
    rows = "is left out, for the reason" if left_out == 1 else "are left out, each for the reason"
    return f"{capital(counted(left_out, 'row'))} {rows} beside it.{blank} Nothing is saved yet."


def _row(text: str, words: str, number: int) -> Row:
    return Row(text=text, detail=words, when=f"row {number}")


def _words(measure: Measure, entry: Entry) -> str:
    when = period_words(measure, measure.period_of(entry.on))
    if measure.is_of_events:
        return when
    value = f"{entry.value:g}" if entry.out_of is None else f"{entry.value:g} of {entry.out_of:g}"
    return f"{when}: {value}"

"""What whoever types paper forms in sees: what it asks of them, and the form with a box for each part."""

from dataclasses import dataclass

from fanlight.design.english import counted, moment
from fanlight.design.frame import Link
from fanlight.measure.instruments import Instrument, Scale
from fanlight.responses.access import Door
from fanlight.responses.forms import TypedForm
from fanlight.responses.signs import BLANK, signs_of
from fanlight.responses.twice import Entry, packed
from fanlight.surveys.models import Round
from fanlight.surveys.pages.planning import round_link


@dataclass(frozen=True)
class BeginPage:
    title: str
    lead: str
    points: tuple[str, ...]
    is_open: bool
    back: Link


@dataclass(frozen=True)
class TypingPage:
    title: str
    lead: str
    form: TypedForm
    keys: tuple[tuple[str, str], ...]
    entry: str  # what was typed before, to be compared; empty the first time
    typed: int
    said: str
    back: Link


def begin_page(round: Round) -> BeginPage:
    is_open = round.takes_answers()
    closed = "The round is not open, so nothing can be typed in. Shred the forms that are left."
    return BeginPage(
        title="Type in the paper forms",
        lead=f"By {moment(round.closes_at)}. Forms that are typed in later do not count."
        if is_open
        else closed,
        points=(
            "You read what people wrote, so say nothing of it to anybody, the team’s lead included. "
            "If you know a handwriting, let somebody else type that form.",
            "Each form is typed twice, and the two are compared. Nothing is kept until they agree.",
            "What you have typed is sealed with all other answers. Nobody can find it again, you included.",
            "Lay each form on a pile of its own when it is done. Shred that pile when the last one is in.",
            "That you type this round’s forms is put on record, once. Which form, or when, is not.",
        ),
        is_open=is_open,
        back=round_link(round),
    )


def typing_page(
    round: Round, form: TypedForm, *, entry: Entry | None, differs: bool = False, typed: int = 0
) -> TypingPage:
    title, lead = "Type in a form", "A sign for each row, part by part."
    if differs:
        title, lead = "Look at the form once more", "The two differ. Type these parts again; the rest agreed."
    elif entry:
        title, lead = "The same form again", "Type it once more from the paper."
    return TypingPage(
        title=title,
        lead=lead,
        form=form,
        keys=keys_of(Door(round).instrument),
        entry=packed(entry, round=round) if entry else "",
        typed=typed,
        said=f"Kept. That makes {counted(typed, 'form')} in this sitting." if typed and not entry else "",
        back=round_link(round),
    )


def keys_of(instrument: Instrument) -> tuple[tuple[str, str], ...]:
    """What each key means: where all parts have one scale, its answers; else those of each scale in turn."""
    scales: dict[str, Scale] = {scale.id: scale for scale in map(instrument.scale_of, instrument.items)}
    found = [
        (sign, str(option.label))
        for scale in scales.values()
        for sign, option in zip(signs_of(scale), scale.every_option, strict=True)
    ]
    return (*found, (BLANK, "no cross"))

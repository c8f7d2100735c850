"""Charts of the process over time: all teams together, so that no team stands above another."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from django.utils import timezone
from markupsafe import Markup

from fanlight.design import palette
from fanlight.design.charts import for_every_screen
from fanlight.design.charts.columns import Column, Part, columns_chart
from fanlight.design.charts.control import control_chart_for_every_screen
from fanlight.design.charts.control_words import caption, finding
from fanlight.design.english import capital, counted, day, number
from fanlight.design.parts import Picture, Table
from fanlight.improvement.models import AgreedAction, Progress
from fanlight.measure import spc
from fanlight.process.queries import HeldRound, TeamProcess

QUARTERS = 8
ENOUGH_FOR_LIMITS = 10  # fewer points than this make no line to judge by

PROGRESS = (
    (Progress.KEPT, "tried and kept", palette.TEAL_DEEP),
    (Progress.STOPPED, "let go", palette.STONE),
    (Progress.TRYING, "being tried", palette.SUN),
    (Progress.AGREED, "not begun yet", palette.SHEET),
)
BANDS = (
    ("at least half answered", palette.TEAL_DEEP),
    ("fewer, or the band is too wide to say", palette.TEAL_LIGHT),
    ("too few to show", palette.SHEET),
)


def _quarters() -> list[tuple[int, int]]:
    """The last eight quarters as (year, quarter), the present one last."""
    now = timezone.localdate()
    last = now.year * 4 + (now.month - 1) // 3
    return [divmod(each, 4) for each in range(last - QUARTERS + 1, last + 1)]


def _quarter(when: date) -> tuple[int, int]:
    return when.year, (when.month - 1) // 3


def _name(quarter: tuple[int, int]) -> str:
    return f"{('Jan', 'Apr', 'Jul', 'Oct')[quarter[1]]} {quarter[0] % 100:02}"


def rounds_over_time(teams: Sequence[TeamProcess]) -> Picture | None:
    """Rounds by the quarter in which they closed, and roughly how many answered. A round of two teams counts once."""
    held = list({each.door: each for team in teams for each in team.rounds}.values())
    counts = {
        quarter: [
            sum(_band(each) == place for each in held if _quarter(each.closed_on) == quarter)
            for place in range(3)
        ]
        for quarter in _quarters()
    }
    total = sum(map(sum, counts.values()))
    if not total:
        return None
    return _picture(
        title=f"{capital(counted(total, 'round'))} in two years",
        counts=counts,
        parts=BANDS,
        note="By the quarter in which they closed. How many answered is known in bands only.",
        caption="Rounds by quarter",
    )


def _band(held: HeldRound) -> int:
    if held.band is None:
        return 2
    return 0 if 2 * held.band.low >= held.people else 1


def actions_over_time(teams: Sequence[TeamProcess]) -> Picture | None:
    """Agreed actions by the quarter in which they were agreed, and where they are now."""
    actions = [action for team in teams for action in team.actions]
    counts = {
        quarter: [_number(actions, quarter, progress) for progress, _, _ in PROGRESS]
        for quarter in _quarters()
    }
    total = sum(map(sum, counts.values()))
    if not total:
        return None
    alive = sum(
        action.progress in {Progress.TRYING, Progress.KEPT}
        for action in actions
        if _quarter(action.agreed_on) in counts
    )
    return _picture(
        title=f"{capital(counted(total, 'action'))} agreed in two years, "
        f"{number(alive) if alive else 'none'} being tried or kept",
        counts=counts,
        parts=tuple((words, colour) for _, words, colour in PROGRESS),
        note="By the quarter in which they were agreed. Letting go of what does not help is learning too.",
        caption="Agreed actions by quarter",
    )


def _number(actions: Sequence[AgreedAction], quarter: tuple[int, int], progress: Progress) -> int:
    return sum(action.progress == progress and _quarter(action.agreed_on) == quarter for action in actions)


def _picture(
    *,
    title: str,
    counts: dict[tuple[int, int], list[int]],
    parts: Sequence[tuple[str, str]],
    note: str,
    caption: str,
) -> Picture:
    columns = [Column(_name(quarter), tuple(numbers)) for quarter, numbers in counts.items()]
    named = [Part(words, colour) for words, colour in parts]
    rows = tuple((column.name, *map(str, column.numbers)) for column in columns)
    table = Table(
        caption=caption, columns=("Quarter from", *(capital(words) for words, _ in parts)), rows=rows
    )
    chart = for_every_screen(lambda width: columns_chart(columns, named, title=title, width=width))
    return Picture(title=title, chart=chart, note=note, table=table)


def days_over_time(days: Sequence[tuple[date, int]]) -> Picture | None:
    """Days from the close of a round to the talk about it, in the order in which rounds closed."""
    if len(days) < ENOUGH_FOR_LIMITS:
        return _few_days(days)
    periods = np.array([closed for closed, _ in days], dtype="datetime64[D]")
    points = spc.Points.of(periods, [number for _, number in days])
    chart = spc.xmr(points, spc.Plan(better=spc.Better.DOWN, unit=spc.Unit.COUNT))
    return Picture(
        title=f"From the close to the talk: {finding(chart)[:1].lower()}{finding(chart)[1:]}",
        chart=control_chart_for_every_screen(
            chart, key="talk", name="Days from the close of a round to the talk"
        ),
        note=" ".join(caption(chart)),
        table=_days_table(days),
    )


def _few_days(days: Sequence[tuple[date, int]]) -> Picture | None:
    if not days:
        return None
    middle = int(np.median([number for _, number in days]))
    return Picture(
        title=f"Half of the talks came within {counted(middle, 'day')} of the close",
        chart=Markup(),
        note="A chart comes when ten rounds have been talked about: from fewer, chance cannot be told from change.",
        table=_days_table(days),
    )


def _days_table(days: Sequence[tuple[date, int]]) -> Table:
    rows = tuple((day(closed), str(number)) for closed, number in days)
    return Table(caption="Days from the close to the talk", columns=("Closed on", "Days"), rows=rows)

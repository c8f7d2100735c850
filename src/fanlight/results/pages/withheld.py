"""Why some results are not shown: the rules themselves, in words, so that the page cannot drift from them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from markupsafe import Markup

from fanlight.design.charts.shutters import Sum, Window, shutters_for_every_screen, shutters_table
from fanlight.design.english import listed
from fanlight.design.frame import Link
from fanlight.design.parts import Row, Table
from fanlight.measure.disclosure import Policy, Reason, Shown

if TYPE_CHECKING:
    from fanlight.measure.disclosure.tables import ReleasedTable

REASONS = (
    ("Too few people", (Reason.TOO_FEW, Reason.TOO_FEW_ANSWERS)),
    ("Too few, or it would give away somebody else", (Reason.SMALL_GROUP, Reason.QUESTION)),
    ("Nearly everybody said the same", (Reason.ALL_ALIKE,)),
    ("Part of something held back", (Reason.PART_WITHHELD,)),
)
WARDS = {"Ward 1": 34, "Ward 2": 27, "Ward 3": 13, "Ward 4": 4}
EVERYBODY = "All wards"


@dataclass(frozen=True)
class WhyWithheldPage:
    """The page that explains what is held back."""

    title: str
    lead: str
    picture: Markup
    picture_title: str
    picture_table: Table
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[Row, ...]
    talk: Link


def why_withheld_page(policy: Policy | None = None) -> WhyWithheldPage:
    policy = policy or Policy()
    sums = _example(policy)
    title = "A small number is never hidden alone"
    return WhyWithheldPage(
        title="Why can’t I see this?",
        lead="Some results are held back so that nobody can work out who said what. Nobody else sees them either: not "
        "those who lead the team, and not those who run Fanlight.",
        picture=shutters_for_every_screen(title, sums),
        picture_title=title,
        picture_table=shutters_table(title, sums),
        reasons=tuple((title, tuple(reason.words for reason in reasons)) for title, reasons in REASONS),
        rules=tuple(
            Row(text=f"{rule.name}: {rule.value}", detail=rule.reason) for rule in policy.thresholds()
        ),
        talk=Link(text="Cards that start a conversation", href=reverse("guide_cards")),
    )


def _example(policy: Policy) -> tuple[Sum, Sum]:
    """Made-up wards, decided about by the rules themselves: the small one hidden alone, and as it is really done."""
    from fanlight.measure.disclosure import tables

    ward = tables.Dimension.flat("ward", WARDS, EVERYBODY)
    rows = [tables.Row((name,), number) for name, number in WARDS.items()]
    made = tables.release_table(tables.Table.from_rows([ward], rows), policy)
    whole = Window(name=EVERYBODY, figure=sum(WARDS.values()))
    small = min(WARDS, key=WARDS.__getitem__)
    seen = {name: number for name, number in WARDS.items() if name != small}
    alone = Sum(
        title="If only the small ward were hidden, anybody could work it out.",
        whole=whole,
        parts=tuple(
            Window(name=name, figure=number, is_guessed=name == small) for name, number in WARDS.items()
        ),
        finding=f"{whole.figure} less {_less(seen.values())} leaves {WARDS[small]}: so few that a colleague can "
        "guess who they are.",
    )
    parts = tuple(Window(name=name, figure=_figure(made, name)) for name in WARDS)
    open_ones = [part.figure for part in parts if part.figure is not None]
    left = sum(WARDS.values()) - sum(open_ones)
    together = Sum(
        title="So a second one is hidden with it.",
        whole=whole,
        parts=parts,
        finding=f"{whole.figure} less {_less(open_ones)} leaves {left} in two wards together. {left - 1} and 1, "
        f"{left - 8} and 8, {left - WARDS[small]} and {WARDS[small]}: nobody can tell. That is why a larger group "
        "may be held back too.",
    )
    return alone, together


def _figure(made: "ReleasedTable", name: str) -> int | None:
    cell = made.cells()[name,]
    return cell.value if isinstance(cell, Shown) else None


def _less(numbers: Iterable[int]) -> str:
    return listed(str(number) for number in numbers)

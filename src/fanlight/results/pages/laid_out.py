"""A reading laid out for the eye: each finding with its small chart, each theme with its chart and tables.

The page on the site and the report file are both made of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from fanlight.design.charts import WIDE, for_every_screen
from fanlight.design.parts import Table
from fanlight.results.pages.charted import (
    Reach,
    answer_tables,
    changes_chart,
    changes_table,
    finding_chart,
    reach_of,
    theme_chart,
    titled,
)
from fanlight.results.pages.reading import Finding, Reading, ThemeReading
from fanlight.results.pages.remarks import Remark
from fanlight.results.pages.statement import StatementReading

HOW_TO_READ = (
    "Bars reach from the least favourable answer on the left to the most favourable on the right. The figure at the "
    "end is the share of favourable answers. The thin line shows where it may lie, since not everybody answered."
)
HOW_WE_CHOOSE = (
    "A statement stands out only if the whole span where its figure may lie is above, or below, the group’s own middle "
    "(the median of its statements, kept between 50% and 75%). So what could be chance does not stand out, and nobody "
    "is compared with anybody else. At most three of each are named, the clearest first."
)
HOW_WE_COMPARE = (
    "We say better or worse only if chance alone would hardly explain it: the whole pale band, where the change may "
    "lie, is on one side of no change. Answers are not linked to people, so we reckon as if different people had "
    "answered each time; the band is wider for that, never narrower. A change is said only where both rounds show a "
    "figure. What could be chance may still have changed a little."
)
NOTHING_STANDS_OUT = (
    "No statement is clearly above or below the rest: the differences could be chance. That is a result too. Read the "
    "answers, and ask one another which of them rings true."
)


@dataclass(frozen=True)
class FindingOnPage:
    """A finding in words, how sure we are, and its small chart."""

    words: str
    how_sure: str
    chart: Markup


@dataclass(frozen=True, kw_only=True)
class ThemeOnPage:
    """A theme: a chart where answers are good or bad news, and always a table."""

    code: str
    title: str
    why: str
    summary: str
    focus: str
    chart: Markup | None
    tables: tuple[Table, ...]
    withheld: str
    holds_back: bool
    what_changed: str
    changes: Markup | None
    changes_table: Table | None
    comments: tuple[str, ...] = ()


def findings_on_page(reading: Reading, findings: tuple[Finding, ...]) -> tuple[FindingOnPage, ...]:
    reaches = reach_of(each.statement for each in reading.findings)
    return tuple(
        FindingOnPage(each.words, each.how_sure, finding_chart(each, reaches=reaches, whose=reading.whose))
        for each in findings
    )


def themes_on_page(reading: Reading, remarks: Sequence[Remark] = ()) -> tuple[ThemeOnPage, ...]:
    """Every theme in the questionnaire's order, on one scale, with the comments that were put beside it."""
    reaches = reach_of(reading.statements)
    return tuple(_theme(theme, reaches, reading.whose, remarks) for theme in reading.all_themes)


def _theme(theme: ThemeReading, reaches: Reach, whose: str, remarks: Sequence[Remark]) -> ThemeOnPage:
    def draw(width: int) -> Markup:
        return theme_chart(theme, reaches=reaches, whose=whose, width=width) or Markup("")

    return ThemeOnPage(
        code=theme.code,
        title=theme.title,
        why=theme.why,
        summary=theme.summary,
        focus=(theme.focus or "").replace("_", "-"),
        chart=for_every_screen(draw) if draw(WIDE) else None,
        tables=answer_tables(theme.statements, caption=titled(theme.title, whose)),
        withheld=theme.withheld.words if theme.withheld else "",
        holds_back=any(each.is_held_back for each in theme.statements),
        what_changed=theme.what_changed,
        changes=changes_on_page(theme.compared, title=change_title(theme)) if theme.compared else None,
        changes_table=changes_table(theme.compared, caption=change_title(theme)) if theme.compared else None,
        comments=tuple(one.text for one in remarks if one.theme == theme.code),
    )


def change_title(theme: ThemeReading) -> str:
    return f"{theme.title}: last time and now"


def changes_on_page(statements: Sequence[StatementReading], *, title: str) -> Markup:
    return for_every_screen(lambda width: changes_chart(statements, title=title, width=width))

"""One self-contained page of small multiples: for a board's papers, a wall, a phone."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

import fanlight
from fanlight.commands._spc_look import STYLE
from fanlight.design.charts.control import control_chart, control_chart_for_every_screen
from fanlight.design.charts.control_icons import assurance_icon, has_icons, variation_icon
from fanlight.design.charts.control_tables import control_table
from fanlight.design.charts.control_words import (
    ASSURANCE,
    VARIATION,
    caption,
    finding,
    month,
    target_sentence,
)
from fanlight.design.mark import fanlight_mark
from fanlight.measure.spc import (
    Assurance,
    Better,
    ChartKind,
    ControlChart,
    PointType,
    RuleSet,
    Variation,
)

Named = Sequence[tuple[str, ControlChart]]
CONCERN = (Variation.CONCERN_HIGH, Variation.CONCERN_LOW)
IMPROVEMENT = (Variation.IMPROVEMENT_HIGH, Variation.IMPROVEMENT_LOW)
NEUTRAL = (Variation.NEUTRAL_HIGH, Variation.NEUTRAL_LOW)


def page(charts: Named, rules: RuleSet, *, title: str, source: str) -> Iterator[str]:
    """The page in pieces: what stands out, the charts in the order of the file, how to read them."""
    heading = title or headline(charts)
    yield Markup(
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n"
    ).format(heading, Markup(STYLE))  # noqa: S704 (our own styles)
    yield _masthead(charts, rules, heading, lead=_lead(charts) if title else "")
    yield _stands_out(charts)
    only = " one" if len(charts) == 1 else ""
    yield Markup('<main class="charts{}">\n').format(only)
    for number, (name, chart) in enumerate(charts, start=1):
        yield _chart(name, chart, number, is_only=bool(only), is_said=bool(only and not title))
    yield "</main>\n"
    yield _key(charts, rules)
    yield Markup(
        "<footer><p>Rules: {} ({}). Figures from {}. Drawn by Fanlight {}.</p></footer>\n</body>\n</html>\n"
    ).format(rules.title, rules.slug, source, fanlight.__version__)


def headline(charts: Named) -> str:
    """What the page says, in a line: how many measures show more than chance."""
    if len(charts) == 1:
        return f"{charts[0][0]}: {finding(charts[0][1])}"
    special = sum(chart.variation is not Variation.COMMON_CAUSE for _, chart in charts)
    if special == 0:
        return f"None of {len(charts)} measures shows more than chance just now"
    verb = "shows" if special == 1 else "show"
    return f"{special} of {len(charts)} measures {verb} more than chance just now"


def _lead(charts: Named) -> str:
    """The headline under a title that somebody gave: it need not name a single series again."""
    return finding(charts[0][1]) if len(charts) == 1 else headline(charts)


def _masthead(charts: Named, rules: RuleSet, heading: str, *, lead: str) -> Markup:
    drawn = [chart for _, chart in charts if len(chart)]
    span = ""
    if drawn:
        first = month(min(chart.periods[0] for chart in drawn))
        last = month(max(chart.periods[-1] for chart in drawn))
        span = f"{first} to {last}. " if first != last else f"{first}. "
    kinds = " and ".join(dict.fromkeys(chart.kind.title for _, chart in charts))
    return Markup("<header>{}<div><h1>{}</h1>{}<p>{}{}s by the rules of {}.</p></div></header>\n").format(
        fanlight_mark(size=64),
        heading,
        Markup('<p class="lead">{}.</p>').format(lead) if lead else "",
        span,
        kinds,
        rules.title,
    )


def _stands_out(charts: Named) -> Markup:
    """The measures that show a signal, by what it means; nothing is ranked."""
    if len(charts) == 1:
        return Markup("")
    groups = [
        ("Cause for concern", PointType.CONCERN, _with(charts, CONCERN)),
        ("Improvement", PointType.IMPROVEMENT, _with(charts, IMPROVEMENT)),
        ("Unusual, neither better nor worse", PointType.NEUTRAL_HIGH, _with(charts, NEUTRAL)),
        ("Target out of reach unless something changes", None, _failing(charts)),
    ]
    shown = [_group(title, kind, found) for title, kind, found in groups if found]
    if not shown:
        return Markup("")
    return Markup(
        '<nav aria-labelledby="stands-out"><h2 id="stands-out">What stands out</h2>{}</nav>\n'
    ).format(Markup("").join(shown))


def _with(charts: Named, icons: tuple[Variation, ...]) -> list[tuple[int, str]]:
    return [
        (number, name) for number, (name, chart) in enumerate(charts, start=1) if chart.variation in icons
    ]


def _failing(charts: Named) -> list[tuple[int, str]]:
    return [
        (number, name)
        for number, (name, chart) in enumerate(charts, start=1)
        if chart.assurance is Assurance.FAIL
    ]


def _group(title: str, kind: PointType | None, found: list[tuple[int, str]]) -> Markup:
    links = Markup("").join(
        Markup('<li><a href="#m{}">{}</a></li>').format(number, name) for number, name in found
    )
    mark = "target" if kind is None else kind.slug.replace("_", "-")
    return Markup('<section class="{}"><h3>{} <span>{}</span></h3><ul>{}</ul></section>').format(
        mark, title, len(found), links
    )


def _chart(name: str, chart: ControlChart, number: int, *, is_only: bool, is_said: bool) -> Markup:
    """One chart with what stands round it. `is_said`: the page's own heading has its name and finding already."""
    heading = Markup("<h2><span>{}</span> {}</h2>").format(name, finding(chart))
    notes = Markup("").join(Markup("<p>{}</p>").format(note) for note in caption(chart))
    target = target_sentence(chart)
    return Markup(
        '<article id="m{}">{}\n{}\n{}{}\n'
        '<div class="notes">{}</div>\n<div class="figures">{}</div></article>\n'
    ).format(
        number,
        "" if is_said else heading,
        _icons(chart, number),
        (control_chart_for_every_screen if is_only else control_chart)(chart, key=f"c{number}", name=name),
        Markup('<p class="target">{}</p>').format(target),
        notes,
        _figures(name, chart) if len(chart) else "",
    )


def _icons(chart: ControlChart, number: int) -> Markup:
    if not has_icons(chart):
        return Markup('<ul class="icons"></ul>')
    said = [(variation_icon(chart.variation, key=f"v{number}"), VARIATION[chart.variation])]
    if chart.assurance is not None:
        icon = assurance_icon(chart.assurance, chart.plan.better, key=f"a{number}")
        said.append((icon, ASSURANCE[chart.assurance]))
    return Markup('<ul class="icons">{}</ul>').format(_with_words(said))


def _with_words(said: Sequence[tuple[Markup, str]]) -> Markup:
    return Markup("").join(Markup("<li>{}<span>{}</span></li>").format(icon, words) for icon, words in said)


def _figures(name: str, chart: ControlChart) -> Markup:
    """The table behind the chart."""
    table = control_table(chart, name=name)
    heads = "".join([f"<th scope=col>{escape(column)}</th>" for column in table.columns])
    rows = "".join([_table_row(row) for row in table.rows])
    return Markup(
        "<details><summary>Figures<span> of {0}</span></summary>"
        '<div class="scroll" tabindex="0" role="region" aria-label="Figures of {0}">{1}</div></details>'
    ).format(
        table.caption,
        Markup(f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"),  # noqa: S704 (escaped)
    )


def _table_row(row: Sequence[str]) -> str:
    cells = "".join([f"<td>{escape(cell)}</td>" for cell in row[1:]])
    return f"<tr><th scope=row>{escape(row[0])}</th>{cells}</tr>"


OF_LIMITS = (
    "The band between the dashed lines is where chance alone would put the points, if nothing changes. The "
    "solid line is the middle. Dots instead of dashes mean trial limits, with fewer than 12 points behind them."
)
OF_MEDIANS = "The solid line is the median: half of the points lie above it and half below."
OF_TARGETS = "A red line is a target that somebody chose. It says nothing about what to expect."


def _key(charts: Named, rules: RuleSet) -> Markup:
    """How to read the charts: every icon in words, the rules, the lines."""
    variation = [(variation_icon(icon, key=f"key-{icon.value}"), VARIATION[icon]) for icon in Variation]
    assurance = [
        (assurance_icon(icon, Better.UP, key=f"key-{icon.value}"), ASSURANCE[icon]) for icon in Assurance
    ]
    listed = Markup("").join(Markup("<li>{}</li>").format(phrase) for phrase in rules.in_words())
    lines = OF_MEDIANS if charts[0][1].kind is ChartKind.RUN else OF_LIMITS
    return Markup(
        '<aside aria-labelledby="key"><h2 id="key">How to read these charts</h2>'
        "<div><section><h3>The lines</h3><p>{}</p><p>{}</p></section>"
        "<section><h3>What counts as a signal</h3><ul>{}</ul><p>Rules: {}.</p></section>"
        '<section><h3>What the last point says</h3><ul class="icons">{}</ul></section>'
        '<section><h3>What to expect of the target</h3><ul class="icons">{}</ul></section>'
        "</div></aside>\n"
    ).format(lines, OF_TARGETS, listed, rules.title, _with_words(variation), _with_words(assurance))

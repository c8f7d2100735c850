"""Native charts for slides: people can click on them, restyle them and see the figures behind them."""

from collections.abc import Sequence
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from fanlight.design import palette
from fanlight.design.charts.answers import COLOURS
from fanlight.measure.changed import Changed, Verdict
from fanlight.measure.disclosure import Bounded, Shown
from fanlight.results.documents.deck import describe
from fanlight.results.documents.dress import FONT, Place, rgb
from fanlight.results.pages.charted import changes_in_words, in_words
from fanlight.results.pages.sentences import VERDICTS, choosing, figure, moved
from fanlight.results.pages.statement import StatementReading

PLAIN = (palette.MIST, palette.TEAL_LIGHT, palette.SLATE)  # for answers that are neither good nor bad news
BOUND = ("At least so many", "Held back")


def bars(
    slide: Any, statements: Sequence[StatementReading], place: Place, *, title: str, has_labels: bool = True
) -> Any:
    """Stacked bars of the answers to these statements, all with as many answers and all scored or none."""
    data: Any = CategoryChartData(number_format='0"%"')  # type: ignore[no-untyped-call]
    data.categories = [label(each) if has_labels else figure(each.positive) for each in statements]
    bounded = [_bound(each) for each in statements]
    names = _names(statements)
    columns = [_shares(each, len(names)) for each in statements]
    if any(bounded) and all(column[0] is None for column in columns):
        names = ()  # a key to answers that are not drawn is noise
    for answer, name in enumerate(names):
        data.add_series(name, [column[answer] for column in columns])
    if any(bounded):
        data.add_series(BOUND[0], [each[0] if each else None for each in bounded])
        data.add_series(BOUND[1], [each[1] if each else None for each in bounded])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, data)
    describe(shape, in_words(statements), name=title)
    _dress(shape.chart, _colours(len(names), is_scored=statements[0].positive is not None))
    if not has_labels:
        shape.chart.category_axis.tick_labels.font.size = Pt(24)
        shape.chart.category_axis.tick_labels.font.bold = True
    return shape


def before_and_now(slide: Any, statements: Sequence[StatementReading], place: Place, *, title: str) -> Any:
    """Two bars for each statement: last time (hollow), then now (solid, in rust where it is worse), and the verdict.

    Two dots and a line, as on the page, cannot be had as a chart that people may click on and restyle.
    """
    data: Any = CategoryChartData(number_format='0"%"')  # type: ignore[no-untyped-call]
    changes = [(each, each.change) for each in statements if isinstance(each.change, Changed)]
    data.categories = [
        f"{each.name}: {VERDICTS[change.verdict].lower()}, {moved(change.low, change.high)}"
        for each, change in changes
    ]
    data.add_series("Last time", [change.before for _, change in changes])
    data.add_series("Now", [change.now for _, change in changes])
    shape = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *place, data)
    describe(shape, changes_in_words(statements), name=title)
    _dress(shape.chart, [palette.MIST, palette.TEAL])
    before, now = shape.chart.plots[0].series
    before.format.line.color.rgb, before.format.line.width = rgb(palette.TEAL), Pt(1.5)
    for row, (_, change) in enumerate(changes):
        if change.verdict is Verdict.WORSE:
            worse = now.points[row].format
            worse.fill.solid()
            worse.fill.fore_color.rgb = rgb(palette.RUST)
    shape.chart.plots[0].overlap = -10
    for series, ink in ((before, palette.SLATE), (now, palette.INK)):
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = '0"%"', False
        labels.font.size, labels.font.color.rgb = Pt(14), rgb(ink)
    return shape


def label(statement: StatementReading) -> str:
    """A statement's name with its figure, so that the chart says it without any drawing."""
    if statement.withheld:
        return f"{statement.label}: withheld"
    if statement.positive is None:
        return statement.label
    doing = f" {choosing(statement.question)}" if statement.turned else ""
    between = f" ({statement.interval})" if statement.interval else ""
    return f"{statement.label}: {figure(statement.positive)}{doing}{between}"


def _names(statements: Sequence[StatementReading]) -> tuple[str, ...]:
    """What the parts of a bar are called: the answers themselves where they are the same in every bar."""
    printed = {(each.question.categories, each.is_negative) for each in statements}
    if len(printed) == 1:
        categories, is_negative = printed.pop()
        return categories[::-1] if is_negative else categories
    many = len(statements[0].question.categories)
    if many == 5:
        return ("Least favourable", "Less favourable", "In between", "More favourable", "Most favourable")
    return ("Least favourable", *(str(place) for place in range(2, many)), "Most favourable")


def _shares(statement: StatementReading, many: int) -> list[int | None]:
    shares = [int(share.value) if isinstance(share, Shown) else None for share in statement.favourable_last]
    return shares if len(shares) == many and None not in shares else [None] * many


def _bound(statement: StatementReading) -> tuple[int, int] | None:
    if isinstance(statement.positive, Bounded):
        return statement.positive.low, statement.positive.high - statement.positive.low
    return None


def _colours(many: int, *, is_scored: bool) -> list[str]:
    """A colour for each answer: the same as in every other chart of ours, as far as they go."""
    if is_scored and many in COLOURS:
        return list(COLOURS[many])
    ramp = COLOURS[5] if is_scored else PLAIN
    return [_mixed(ramp, place * (len(ramp) - 1) / max(many - 1, 1)) for place in range(many)]


def _mixed(ramp: Sequence[str], step: float) -> str:
    """A colour between two of the ramp."""
    lower = min(int(step), len(ramp) - 2)
    ends = [(int(ramp[lower][at : at + 2], 16), int(ramp[lower + 1][at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(one + (other - one) * (step - lower)):02x}" for one, other in ends)


def _letters_on(fill: str) -> str:
    """Ink or white, whichever can be read."""
    return max((palette.INK, palette.SHEET), key=lambda letters: palette.contrast(letters, fill))


def _dress(chart: Any, colours: list[str]) -> None:
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(14), FONT
    chart.font.color.rgb = rgb(palette.INK)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100
    plot.vary_by_categories = False
    for series, fill in zip(plot.series, colours, strict=False):
        _fill(series, fill)
        labels = series.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.CENTER
        labels.number_format, labels.number_format_is_linked = '[>=7]0"%";""', False
        labels.font.size, labels.font.color.rgb = Pt(12), rgb(_letters_on(fill))
    for series in list(plot.series)[len(colours) :]:
        _bound_look(series)
    _axes(chart)
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size = Pt(14)


def _fill(series: Any, fill: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(fill)
    series.format.line.color.rgb = rgb(palette.PAPER)
    series.format.line.width = Pt(1.25)
    series.invert_if_negative = False


def _bound_look(series: Any) -> None:
    """What is sure is full; what is held back is an empty, dashed part."""
    if series.name == BOUND[0]:
        _fill(series, palette.TEAL)
        return
    series.format.fill.background()
    series.format.line.color.rgb = rgb(palette.TEAL)
    series.format.line.width = Pt(1.25)
    series.format.line._get_or_add_ln().append(parse_xml(f'<a:prstDash {nsdecls("a")} val="dash"/>'))


def _axes(chart: Any) -> None:
    categories, values = chart.category_axis, chart.value_axis
    categories.reverse_order = True
    categories.format.line.fill.background()
    categories.tick_labels.font.size = Pt(14)
    categories.has_major_gridlines = False
    values.minimum_scale, values.maximum_scale = 0, 100
    values.has_major_gridlines = False
    values.visible = False
    values.tick_label_position = XL_TICK_LABEL_POSITION.NONE

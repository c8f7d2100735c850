import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.design import charts, palette
from fanlight.design.charts import Answers, Bound, Change, Level, Way
from fanlight.design.charts.answers import COLOURS, describe, sides
from fanlight.design.charts.svg import text_width, wrapped
from fanlight.design.palette import contrast, luminance

SVG = "{http://www.w3.org/2000/svg}"
WHY = "Fewer than 11 people answered this, so we show nothing here."
HELP = Answers(label="It is easy to ask for help", shares=(2, 5, 12, 48, 33), positive=81, low=72, high=88)
HIDDEN = Answers(label="Bank staff are welcome", withheld=WHY)
HIGH = Answers(label="We look out for each other", positive=90, bound=Bound.AT_LEAST)
ROWS = (HELP, HIDDEN, HIGH)
LEVELS = (
    Level(label="Teamwork", value=68, low=58, high=76, before=61),
    Level(label="Civility", withheld=WHY),
)
CHANGES = (
    Change(
        label="Teamwork",
        before=40,
        now=66,
        low=12,
        high=38,
        verdict="Better",
        detail="12 to 38 more in 100",
        way=Way.BETTER,
    ),
)
DRAWN = {
    "answers": lambda width: charts.answers_chart(ROWS, title="Answers", width=width),
    "levels": lambda width: charts.level_chart(LEVELS, title="Levels", width=width),
    "changes": lambda width: charts.change_chart(CHANGES, title="Changes", width=width),
}
EVERY = [
    pytest.param(draw, width, id=f"{name}-{width}") for name, draw in DRAWN.items() for width in (300, 720)
]


def words_of(svg):
    return " ".join(text.text for text in ElementTree.fromstring(svg).iter(f"{SVG}text"))


def rectangles(svg):
    return list(ElementTree.fromstring(svg).iter(f"{SVG}rect"))


@pytest.mark.parametrize(("draw", "width"), EVERY)
def test_every_chart_is_named_and_described(draw, width):
    root = ElementTree.fromstring(draw(width))
    title, description = root[0], root[1]
    assert root.get("role") == "img"
    assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text
    assert description.text


@pytest.mark.parametrize(("draw", "width"), EVERY)
def test_no_chart_carries_a_style_that_the_policy_forbids(draw, width):
    drawn = draw(width)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href=", drawn)


@pytest.mark.parametrize(("draw", "width"), EVERY)
def test_nothing_is_drawn_outside_the_picture(draw, width):
    root = ElementTree.fromstring(draw(width))
    _, _, wide, high = map(float, root.get("viewBox").split())
    for text in root.iter(f"{SVG}text"):
        x, y, size = float(text.get("x")), float(text.get("y")), float(text.get("font-size"))
        long = text_width(text.text, size, bold=text.get("font-weight") == "700")
        left = x - {"start": 0, "middle": long / 2, "end": long}[text.get("text-anchor")]
        assert left >= -1
        assert left + long <= wide + 1
        assert 0 <= y <= high
    for bar in root.iter(f"{SVG}rect"):
        assert float(bar.get("x")) >= -0.5
        assert float(bar.get("x")) + float(bar.get("width")) <= wide + 0.5


@pytest.mark.parametrize(("draw", "width"), EVERY)
def test_words_in_charts_can_be_read_on_paper_and_on_a_sheet(draw, width):
    for text in ElementTree.fromstring(draw(width)).iter(f"{SVG}text"):
        assert min(contrast(text.get("fill"), ground) for ground in (palette.PAPER, palette.SHEET)) >= 4.5
        assert float(text.get("font-size")) >= 12


def test_a_withheld_row_gives_its_reason_and_no_bar():
    drawn = charts.answers_chart([HIDDEN], title="x")
    assert WHY in re.sub(r"\s+", " ", words_of(drawn))
    assert rectangles(drawn) == []


def test_a_bounded_row_says_so_and_shows_no_answers_one_by_one():
    drawn = charts.answers_chart([HIGH], title="x")
    assert "at least 90%" in words_of(drawn)
    assert [bar.get("fill") for bar in rectangles(drawn)] == [palette.TEAL, palette.SHEET]


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": "x"},
        {"label": "x", "withheld": WHY, "positive": 3},
        {"label": "x", "positive": 90, "shares": (0, 0, 10, 40, 50), "bound": Bound.AT_LEAST},
    ],
)
def test_a_row_that_would_say_too_much_or_nothing_is_refused(wrong):
    with pytest.raises(ValueError, match="“x”"):
        Answers(**wrong)


def test_a_level_or_change_that_would_say_too_much_or_nothing_is_refused():
    for make in (Level, Change):
        with pytest.raises(ValueError, match="“x” needs either"):
            make(label="x")
    with pytest.raises(ValueError, match="“x” needs either"):
        Level(label="x", value=3, withheld=WHY)


def test_a_scale_that_we_have_no_colours_for_is_refused():
    with pytest.raises(ValueError, match="8 answers"):
        charts.answers_chart([Answers(label="x", shares=(10,) * 8, positive=50)], title="x")


def test_the_description_says_what_the_chart_shows():
    assert describe(ROWS) == (
        "It is easy to ask for help: 81%, somewhere from 72% to 88% positive. "
        f"Bank staff are welcome: {WHY} We look out for each other: at least 90% positive."
    )


def test_a_figure_from_everybody_is_said_to_be_known_exactly():
    row = Answers(label="x", shares=(0, 0, 8, 51, 41), positive=92, low=92, high=92)
    assert "92%, known exactly" in describe([row])


def test_words_in_a_label_are_escaped():
    assert "&lt;b&gt;" in charts.answers_chart([Answers(label="<b>", positive=50)], title="<b>")


def test_two_statements_share_one_middle():
    other = Answers(label="Other", shares=(20, 20, 20, 20, 20), positive=40)
    drawn = ElementTree.fromstring(charts.answers_chart([HELP, other], title="x"))
    assert len({rule.get("x1") for rule in drawn.iter(f"{SVG}line")}) == 1


def test_charts_given_the_same_reach_are_on_one_scale():
    rows = [HELP, Answers(label="Other", shares=(60, 30, 10, 0, 0), positive=0)]
    reach = charts.reach(rows)
    widths = []
    for row in rows:
        bars = rectangles(charts.answers_chart([row], title="x", reaches=reach, has_key=False))
        widths.append(sum(float(bar.get("width")) for bar in bars) / sum(row.shares))
    assert widths[0] == pytest.approx(widths[1], rel=0.01)


@pytest.mark.parametrize("many", sorted(COLOURS))
def test_the_colours_of_answers_differ_in_lightness_beside_each_other(many):
    light = [luminance(colour) for colour in COLOURS[many]]
    assert all(abs(one - other) > 0.09 for one, other in pairwise(light))


def test_hollow_and_full_dots_tell_before_from_now():
    dots = ElementTree.fromstring(charts.change_chart(CHANGES, title="x")).iter(f"{SVG}circle")
    assert [dot.get("fill") for dot in dots][2:] == [palette.SHEET, palette.TEAL]


def test_every_chart_has_its_table():
    answers = charts.answers_table(ROWS, caption="Answers", answers=("SD", "D", "N", "A", "SA"))
    assert answers.rows[0] == (HELP.label, "2%", "5%", "12%", "48%", "33%", "81%", "72% to 88%")
    assert answers.rows[1] == (HIDDEN.label, WHY)
    assert answers.rows[2][-2:] == ("at least 90%", "–")
    assert charts.level_table(LEVELS, caption="x").rows[0] == ("Teamwork", "61%", "68%", "58% to 76%")
    assert charts.change_table(CHANGES, caption="x").rows[0] == (
        "Teamwork",
        "40%",
        "66%",
        "12 to 38 more in 100",
        "Better",
    )


def test_a_key_may_stand_on_a_page_twice():
    key = charts.answers_key()
    assert "id=" not in key
    assert 'aria-label="Key: from unfavourable on the left to favourable on the right."' in key


def test_a_chart_for_every_screen_comes_wide_and_narrow():
    both = charts.for_every_screen(DRAWN["answers"])
    assert both.count("<svg") == 2
    found = re.findall(r'\bid="([^"]+)"', both)
    assert len(found) == len(set(found)) == 4


@given(st.lists(st.integers(0, 100), min_size=5, max_size=5).filter(any))
def test_the_two_sides_of_a_bar_are_the_whole_bar(counts):
    shares = [round(100 * count / sum(counts)) for count in counts]
    assert sum(sides(shares)) == pytest.approx(sum(shares))


@given(st.text(alphabet="abc defghij", max_size=120), st.integers(40, 300))
def test_broken_lines_lose_no_word_and_fit(text, width):
    lines = wrapped(text, 15, width)
    assert " ".join(lines).split() == text.split()
    assert all(text_width(line, 15) <= width or " " not in line for line in lines)

"""Control charts as SVG: sound markup, words for every picture, points told apart without colour."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanlight.design import palette
from fanlight.design.charts.control import NARROW, WIDE, control_chart, control_chart_for_every_screen
from fanlight.design.charts.control_figure import control_sheet
from fanlight.design.charts.control_icons import assurance_icon, variation_icon
from fanlight.design.charts.control_pen import INKS, LIMIT, TARGET
from fanlight.design.charts.control_tables import control_table
from fanlight.design.charts.control_words import ASSURANCE, VARIATION
from fanlight.measure import spc

SVG = "{http://www.w3.org/2000/svg}"
STEADY = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]
START = date(2025, 1, 6)


PLAIN = spc.Plan()


def weekly(values, plan=PLAIN, draw=spc.xmr):
    days = [START + timedelta(weeks=week) for week in range(len(values))]
    return draw(spc.Points.of(days, values), plan)


def parsed(chart, **options):
    return ElementTree.fromstring(str(control_chart(chart, key="c", name="Huddles held", **options)))


def texts(svg):
    return [element.text for element in svg.iter(f"{SVG}text")]


def points(svg, kind):
    return [element for element in svg.iter() if f"fl-spc-point--{kind}" in element.get("class", "")]


charts = st.builds(
    lambda values, better, target, fix, kind: weekly(
        values,
        spc.Plan(better=better, target=target, fix=fix),
        {"xmr": spc.xmr, "run": spc.run_chart, "t": spc.t_chart, "g": spc.g_chart}[kind],
    ),
    st.lists(st.floats(min_value=0, max_value=1e7), max_size=30),
    st.sampled_from(spc.Better),
    st.one_of(st.none(), st.floats(min_value=0, max_value=1e7)),
    st.one_of(st.none(), st.integers(min_value=2, max_value=20)),
    st.sampled_from(["xmr", "run", "t", "g"]),
)


@settings(deadline=None, max_examples=60)
@given(charts, st.sampled_from([NARROW, WIDE]))
def test_any_chart_at_all_is_drawn_within_its_frame(chart, size):
    svg = parsed(chart, size=size)
    for element in svg.iter():
        for name in ("x", "x1", "x2", "cx", "y", "y1", "y2", "cy"):
            place = element.get(name)
            limit = size.width if "x" in name else size.height
            assert place is None or -1 <= float(place) <= limit + 1, ElementTree.tostring(element)
    assert "nan" not in str(control_chart(chart, key="c", name="Any", size=size)).lower()


def test_a_chart_carries_nothing_that_a_strict_policy_refuses():
    drawn = str(control_chart(weekly(STEADY, spc.Plan(target=6)), key="c", name="Huddles"))
    assert not re.search(r"style|<script|href|\son\w+=|url\(", drawn)


def test_a_chart_says_in_words_what_it_shows():
    svg = parsed(weekly([*STEADY, 20], spc.Plan(better=spc.Better.UP, target=4)))
    assert svg.get("role") == "img"
    title, desc = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert svg.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert title.text == "Huddles held. 31 March 2025 is above the upper limit: an improvement"
    assert "13 points from 6 January 2025 to 31 March 2025" in desc.text
    assert "Last value 20.0" in desc.text
    assert "If nothing changes, chance decides each time whether the target of 4 or more is met." in desc.text


def test_what_people_typed_is_escaped():
    drawn = str(control_chart(weekly(STEADY), key="c", name='<b>"Falls" & slips</b>'))
    assert "<b>" not in drawn
    assert ElementTree.fromstring(drawn).find(f"{SVG}title").text.startswith('<b>"Falls" & slips</b>')


@pytest.mark.parametrize("key", ["", "1a", 'a"b', "a b", "a<b"])
def test_a_key_that_cannot_stand_in_an_identifier_is_refused(key):
    with pytest.raises(ValueError, match="identifier"):
        control_chart(weekly(STEADY), key=key, name="x")


def test_identifiers_begin_with_the_callers_key_and_are_unique():
    drawn = str(control_chart_for_every_screen(weekly(STEADY), key="m1", name="x"))
    drawn += str(control_chart_for_every_screen(weekly(STEADY), key="m2", name="x"))
    found = re.findall(r'\sid="([^"]+)"', drawn)
    assert len(found) == len(set(found)) == 8
    assert all(name.startswith(("m1-", "m2-")) for name in found)


def test_each_kind_of_point_has_a_shape_of_its_own():
    high = [*STEADY, 20]
    shapes = {}
    for better, kind in (("UP", "improvement"), ("DOWN", "concern"), ("NEITHER", "neutral-high")):
        (found,) = points(parsed(weekly(high, spc.Plan(better=spc.Better[better]))), kind)
        corners = [place.split(",") for place in found.get("points").split()]
        middle = np.mean([[float(x), float(y)] for x, y in corners], axis=0)
        shapes[kind] = sorted((round(float(x) - middle[0]), round(float(y) - middle[1])) for x, y in corners)
    assert len({str(shape) for shape in shapes.values()}) == 3
    assert len(points(parsed(weekly(high, spc.Plan(fix=12))), "common-cause")) == 12


@pytest.mark.parametrize("colour", [*(ink.outline for ink in INKS.values()), LIMIT, TARGET])
def test_every_outline_and_line_stands_out_three_to_one(colour):
    assert palette.contrast(colour, palette.SHEET) >= 3
    assert palette.contrast(colour, "#eef1f2") >= 3


def test_words_in_red_can_be_read():
    assert palette.contrast(TARGET, palette.SHEET) >= 4.5
    assert palette.contrast(TARGET, palette.PAPER) >= 4.5


def test_mean_and_limits_are_named_at_their_right_ends():
    named = texts(parsed(weekly(STEADY, spc.Plan(target=9))))
    assert {"mean 5.2", "upper 9.0", "lower 1.3", "target 9"} <= set(named)
    assert "median 5.0" in texts(parsed(weekly(STEADY, draw=spc.run_chart)))


def test_names_at_the_right_ends_never_touch():
    crowded = weekly([5.0, 5.1, 5.0, 5.1] * 4, spc.Plan(target=5.05))
    svg = parsed(replace(crowded, plan=replace(crowded.plan, target=500)))
    heights = sorted(
        float(text.get("y"))
        for text in svg.iter(f"{SVG}text")
        if text.text.split()[0] in {"mean", "upper", "lower"}
    )
    assert min(np.diff(heights)) >= NARROW.text


def test_a_percentage_is_drawn_no_higher_than_a_hundred():
    values = [97, 99, 100, 93, 100, 98, 100, 99, 97, 100, 100, 98]
    svg = parsed(weekly(values, spc.Plan(unit=spc.Unit.PERCENTAGE)))
    assert "upper 100%" in texts(svg)


def test_new_limits_are_marked_and_the_line_is_broken_there():
    rebased = spc.Plan(rebases=(spc.Rebase(START + timedelta(weeks=6), "a quieter room"),))
    svg = parsed(weekly(STEADY, rebased))
    assert "new limits" in texts(svg)
    (thread,) = (element for element in svg.iter() if element.get("class") == "fl-spc-thread")
    assert thread.get("d").count("M") == 2


def test_a_missing_week_is_bridged_by_dots_and_not_by_the_line():
    days = [START + timedelta(weeks=week) for week in range(13) if week != 5]
    svg = parsed(spc.xmr(spc.Points.of(days, STEADY)))
    solid, dotted = (element for element in svg.iter() if element.get("class") == "fl-spc-thread")
    assert dotted.get("stroke-dasharray")
    assert (solid.get("d").count("M"), dotted.get("d").count("M")) == (2, 1)


def test_trial_limits_look_different():
    def dashes(chart):
        return {e.get("stroke-dasharray") for e in parsed(chart).iter() if e.get("class") == "fl-spc-limit"}

    assert dashes(weekly(STEADY)).isdisjoint(dashes(weekly(STEADY[:8])))


def test_every_icon_has_words_and_no_two_are_alike():
    drawn = [variation_icon(icon, key="k") for icon in spc.Variation]
    drawn += [assurance_icon(icon, spc.Better.UP, key="k") for icon in spc.Assurance]
    titles = [ElementTree.fromstring(str(icon)).find(f"{SVG}title").text for icon in drawn]
    assert titles == [
        *(VARIATION[icon] for icon in spc.Variation),
        *(ASSURANCE[icon] for icon in spc.Assurance),
    ]
    without_words = {re.sub(r"<title.*?</title>", "", str(icon)) for icon in drawn}
    without_colour = {re.sub(r"#[0-9a-f]{6}", "", icon) for icon in without_words}
    assert len(without_colour) == len(drawn), "told apart in grey"


def test_the_letters_of_the_icons_are_making_data_counts():
    letters = {
        icon: texts(ElementTree.fromstring(str(variation_icon(icon, key="k")))) for icon in spc.Variation
    }
    assert letters[spc.Variation.IMPROVEMENT_HIGH] == letters[spc.Variation.CONCERN_HIGH] == ["H"]
    assert letters[spc.Variation.IMPROVEMENT_LOW] == letters[spc.Variation.CONCERN_LOW] == ["L"]
    assert letters[spc.Variation.NEUTRAL_HIGH] == letters[spc.Variation.COMMON_CAUSE] == []
    judged = [
        texts(ElementTree.fromstring(str(assurance_icon(i, spc.Better.UP, key="k")))) for i in spc.Assurance
    ]
    assert judged == [["P"], ["F"], ["?"]]


def test_a_sheet_stands_alone_with_rules_and_reasons():
    rebased = spc.Plan(rebases=(spc.Rebase(START + timedelta(weeks=6), "a quieter room"),))
    sheet = ElementTree.fromstring(
        str(control_sheet([("A", weekly(STEADY)), ("B", weekly(STEADY, rebased))]))
    )
    said = " ".join(texts(sheet))
    assert said.count("XmR chart. Rules: NHS Making Data Count;") == 2
    assert "a quieter room." in said
    ids = [element.get("id") for element in sheet.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_the_table_has_the_limits_as_calculated():
    values = [0, 2, 0, 1, 9, 0, 0, 1, 3, 0, 0, 1]
    table = control_table(weekly(values, spc.Plan(better=spc.Better.DOWN)), name="Falls")
    assert table.columns == ("Period", "Value", "Mean", "Lower limit", "Upper limit", "Signal")
    assert len(table.rows) == 12
    assert table.rows[0][3].startswith("−")
    assert table.rows[4][-1] == "concern: outside the limits"


def test_an_empty_chart_says_so():
    assert "No figures yet" in texts(parsed(weekly([])))


def test_in_a_crowd_the_line_stands_for_the_usual_points_and_the_unusual_keep_their_marks():
    crowd = weekly([*STEADY * 15, 30, 5], spc.Plan(better=spc.Better.UP))
    phone, screen = parsed(crowd, size=NARROW), parsed(crowd, size=WIDE)
    assert [len(points(svg, "improvement")) for svg in (phone, screen)] == [1, 1]
    assert [len(points(svg, "common-cause")) for svg in (phone, screen)] == [1, len(crowd) - 1]

from pathlib import Path
from xml.etree import ElementTree

import pytest

from fanlight.design import palette
from fanlight.design.drawings import Drawing, drawing
from fanlight.design.mark import Step, fanlight_mark, fanlight_window, favicon

SVG = "{http://www.w3.org/2000/svg}"


def panes(svg):
    return [
        path.get("fill")
        for path in ElementTree.fromstring(svg).iter(f"{SVG}path")
        if path.get("class") == "fl-pane"
    ]


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("draw", [fanlight_mark, fanlight_window])
def test_only_the_present_steps_pane_is_lit(draw, step):
    lit = [place for place, fill in enumerate(panes(draw(step)), start=1) if fill == palette.SUN]
    assert lit == [step.place]


def test_without_a_step_the_whole_window_is_lit():
    assert panes(fanlight_mark()) == [palette.SUN] * 5


def test_the_window_says_which_step_is_lit():
    window = ElementTree.fromstring(fanlight_window(Step.TALK))
    assert window.get("role") == "img"
    assert window.get("aria-label").endswith("Step 3 is lit: Talk.")


def test_the_window_shows_the_step_without_colour_too():
    labels = ElementTree.fromstring(fanlight_window("ask")).iter(f"{SVG}text")
    assert [label.text for label in labels if label.get("font-weight") == "700"] == ["Ask"]


def test_the_mark_beside_the_name_is_decoration():
    assert 'aria-hidden="true"' in fanlight_mark(Step.LOOK)


def test_the_browsers_tab_shows_the_mark():
    kept = Path(__file__).parents[2] / "src/fanlight/design/static/fanlight/favicon.svg"
    assert kept.read_text().strip() == favicon()


@pytest.mark.parametrize("subject", Drawing)
def test_every_drawing_is_one_hand(subject):
    drawn = ElementTree.fromstring(drawing(subject))
    strokes = {
        path.get("stroke-width") for path in drawn.iter(f"{SVG}path") if path.get("stroke") == palette.INK
    }
    suns = [path for path in drawn.iter(f"{SVG}path") if path.get("fill") == palette.SUN]
    assert strokes == {"2.6"}
    assert len(suns) == 1


@pytest.mark.parametrize(
    "svg", [drawing("look", name="<&>"), fanlight_mark(name='"'), fanlight_window("look")]
)
def test_no_picture_carries_a_style_of_its_own(svg):
    assert "style=" not in svg
    ElementTree.fromstring(svg)

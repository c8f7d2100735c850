import re
from pathlib import Path

import pytest

from fanlight.design import palette
from fanlight.design.palette import contrast

STYLES = Path(__file__).parents[2] / "frontend" / "styles"
COLOURS = {name: value for name, value in vars(palette).items() if name.isupper()}


def test_the_styles_and_the_drawings_name_the_same_colours():
    lines = re.findall(r"^\$([\w-]+): (#[0-9a-f]{6});", (STYLES / "_palette.scss").read_text(), re.MULTILINE)
    assert {name.replace("-", "_").upper(): value for name, value in lines} == COLOURS


def test_no_other_style_sheet_invents_a_colour():
    allowed = {"#000000", "#fdeec6"}  # the NHS focus style's black, and the morning light
    for sheet in STYLES.glob("*.scss"):
        if sheet.name != "_palette.scss":
            assert set(re.findall(r"#[0-9a-f]{3,8}\b(?!\w)", sheet.read_text())) <= allowed, sheet.name


@pytest.mark.parametrize("ground", ["PAPER", "SHEET", "MIST", "SUN_PALE"])
@pytest.mark.parametrize("text", ["INK", "SLATE", "TEAL", "TEAL_DEEP", "ALARM", "RUST"])
def test_text_can_be_read_on_every_ground(text, ground):
    assert contrast(COLOURS[text], COLOURS[ground]) >= 4.5


def test_ink_can_be_read_on_the_sun():
    assert contrast(palette.INK, palette.SUN) >= 7


def test_a_button_can_be_read():
    assert contrast(palette.SHEET, palette.TEAL) >= 4.5


@pytest.mark.parametrize("ground", ["PAPER", "SHEET"])
def test_the_edge_of_a_control_can_be_seen(ground):
    assert contrast(palette.SLATE, COLOURS[ground]) >= 3


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)

"""The colours of the house, as `frontend/styles/_palette.scss` has them; a test keeps the two alike.

No colour carries meaning alone: order, words, shapes or lightness always say the same thing.
"""

PAPER = "#fbf8f2"
SHEET = "#ffffff"
LINE = "#d8d2c7"
INK = "#15303b"
SLATE = "#4a5f69"
TEAL = "#0b6b72"
TEAL_DEEP = "#084c52"
TEAL_LIGHT = "#8cc5c3"
MIST = "#e7f0ef"
SUN = "#f4b740"
SUN_PALE = "#fdf0cf"
RUST = "#a84a14"
AMBER = "#e39b3b"
STONE = "#d8d2c7"
ALARM = "#b3261e"
FOCUS = "#ffeb3b"


def _light(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """How light a colour is, from 0 (black) to 1 (white), as WCAG 2 defines it."""
    red, green, blue = (_light(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)

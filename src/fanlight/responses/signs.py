"""The sign that stands for an answer on paper and on the keyboard: one key each, the same on both.

The answers are numbered as they stand in the row; where a scale has more than nine, letters go on. A nought is a blank.
"""

from string import ascii_lowercase

from fanlight.measure.instruments import Scale

BLANK = "0"
SIGNS = "123456789" + ascii_lowercase


def signs_of(scale: Scale) -> dict[str, int]:
    """Each sign with the code of its answer, in the order in which the answers stand."""
    return {sign: option.code for sign, option in zip(SIGNS, scale.every_option, strict=False)}

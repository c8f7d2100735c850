"""How many examples a property is tried with.

The ordinary profile is for every day: each run draws other examples, so that over the weeks many are tried. Before a
change to the arithmetic is believed, ask for more: `pytest tests/measure --hypothesis-profile=thorough`.
"""

from typing import Any

from hypothesis import settings

ORDINARY, THOROUGH = 30, 600


def one_in(number: int, **more: Any) -> settings:
    """For properties of which each example is much work: this part of the profile's examples, but at least three.

    >>> one_in(10).max_examples == max(3, settings().max_examples // 10)
    True
    """
    return settings(max_examples=max(3, settings().max_examples // number), **more)

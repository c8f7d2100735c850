"""A pack for 25 public personality items, so that the scorer meets real answers that nobody here wrote.

The keys are those of the data's own documentation; a minus marks a reversed item. No wording.
"""

import csv
import math

import numpy as np
from numpy.typing import NDArray

from support.reference import reference

KEYS = {
    "agree": "-A1 A2 A3 A4 A5",
    "conscientious": "C1 C2 C3 -C4 -C5",
    "extraversion": "-E1 -E2 E3 E4 E5",
    "neuroticism": "N1 N2 N3 N4 N5",
    "openness": "O1 -O2 O3 O4 -O5",
}
ITEMS = [key for keys in KEYS.values() for key in keys.split()]


def pack() -> str:
    """The pack as TOML."""
    items = "\n".join(
        f'  {{ code = "{key.strip("-")}", scale = "accuracy", is_negative = {str(key[0] == "-").lower()} }},'
        for key in ITEMS
    )
    composites = "\n".join(
        f'[[composites]]\ncode = "{code}"\ntitle = "{code}"\nitems = {[k.strip("-") for k in keys.split()]!s}'
        for code, keys in KEYS.items()
    )
    options = ", ".join(f'{{ code = {code}, label = "{code}" }}' for code in range(1, 7))
    return f"""
id = "bfi"
version = "1"
title = "Twenty-five personality items"
owner = "the public domain"
licence = "public domain"
source = "psychTools"
permission = "operator_records_it"
languages = ["en"]
items = [
{items}
]

[[scales]]
id = "accuracy"
options = [{options}]
favourable = [4, 5, 6]

{composites}
"""


def answers() -> NDArray[np.float64]:
    """The raw answers in the pack's order; NaN where there is none."""
    return column_of([key.strip("-") for key in ITEMS])


def scale(name: str) -> NDArray[np.float64]:
    """The answers to one scale's items, reversed where the key says so."""
    keys = KEYS[name].split()
    raw = column_of([key.strip("-") for key in keys])
    return np.where([key[0] == "-" for key in keys], 7 - raw, raw)


def column_of(codes: list[str]) -> NDArray[np.float64]:
    with reference("psychometrics/bfi.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return np.array([[float(row[code]) if row[code] else math.nan for code in codes] for row in rows])

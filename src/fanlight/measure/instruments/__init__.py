"""Questionnaires as data: what is asked, on which scale, how it is scored, and who must agree first.

>>> from fanlight.measure.instruments import load
>>> hospital = load("sops-hospital-2")
>>> hospital.item("a9").is_negative, sorted(hospital.positive_codes(hospital.item("A9")))
(True, [1, 2])
>>> hospital.is_askable
False
"""

from fanlight.measure.instruments.instrument import (
    Composite,
    Focus,
    Instrument,
    Item,
    MissingRule,
    Permission,
    PermissionRecord,
    ScoringRule,
)
from fanlight.measure.instruments.loading import load, read_toml, shelf
from fanlight.measure.instruments.parsing import parse
from fanlight.measure.instruments.reading import InvalidInstrument
from fanlight.measure.instruments.scale import Option, Scale
from fanlight.measure.instruments.wording import with_wording
from fanlight.measure.instruments.words import Words
from fanlight.measure.instruments.writing import to_mapping, to_toml

__all__ = [
    "Composite",
    "Focus",
    "Instrument",
    "InvalidInstrument",
    "Item",
    "MissingRule",
    "Option",
    "Permission",
    "PermissionRecord",
    "Scale",
    "ScoringRule",
    "Words",
    "load",
    "parse",
    "read_toml",
    "shelf",
    "to_mapping",
    "to_toml",
    "with_wording",
]

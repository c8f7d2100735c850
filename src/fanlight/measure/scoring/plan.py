"""An instrument made ready for arithmetic: lookup tables from raw codes to scores."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fanlight.measure.instruments import Composite, Instrument, Item, ScoringRule

MISSING = -128
"""The code of an answer that is not there, in a matrix of answers."""

SMALLEST_CODE, LARGEST_CODE = -99, 126


@dataclass(frozen=True, slots=True)
class CompositePlan:
    """Where a composite's items are, and how a person's score on it is made.

    A person's score is the sum of weight · step + offset over the answered items, divided by their number.
    `is_even` says that weight and offset are the same for every item.
    `options` is the number of answers on the items' common scale; None when they have none in common.
    """

    code: str
    columns: NDArray[np.intp]
    weights: NDArray[np.float64]
    offsets: NDArray[np.float64]
    least_answered: float
    options: int | None
    counts_people: bool

    @property
    def is_even(self) -> bool:
        return bool(np.ptp(self.weights) == 0 and np.ptp(self.offsets) == 0)


@dataclass(frozen=True, slots=True)
class Plan:
    """What scoring needs to know of an instrument.

    Answers are turned into steps above the lowest answer of the item's scale, reversed where the item is
    negatively worded: 0, 1, 2 … Three steps above all others say nothing: `missing` stands for "does not
    apply" and its like, `outside` for a code that the scale does not know, `blank` for no answer. So a step
    is an answer when it is below `missing`. `tables` holds, for each item, the step of each byte.
    """

    codes: tuple[str, ...]
    tables: tuple[bytes, ...]
    lowest: NDArray[np.float64]
    positive: NDArray[np.bool_]
    has_direction: NDArray[np.bool_]
    is_negative: NDArray[np.bool_]
    on_main_scale: NDArray[np.bool_]
    composites: tuple[CompositePlan, ...]
    missing: int
    top_step: int

    @property
    def outside(self) -> int:
        return self.missing + 1

    @property
    def blank(self) -> int:
        return self.missing + 2

    def steps(self, answers: NDArray[np.int8]) -> NDArray[np.uint8]:
        """Answers, people × items, as steps, items × people."""
        by_item = np.ascontiguousarray(answers.T)
        return np.stack(
            [
                np.frombuffer(row.tobytes().translate(table), dtype=np.uint8)
                for row, table in zip(by_item, self.tables, strict=True)
            ]
        )


def plan(instrument: Instrument, *, already_reversed: bool = False) -> Plan:
    """Make the tables. Errors: ValueError when the instrument has a code outside −99 to 126."""
    _refuse_large_codes(instrument)
    items = instrument.items
    missing = max(_span(instrument, item) for item in items) + 1
    in_composites = {code.casefold() for composite in instrument.composites for code in composite.items}
    main = _main_scale(instrument)
    return Plan(
        codes=tuple(item.code for item in items),
        tables=tuple(_table(instrument, item, missing, already_reversed) for item in items),
        lowest=np.array([instrument.scale_of(item).codes[0] for item in items], dtype=np.float64),
        positive=np.array([_positive_steps(instrument, item, missing) for item in items]),
        has_direction=np.array([bool(instrument.positive_codes(item)) for item in items]),
        is_negative=np.array([item.is_negative for item in items]),
        on_main_scale=np.array(
            [
                item.code.casefold() in in_composites and instrument.scale_of(item).codes == main
                for item in items
            ]
        ),
        composites=tuple(_composite(instrument, composite) for composite in instrument.composites),
        missing=missing,
        top_step=main[-1] - main[0] if main else 0,
    )


def _refuse_large_codes(instrument: Instrument) -> None:
    for item in instrument.items:
        for option in instrument.scale_of(item).every_option:
            if not SMALLEST_CODE <= option.code <= LARGEST_CODE:
                allowed = f"from {SMALLEST_CODE} to {LARGEST_CODE}"
                raise ValueError(f"item {item.code}: codes must be {allowed} to be scored")


def _span(instrument: Instrument, item: Item) -> int:
    codes = instrument.scale_of(item).codes
    return codes[-1] - codes[0]


def _main_scale(instrument: Instrument) -> tuple[int, ...]:
    """The codes that most items of composites share."""
    every = [
        instrument.scale_of(item).codes for one in instrument.composites for item in instrument.items_of(one)
    ]
    return max(every, key=every.count, default=())


def _score_code(instrument: Instrument, item: Item, code: int) -> int:
    return instrument.scale_of(item).reversed_code(code) if item.is_negative else code


def _table(instrument: Instrument, item: Item, missing: int, already_reversed: bool) -> bytes:
    scale = instrument.scale_of(item)
    table = bytearray([missing + 1] * 256)
    table[MISSING % 256] = missing + 2
    for code in scale.missing_codes:
        table[code % 256] = missing
    for code in scale.codes:
        score = code if already_reversed else _score_code(instrument, item, code)
        table[code % 256] = score - scale.codes[0]
    return bytes(table)


def _positive_steps(instrument: Instrument, item: Item, missing: int) -> list[bool]:
    lowest = instrument.scale_of(item).codes[0]
    good = {_score_code(instrument, item, code) - lowest for code in instrument.positive_codes(item)}
    return [step in good for step in range(missing)]


def _composite(instrument: Instrument, composite: Composite) -> CompositePlan:
    items = instrument.items_of(composite)
    scales = [instrument.scale_of(item).codes for item in items]
    is_0_to_100 = instrument.scoring is ScoringRule.SAQ_0_100
    lowest = np.array([codes[0] for codes in scales], dtype=np.float64)
    span = np.array([codes[-1] - codes[0] for codes in scales], dtype=np.float64)
    same = len(set(scales)) == 1 and list(scales[0]) == list(range(scales[0][0], scales[0][-1] + 1))
    return CompositePlan(
        code=composite.code,
        columns=np.array([instrument.items.index(item) for item in items], dtype=np.intp),
        weights=100 / np.maximum(span, 1) if is_0_to_100 else np.ones(len(items)),
        offsets=np.zeros(len(items)) if is_0_to_100 else lowest,
        least_answered=max(instrument.missing.least_share_answered * len(items), 1),
        options=len(scales[0]) if same else None,
        counts_people=is_0_to_100,
    )

"""Lay an operator's wording file over a key that came without wording."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from fanlight.measure.instruments.instrument import Instrument, Item
from fanlight.measure.instruments.parsing import permission_record
from fanlight.measure.instruments.reading import LANGUAGE, Table
from fanlight.measure.instruments.scale import Option, Scale
from fanlight.measure.instruments.words import Words

FIELDS = frozenset({"instrument", "version", "permission", "wording", "chart_labels", "answers"})


def with_wording(instrument: Instrument, mapping: Mapping[str, Any], *, file: str) -> Instrument:
    """The instrument with its wording, once the owner's permission is on record.

    Parameters: `mapping`, the tables of the wording file: `instrument` (its id) and, if wished, `version`;
    `permission` (given_by, given_on, reference); `wording`, by language and then by item code;
    `chart_labels` in the same shape; `answers`, by language, then scale, then code, for the words of the
    scales. An item that is asked twice takes the words of its printed number (24 serves 24U and 24H).
    Languages of the result: those in which every item has wording, else those of the key.
    Errors: InvalidInstrument, naming file, table and field. Wording without permission is refused.

    >>> from fanlight.measure.instruments import load
    >>> consent = {"given_by": "A. Owner", "given_on": "2027-02-01", "reference": "e-mail in the safe"}
    >>> some = with_wording(load("sops-hospital-2"), {"instrument": "sops-hospital-2",
    ...     "permission": consent, "wording": {"en": {"a1": "The words of A1"}}}, file="mine.toml")
    >>> str(some.item("A1").wording), some.is_askable
    ('The words of A1', False)
    """
    top = Table(mapping, file=file)
    top.only(FIELDS)
    for field, ours in (("instrument", instrument.id), ("version", instrument.version)):
        if (field == "instrument" or top.has(field)) and top.text(field) != ours:
            raise top.refuse(field, f"this file is for “{top.text(field)}”, not for “{ours}”.")
    record = permission_record(top.table("permission"))
    wording = _by_item(instrument, top.table("wording"))
    charts = _by_item(instrument, top.table("chart_labels")) if top.has("chart_labels") else {}
    items = tuple(
        replace(
            item,
            wording=_joined(item.wording, wording.get(item.code, {})),
            chart_label=_joined(item.chart_label, charts.get(item.code, {})),
        )
        for item in instrument.items
    )
    scales = tuple(_scale(scale, top) for scale in _checked_scales(instrument, top))
    return replace(
        instrument,
        items=items,
        scales=scales,
        languages=_languages(items) or instrument.languages,
        permission_record=record,
    )


def _by_item(instrument: Instrument, table: Table) -> dict[str, dict[str, str]]:
    """Texts by language for each item code; a printed number serves every item that shares it."""
    found: dict[str, dict[str, str]] = {}
    for language, by_code in _by_language(table):
        for code in by_code.content:
            items = [item for item in instrument.items if _answers_to(item, code)]
            if not items:
                raise by_code.refuse(code, f"{instrument.id} has no such item.")
            for item in items:
                found.setdefault(item.code, {})[language] = by_code.text(code)
    return found


def _by_language(table: Table) -> Iterator[tuple[str, Table]]:
    for language in table.content:
        if not LANGUAGE.fullmatch(language):
            raise table.refuse(language, "is not the short name of a language, such as en or cy.")
        yield language, table.table(language)


def _answers_to(item: Item, code: str) -> bool:
    return code.casefold() in {item.code.casefold(), (item.stem or item.code).casefold()}


def _joined(words: Words | None, added: Mapping[str, str]) -> Words | None:
    texts = dict(words.pairs) if words else {}
    return Words.of(texts | dict(added)) if texts or added else None


def _checked_scales(instrument: Instrument, top: Table) -> tuple[Scale, ...]:
    if top.has("answers"):
        known = {scale.id: {str(option.code) for option in scale.every_option} for scale in instrument.scales}
        for _, by_scale in _by_language(top.table("answers")):
            by_scale.only(known)
            for scale_id in by_scale.content:
                by_scale.table(scale_id).only(known[scale_id])
    return instrument.scales


def _scale(scale: Scale, top: Table) -> Scale:
    def worded(option: Option) -> Option:
        texts = dict(option.label.pairs) | _answer_texts(top, scale.id, option.code)
        return replace(option, label=Words.of(texts))

    return replace(
        scale,
        options=tuple(map(worded, scale.options)),
        does_not_apply=scale.does_not_apply and worded(scale.does_not_apply),
        rather_not_say=scale.rather_not_say and worded(scale.rather_not_say),
    )


def _answer_texts(top: Table, scale_id: str, code: int) -> dict[str, str]:
    texts: dict[str, str] = {}
    for language, by_scale in _by_language(top.table("answers")) if top.has("answers") else ():
        answers = by_scale.maybe_table(scale_id)
        if answers and answers.has(str(code)):
            texts[language] = answers.text(str(code))
    return texts


def _languages(items: tuple[Item, ...]) -> tuple[str, ...]:
    """The languages in which every item can be read, the first item's first."""
    first = items[0].wording or ()
    return tuple(
        language for language in first if all(item.wording and language in item.wording for item in items)
    )

"""Make an instrument of the tables in a file, or say what is wrong with them."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

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
from fanlight.measure.instruments.reading import LANGUAGE, Table
from fanlight.measure.instruments.scale import Option, Scale

SLUG = r"(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*"
SLUG_WORDS = "use up to 64 small letters, figures and hyphens, such as teamwork-within-units."
CODE = r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}"
CODE_WORDS = "use up to 64 letters, figures, dots, hyphens and underscores, such as A1."


def _known(kind: type) -> frozenset[str]:
    """The fields a table may have: those of the dataclass that it becomes."""
    return frozenset(field.name for field in dataclasses.fields(kind))


def parse(mapping: Mapping[str, Any], *, file: str) -> Instrument:
    """Read an instrument from the tables of a pack.

    Parameters: `mapping`, what a TOML or JSON reader gives; `file`, the name that messages shall use.
    Errors: InvalidInstrument, whose message names the file, the table and the field.

    >>> parse({"id": "Mine!"}, file="mine.toml")
    Traceback (most recent call last):
    fanlight.measure.instruments.reading.InvalidInstrument: mine.toml: field “id”: “Mine!” will not do: \
use up to 64 small letters, figures and hyphens, such as teamwork-within-units.
    """
    top = Table(mapping, file=file)
    top.only(_known(Instrument))
    identity = top.matching("id", SLUG, SLUG_WORDS)
    languages = _languages(top)
    scales = tuple(_scale(table, languages[0]) for table in top.tables("scales"))
    _refuse_twins(top, "scales", (scale.id for scale in scales))
    items = tuple(_item(table, languages[0], scales) for table in top.tables("items"))
    _refuse_twins(top, "items", (item.code for item in items))
    for scale in scales:
        if scale.id not in {item.scale for item in items}:
            raise top.refuse("scales", f"no item is answered on the scale “{scale.id}”.")
    composites = tuple(
        _composite(table, languages[0], items) for table in top.tables("composites", may_be_empty=True)
    )
    _refuse_twins(top, "composites", (composite.code for composite in composites))
    missing = top.maybe_table("missing")
    record = top.maybe_table("permission_record")
    return Instrument(
        id=identity,
        version=top.text("version"),
        title=top.words("title", language=languages[0]),
        owner=top.text("owner"),
        licence=top.text("licence"),
        source=top.text("source"),
        permission=top.choice("permission", Permission),
        languages=languages,
        scales=scales,
        items=items,
        composites=composites,
        scoring=top.choice("scoring", ScoringRule, ScoringRule.PERCENT_POSITIVE),
        missing=_missing(missing) if missing else MissingRule(),
        is_validated=top.truth("is_validated"),
        is_for_organisations=top.truth("is_for_organisations"),
        notice=top.text("notice", ""),
        introduction=top.maybe_words("introduction", language=languages[0]),
        permission_record=permission_record(record) if record else None,
    )


def permission_record(table: Table) -> PermissionRecord:
    """Read who gave permission, when, and where that is written."""
    table.only(_known(PermissionRecord))
    return PermissionRecord(table.text("given_by"), table.day("given_on"), table.text("reference"))


def _languages(top: Table) -> tuple[str, ...]:
    languages = top.texts("languages")
    for language in languages:
        if not LANGUAGE.fullmatch(language):
            raise top.refuse(
                "languages", f"“{language}” is not the short name of a language, such as en or cy."
            )
    return languages


def _missing(table: Table) -> MissingRule:
    table.only(_known(MissingRule))
    return MissingRule(table.share("least_share_answered", 0.0))


def _option(table: Table, language: str) -> Option:
    table.only(_known(Option))
    name = table.text("name") if table.has("name") else None
    return Option(table.whole_number("code"), table.words("label", language=language), name)


def _scale(table: Table, language: str) -> Scale:
    table.only(_known(Scale))
    options = tuple(_option(option, language) for option in table.tables("options"))
    negative = table.whole_numbers("favourable_if_negative") if table.has("favourable_if_negative") else None
    not_for_me, unsaid = table.maybe_table("does_not_apply"), table.maybe_table("rather_not_say")
    scale = Scale(
        id=table.matching("id", SLUG, SLUG_WORDS),
        options=options,
        favourable=table.whole_numbers("favourable"),
        favourable_if_negative=negative,
        does_not_apply=_option(not_for_me, language) if not_for_me else None,
        rather_not_say=_option(unsaid, language) if unsaid else None,
    )
    _refuse_muddled_codes(table, scale)
    if scale.favourable_if_negative == ():
        raise table.refuse("favourable_if_negative", "is empty. Leave it out to use the mirror image.")
    return scale


def _refuse_muddled_codes(table: Table, scale: Scale) -> None:
    if list(scale.codes) != sorted(scale.codes):
        raise table.refuse("options", f"the codes must rise from the first to the last, not {scale.codes}.")
    every = [option.code for option in scale.every_option]
    for code in every:
        if every.count(code) > 1:
            raise table.refuse("options", f"two answers have the code {code}.")
    for field in ("favourable", "favourable_if_negative"):
        for code in getattr(scale, field) or ():
            if code not in scale.codes:
                raise table.refuse(field, f"{code} is not a code of this scale {scale.codes}.")


def _item(table: Table, language: str, scales: Iterable[Scale]) -> Item:
    table.only(_known(Item))
    scale = table.text("scale")
    known = [known.id for known in scales]
    if scale not in known:
        raise table.refuse("scale", f"there is no scale “{scale}” in this file. It has: {', '.join(known)}.")
    return Item(
        code=table.matching("code", CODE, CODE_WORDS),
        scale=scale,
        is_negative=table.truth("is_negative"),
        focus=table.maybe_choice("focus", Focus),
        wording=table.maybe_words("wording", language=language),
        chart_label=table.maybe_words("chart_label", language=language),
        stem=table.text("stem") if table.has("stem") else None,
        about=table.maybe_words("about", language=language),
    )


def _composite(table: Table, language: str, items: Iterable[Item]) -> Composite:
    table.only(_known(Composite))
    known = {item.code for item in items}
    held = table.texts("items")
    for code in held:
        if code not in known:
            raise table.refuse("items", f"there is no item “{code}” in this file.")
        if held.count(code) > 1:
            raise table.refuse("items", f"item “{code}” is listed twice.")
    return Composite(
        code=table.matching("code", SLUG, SLUG_WORDS),
        title=table.words("title", language=language),
        items=held,
        focus=table.maybe_choice("focus", Focus),
        why=table.maybe_words("why", language=language),
    )


def _refuse_twins(top: Table, field: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            raise top.refuse(field, f"“{name}” is there twice (capitals make no difference).")
        seen.add(name.casefold())

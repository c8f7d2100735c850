"""The names that reading and writing FHIR share.

Standard extensions are used where there is one. Ours begin with `urn:fanlight:fhir:` and are described in
docs/reference/instruments.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from fanlight.measure.instruments.exchange.draft import Texts
from fanlight.measure.instruments.words import Words

STANDARD = "http://hl7.org/fhir/StructureDefinition/"
TRANSLATION = f"{STANDARD}translation"
LANGUAGE = f"{STANDARD}language"
ORDINAL_VALUE = f"{STANDARD}ordinalValue"
ITEM_WEIGHT = f"{STANDARD}itemWeight"
SHORT_TEXT = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
OURS = "urn:fanlight:fhir:"
SHORT_TEXT_IN = f"{OURS}short-text-in"

Json = dict[str, Any]


class FhirVersion(StrEnum):
    """The versions that are written; reading takes either."""

    R4B = "r4b"
    R5 = "r5"

    @property
    def choice_type(self) -> str:
        return "choice" if self is FhirVersion.R4B else "coding"

    @property
    def weight_url(self) -> str:
        return ORDINAL_VALUE if self is FhirVersion.R4B else ITEM_WEIGHT


def worded(field: str, words: Words | None, language: str) -> Json:
    """A text field and, beside it, what other languages say. Nothing at all for no words."""
    if not words:
        return {}
    (first, text), *others = words.pairs
    beside: list[Json] = [] if first == language else [{"url": LANGUAGE, "valueCode": first}]
    for other, content in others:
        said = [{"url": "lang", "valueCode": other}, {"url": "content", "valueString": content}]
        beside.append({"url": TRANSLATION, "extension": said})
    return {field: text} | ({f"_{field}": {"extension": beside}} if beside else {})


def texts_of(thing: Mapping[str, Any], field: str, language: str) -> Texts:
    """The words of a text field by language, its own first. Empty where there is no text."""
    text = thing.get(field)
    if not isinstance(text, str) or not text.strip():
        return {}
    beside = extensions(thing.get(f"_{field}"))
    texts = {str(value_of(beside.get(LANGUAGE, [{}])[0]) or language): text}
    texts |= dict(filter(None, map(_translation, beside.get(TRANSLATION, ()))))
    return texts


def said(address: str, in_languages: str, words: Words | None, language: str) -> list[Json]:
    """Words as extensions: a plain text, and where that is not the whole of it, every language's own.

    FHIR would let a translation stand beside the value itself; the reference library refuses that.
    """
    if not words:
        return []
    plain: list[Json] = [{"url": address, "valueString": str(words)}]
    if tuple(words) == (language,):
        return plain
    for other, text in words.pairs:
        parts = [{"url": "lang", "valueCode": other}, {"url": "content", "valueString": text}]
        plain.append({"url": in_languages, "extension": parts})
    return plain


def heard(beside: Mapping[str, Sequence[Json]], address: str, in_languages: str, language: str) -> Texts:
    """The words that `said` wrote."""
    texts = dict(filter(None, map(_translation, beside.get(in_languages, ()))))
    return texts or texts_of(next(iter(beside.get(address, ())), {}), "valueString", language)


def _translation(extension: Json) -> tuple[str, str] | None:
    parts = {url: value_of(found[0]) for url, found in extensions(extension).items()}
    both = parts.get("lang"), parts.get("content")
    return (str(both[0]), str(both[1])) if all(both) else None


def extensions(thing: object) -> dict[str, list[Json]]:
    """A thing's extensions by address."""
    found: dict[str, list[Json]] = {}
    for extension in tables(thing.get("extension")) if isinstance(thing, dict) else ():
        found.setdefault(str(extension.get("url", "")), []).append(extension)
    return found


def tables(value: object) -> list[Json]:
    """The tables in a list, where others may have put anything."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def value_of(extension: Mapping[str, Any]) -> Any:
    """The value of a simple extension, whatever its type."""
    return next((value for key, value in extension.items() if key.startswith("value")), None)


def ours(name: str, kind: str, value: object) -> Json:
    return {"url": OURS + name, f"value{kind}": value}


def non_empty(pairs: Iterable[tuple[str, object]]) -> Json:
    """A table without the empty fields, which FHIR forbids."""
    return {key: value for key, value in pairs if value not in (None, "", [], {})}

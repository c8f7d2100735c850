"""Find the answers that a FHIR question offers, wherever the form keeps them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fanlight.measure.instruments.exchange.draft import Answer, Draft, Texts, whole_number
from fanlight.measure.instruments.exchange.fhir_terms import (
    ITEM_WEIGHT,
    ORDINAL_VALUE,
    OURS,
    Json,
    extensions,
    tables,
    texts_of,
    value_of,
)

NO_AND_YES = (("0", "No"), ("1", "Yes"))
OUR_SYSTEM = "urn:fanlight:scale:"
KNOWN_IN_ANSWERS = frozenset({ORDINAL_VALUE, ITEM_WEIGHT, f"{OURS}aside", f"{OURS}name"})

KNOWN_IN_CODING = frozenset({"system", "code", "display", "_display", "designation", "extension"})
KNOWN_IN_INCLUDE = frozenset({"system", "concept"})
KNOWN_IN_VALUE_SET = frozenset({"resourceType", "id", "extension", "status", "compose"})


@dataclass(frozen=True, slots=True)
class Offered:
    """The answers of one question, a name for their scale, and what the form says of the scale."""

    hint: str
    answers: Sequence[Answer]
    extra: Mapping[str, Any] = field(default_factory=dict)


def offered(
    question: Mapping[str, Any], contained: Sequence[Json], draft: Draft, about: str
) -> Offered | None:
    """The answers of a question, or None with a note that says why it cannot be asked."""
    found = _found(question, contained, draft, about)
    if isinstance(found, str):
        draft.note(about, f"{found}, so it cannot be asked in Fanlight")
        return None
    if len(found.answers) < 2:
        draft.note(about, "it offers fewer than two answers, so it cannot be asked in Fanlight")
        return None
    return found


def _found(question: Mapping[str, Any], contained: Sequence[Json], draft: Draft, about: str) -> Offered | str:
    if question.get("type") == "boolean":
        return Offered("no-yes", [Answer(name, {"en": label}) for name, label in NO_AND_YES])
    if options := tables(question.get("answerOption")):
        answers = [_from_option(option, draft, about) for option in options]
        return Offered(f"answers-to-{question['linkId']}", answers)
    address = str(question.get("answerValueSet", ""))
    if not address:
        return "its answers are not in the file"
    for resource in contained:
        if address == f"#{resource.get('id')}":
            return _from_value_set(resource, draft, about)
    return f"its answers are kept elsewhere ({address})"


def _from_option(option: Mapping[str, Any], draft: Draft, about: str) -> Answer:
    """An answer written out beside the question: a coding, or a bare text or number."""
    draft.left_behind(
        f"{about}, an answer", set(option) - {"extension"} - {k for k in option if "value" in k}
    )
    value = value_of(option)
    if not isinstance(value, dict):
        return Answer(str(value), texts_of({"text": str(value)}, "text", draft.language))
    weight = option.get("extension") or value.get("extension")
    return _answer(value | ({"extension": weight} if weight else {}), draft, about)


def _from_value_set(value_set: Mapping[str, Any], draft: Draft, about: str) -> Offered | str:
    hint = str(value_set.get("id"))
    compose = value_set.get("compose")
    includes = tables(compose.get("include")) if isinstance(compose, dict) else []
    if not includes or not all(tables(include.get("concept")) for include in includes):
        return f"its answers ({hint}) are described, not listed"
    answers = [
        _answer({"system": include.get("system")} | concept, draft, about)
        for include in includes
        for concept in tables(include["concept"])
    ]
    lost = set(value_set) - KNOWN_IN_VALUE_SET | (set(compose or ()) - {"include"})
    draft.left_behind(
        f"answers {hint}", lost | {key for include in includes for key in include} - KNOWN_IN_INCLUDE
    )
    return Offered(hint, answers, _favourable(value_set))


def _answer(coding: Mapping[str, Any], draft: Draft, about: str) -> Answer:
    beside = extensions(coding)
    lost = set(beside) - KNOWN_IN_ANSWERS | set(coding) - KNOWN_IN_CODING
    draft.left_behind(f"{about}, an answer", lost)
    system = str(coding.get("system") or "")
    if system and not system.startswith(OUR_SYSTEM):
        draft.note(about, f"the code system of its answers is not kept ({system})")
    aside = _said(beside, "aside")
    called = _said(beside, "name")
    return Answer(
        name=str(coding.get("code") or coding.get("display") or ""),
        label=_label(coding, draft.language),
        weight=_weight(beside),
        aside=str(aside).replace("-", "_") if aside else None,
        called=str(called) if called else None,
    )


def _label(coding: Mapping[str, Any], language: str) -> Texts:
    texts = texts_of(coding, "display", language)
    for also in tables(coding.get("designation")):
        if also.get("language") and also.get("value"):
            texts.setdefault(str(also["language"]), str(also["value"]))
    return texts


def _weight(beside: Mapping[str, list[Json]]) -> int | None:
    for address in (ORDINAL_VALUE, ITEM_WEIGHT):
        if address in beside:
            return whole_number(str(value_of(beside[address][0])).removesuffix(".0"))
    return None


def _said(beside: Mapping[str, list[Json]], name: str) -> object:
    return value_of(beside[OURS + name][0]) if OURS + name in beside else None


def _favourable(value_set: Mapping[str, Any]) -> dict[str, Any]:
    """What we once said of a scale, if this was ours."""
    beside = extensions(value_set)
    extra: dict[str, Any] = {}
    if f"{OURS}nothing-favourable" in beside:
        extra["favourable"] = []
    for name in ("favourable", "favourable-if-negative"):
        if OURS + name in beside:
            extra[name.replace("-", "_")] = [value_of(extension) for extension in beside[OURS + name]]
    return extra

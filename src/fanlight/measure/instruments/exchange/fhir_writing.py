"""Write an instrument as a FHIR Questionnaire."""

from fanlight.measure.instruments.exchange.fhir_terms import (
    OURS,
    SHORT_TEXT,
    SHORT_TEXT_IN,
    FhirVersion,
    Json,
    non_empty,
    ours,
    said,
    worded,
)
from fanlight.measure.instruments.instrument import Composite, Instrument, Item
from fanlight.measure.instruments.scale import Option, Scale
from fanlight.measure.instruments.words import Words


def to_fhir(instrument: Instrument, *, version: FhirVersion) -> Json:
    """The instrument as a Questionnaire resource: tables and lists, ready for JSON.

    Each item is a question with the item's code as linkId; each scale is a contained ValueSet. Polarity,
    focus, composites, the scoring rule and the permission are extensions of ours, because FHIR has no place
    for them. Reading it again with `from_fhir` gives an equal instrument.
    Source: HL7 FHIR R4B and R5, resource Questionnaire.

    >>> from fanlight.measure.instruments import load
    >>> resource = to_fhir(load("fanlight-pulse"), version=FhirVersion.R5)
    >>> [(item["linkId"], item["type"]) for item in resource["item"]][:3]
    [('introduction', 'display'), ('T1', 'coding'), ('C1', 'coding')]
    """
    language = instrument.languages[0]
    return {
        "resourceType": "Questionnaire",
        "id": instrument.id,
        "language": language,
        "contained": [_value_set(scale, instrument, version) for scale in instrument.scales],
        "extension": _about(instrument),
        "url": f"urn:fanlight:questionnaire:{instrument.id}",
        "version": instrument.version,
        **worded("title", instrument.title, language),
        "status": "active" if instrument.is_askable else "draft",
        "publisher": instrument.owner,
        **({"description": instrument.notice} if instrument.notice else {}),
        "copyright": instrument.licence,
        "item": _introduction(instrument) + [_item(item, language, version) for item in instrument.items],
    }


def _about(instrument: Instrument) -> list[Json]:
    language = instrument.languages[0]
    about = [
        ours("source", "String", instrument.source),
        ours("permission", "Code", instrument.permission.value),
        ours("scoring", "Code", instrument.scoring.value),
        ours("is-validated", "Boolean", instrument.is_validated),
        ours("is-for-organisations", "Boolean", instrument.is_for_organisations),
        ours("least-share-answered", "Decimal", instrument.missing.least_share_answered),
    ]
    about += [ours("also-in-language", "Code", other) for other in instrument.languages[1:]]
    if record := instrument.permission_record:
        parts = [
            {"url": "given-by", "valueString": record.given_by},
            {"url": "given-on", "valueDate": record.given_on.isoformat()},
            {"url": "reference", "valueString": record.reference},
        ]
        about.append({"url": f"{OURS}permission-record", "extension": parts})
    return about + [_composite(composite, language) for composite in instrument.composites]


def _composite(composite: Composite, language: str) -> Json:
    parts: list[Json] = [{"url": "code", "valueCode": composite.code}]
    parts += said("title", "title-in", composite.title, language)
    parts += [{"url": "item", "valueString": code} for code in composite.items]
    if composite.focus:
        parts.append({"url": "focus", "valueCode": composite.focus.value})
    parts += said("why", "why-in", composite.why, language)
    return {"url": f"{OURS}composite", "extension": parts}


def _introduction(instrument: Instrument) -> list[Json]:
    if not instrument.introduction:
        return []
    link_id = "introduction"
    while instrument.has_item(link_id):
        link_id += "-"
    words = worded("text", instrument.introduction, instrument.languages[0])
    mark = [ours("introduction", "Boolean", True)]
    return [{"extension": mark, "linkId": link_id, **words, "type": "display"}]


def _item(item: Item, language: str, version: FhirVersion) -> Json:
    marks: list[Json] = [ours("is-negative", "Boolean", item.is_negative)]
    if item.focus:
        marks.append(ours("focus", "Code", item.focus.value))
    if item.stem:
        marks.append(ours("stem", "String", item.stem))
    marks += said(f"{OURS}about", f"{OURS}about-in", item.about, language)
    marks += said(SHORT_TEXT, SHORT_TEXT_IN, item.chart_label, language)
    return {
        "extension": marks,
        "linkId": item.code,
        **worded("text", item.wording, language),
        "type": version.choice_type,
        "answerValueSet": f"#{item.scale}",
    }


def _value_set(scale: Scale, instrument: Instrument, version: FhirVersion) -> Json:
    marks = [ours("favourable", "Integer", code) for code in scale.favourable]
    if not marks:
        marks.append(ours("nothing-favourable", "Boolean", True))
    marks += [ours("favourable-if-negative", "Integer", code) for code in scale.favourable_if_negative or ()]
    language = instrument.languages[0]
    concepts = [_concept(option, language, version, None) for option in scale.options]
    for aside, option in (("does-not-apply", scale.does_not_apply), ("rather-not-say", scale.rather_not_say)):
        if option:
            concepts.append(_concept(option, language, version, aside))
    system = f"urn:fanlight:scale:{instrument.id}:{scale.id}"
    return non_empty(
        [
            ("resourceType", "ValueSet"),
            ("id", scale.id),
            ("extension", marks),
            ("status", "active"),
            ("compose", {"include": [{"system": system, "concept": concepts}]}),
        ]
    )


def _concept(option: Option, language: str, version: FhirVersion, aside: str | None) -> Json:
    marks: list[Json] = []
    if aside:
        marks.append(ours("aside", "Code", aside))
    else:
        marks.append({"url": version.weight_url, "valueDecimal": option.code})
    if option.name:
        marks.append(ours("name", "String", option.name))
    first, *others = option.label.pairs
    words = worded("display", Words((first,)), language)
    also = [{"language": other, "value": text} for other, text in others]
    return non_empty(
        [("extension", marks), ("code", str(option.code)), *words.items(), ("designation", also)]
    )

"""An instrument goes out as a FHIR Questionnaire and comes back as it was."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fhir.resources.questionnaire import Questionnaire as QuestionnaireR5
from fhir.resources.R4B.questionnaire import Questionnaire as QuestionnaireR4B
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.instruments import (
    Focus,
    Instrument,
    Item,
    Option,
    PermissionRecord,
    Scale,
    Words,
    load,
    shelf,
)
from fanlight.measure.instruments.exchange import FhirVersion, from_fhir, to_fhir

MODELS = {FhirVersion.R4B: QuestionnaireR4B, FhirVersion.R5: QuestionnaireR5}
VERSIONS = pytest.mark.parametrize("version", FhirVersion)


def as_sent(instrument: Instrument, version: FhirVersion) -> dict[str, Any]:
    """The resource after it went through the reference library, which refuses what is not FHIR."""
    text = json.dumps(to_fhir(instrument, version=version))
    sent: dict[str, Any] = json.loads(MODELS[version].model_validate_json(text).model_dump_json())
    return sent


@VERSIONS
@pytest.mark.parametrize("instrument", shelf(), ids=lambda instrument: instrument.id)
def test_what_we_send_is_valid_and_comes_back_whole(instrument: Instrument, version: FhirVersion) -> None:
    again = from_fhir(as_sent(instrument, version), file="sent.json")
    assert again.instrument == instrument
    assert again.notes == ()


@VERSIONS
def test_the_type_of_a_question_follows_the_version(version: FhirVersion) -> None:
    types = {item["type"] for item in to_fhir(load("fanlight-six"), version=version)["item"]}
    assert types == {"display", "choice" if version is FhirVersion.R4B else "coding"}


def test_a_key_that_cannot_be_asked_is_a_draft() -> None:
    assert to_fhir(load("sops-hospital-2"), version=FhirVersion.R5)["status"] == "draft"
    assert to_fhir(load("fanlight-six"), version=FhirVersion.R5)["status"] == "active"


def an_instrument_with_everything() -> Instrument:
    """Every field filled in, and words in two languages wherever there are words."""
    pulse = load("fanlight-pulse")
    both = Words.of({"en": "Hello", "cy": "Helo"})
    welsh = Words.of({"cy": "Bore da"})
    scale = Scale(
        id="odd",
        options=(Option(-2, welsh, "low"), Option(0, both), Option(7, both, "high")),
        favourable=(0, 7),
        favourable_if_negative=(-2,),
        does_not_apply=Option(97, both),
        rather_not_say=Option(98, welsh, "hush"),
    )
    odd = Item("introduction", "odd", True, Focus.CIVILITY, welsh, both, "12", both)
    plain = Item("bare", "odd")
    return replace(
        pulse,
        title=both,
        languages=("en", "cy"),
        scales=(*pulse.scales, scale),
        items=(*pulse.items, odd, plain),
        composites=(replace(pulse.composites[0], items=("bare", "introduction"), title=both, why=both),),
        introduction=welsh,
        missing=replace(pulse.missing, least_share_answered=0.25),
        permission_record=PermissionRecord("Owner", date(2027, 2, 3), "letter 12"),
    )


@VERSIONS
def test_every_field_there_is_comes_back(version: FhirVersion) -> None:
    everything = an_instrument_with_everything()
    again = from_fhir(as_sent(everything, version), file="sent.json")
    assert again.instrument == everything
    assert again.notes == ()


fhir_text = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).filter(str.strip)


@given(wording=fhir_text, welsh=fhir_text, label=fhir_text, version=st.sampled_from(list(FhirVersion)))
def test_any_words_come_back(wording: str, welsh: str, label: str, version: FhirVersion) -> None:
    pulse = load("fanlight-pulse")
    words = Words.of({"en": wording, "cy": welsh})
    option = replace(pulse.scales[0].options[0], label=Words.of({"cy": label, "en": wording}))
    changed = replace(
        pulse,
        items=(replace(pulse.items[0], wording=words, chart_label=words), *pulse.items[1:]),
        scales=(replace(pulse.scales[0], options=(option, *pulse.scales[0].options[1:])),),
    )
    assert from_fhir(to_fhir(changed, version=version), file="sent.json").instrument == changed

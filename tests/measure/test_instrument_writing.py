"""What is written down is read back as it was."""

import json
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.instruments import (
    Instrument,
    PermissionRecord,
    Words,
    load,
    parse,
    shelf,
    to_mapping,
    to_toml,
)


def through_toml(instrument: Instrument) -> Instrument:
    return parse(tomllib.loads(to_toml(instrument)), file="again.toml")


def through_json(instrument: Instrument) -> Instrument:
    return parse(json.loads(json.dumps(to_mapping(instrument))), file="again.json")


@pytest.mark.parametrize("instrument", shelf(), ids=lambda instrument: instrument.id)
def test_every_instrument_on_the_shelf_survives_being_written(instrument: Instrument) -> None:
    assert through_toml(instrument) == instrument
    assert through_json(instrument) == instrument


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


@given(wording=texts, welsh=texts, reference=texts, day=st.dates())
def test_any_text_survives_being_written(wording: str, welsh: str, reference: str, day: date) -> None:
    six = load("fanlight-pulse")
    words = Words.of({"cy": welsh, "en": wording})
    changed = replace(
        six,
        title=Words.of({"en": wording}),
        items=(replace(six.items[0], wording=words), *six.items[1:]),
        permission_record=PermissionRecord(given_by=wording, given_on=day, reference=reference),
    )
    assert through_toml(changed) == changed
    assert through_json(changed) == changed

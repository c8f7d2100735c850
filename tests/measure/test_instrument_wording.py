"""Wording that belongs to others comes in with the permission, or not at all."""

from datetime import date
from typing import Any

import pytest

from fanlight.measure.instruments import InvalidInstrument, load, with_wording

CONSENT = {"given_by": "Owner", "given_on": date(2027, 2, 1), "reference": "letter 12"}


def wording_for(key: str) -> dict[str, Any]:
    """A wording file for every printed question of a key."""
    codes = {item.stem or item.code for item in load(key).items}
    return {"instrument": key, "permission": CONSENT, "wording": {"en": {c: f"Words of {c}" for c in codes}}}


@pytest.mark.parametrize("key", ["sops-hospital-1", "sops-hospital-2", "saq-short-form"])
def test_permission_and_every_word_make_it_askable(key: str) -> None:
    whole = with_wording(load(key), wording_for(key), file="mine.toml")
    assert whole.is_askable
    assert whole.missing_permission is None
    assert whole.permission_record is not None
    assert whole.permission_record.given_on == date(2027, 2, 1)


def test_a_question_asked_twice_takes_the_words_of_its_printed_number() -> None:
    whole = with_wording(load("saq-short-form"), wording_for("saq-short-form"), file="mine.toml")
    assert str(whole.item("24u").wording) == str(whole.item("24H").wording) == "Words of 24"


def test_a_missing_word_is_named() -> None:
    mapping = wording_for("sops-hospital-2")
    del mapping["wording"]["en"]["C4"]
    partly = with_wording(load("sops-hospital-2"), mapping, file="mine.toml")
    assert not partly.is_askable
    assert str(partly.missing_permission).endswith("there is no wording for C4.")


def test_wording_without_permission_is_refused() -> None:
    mapping = wording_for("sops-hospital-2")
    del mapping["permission"]
    with pytest.raises(InvalidInstrument, match=r"^mine.toml: field “permission”: is missing.$"):
        with_wording(load("sops-hospital-2"), mapping, file="mine.toml")


def test_the_answers_can_be_put_into_another_language() -> None:
    mapping = wording_for("sops-hospital-2")
    mapping["wording"]["cy"] = {code: f"Geiriau {code}" for code in mapping["wording"]["en"]}
    mapping["answers"] = {"cy": {"agreement": {"5": "Cytuno'n gryf", "9": "Ddim yn berthnasol"}}}
    whole = with_wording(load("sops-hospital-2"), mapping, file="mine.toml")
    scale = whole.scale("agreement")
    assert scale.label(5, "cy") == "Cytuno'n gryf"
    assert scale.label(5, "en") == "Strongly agree"
    assert scale.label(9, "cy") == "Ddim yn berthnasol"
    assert whole.languages == ("en", "cy")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"instrument": "saq-short-form"}, "field “instrument”: this file is for “saq-short-form”, not for"),
        ({"version": "1.0"}, "field “version”: this file is for “1.0”, not for “2.0”"),
        ({"wording": {"en": {"Z9": "?"}}}, "table wording.en, field “Z9”: sops-hospital-2 has no such item"),
        ({"wording": {"English": {}}}, "table wording, field “English”: is not the short name of a language"),
        ({"permission": CONSENT | {"given_on": "soon"}}, "“soon” is not a date we can read"),
        ({"answers": {"en": {"agrement": {}}}}, "table answers.en, field “agrement”: there is no such field"),
        ({"answers": {"en": {"agreement": {"6": "?"}}}}, "table answers.en.agreement, field “6”"),
        ({"authorised": True}, "field “authorised”: there is no such field"),
    ],
)
def test_a_slip_in_the_wording_file_is_named(change: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInstrument) as refusal:
        with_wording(load("sops-hospital-2"), wording_for("sops-hospital-2") | change, file="mine.toml")
    assert str(refusal.value).startswith("mine.toml: ")
    assert message in str(refusal.value)

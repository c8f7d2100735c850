"""Other people's FHIR Questionnaires are read, or refused in words; nothing is dropped in silence."""

import contextlib
import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanlight.measure.instruments import InvalidInstrument, Permission, load
from fanlight.measure.instruments.exchange import FhirVersion, Imported, from_fhir, to_fhir
from support.reference import reference

TWO_ANSWERS = [
    {"valueCoding": {"code": "n", "display": "No"}},
    {"valueCoding": {"code": "y", "display": "Yes"}},
]
QUESTION: dict[str, Any] = {"linkId": "1", "text": "Tea?", "type": "choice", "answerOption": TWO_ANSWERS}


def form(*items: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"resourceType": "Questionnaire", "id": "form", "language": "en", "item": list(items)} | rest


def read(*items: dict[str, Any], **rest: Any) -> Imported:
    return from_fhir(form(*items, **rest), file="form.json")


def notes_on(question: dict[str, Any]) -> str:
    """What is said of one question, beside a plain one that makes the form readable."""
    return "\n".join(read(QUESTION, {"linkId": "2", "text": "More?"} | question).notes)


def test_a_plain_question_becomes_an_item_that_waits_for_permission() -> None:
    found = read(QUESTION, publisher="The Tea Board", copyright="All rights reserved", version="3")
    tea = found.instrument
    assert tea.item("1").label() == "Tea?"
    assert tea.scale_of(tea.item("1")).codes == (1, 2)
    assert tea.scale_of(tea.item("1")).option(2).name == "y"
    assert (tea.owner, tea.licence, tea.version) == ("The Tea Board", "All rights reserved", "3")
    assert tea.permission is Permission.OPERATOR_RECORDS_IT
    assert not tea.is_askable


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ({"type": "date"}, "item 2: type “date” cannot be asked in Fanlight"),
        ({"type": "display"}, "item 2: a text that asks nothing has no place in Fanlight"),
        ({}, "item 2: type None cannot be asked in Fanlight"),
        ({"type": "choice"}, "item 2: its answers are not in the file"),
        ({"type": "choice", "answerValueSet": "urn:x"}, "item 2: its answers are kept elsewhere (urn:x)"),
        ({"type": "coding", "answerOption": TWO_ANSWERS[:1]}, "item 2: it offers fewer than two answers"),
        ({"type": "boolean", "repeats": True}, "item 2: several answers may be chosen"),
        ({"type": "boolean", "required": True}, "item 2: it must be answered there; here it may be skipped"),
        ({"type": "boolean", "enableWhen": [{}]}, "item 2: it depends on an earlier answer there"),
        ({"type": "boolean", "definition": "urn:x"}, "item 2: not kept: definition"),
        ({"type": "boolean", "extension": [{"url": "urn:x"}]}, "item 2: not kept: urn:x"),
        ({"type": "boolean", "text": ""}, "item 2: it has no wording"),
        ({"type": "open-choice", "answerOption": TWO_ANSWERS}, "item 2: an answer in the person’s own words"),
        (
            {"type": "coding", "answerConstraint": "optionsOrString", "answerOption": TWO_ANSWERS},
            "item 2: an answer in the person’s own words",
        ),
        (
            {
                "type": "choice",
                "answerOption": [*TWO_ANSWERS, {"initialSelected": True, "valueString": "Cake"}],
            },
            "item 2, an answer: not kept: initialSelected",
        ),
        ({"type": "boolean", "linkId": "two (2)"}, "item two (2): it is called two-2 here"),
        ({"type": "group", "text": "Tea", "item": []}, "item 2: its heading is not kept (“Tea”)"),
    ],
)
def test_what_cannot_be_carried_over_is_named(question: dict[str, Any], note: str) -> None:
    assert note in notes_on(question)


def test_a_group_becomes_a_composite_and_says_so() -> None:
    second = {**QUESTION, "linkId": "2"}
    found = read({"linkId": "A", "type": "group", "text": "Breaks", "item": [QUESTION, second]})
    assert found.instrument.composite("a").items == ("1", "2")
    assert str(found.instrument.composite("a").title) == "Breaks"
    assert any(note.startswith("item A: its questions (1, 2) are read together here") for note in found.notes)


def test_questions_beneath_a_question_follow_it() -> None:
    found = read({**QUESTION, "item": [{**QUESTION, "linkId": "1.1"}]})
    assert [item.code for item in found.instrument.items] == ["1", "1.1"]


def test_answers_with_weights_keep_them() -> None:
    weight = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
    answers = [
        {
            "valueCoding": {
                "code": name,
                "display": name,
                "extension": [{"url": weight, "valueDecimal": value}],
            }
        }
        for name, value in (("never", 0), ("at times", 1.0), ("daily", 3))
    ]
    found = read({**QUESTION, "answerOption": answers})
    assert found.instrument.scales[0].codes == (0, 1, 3)


def test_answers_listed_downwards_are_turned_round_and_it_says_so() -> None:
    answers = [{"valueInteger": number} for number in (3, 2, 1)]
    found = read({**QUESTION, "answerOption": answers})
    assert found.instrument.scales[0].codes == (1, 2, 3)
    assert "item 1: its answers are put in the order of their codes" in found.notes


def test_it_is_never_guessed_which_answer_is_good_news() -> None:
    found = read(QUESTION)
    assert found.instrument.positive_codes(found.instrument.item("1")) == frozenset()
    assert any("it is not said which answers are good news" in note for note in found.notes)


def test_what_the_form_says_of_itself_is_kept_or_named() -> None:
    spare = {"resourceType": "ValueSet", "id": "spare"}
    notes = read(QUESTION, name="Tea", status="draft", purpose="Tea", contained=[spare], id="Tea 1").notes
    assert "the questionnaire: not kept: name, purpose, status" in notes
    assert "contained spare: no question points at it, so it is not kept" in notes
    assert "the questionnaire: its id “Tea 1” is written “tea-1” here" in notes


def test_what_a_list_of_answers_says_of_itself_is_named() -> None:
    concepts = [{"code": "a", "display": "A"}, {"code": "b", "display": "B", "userSelected": True}]
    include = {"system": "urn:s", "version": "2", "concept": concepts}
    listed = {"resourceType": "ValueSet", "id": "ab", "title": "AB", "compose": {"include": [include]}}
    question = {"linkId": "1", "text": "Which?", "type": "coding", "answerValueSet": "#ab"}
    notes = read(question, contained=[listed]).notes
    assert "answers ab: not kept: title, version" in notes
    assert "item 1, an answer: not kept: userSelected" in notes
    assert "item 1: the code system of its answers is not kept (urn:s)" in notes


def test_translations_come_along() -> None:
    said = [{"url": "lang", "valueCode": "cy"}, {"url": "content", "valueString": "Te?"}]
    translation = {"url": "http://hl7.org/fhir/StructureDefinition/translation", "extension": said}
    found = read({**QUESTION, "_text": {"extension": [translation]}})
    assert dict(found.instrument.item("1").wording or {}) == {"en": "Tea?", "cy": "Te?"}


@pytest.mark.parametrize(
    ("resource", "message"),
    [
        ({"resourceType": "Patient"}, "form.json: this is not a FHIR Questionnaire, but “Patient”."),
        (
            form({"text": "Tea?", "type": "boolean"}),
            "the linkId of Questionnaire.item[0] (“Tea?…”) is missing.",
        ),
        (
            form(QUESTION, QUESTION),
            "Questionnaire.item[1] has the linkId “1”, which Questionnaire.item[0] has",
        ),
        (
            form({"linkId": "1", "type": "date"}),
            "there is no question in it that Fanlight can ask.\n- item 1: type",
        ),
        (form() | {"item": "none"}, "Questionnaire.item must be a list of items."),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(resource: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidInstrument) as refusal:
        from_fhir(resource, file="form.json")
    assert message in str(refusal.value)


def test_a_form_nested_without_end_is_refused() -> None:
    deep = QUESTION
    for level in range(40):
        deep = {"linkId": f"g{level}", "type": "group", "item": [deep]}
    with pytest.raises(InvalidInstrument, match="more than 30 items deep"):
        read(deep)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


def places(thing: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value, from the top down."""
    pairs = thing.items() if isinstance(thing, dict) else enumerate(thing) if isinstance(thing, list) else ()
    return [way] * bool(way) + [place for key, value in pairs for place in places(value, (*way, key))]


PULSE = to_fhir(load("fanlight-pulse"), version=FhirVersion.R4B)
PLACES = places(PULSE)


@given(data=st.data())
def test_a_damaged_form_is_read_or_refused_but_never_breaks(data: st.DataObject) -> None:
    resource = deepcopy(PULSE)
    *way, last = data.draw(st.sampled_from(PLACES))
    place: Any = resource
    for step in way:
        place = place[step]
    place[last] = data.draw(anything)
    with contextlib.suppress(InvalidInstrument):
        from_fhir(resource, file="damaged.json")


def from_shared(name: str) -> Imported:
    return from_fhir(json.loads(reference(f"fhir/{name}").read_text(encoding="utf-8")), file=name)


@pytest.mark.reference
@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Questionnaire-bb.json", ["sex", "vitaminKgiven", "hepBgiven"]),
        ("Questionnaire-f201.json", ["1", "3.1", "3.2"]),
        ("Questionnaire-gcs.json", ["1.1", "1.2", "1.3"]),
        ("Questionnaire-zika-virus-exposure-assessment.json", ["1", "2", "4", "6"]),
    ],
)
def test_an_example_of_hl7_is_read(name: str, codes: list[str]) -> None:
    assert [item.code for item in from_shared(name).instrument.items] == codes


@pytest.mark.reference
@pytest.mark.parametrize("name", ["Questionnaire-3141.json", "Questionnaire-phq-9-questionnaire.json"])
def test_an_example_whose_answers_are_kept_elsewhere_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(InvalidInstrument, match="its answers are kept elsewhere"):
        from_shared(name)


@pytest.mark.reference
def test_the_example_without_link_ids_is_refused_by_place() -> None:
    with pytest.raises(InvalidInstrument) as refusal:
        from_shared("Questionnaire-qs1.json")
    assert "the linkId of Questionnaire.item[0].item[0] (“A financial tool" in str(refusal.value)
    assert "So do 31 more items." in str(refusal.value)


@pytest.mark.reference
def test_every_item_of_an_example_is_kept_or_named() -> None:
    for path in sorted(reference("fhir").glob("Questionnaire-*.json")):
        resource = json.loads(path.read_text(encoding="utf-8"))
        with contextlib.suppress(InvalidInstrument):
            found = from_fhir(resource, file=path.name)
            kept = {item.code for item in found.instrument.items}
            said = "\n".join(found.notes)
            assert all(link in kept or f"item {link}:" in said for link in links(resource))


def links(parent: dict[str, Any]) -> list[str]:
    """The linkId of everything that is not merely a box without a heading."""
    return [
        link
        for item in parent.get("item", [])
        for link in [item["linkId"]] * (item["type"] != "group" or "text" in item) + links(item)
    ]

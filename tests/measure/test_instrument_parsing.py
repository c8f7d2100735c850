"""A pack that cannot be read is refused by file, table and field."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from fanlight.measure.instruments import Focus, InvalidInstrument, Words, load, parse

PACK: dict[str, Any] = {
    "id": "three-questions",
    "version": "1",
    "title": "Three questions",
    "owner": "Ward 6",
    "licence": "CC BY 4.0",
    "source": "ours",
    "permission": "shipped",
    "languages": ["en", "cy"],
    "scales": [
        {
            "id": "four",
            "options": [{"code": code, "label": f"answer {code}"} for code in (1, 2, 3, 4)],
            "favourable": [4],
            "does_not_apply": {"code": 9, "label": "Not me"},
            "rather_not_say": {"code": 8, "label": "I'd rather not say"},
        }
    ],
    "items": [
        {"code": "Q1", "scale": "four", "focus": "civility", "wording": {"en": "Hello", "cy": "Helo"}},
        {"code": "Q2", "scale": "four", "is_negative": True, "wording": "Goodbye", "chart_label": "Bye"},
    ],
    "composites": [{"code": "both", "title": "Both", "items": ["Q1", "Q2"]}],
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The pack with one field replaced, or taken out where the value is `...`."""
    pack = deepcopy(PACK)
    *way, last = path.split("/")
    place: Any = pack
    for step in way:
        place = place[int(step)] if step.isdigit() else place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return pack


def test_a_pack_is_read_whole() -> None:
    three = parse(PACK, file="three.toml")
    first, second = three.items
    assert first.focus is Focus.CIVILITY
    assert first.wording == Words.of({"en": "Hello", "cy": "Helo"})
    assert second.label() == "Bye"
    assert three.positive_codes(first) == {4}
    assert three.positive_codes(second) == {1}
    assert three.items_of(three.composite("both")) == (first, second)


def test_the_two_ways_of_declining_are_kept_apart() -> None:
    scale = parse(PACK, file="three.toml").scale("four")
    assert scale.codes == (1, 2, 3, 4)
    assert scale.does_not_apply_code == 9
    assert scale.missing_codes == {8, 9}
    assert [option.code for option in scale.every_option] == [1, 2, 3, 4, 9, 8]


def test_codes_are_found_in_any_case() -> None:
    three = parse(PACK, file="three.toml")
    assert three.item("q2") is three.item("Q2")
    assert three.has_item("q1")
    with pytest.raises(KeyError):
        three.item("q3")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("title", ..., "field “title”: is missing."),
        ("titel", "x", "field “titel”: there is no such field."),
        ("id", "Three Questions", "field “id”: “Three Questions” will not do"),
        (
            "permission",
            "granted",
            "field “permission”: “granted” is not one of shipped, operator_records_it.",
        ),
        ("languages", [], "field “languages”: is empty."),
        ("languages", ["English"], "field “languages”: “English” is not the short name of a language"),
        ("items", [], "field “items”: is empty."),
        ("items", {"code": "Q1"}, "field “items”: must be a list of tables"),
        (
            "items/0/scale",
            "five",
            "table items[1] (Q1), field “scale”: there is no scale “five” in this file.",
        ),
        ("items/1/code", "q1", "field “items”: “q1” is there twice"),
        ("items/1/is_negative", "yes", "table items[2] (Q2), field “is_negative”: must be true or false"),
        (
            "items/0/focus",
            "kindness",
            "table items[1] (Q1), field “focus”: “kindness” is not one of teamwork",
        ),
        ("items/0/wording", {}, "table items[1] (Q1), field “wording”: has no text in any language."),
        ("items/0/wording/cy", " ", "table items[1] (Q1).wording, field “cy”: must be text"),
        (
            "composites/0/items",
            ["Q1", "Q9"],
            "table composites[1] (both), field “items”: there is no item “Q9”",
        ),
        ("composites/0/items", ["Q1", "Q1"], "field “items”: item “Q1” is listed twice."),
        ("composites/0/code", "Both", "table composites[1] (Both), field “code”: “Both” will not do"),
        (
            "scales/0/favourable",
            [5],
            "table scales[1] (four), field “favourable”: 5 is not a code of this scale",
        ),
        ("scales/0/options/0/code", 9, "table scales[1] (four), field “options”: the codes must rise"),
        (
            "scales/0/does_not_apply/code",
            4,
            "table scales[1] (four), field “options”: two answers have the code 4",
        ),
        (
            "scales/0/options/0/code",
            True,
            "table scales[1] (four).options[1] (True), field “code”: must be a whole",
        ),
        (
            "missing",
            {"least_share_answered": 2},
            "table missing, field “least_share_answered”: must be a share",
        ),
    ],
)
def test_what_is_wrong_is_named(path: str, value: object, message: str) -> None:
    with pytest.raises(InvalidInstrument) as refusal:
        parse(changed(path, value), file="three.toml")
    assert str(refusal.value).startswith("three.toml: ")
    assert message in str(refusal.value)


def test_a_scale_may_name_its_own_codes_for_negative_items() -> None:
    three = parse(changed("scales/0/favourable_if_negative", [1, 2]), file="three.toml")
    assert three.positive_codes(three.item("Q2")) == {1, 2}


def test_wording_of_others_without_a_permission_on_record_cannot_be_asked() -> None:
    theirs = parse(changed("permission", "operator_records_it"), file="three.toml")
    assert not theirs.is_askable
    assert "no permission to ask it is on record" in str(theirs.missing_permission)


def test_a_file_that_is_not_toml_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("id = \n", encoding="utf-8")
    with pytest.raises(InvalidInstrument, match=r"^bad\.toml: this is not a TOML file we can read: .*line 1"):
        load(bad)


def test_an_unknown_name_is_answered_with_what_is_there() -> None:
    with pytest.raises(InvalidInstrument, match=r"no instrument or file called sops.*sops-hospital-2"):
        load("sops")

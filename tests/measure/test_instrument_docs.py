"""The pages about instruments say what is so."""

import doctest
import re
from pathlib import Path

import pytest

from fanlight.measure.instruments import Composite, Instrument, Item, Scale, shelf
from fanlight.measure.instruments.exchange import FhirVersion, to_fhir

DOCS = Path(__file__).resolve().parents[2] / "docs"
REFERENCE = (DOCS / "reference" / "instruments.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["reference/instruments.md", "methods/validating-the-item-bank.md"])
def test_the_examples_on_a_page_run(page: str) -> None:
    result = doctest.testfile(str(DOCS / page), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0


def test_every_instrument_on_the_shelf_is_on_the_page_with_its_size() -> None:
    rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| .*? \| (\d+) \|", REFERENCE, flags=re.MULTILINE))
    assert rows == {instrument.id: str(len(instrument.items)) for instrument in shelf()}


@pytest.mark.parametrize("kind", [Instrument, Scale, Item, Composite])
def test_every_field_of_a_pack_is_on_the_page(kind: type) -> None:
    assert [name for name in kind.__dataclass_fields__ if f"`{name}`" not in REFERENCE] == []


def test_every_extension_of_ours_is_on_the_page() -> None:
    names = set()
    for instrument in shelf():
        text = str(to_fhir(instrument, version=FhirVersion.R5))
        names |= set(re.findall(r"urn:fanlight:fhir:([a-z-]+)", text))
    assert len(names) > 10
    assert [name for name in sorted(names) if f"`{name}`" not in REFERENCE] == []

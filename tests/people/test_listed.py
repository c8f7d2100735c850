"""Looking an organisation up in the list of NHS codes that the operator loads."""

from pathlib import Path

import pytest
from django.urls import reverse

from fanlight.commands import Refused, ods
from fanlight.people.actions import load_listed_organisations
from fanlight.people.models import Organisation
from fanlight.people.queries import calm_name, listed_organisations
from support.worlds import Cast, signed_in

NAMES = {
    "RXX01": "NORTHFIELD GENERAL HOSPITAL",
    "RXX02": "NORTHFIELD COMMUNITY HOSPITAL",
    "RYY": "EASTGATE NHS FOUNDATION TRUST",
}


@pytest.mark.django_db
class TestLookingUp:
    def test_a_code_comes_first_then_names_with_all_the_words(self) -> None:
        load_listed_organisations(names=NAMES)
        assert [one.code for one in listed_organisations("ryy")] == ["RYY"]
        assert [one.code for one in listed_organisations("hospital northfield")] == ["RXX02", "RXX01"]
        assert list(listed_organisations("  ")) == []

    def test_loading_twice_gives_new_names_and_takes_nothing_away(self) -> None:
        load_listed_organisations(names=NAMES)
        assert load_listed_organisations(names={"RYY": "EASTGATE TRUST"}) == 3
        assert listed_organisations("RYY")[0].name == "EASTGATE TRUST"

    def test_choosing_one_fills_the_form_and_saves_name_and_code(self, cast: Cast) -> None:
        load_listed_organisations(names=NAMES)
        client = signed_in(cast.ada)
        address = reverse("organisation_add", args=[cast.hospital.public_id])
        page = client.get(address, {"words": "northfield general"}).content.decode()
        assert "Northfield General Hospital" in page
        filled = client.get(
            address, {"name": "Northfield General Hospital", "code": "RXX01"}
        ).content.decode()
        assert 'value="Northfield General Hospital"' in filled
        client.post(address, {"name": "Northfield General Hospital", "kind": "part", "ods_code": "rxx01"})
        assert Organisation.objects.get(ods_code="RXX01").parent == cast.hospital

    def test_without_a_list_nothing_is_offered(self, cast: Cast) -> None:
        client = signed_in(cast.ada)
        page = client.get(reverse("organisation_add", args=[cast.hospital.public_id]), {"words": "north"})
        assert "fl-lookup" not in page.content.decode()


@pytest.mark.parametrize(
    ("shouted", "calm"),
    [
        ("EASTGATE NHS FOUNDATION TRUST", "Eastgate NHS Foundation Trust"),
        ("ROYAL HOSPITAL FOR THE MIND", "Royal Hospital for the Mind"),
        ("Already calm", "Already calm"),
    ],
)
def test_names_that_shout_are_calmed(shouted: str, calm: str) -> None:
    assert calm_name(shouted) == calm


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2\n", "no column is headed as the code"),
        ("code,name\n", "lists no organisation"),
        ("ID,Trust\n1,2\n", "no column is headed as the code"),
        ("\n", "is empty"),
        ("code,name\nR X!,North\n", "row 2"),
        ("code,name\nRXX\n", "row 2"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_by_row(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=words):
        ods.read(file)


def test_a_published_file_is_read_as_it_is_without_what_has_closed(tmp_path: Path) -> None:
    """27 columns and no headings: the code, the name, and in the twelfth the day of closing."""

    def row(code: str, name: str, closed: str = "") -> str:
        return ",".join([f'"{code}"', f'"{name}"', *['""'] * 8, '"19980401"', f'"{closed}"', *['""'] * 15])

    file = tmp_path / "etr.csv"
    rows = (
        row("RYY", NAMES["RYY"]),
        row("R0X", "WESTGATE TRUST", "20210331"),
        row("RZZ", "EAST", "29991231"),
    )
    file.write_text("\n".join(rows), encoding="utf-8")
    assert ods.read(file) == {"RYY": NAMES["RYY"], "RZZ": "EAST"}

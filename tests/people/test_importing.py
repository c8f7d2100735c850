"""People and teams from a spreadsheet: every problem by its row, and nothing saved before somebody has looked."""

import io
import re
from contextlib import suppress
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from fanlight.people.actions import give_team_role
from fanlight.people.models import Membership, Organisation, Team, User
from fanlight.people.roles import Role
from fanlight.people.spreadsheet import Unreadable, read_sheet, template_csv, template_xlsx
from support.letters import deliver
from support.worlds import Cast, make_cast, signed_in

HEAD = "Part of the organisation,Team,Name,E-mail,Role\n"
GOOD = HEAD + (
    "Medicine,Ward 8,Nia Evans,nia@example.org,Lead\n"
    "Medicine,Ward 8,Kit Moss,kit@example.org,\n"
    "Medicine > Outpatients,Clinic 2,,,\n"
    ",,Eve Two,eve2@example.org,Coach\n"
)


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (User, Team, Organisation, Membership))


def send(cast: Cast, content: bytes | str, name: str = "people.csv") -> tuple[Client, Any]:
    client = signed_in(cast.ada)
    data = content.encode() if isinstance(content, str) else content
    address = reverse("organisation_import", args=[cast.hospital.public_id])
    return client, client.post(address, {"sheet": SimpleUploadedFile(name, data)})


def save(client: Client, cast: Cast, page: str) -> Any:
    held = re.search(r'name="held" value="([^"]+)"', page)
    assert held
    address = reverse("organisation_import_save", args=[cast.hospital.public_id])
    return client.post(address, {"held": held[1], "is_welcome_sent": "on"})


@pytest.mark.django_db
class TestAGoodSheet:
    def test_it_is_shown_first_and_nothing_is_saved(self, cast: Cast) -> None:
        before = counts()
        _, response = send(cast, GOOD)
        page = response.content.decode()
        assert response.status_code == 200
        assert "Nothing has been saved yet" in page
        for words in ("New team Ward 8", "New account, nia@example.org", "Becomes lead", "Becomes coach"):
            assert words in page
        assert counts() == before

    def test_saving_adds_everything_once(self, cast: Cast) -> None:
        client, response = send(cast, GOOD)
        for _ in range(2):
            assert save(client, cast, response.content.decode()).status_code == 302
        assert Team.objects.filter(name="Ward 8", organisation__name="Medicine").count() == 1
        assert Membership.objects.filter(
            team__name="Ward 8", role=Role.LEAD, user__email="nia@example.org"
        ).exists()
        assert Membership.objects.filter(team__name="Ward 8", role=Role.MEMBER).count() == 1
        assert Organisation.objects.get(name="Outpatients").parent == Organisation.objects.get(
            name="Medicine"
        )
        assert len(deliver()) == 3  # each new person is welcomed once

    def test_a_workbook_says_the_same(self, cast: Cast) -> None:
        book = openpyxl.Workbook()
        for line in GOOD.splitlines():
            book.active.append([cell or None for cell in line.split(",")])
        file = io.BytesIO()
        book.save(file)
        _, response = send(cast, file.getvalue(), "people.xlsx")
        assert "New team Ward 8" in response.content.decode()

    def test_the_templates_can_be_read_back(self, cast: Cast) -> None:
        for name, content in (("t.csv", template_csv()), ("t.xlsx", template_xlsx(["How"], ["Lead"]))):
            assert len(read_sheet(name, content)) == 4
            assert send(cast, content, name)[1].status_code == 200

    def test_what_the_page_holds_cannot_be_changed_or_used_by_another(self, cast: Cast) -> None:
        client, response = send(cast, GOOD)
        before = counts()
        held = re.search(r'name="held" value="([^"]+)"', response.content.decode())
        assert held
        address = reverse("organisation_import_save", args=[cast.hospital.public_id])
        assert client.post(address, {"held": held[1][:-3] + "xxx"}).status_code == 302
        other = signed_in(cast.alice)
        assert other.post(address, {"held": held[1]}).status_code == 403
        assert counts() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("Medicine,Ward 8,Nia,not an address,Lead", "Row 2|“not an address” is not an e-mail address"),
        ("Medicine,Ward 8,Nia,nia@example.org,Laed", "Did you mean Lead?"),
        (",,Nia,nia@example.org,Lead", "a lead belongs to a team"),
        (",Ward 8,Nia,nia@example.org,Coach", "is a role in an organisation, not in a team"),
        (",Ward 8,Nia,,Lead", "E-mail: missing"),
        (",,,,Lead", "nobody is named"),
        (",Ward 8,,new@example.org,Lead", "Row 2"),
        (f",{'W' * 130},,,", "longer than 120 letters"),
        (",Ward 6,Nia,nia@example.org,Member", "Row 2"),
    ],
)
def test_every_problem_is_told_by_its_row_and_nothing_is_saved(cast: Cast, rows: str, words: str) -> None:
    before = counts()
    _, response = send(cast, f"{HEAD}{rows}\n,Ward 9,Kit,kit@example.org,Lead\n")
    page = response.content.decode().replace("&#39;", "'")
    assert response.status_code == 422
    assert all(part in page for part in words.split("|"))
    assert "Nothing has been saved" in page
    assert counts() == before


@pytest.mark.django_db
def test_several_problems_are_told_at_once(cast: Cast) -> None:
    _, response = send(cast, HEAD + ",Ward 8,A,no,Lead\n,Ward 8,B,b@example.org,King\n,Ward 8,C,,Member\n")
    page = response.content.decode()
    assert "Three rows need putting right" in page
    assert all(f"Row {number}" in page for number in (2, 3, 4))


@pytest.mark.django_db
def test_what_changed_since_the_look_is_noticed_and_nothing_is_saved(cast: Cast) -> None:
    team = Team.objects.create(name="Ward 8", organisation=cast.hospital)
    client, response = send(cast, HEAD + ",Ward 8,Nia Evans,nia@example.org,Member\n")
    assert response.status_code == 200
    give_team_role(
        team=team, user=cast.charlie, role=Role.LEAD, by=None
    )  # from here on its lead lets people in
    before = counts()
    page = save(client, cast, response.content.decode())
    assert page.status_code == 422
    assert counts() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("people.csv", b"", "empty"),
        ("people.csv", b"a,b,c\n1,2,3\n", "has to name the columns"),
        ("people.csv", HEAD.encode(), "no row below it"),
        ("people.csv", b"Team,Team\nA,B\n", "Two columns look like"),
        ("people.xlsx", b"PK\x03\x04 not a workbook", "cannot be opened"),
        ("people.xls", b"\xd0\xcf\x11\xe0", "cannot read this kind"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_do(
    cast: Cast, name: str, content: bytes, words: str
) -> None:
    _, response = send(cast, content, name)
    assert response.status_code == 422
    assert words in response.content.decode().replace("&#39;", "'")


CELLS = st.text(st.characters(codec="utf-8"), max_size=30)


class TestAnySheet(TestCase):  # type: ignore[misc]
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()

    @given(content=st.binary(max_size=300))
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def test_any_bytes_are_rows_or_a_reason(self, content: bytes) -> None:
        with suppress(Unreadable):
            assert read_sheet("people.csv", content)

    @given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=4))
    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    def test_any_cells_give_a_page_and_save_nothing(self, rows: list[tuple[str, ...]]) -> None:
        import csv

        out = io.StringIO(newline="")
        csv.writer(out).writerows([HEAD.strip().split(","), *rows])
        before = counts()
        _, response = send(self.cast, out.getvalue().encode("utf-8", "replace"))
        assert response.status_code in {200, 422}
        assert counts() == before

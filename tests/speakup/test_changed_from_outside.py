"""Whoever can write to the database gets no error page out of it, and no word: what was changed opens to nobody."""

import os
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.renewing import renew_concern
from fanlight.speakup.actions.speaking import CleanFile
from fanlight.speakup.models import Concern, Piece, Wrap
from support.speakup import a_concern, another, enter, now, page
from support.worlds import Cast

pytestmark = pytest.mark.django_db

WORDS = "We are two short."


def changed(good: bytes) -> Iterator[bytes]:
    """Nothing, cut short, made longer, noise of the same length, and one bit turned."""
    yield from (b"", good[:10], good[:-1], good + b"x", os.urandom(len(good)))
    yield good[:-1] + bytes([good[-1] ^ 1])


def knock(client: Client, code: str) -> str:
    response = client.post("/speak-up/", {"step": "open", "code": code})
    text = response.content.decode()
    assert WORDS not in text
    assert response.status_code == (422 if "Nothing opens with this code" in text else 200)
    return text


@pytest.mark.parametrize("field", ["line", "case", "reporter_wrap", "salt", "reporter_key"])
def test_a_concern_that_was_changed(space: Client, gil: AtWork, field: str) -> None:
    told, other = a_concern(gil.desk, WORDS), a_concern(gil.desk, WORDS)
    name = told.opened.concern.public_id
    good, theirs = (bytes(getattr(one.opened.concern, field)) for one in (told, other))
    for bad in (*changed(good), *([] if field == "reporter_key" else [theirs])):
        Concern.objects.filter(public_id=name).update(**{field: bad})
        inbox = page(space, "guardian")
        assert ("One concern cannot be opened" in inbox) is (field in {"line", "case"})
        if field in {"line", "case"}:
            assert space.get(reverse("guardian_concern", args=[name])).status_code == 404
        if field in {"line", "reporter_wrap"}:
            assert "Your code is right, but it does not open any more" in knock(Client(), told.receipt.text)
        if field in {"salt", "reporter_key"}:
            assert "Nothing opens with this code" in knock(Client(), told.receipt.text)


def test_whom_a_damaged_concern_names_is_not_told_of_it(gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil)
    told = a_concern(gil.desk, WORDS, kept_out=frozenset({eve.guardian.public_id}))
    Concern.objects.update(line=b"")
    assert "cannot be opened" in page(enter(Client(), gil), "guardian")
    assert "cannot be opened" not in page(enter(Client(), eve), "guardian")
    almost = f"{told.receipt.text[:-1]}{'A' if told.receipt.text[-1] != 'A' else 'B'}"
    assert "Nothing opens with this code" in knock(Client(), almost), "nor whoever has half of the code"


def test_keys_and_pieces_that_were_changed(space: Client, gil: AtWork) -> None:
    told = a_concern(gil.desk, WORDS, files=(CleanFile("document 1.txt", b"two short" * 4000),))
    name = told.opened.concern.public_id
    file = reverse("guardian_file", args=[name, 0])
    for kind, address in ((Piece, file), (Wrap, reverse("guardian_concern", args=[name]))):
        row = kind.objects.first()
        assert row
        assert space.get(address).status_code == 200, "or this proves nothing"
        good = bytes(row.sealed)
        for bad in changed(good):
            kind.objects.filter(pk=row.pk).update(sealed=bad)
            response = space.get(address)
            if kind is Wrap:
                assert response.status_code == 404
            else:
                assert "This file cannot be opened" in space.get(response["Location"]).content.decode()
        kind.objects.filter(pk=row.pk).update(sealed=good)
    Piece.objects.filter(pk=Piece.objects.first().pk).update(sealed=b"")
    renew_concern(opened=now(gil, told), by=gil)
    assert now(gil, told).ledger.entries[0].words == WORDS, (
        "one damaged file keeps nothing else from being renewed"
    )
    assert Piece.objects.count() == 0

"""Whoever can write to the database gets no error page out of it, and no word: what was changed opens to nobody."""

import os
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from fanlight.people.queries import user_with_public_id
from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.speaking import CleanFile
from fanlight.speakup.models import Concern, Guardian, Piece, Wrap
from support.speakup import PASSPHRASE, a_concern, second_check

pytestmark = pytest.mark.django_db

WORDS = "We are two short."


def changed(good: bytes) -> Iterator[bytes]:
    """Nothing, cut short, made longer, noise of the same length, and one bit turned."""
    yield from (b"", good[:10], good[:-1], good + b"x", os.urandom(len(good)))
    yield good[:-1] + bytes([good[-1] ^ 1])


def knock(client: Client, code: str) -> int:
    response = client.post("/speak-up/", {"step": "open", "code": code})
    assert WORDS not in response.content.decode()
    return response.status_code


@pytest.mark.parametrize("field", ["line", "case", "reporter_wrap", "salt", "reporter_key"])
def test_a_concern_that_was_changed(space: Client, gil: AtWork, field: str) -> None:
    told, other = a_concern(gil.desk, WORDS), a_concern(gil.desk, WORDS)
    name = told.opened.concern.public_id
    good, theirs = (bytes(getattr(one.opened.concern, field)) for one in (told, other))
    for bad in (*changed(good), *([] if field == "reporter_key" else [theirs])):
        Concern.objects.filter(public_id=name).update(**{field: bad})
        if field in {"line", "case"}:
            assert space.get(reverse("guardian_concern", args=[name])).status_code == 404
        if field != "case":
            assert knock(Client(), told.receipt.text) == 422
        assert space.get(reverse("guardian")).status_code == 200


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
            assert space.get(address).status_code == 404
        kind.objects.filter(pk=row.pk).update(sealed=good)


@pytest.mark.parametrize("field", ["sealed_seed", "salt"])
def test_a_guardians_keys_that_were_changed(gil: AtWork, field: str) -> None:
    user = user_with_public_id(gil.guardian.user)
    assert user
    client = Client()
    second_check(client, user)
    for bad in changed(bytes(getattr(gil.guardian, field))):
        Guardian.objects.filter(pk=gil.guardian.pk).update(**{field: bad})
        assert client.post(reverse("guardian_open"), {"passphrase": PASSPHRASE}).status_code == 422

"""A form that is sent twice, by a second press or a page loaded again, is kept once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from test_speaking_up import WORDS, Person

from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.renewing import read_file
from fanlight.speakup.actions.speaking import CleanFile, say_more
from fanlight.speakup.models import Concern, Piece
from fanlight.speakup.sealing.ledger import Kind
from support.speakup import a_concern

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(gil: AtWork) -> Person:  # noqa: ARG001
    return Person()


def speak_once(person: Person, kind: str = "letters") -> str:
    person.send("send", code=kind, enclosed=SimpleUploadedFile("a.txt", b"two short"))
    return person.code


@pytest.mark.parametrize("kind", ["letters", "words"])
def test_sending_twice_keeps_one_concern(person: Person, kind: str) -> None:
    """Be it for the other kind of code: whoever goes back is shown the code that they have."""
    person.send("begin")
    begun = person.page
    person.send("write", words=WORDS, way="anonymous")
    first = speak_once(person)
    assert "kept once" not in person.text
    person.page = begun
    person.send("write", words=WORDS, way="anonymous")  # as a browser that goes back asks for it anew
    assert speak_once(person, kind) == first
    assert "so it is kept once" in person.text
    assert (Concern.objects.count(), Piece.objects.count()) == (1, 1), "nor is its file there twice"
    person.send("typed", code=first)
    assert "Thank you" in person.text


def test_writing_back_twice_is_said_once(gil: AtWork) -> None:
    told = a_concern(gil.desk)
    for _ in range(2):
        opened = say_more(
            opened=told.opened, words="Again.", files=(CleanFile("document 1.txt", b"two short"),)
        )
    assert [entry.kind for entry in opened.ledger.entries] == [Kind.CONCERN, Kind.MESSAGE, Kind.FILE]
    assert Piece.objects.count() == 1
    assert read_file(file=opened.ledger.files[0], keys=opened.keys) == b"two short"
    other = say_more(opened=opened, words="Again.", files=(CleanFile("document 1.txt", b"two later"),))
    assert len(other.ledger.files) == Piece.objects.count() == 2, (
        "another file of the same name and length is not the same"
    )


def test_two_at_the_same_moment_are_held_apart_by_the_database(gil: AtWork) -> None:
    """Looking first whether it is there would not do: both would look before either is written."""
    told = a_concern(gil.desk)
    fields = [field.attname for field in Concern._meta.concrete_fields]
    twin = Concern(**{name: getattr(told.opened.concern, name) for name in fields})
    twin.pk, twin.public_id, twin.sign = twin.pk + 1, "another", "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)

"""A form that is sent twice, by a second press or a page loaded again, is kept once."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from test_speaking_up import WORDS, Person

from fanlight.speakup.access import AtWork
from fanlight.speakup.models import Concern, Piece
from support.speakup import a_concern

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(gil: AtWork) -> Person:  # noqa: ARG001
    return Person()


def speak_once(person: Person) -> str:
    person.send("send", code="letters", enclosed=SimpleUploadedFile("a.txt", b"two short"))
    return person.code


def test_sending_twice_keeps_one_concern(person: Person) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    before = person.page
    first = speak_once(person)
    person.page = before
    assert speak_once(person) == first
    assert (Concern.objects.count(), Piece.objects.count()) == (1, 1), "nor is its file there twice"
    person.send("typed", code=first)
    assert "Thank you" in person.text


def test_two_at_the_same_moment_are_held_apart_by_the_database(gil: AtWork) -> None:
    """Looking first whether it is there would not do: both would look before either is written."""
    told = a_concern(gil.desk)
    fields = [field.attname for field in Concern._meta.concrete_fields]
    twin = Concern(**{name: getattr(told.opened.concern, name) for name in fields})
    twin.pk, twin.public_id, twin.sign = twin.pk + 1, "another", "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save(force_insert=True)

"""A form that is sent twice, by a second press or a page loaded again, is kept once."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from test_speaking_up import WORDS, Person

from fanlight.speakup import visit
from fanlight.speakup.access import AtWork, concerns_for
from fanlight.speakup.actions.renewing import read_file
from fanlight.speakup.actions.speaking import CleanFile, say_more
from fanlight.speakup.models import Concern, Piece
from fanlight.speakup.sealing.ledger import Kind
from support.speakup import a_concern

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(gil: AtWork) -> Person:  # noqa: ARG001
    return Person()


def speak_from_the_start(person: Person) -> str:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    return speak_once(person)


def speak_once(person: Person, kind: str = "letters") -> str:
    person.send("send", code=kind, enclosed=SimpleUploadedFile("a.txt", b"two short"))
    return person.code


@pytest.mark.parametrize("kind", ["letters", "words"])
@pytest.mark.parametrize("back", [1, 2, 3])
def test_sending_twice_keeps_one_concern(person: Person, kind: str, back: int) -> None:
    """However far somebody goes back, and be it for the other kind of code: they are shown the code that they have."""
    steps: list[tuple[str, dict[str, str]]] = [("begin", {}), ("write", {"words": WORDS, "way": "anonymous"})]
    pages = [person.page]
    for step, typed in steps:
        person.send(step, **typed)
        pages.append(person.page)
    first = speak_once(person)
    assert "kept once" not in person.text
    person.page = pages[-back]  # a browser that goes back asks for each page after it anew
    for step, typed in steps[len(steps) - back + 1 :]:
        person.send(step, **typed)
    assert speak_once(person, kind) == first
    assert "so it is kept once" in person.text
    assert (Concern.objects.count(), Piece.objects.count()) == (1, 1), "nor is its file there twice"
    person.send("typed", code=first)
    assert "Thank you" in person.text


def test_changing_nothing_on_the_page_before_and_sending_again_keeps_one_concern(person: Person) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    more = person.page
    first = speak_once(person)
    person.page = more
    person.send("write-again")
    person.send("write", words=WORDS, way="anonymous")
    assert speak_once(person) == first
    assert Concern.objects.count() == 1


@pytest.mark.parametrize("back", [1, 2, 3])
def test_whoever_goes_back_on_a_shared_computer_says_what_is_theirs_and_learns_nothing(
    person: Person, gil: AtWork, back: int
) -> None:
    pages = [person.page, person.send("begin")]
    person.send("write", words=WORDS, way="anonymous")
    pages.append(person.page)
    first = speak_once(person)
    if back == 1:  # the page before has the words in it; somebody changes them
        person.page = pages[2]
        person.send("write-again")
    else:
        person.page = pages[3 - back]
    if back == 3:
        person.send("begin")
    own = "Nobody tells us when the lift is out."
    for _ in range(2):  # and a second press keeps theirs once as well
        person.send("write", words=own, way="anonymous")
        before = person.page
        second = speak_once(person)
        person.page = before
        assert speak_once(person) == second != first
        person.page = pages[1]
    told = [entry.words for one in concerns_for(gil.guardian, gil.keys) for entry in one.ledger.entries[:1]]
    assert sorted(told) == sorted([WORDS, own])


def test_the_same_words_of_somebody_else_or_to_another_desk_are_a_concern_of_their_own(
    person: Person,
) -> None:
    codes = {speak_from_the_start(somebody) for somebody in (person, Person(), Person())}
    assert len(codes) == Concern.objects.count() == 3
    mark = visit.begun()
    assert visit.code_for(mark, "here", WORDS) == visit.code_for(visit.begun(mark), "here", f" {WORDS}\r\n")
    assert visit.code_for(mark, "here", WORDS) != visit.code_for(mark, "there", WORDS)


def test_an_hour_later_nothing_is_sent_again_by_going_back(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    more = person.page
    first = speak_once(person)
    later = time.time() + visit.LASTS + 1
    monkeypatch.setattr(visit.time, "time", lambda: later)
    person.page = more
    person.send("send", code="letters")
    assert first not in person.text
    assert "su-card__code" not in person.text
    assert Concern.objects.count() == 1


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

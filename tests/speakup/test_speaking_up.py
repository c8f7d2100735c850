"""Somebody speaks up, comes back, and writes on: page by page at one address, without a cookie."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from fanlight.speakup.access import AtWork, concern_behind, concern_for
from fanlight.speakup.actions.holding import hand_over
from fanlight.speakup.actions.speaking import rewrite
from fanlight.speakup.models import Concern, Piece, Post
from fanlight.speakup.sealing.ledger import By, Entry, Kind, Standing, Way
from fanlight.speakup.sealing.receipt import read_receipt
from support.speakup import a_concern, another
from support.worlds import Cast

pytestmark = pytest.mark.django_db

ADDRESS = "/speak-up/"
WORDS = "We are two short on every night and nobody writes it down."


class Person:
    """Somebody who fills in pages as a browser would: what is hidden in a form goes along with what is typed."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)
        self.page = self.client.get(ADDRESS)

    def send(self, step: str, **typed: Any) -> HttpResponse:
        self.page = self.client.post(ADDRESS, {**self.hidden(step), "step": step, **typed})
        assert self.page["Content-Type"].startswith("text/html")
        return self.page

    @property
    def text(self) -> str:
        return self.page.content.decode()

    def hidden(self, step: str) -> dict[str, str]:
        forms = re.findall(r"<form.*?</form>", self.text, re.DOTALL)
        form = next((form for form in forms if f'value="{step}"' in form), "")
        return dict(re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', form))

    @property
    def code(self) -> str:
        card = re.search(r'su-card__code.*?">(.*?)</p>', self.text, re.DOTALL)
        assert card, self.text
        return " ".join(re.findall(r"<span>(.*?)</span>", card[1]))


def speak(
    person: Person, words: str = WORDS, way: str = "anonymous", code: str = "letters", **more: Any
) -> str:
    person.send("begin")
    person.send("write", words=words, way=way, name=more.pop("name", ""))
    person.send("send", code=code, **more)
    return person.code


def come_back(code: str) -> Person:
    person = Person()
    person.send("back")
    person.send("open", code=code)
    return person


@pytest.fixture
def person(gil: AtWork) -> Person:  # noqa: ARG001 (without a guardian nobody listens)
    return Person()


@pytest.mark.parametrize("kind", ["letters", "words"])
def test_a_concern_is_kept_for_the_guardian_and_opens_with_the_code(
    person: Person, gil: AtWork, kind: str
) -> None:
    code = speak(person, code=kind)
    person.send("typed", code=code.lower())
    assert "Thank you for saying it" in person.text
    assert "Close this window when you have read this" in person.text
    concern = Concern.objects.get()
    opened = concern_for(gil.guardian, gil.keys, concern.public_id)
    assert [entry.words for entry in opened.ledger.entries] == [WORDS]
    assert opened.ledger.way is Way.ANONYMOUS
    assert concern_behind(read_receipt(code))[0].ledger == opened.ledger


def test_whoever_finds_no_words_yet_is_not_told_to_fill_in_a_form(person: Person) -> None:
    person.send("begin")
    assert person.send("write", words=" ", way="anonymous").status_code == 422
    assert "Write a few words first. They need not be complete." in person.text


def test_nothing_is_set_in_the_browser_and_every_step_has_one_address(person: Person) -> None:
    code = speak(person)
    person.send("typed", code=code)
    wrong = come_back("nonsense")
    back = come_back(code)
    board, kept = Person(), Person()
    board.send("board")
    kept.send("kept")
    for somebody in (person, wrong, back, board, kept):
        assert "<title>Speak up – Fanlight</title>" in somebody.text, "a history keeps titles as well"
        assert somebody.client.cookies == {}
        assert somebody.page.request["PATH_INFO"] == ADDRESS
        assert somebody.page["Cache-Control"] == "no-store"
        assert ("<script" in somebody.text) is (somebody is board), "the board offers to tell a browser"


def test_a_code_typed_wrong_is_asked_again_and_nothing_is_lost(person: Person) -> None:
    code = speak(person)
    other = code[:-1] + ("A" if code[-1] != "A" else "B")
    for wrong in (other, "nonsense", ""):
        response = person.send("typed", code=wrong)
        assert response.status_code == 422
        assert person.code == code, "it is shown until it was typed back"
    person.send("typed", code=code)
    assert "Thank you" in person.text


def test_words_that_may_tell_are_asked_about_once(person: Person) -> None:
    person.send("begin")
    telling = "Sarah Khan was alone on Ward 6 last Tuesday."
    response = person.send("write", words=telling, way="anonymous")
    assert response.status_code == 200, "it is a question, not a mistake"
    assert "“Ward 6” could be a bed, bay or room." in person.text
    assert "Please check this" not in person.text, "and it does not look like one"
    person.send("write", words=telling, way="anonymous", as_it_is="on")
    assert "Anything that would help?" in person.text


def test_what_was_asked_besides_stands_below_the_concern(person: Person, gil: AtWork) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    person.send("send", code="letters", hoped="A third nurse on nights.")
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert opened.ledger.entries[0].words == (
        f"{WORDS}\n\nWhat would you like to happen?\nA third nurse on nights."
    )


def test_somebody_who_gives_a_name_is_not_asked_about_names(person: Person, gil: AtWork) -> None:
    speak(person, words="Sarah Khan was alone on Ward 6.", way="confidential", name="Bob, extension 12")
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert (opened.ledger.way, opened.ledger.name) == (Way.CONFIDENTIAL, "Bob, extension 12")


def test_confidential_without_a_name_is_asked_for_one(person: Person) -> None:
    person.send("begin")
    assert person.send("write", words=WORDS, way="confidential").status_code == 422
    assert "Say how we can call you" in person.text


def test_an_empty_concern_is_not_kept(person: Person) -> None:
    person.send("begin")
    assert person.send("write", words="  ", way="anonymous").status_code == 422
    assert Concern.objects.count() == 0


def test_if_everybody_who_listens_is_named_nothing_is_kept(person: Person, gil: AtWork) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    person.send("send", code="letters", kept_out=[gil.guardian.public_id])
    assert "Not here, then" in person.text
    assert Concern.objects.count() == 0


def test_a_deputy_can_be_kept_out_as_well(person: Person, gil: AtWork, cast: Cast) -> None:
    eve = another(gil.desk, cast.eve, by=gil, post=Post.DEPUTY)
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    assert "Eve Example" in person.text
    person.send("send", code="letters", kept_out=[eve.guardian.public_id])
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert hand_over(concerns=[opened], to=eve.guardian, by=gil) == 0


def test_coming_back_shows_only_what_is_new(person: Person, gil: AtWork) -> None:
    code = speak(person)
    answer(gil, "Thank you. I have seen the rota.")
    back = come_back(code)
    assert "I have seen the rota" in back.text
    assert WORDS not in back.text
    back.send("all")
    assert WORDS in back.text
    again = come_back(code)
    assert "I have seen the rota" not in again.text
    assert "no new answer yet" in again.text


def answer(gil: AtWork, words: str, *, closes: bool = False) -> None:
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    week = opened.concern.week
    kind = Kind.CLOSED if closes else Kind.MESSAGE
    changes = {"standing": Standing.CLOSED} if closes else {}
    rewrite(
        opened=opened,
        line=lambda ledger: ledger.with_entry(Entry(By.GUARDIAN, kind, week, words), **changes),
        answer_waits=True,
        needs_guardian=False,
    )


def test_the_words_of_the_last_visit_are_told_again(person: Person) -> None:
    code = speak(person)
    first = come_back(code)
    phrase = re.search(r"Next time we will greet you with <strong>“(.*?)”", first.text)
    assert phrase
    assert f"At your last visit we said <strong>“{phrase[1]}”" in come_back(code).text
    assert "At your last visit" not in first.text


def test_somebody_writes_back_and_the_guardian_reads_it(person: Person, gil: AtWork) -> None:
    back = come_back(speak(person))
    back.send("say", words="It happened again.")
    assert "It happened again." in back.text, "what was just said is shown"
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert [entry.words for entry in opened.ledger.entries] == [WORDS, "It happened again."]
    assert opened.concern.needs_guardian
    assert back.send("say", words="").status_code == 422


def test_from_anonymous_to_a_name(person: Person, gil: AtWork) -> None:
    back = come_back(speak(person))
    assert "You are anonymous. Names, places and dates can tell" in back.text
    back.send("way")
    back.send("way", way="confidential", name="Bob on nights")
    assert "You are anonymous." not in back.text
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert (opened.ledger.way, opened.ledger.name) == (Way.CONFIDENTIAL, "Bob on nights")


def test_taking_it_back_deletes_every_word_and_file(person: Person, gil: AtWork) -> None:
    person.send("begin")
    person.send("write", words=WORDS, way="anonymous")
    note = SimpleUploadedFile("rota.txt", b"two short")
    person.send("send", code="letters", enclosed=note)
    assert Piece.objects.count() == 1
    back = come_back(person.code)
    back.send("withdraw")
    assert Piece.objects.count() == 1, "it asks first"
    back.send("withdraw", sure="yes")
    assert Piece.objects.count() == 0
    opened = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id)
    assert [entry.kind for entry in opened.ledger.entries] == [Kind.WITHDRAWN]
    assert WORDS.encode() not in opened.ledger.to_bytes()


def test_after_closing_one_question_and_a_way_to_open_again(person: Person, gil: AtWork) -> None:
    code = speak(person)
    answer(gil, "The rota has four people now.", closes=True)
    back = come_back(code)
    assert "Given your experience, would you speak up again?" in back.text
    back.send("feedback", would_again="yes", words="I was heard.")
    back.send("reopen")
    back.send("reopen", words="Two short again.")
    ledger = concern_for(gil.guardian, gil.keys, Concern.objects.get().public_id).ledger
    assert (ledger.would_again, ledger.standing) == ("yes", Standing.OPEN)
    assert [entry.kind for entry in ledger.entries][-2:] == [Kind.FEEDBACK, Kind.REOPENED]


def test_after_three_months_it_asks_how_it_has_been(person: Person, gil: AtWork) -> None:
    from datetime import timedelta

    code = speak(person)
    concern = Concern.objects.get()
    Concern.objects.update(week=concern.week - timedelta(weeks=14))
    back = come_back(code)
    assert "It is 3 months since you spoke up" in back.text
    back.send("check-in", was_harmed="yes", words="My shifts were changed.")
    ledger = concern_for(gil.guardian, gil.keys, concern.public_id).ledger
    assert (ledger.checked_in, ledger.harmed) == ({3}, {3})
    assert "How has it been since" not in come_back(code).text


@pytest.mark.parametrize("step", ["read", "all", "say", "way", "withdraw", "reopen", "feedback", "check-in"])
@pytest.mark.parametrize("visit", ["", "nonsense", "a" * 800])
def test_a_visit_that_is_over_or_forged_opens_nothing(
    person: Person, gil: AtWork, step: str, visit: str
) -> None:
    a_concern(gil.desk)
    response = person.client.post(ADDRESS, {"step": step, "visit": visit, "sure": "yes"})
    assert "This visit is over" in response.content.decode()


def test_a_code_that_opens_nothing_is_told_kindly(person: Person, gil: AtWork) -> None:
    a_concern(gil.desk)
    person.send("back")
    response = person.send("open", code="0" * 26)
    assert response.status_code == 422
    assert "Nothing opens with this code" in person.text


@pytest.mark.parametrize("step", ["", "nonsense", "begin", "send", "typed", "write"])
def test_a_strange_post_is_answered_with_a_page(person: Person, step: str) -> None:
    response = person.client.post(ADDRESS, {"step": step, "desk": "x" * 12, "words": "x"})
    assert response.status_code in {200, 404, 422}

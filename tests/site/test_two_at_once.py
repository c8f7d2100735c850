"""Two people open one page, and both change what stands there: nothing is lost, and the second is told."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from django.urls import reverse

from fanlight.stories.actions import say_tried
from fanlight.stories.models import Readers
from support.learning import a_need, a_review
from support.reading import opened, sent_as_it_is, words_of
from support.stories import a_story
from support.windows import a_huddle, a_look
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def _tried(cast: Cast) -> Model:
    story = a_story(cast.elsewhere, by=cast.charlie, readers=Readers.EVERYBODY)
    say_tried(story=story, team=cast.ward, version=0, words="", by=cast.bob)
    return story


# The page, what it is about, what is written there, and where that is kept.
PAGES: dict[str, tuple[Callable[[Cast], Model], str, Callable[[Model], object]]] = {
    "huddle": (lambda cast: a_huddle(cast.ward, by=None).huddle, "topics", lambda row: row.topics[0]),
    "huddle_answer": (lambda cast: a_huddle(cast.ward, by=None).sent, "answer", lambda row: row.answer),
    "move_window": (lambda cast: a_look(cast.ward, by=None).window, "where", lambda row: row.where),
    "change_theme": (lambda cast: a_look(cast.ward, by=None).theme, "words", lambda row: row.words),
    "review_describe": (a_review, "who_was_missing", lambda row: row.who_was_missing),
    "tried_too": (_tried, "words", lambda row: row.tried_too.get().words),
    "mending_need": (a_need, "note", lambda row: row.note),
}


@pytest.mark.parametrize("name", PAGES)
def test_both_texts_are_kept_and_the_second_decides(name: str, cast: Cast) -> None:
    make, field, kept = PAGES[name]
    row = make(cast)
    address = reverse(name, args=[row.public_id])
    first, second = (signed_in(cast.fay if name == "mending_need" else who) for who in (cast.alice, cast.bob))
    seen = [opened(client, address) for client in (first, second)]

    earlier, later = "What the first one wrote", "What the second one wrote"
    assert first.post(address, {**seen[0], field: earlier}).status_code == 302
    told = second.post(address, {**seen[1], field: later})
    assert told.status_code == 422
    page = told.content.decode()
    assert f"It says now: “{earlier}”. Yours is kept below." in words_of(page)
    again = sent_as_it_is(page)
    assert again[field] == later
    assert kept(type(row).objects.get(pk=row.pk)) == earlier

    for _ in range(2):  # a second press says the same, and changes nothing
        assert second.post(address, again).status_code == 302
    assert kept(type(row).objects.get(pk=row.pk)) == later


def test_whoever_does_not_say_what_they_saw_writes_over_nothing(cast: Cast) -> None:
    sent = a_huddle(cast.ward, by=None).sent
    told = signed_in(cast.bob).post(
        reverse("huddle_answer", args=[sent.public_id]),
        {"answer": "It is mended", "answered_on": "2026-01-02"},
    )
    assert told.status_code == 422
    assert "We cannot tell what you saw when you wrote this" in told.content.decode()


def test_two_who_lay_lines_on_the_map_keep_what_each_has_moved(cast: Cast) -> None:
    review = a_review(cast)
    phone, porter = review.lines.filter(question="difference")
    address = reverse("review_map", args=[review.public_id])
    alice, bob = signed_in(cast.alice), signed_in(cast.bob)
    seen = [opened(client, address) for client in (alice, bob)]
    alice.post(address, {**seen[0], f"element_{phone.public_id}": "tasks"})
    bob.post(address, {**seen[1], f"touch_{porter.public_id}": "hindered"})
    phone.refresh_from_db()
    porter.refresh_from_db()
    assert (phone.element, porter.touch) == ("tasks", "hindered")

"""Notes become themes; themes are shown with how often, beside what was said, and can become an action."""

import pytest
from django.urls import reverse

from fanlight.guide.queries import Focus, WorkSystem
from fanlight.windows.actions import drop_theme, join_theme, make_theme
from fanlight.windows.models import Note, Theme
from fanlight.windows.queries import loose_notes, pattern_of, patterns_of
from support.reading import opened
from support.windows import HARD, WELL, a_look
from support.worlds import Cast, a_released_round, signed_in

pytestmark = pytest.mark.django_db


def gather(cast: Cast, **given: object) -> object:
    address = reverse("gather", args=[cast.ward.public_id])
    return signed_in(cast.bob).post(address, given)


def note(words: str) -> Note:
    return Note.objects.get(words=words)


def test_notes_that_belong_together_become_a_theme(cast: Cast) -> None:
    a_look(cast.ward, by=cast.bob)
    pump = note(HARD[1])
    response = gather(
        cast,
        notes=[pump.public_id],
        words="Kit is not where it is needed",
        focus="teamwork",
        element="tools_and_technology",
    )
    assert response.status_code == 302  # type: ignore[attr-defined]
    theme = Theme.objects.get(words="Kit is not where it is needed")
    assert (theme.about_focus, theme.about_element) == (Focus.TEAMWORK, WorkSystem.TOOLS_AND_TECHNOLOGY)
    assert note(HARD[1]).theme == theme


def test_notes_may_join_a_theme_without_saying_it_again(cast: Cast) -> None:
    theme = a_look(cast.ward, by=cast.bob).theme
    gather(cast, notes=[note(HARD[1]).public_id], join=theme.public_id)
    assert note(HARD[1]).theme == theme
    assert Theme.objects.count() == 1


def test_nothing_ticked_is_said_in_words(cast: Cast) -> None:
    a_look(cast.ward, by=cast.bob)
    response = gather(cast, words="x", focus="teamwork", element="tasks")
    assert response.status_code == 422  # type: ignore[attr-defined]
    assert "Tick the notes that belong together" in response.content.decode()  # type: ignore[attr-defined]


def test_a_theme_of_good_things_goes_well(cast: Cast) -> None:
    a_look(cast.ward, by=cast.bob)
    kind = make_theme(
        team=cast.ward,
        notes=[note(WELL[0])],
        words="We look up",
        focus=Focus.CIVILITY,
        element=WorkSystem.PEOPLE,
        by=None,
    )
    assert kind.goes_well


def test_another_teams_notes_cannot_be_gathered(cast: Cast) -> None:
    other = a_look(cast.elsewhere, by=cast.charlie)
    mine = a_look(cast.ward, by=cast.bob).theme
    join_theme(theme=mine, notes=[other.note], by=None)
    other.note.refresh_from_db()
    assert other.note.theme == other.theme


def test_a_pattern_counts_windows_not_notes(cast: Cast) -> None:
    first = a_look(cast.ward, by=cast.bob)
    second = a_look(cast.ward, by=cast.bob, where="Another evening")
    join_theme(theme=first.theme, notes=second.window.notes.all(), by=None)
    pattern = pattern_of(first.theme)
    assert (pattern.windows, pattern.held, pattern.notes) == (2, 2, 4)
    assert patterns_of(cast.ward) == (pattern,)


def test_taking_a_theme_apart_keeps_its_notes(cast: Cast) -> None:
    theme = a_look(cast.ward, by=cast.bob).theme
    drop_theme(theme=theme, by=None)
    drop_theme(theme=theme, by=None)
    assert loose_notes(cast.ward).count() == 3


def test_a_theme_can_be_said_in_other_words(cast: Cast) -> None:
    theme = a_look(cast.ward, by=cast.bob).theme
    client, address = signed_in(cast.bob), reverse("change_theme", args=[theme.public_id])
    said = {"words": "Nobody is left in peace", "focus": "civility", "element": "organisation"}
    client.post(address, {**opened(client, address), **said})
    theme.refresh_from_db()
    assert (theme.words, theme.focus) == ("Nobody is left in peace", "civility")


def test_what_was_seen_stands_beside_what_was_said_without_a_score(cast: Cast) -> None:
    a_released_round(cast.ward, by=cast.alice)
    a_look(cast.ward, by=cast.bob)
    page = signed_in(cast.bob).get(reverse("patterns", args=[cast.ward.public_id])).content.decode()
    assert "Drug rounds are broken into" in page
    assert "seen through the one window so far" in page
    assert "We said" in page
    assert "results" in page


def test_the_patterns_page_invites_when_nothing_was_seen(cast: Cast) -> None:
    page = signed_in(cast.bob).get(reverse("patterns", args=[cast.ward.public_id])).content.decode()
    assert "Nothing has been seen yet" in page


def test_a_theme_leads_to_the_board(cast: Cast) -> None:
    theme = a_look(cast.ward, by=cast.bob).theme
    client = signed_in(cast.bob)
    page = client.get(reverse("theme", args=[theme.public_id])).content.decode()
    take_on = reverse("take_on", args=["theme", theme.public_id])
    assert take_on in page
    offered = client.get(take_on).content.decode()
    assert "Drug rounds are broken into" in offered

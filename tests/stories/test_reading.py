"""Others find a story by focus and setting, say that they tried it too, take it over, and carry it away."""

import io

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fanlight.improvement.models import AgreedAction
from fanlight.people.models import User
from fanlight.stories.actions import say_tried
from fanlight.stories.documents import as_markdown, as_pdf
from fanlight.stories.models import Readers, TriedToo
from support.changes import an_action
from support.reading import opened
from support.stories import a_story
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db

NASTY = '#set page(width: 1pt)\n*bold* [x](javascript:alert(1)) <script>alert(1)</script> $ \\ #eval("1")'


def found(user: User, **asked: str) -> str:
    return signed_in(user).get(reverse("stories"), asked).content.decode()


def test_stories_are_found_by_focus_and_setting(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    assert story.title in found(cast.charlie)
    assert story.title in found(cast.charlie, focus="communication", setting="ward")
    assert story.title not in found(cast.charlie, focus="civility")
    assert "No story about that yet" in found(cast.charlie, setting="pharmacy")
    assert story.title in found(cast.charlie, focus="the-moon")


def test_another_team_says_that_it_tried_it_too_once(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    client, address = signed_in(cast.charlie), reverse("tried_too", args=[story.public_id])
    for words in ("Ours was blue", "Ours was blue, and it helped"):
        assert client.post(address, {**opened(client, address), "words": words}).status_code == 302
    said = TriedToo.objects.get()
    assert (said.team, said.words) == (cast.elsewhere, "Ours was blue, and it helped")
    assert "One team tried it too" in found(cast.bob).replace("one team", "One team")
    assert (
        signed_in(cast.charlie)
        .get(reverse("tried_too", args=[a_story(cast.elsewhere, by=None).public_id]))
        .status_code
        == 404
    )


def test_an_idea_is_taken_over_onto_ones_own_board(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    client, address = signed_in(cast.charlie), reverse("take_on", args=["story", story.public_id])
    page = client.get(address).content.decode()
    assert "One of us wore a red apron for a week." in page
    again = timezone.localdate() + timezone.timedelta(days=21)
    client.post(
        address,
        {
            "what": story.title,
            "first_step": "Buy an apron",
            "who": "the team",
            "look_again_on": again.isoformat(),
            "element": "tasks",
            "focus": "communication",
        },
    )
    action = AgreedAction.objects.get()
    assert (action.team, action.came_kind, action.came_id) == (cast.elsewhere, "story", story.public_id)


def test_a_story_that_one_may_not_read_cannot_be_taken_over(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    assert signed_in(cast.charlie).get(reverse("take_on", args=["story", story.public_id])).status_code == 404


def test_a_story_begins_with_what_the_board_knows(cast: Cast) -> None:
    action = an_action(cast.ward)
    page = signed_in(cast.bob).get(reverse("tell_story", args=[action.public_id])).content.decode()
    assert action.what in page
    assert action.first_step in page
    assert f'action="{reverse("write_story", args=[cast.ward.public_id])}"' in page


def test_the_public_page_says_whose_it_is_and_leads_nowhere_into_the_team(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    say_tried(story=story, team=cast.elsewhere, version=0, words="Ours was blue", by=cast.charlie)
    page = Client().get(reverse("story_public", args=[story.public_id])).content.decode()
    assert "Shared with the consent of all who are in it" in page
    assert "Ours was blue" in page
    assert cast.ward.public_id not in page
    assert "take-on" not in page


def test_markdown_and_pdf_carry_the_words_and_no_markup_of_theirs() -> None:
    told = {"title": "A story", "lead": "Ward 6", "foot": "Told by Ward 6."}
    text = as_markdown(**told, parts=(("How it was", NASTY),))
    assert "\\<script\\>" in text
    assert "[x](" not in text.replace("\\[x\\](", "")
    made = as_pdf(**told, parts=(("How it was", NASTY),))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.docinfo["/Title"] == "A story"
        assert float(pdf.pages[0].mediabox[2]) > 500


def test_what_is_taken_away_has_the_right_kind(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    client = signed_in(cast.bob)
    markdown = client.get(reverse("story_markdown", args=[story.public_id]))
    assert markdown["Content-Type"] == "text/markdown; charset=utf-8"
    assert markdown.content.decode().startswith(f"# {story.title}")
    assert client.get(reverse("story_pdf", args=[story.public_id])).content.startswith(b"%PDF-")

"""A team tells how it went about something, and decides who may read it; consent is asked for, and kept."""

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from fanlight.audit.models import Entry
from fanlight.guide.queries import Focus, Setting
from fanlight.people.actions import add_organisation, add_team, give_organisation_role, give_team_role
from fanlight.people.models import OrganisationKind
from fanlight.people.roles import Role
from fanlight.stories.access import readable_by
from fanlight.stories.actions import NotAgreed, change_story, drop_story, share_story
from fanlight.stories.models import Readers, Story
from support.stories import TOLD, a_story
from support.worlds import Cast, signed_in

pytestmark = pytest.mark.django_db


def form(**more: str) -> dict[str, str]:
    return {**TOLD, "focus": "communication", "setting": "ward", **more}


def test_anybody_in_the_team_tells_a_story_and_it_stays_in_the_team(cast: Cast) -> None:
    client = signed_in(cast.bob)
    response = client.post(reverse("write_story", args=[cast.ward.public_id]), form())
    story = Story.objects.get()
    assert response["Location"] == reverse("story", args=[story.public_id])
    assert (story.readers, story.agreed_on) == (Readers.TEAM, None)
    for other in (cast.charlie, cast.eve, cast.sam):
        assert signed_in(other).get(reverse("story", args=[story.public_id])).status_code == 404
    assert Client().get(reverse("story_public", args=[story.public_id])).status_code == 404


def test_telling_it_twice_is_one_story(cast: Cast) -> None:
    for _ in range(2):
        signed_in(cast.bob).post(reverse("write_story", args=[cast.ward.public_id]), form())
    assert Story.objects.count() == 1


@pytest.mark.parametrize("words", ["Bob wore it first", "The patient in bed 12 fell", "On 3 March we began"])
def test_names_beds_and_dates_are_asked_about_once(words: str, cast: Cast) -> None:
    client, address = signed_in(cast.bob), reverse("write_story", args=[cast.ward.public_id])
    refused = client.post(address, form(tried=words))
    assert refused.status_code == 422
    assert words in refused.content.decode()
    assert client.post(address, form(tried=words, as_it_is="on")).status_code == 302


def test_what_is_missing_is_said_and_what_was_written_is_kept(cast: Cast) -> None:
    response = signed_in(cast.bob).post(
        reverse("write_story", args=[cast.ward.public_id]), form(title="", focus="the moon")
    )
    assert response.status_code == 422
    assert "Families liked it most." in response.content.decode()


def test_the_focus_is_asked_and_never_guessed(cast: Cast) -> None:
    client, address = signed_in(cast.bob), reverse("write_story", args=[cast.ward.public_id])
    assert '<option value="" selected>Choose one</option>' in client.get(address).content.decode()
    assert "Choose the focus that is nearest." in client.post(address, form(focus="")).content.decode()


def test_it_is_shared_only_with_the_consent_of_all_who_are_in_it(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    client, address = signed_in(cast.alice), reverse("share_story", args=[story.public_id])
    refused = client.post(address, {"readers": "everybody", "version": "1"})
    assert refused.status_code == 422
    assert "One no is enough" in refused.content.decode()
    with pytest.raises(NotAgreed):
        share_story(story=story, version=1, readers=Readers.ORGANISATION, all_agree=False, by=cast.alice)
    assert (
        client.post(address, {"readers": "everybody", "all_agree": "on", "version": "1"}).status_code == 302
    )
    story.refresh_from_db()
    assert story.agreed_on is not None
    assert Entry.objects.filter(verb="share_story", by=cast.alice).count() == 1


def test_the_database_itself_refuses_a_shared_story_without_consent(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    with pytest.raises(IntegrityError):
        Story.objects.filter(pk=story.pk).update(readers=Readers.EVERYBODY)


def test_new_words_need_new_consent(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    same = {"focus": Focus.TEAMWORK, "setting": Setting.WARD, "by": cast.bob}
    assert change_story(story=story, version=1, **same, **TOLD).readers == Readers.EVERYBODY
    changed = change_story(story=story, version=2, **same, **{**TOLD, "happened": "Three times."})
    assert (changed.readers, changed.agreed_on) == (Readers.TEAM, None)
    assert Client().get(reverse("story_public", args=[story.public_id])).status_code == 404
    client, agreed = signed_in(cast.alice), {"readers": "everybody", "all_agree": "on"}
    share = reverse("share_story", args=[story.public_id])
    assert "Read the story once more first" in client.post(share, {**agreed, "version": "2"}).content.decode()
    assert client.post(share, {**agreed, "version": "3"}).status_code == 302


def test_two_who_change_a_story_at_once_see_both_texts(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    client, address = signed_in(cast.bob), reverse("change_story", args=[story.public_id])
    assert client.post(address, form(happened="Twice.", version="1")).status_code == 302
    page = client.post(address, form(happened="Three times.", version="1")).content.decode()
    assert "It says now: “Twice.”. Yours is kept below." in page
    assert "Three times." in page
    assert client.post(address, form(happened="Three times.", version="2")).status_code == 302
    assert Story.objects.get().happened == "Three times."


def test_the_organisation_is_the_whole_of_it_and_nobody_beyond(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.ORGANISATION)
    trust = cast.hospital.parent
    other_site = add_organisation(name="Southfield", kind=OrganisationKind.NHS_TRUST, parent=trust, by=None)
    give_team_role(
        team=add_team(organisation=other_site, name="Ward 1", by=None),
        user=cast.pat,
        role=Role.MEMBER,
        by=None,
    )
    readers = {
        user.name for user in (cast.bob, cast.eve, cast.pat, cast.charlie) if story in readable_by(user)
    }
    assert readers == {cast.bob.name, cast.eve.name, cast.pat.name}
    give_organisation_role(organisation=other_site, user=cast.charlie, role=Role.COACH, by=None)
    assert story in readable_by(cast.charlie)


def test_it_can_be_taken_back(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    address = reverse("story_public", args=[story.public_id])
    assert Client().get(address).status_code == 200
    signed_in(cast.alice).post(
        reverse("share_story", args=[story.public_id]), {"readers": "team", "version": "1"}
    )
    assert Client().get(address).status_code == 404


def test_letting_go_asks_first_and_twice_is_harmless(cast: Cast) -> None:
    story = a_story(cast.ward, by=cast.bob)
    client, address = signed_in(cast.bob), reverse("drop_story", args=[story.public_id])
    assert "cannot be brought back" in client.get(address).content.decode()
    client.post(address)
    drop_story(story=story, by=cast.bob)
    assert not Story.objects.exists()


def test_the_record_holds_no_word_of_it(cast: Cast) -> None:
    a_story(cast.ward, by=cast.bob, readers=Readers.EVERYBODY)
    assert "apron" not in " ".join(str(entry.detail) for entry in Entry.objects.all())

"""Writing a story, choosing who may read it, and saying that one tried it too."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from fanlight.audit.actions import record
from fanlight.guide.queries import Focus, Setting
from fanlight.people.actions import Refused
from fanlight.people.actions.changed import refuse_if_changed, reword
from fanlight.people.models import Team, User
from fanlight.stories.models import Readers, Story, TriedToo

TEXTS = ("title", "situation", "tried", "happened", "surprised", "tell_you")


class NotAgreed(Exception):  # noqa: N818 (it reads as the answer that a person gets)
    """Not everybody who is in the story has agreed that others read it."""


@transaction.atomic
def write_story(*, team: Team, focus: Focus, setting: Setting, by: User | None, **texts: str) -> Story:
    """A new story, for the team alone. The same title and situation again changes nothing."""
    Team.objects.select_for_update().get(pk=team.pk)
    same = Story.objects.filter(team=team, title=texts["title"], situation=texts["situation"]).first()
    if same:
        return same
    story = Story.objects.create(
        team=team, focus=focus.value, setting=setting.value, written_on=timezone.localdate(), **_only(texts)
    )
    record("write_story", subject=story, by=by, focus=focus.value)
    return story


@transaction.atomic
def change_story(
    *, story: Story, version: int, focus: Focus, setting: Setting, by: User | None, **texts: str
) -> Story:
    """Other words. What others were allowed to read they read anew, so consent is asked for again.

    Refused with both texts if somebody else has saved since `version`.
    """
    story = Story.objects.select_for_update().get(pk=story.pk)
    refuse_if_changed(row=story, version=version, fields=(*TEXTS, "focus", "setting"))
    changed = any(getattr(story, name) != text for name, text in _only(texts).items())
    for name, text in _only(texts).items():
        setattr(story, name, text)
    story.focus, story.setting, story.version = focus.value, setting.value, story.version + 1
    if changed:
        story.readers, story.agreed_on = Readers.TEAM, None
    story.save()
    record("change_story", subject=story, by=by, readers=story.readers)
    return story


def _only(texts: dict[str, str]) -> dict[str, Any]:
    return {name: texts[name] for name in TEXTS if name in texts}


@transaction.atomic
def share_story(*, story: Story, version: int, readers: Readers, all_agree: bool, by: User | None) -> Story:
    """Let others read it, or only the team again. Beyond the team only with the consent of all who are in it.

    They agreed to the words of `version`: refused if there are others since.
    """
    if readers != Readers.TEAM and not all_agree:
        raise NotAgreed("Ask everybody who is in the story first. One no is enough to keep it in the team.")
    story = Story.objects.select_for_update().get(pk=story.pk)
    if readers != Readers.TEAM and story.version != version:
        raise Refused(
            "Somebody has changed the words since you opened this page. Read the story once more first."
        )
    story.readers = readers
    story.agreed_on = timezone.localdate() if readers != Readers.TEAM else None
    story.save(update_fields=["readers", "agreed_on"])
    record("share_story", subject=story, by=by, readers=readers.value)
    return story


@transaction.atomic
def drop_story(*, story: Story, by: User | None) -> None:
    """Let go of a story. Twice is harmless."""
    if Story.objects.filter(pk=story.pk).delete()[0]:
        record("drop_story", subject=story, by=by)


@transaction.atomic
def say_tried(*, story: Story, team: Team, version: int, words: str, by: User | None) -> TriedToo:
    """A team says that it tried this too. Said again, the newer words stand, if their writer saw the older ones."""
    Story.objects.select_for_update().get(pk=story.pk)
    said, is_new = TriedToo.objects.get_or_create(
        story=story, team=team, defaults={"words": words, "said_on": timezone.localdate()}
    )
    if is_new or reword(row=said, version=version, words=words):
        record("say_tried", subject=story, by=by, team=team.public_id, is_new=is_new)
    return said

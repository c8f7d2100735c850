"""Stories, told and shared by the real actions."""

from fanlight.guide.queries import Focus, Setting
from fanlight.people.models import Team, User
from fanlight.stories.actions import share_story, write_story
from fanlight.stories.models import Readers, Story

TOLD = {
    "title": "A red apron on the drug round",
    "situation": "The evening round was broken into four times on most days.\nPeople gave up saying so.",
    "tried": "One of us wore a red apron for a week. It meant: come back in ten minutes.",
    "happened": "Twice instead of four times, we counted. After a month we hardly noticed it.",
    "surprised": "Families liked it most.",
    "tell_you": "Tell the doctors first.",
}


def a_story(
    team: Team, *, by: User | None, readers: Readers = Readers.TEAM, title: str = TOLD["title"]
) -> Story:
    story = write_story(
        team=team, focus=Focus.COMMUNICATION, setting=Setting.WARD, by=by, **{**TOLD, "title": title}
    )
    if readers == Readers.TEAM:
        return story
    return share_story(story=story, version=story.version, readers=readers, all_agree=True, by=by)

"""The addresses of stories: what each kind of person gets, in the order of WHO."""

from fanlight.stories.models import Readers
from rules.people_addresses import EVERYBODY, IN_TEAM, LEADS, SIGNED_IN
from support.changes import an_action, an_aim
from support.stories import a_story
from support.worlds import Cast

ONLY_THE_TEAM = "· 200 200 200 404 404 404 404 404 404 404"  # for others it is as if there were none

STORIES = {
    "stories": SIGNED_IN,
    "team_stories": IN_TEAM,
    "write_story": IN_TEAM,
    "tell_story": IN_TEAM,
    "tell_aim": IN_TEAM,
    "story": ONLY_THE_TEAM,
    "story_markdown": ONLY_THE_TEAM,
    "story_pdf": ONLY_THE_TEAM,
    "change_story": IN_TEAM,
    "share_story": LEADS,
    "drop_story": IN_TEAM,
    "tried_too": ONLY_THE_TEAM,  # of another team's story: whoever has a team that could have tried it
    "story_public": EVERYBODY,
}
OF_THE_TEAM = {"team_stories", "write_story"}


def about_stories(name: str, cast: Cast) -> dict[str, object]:
    if name == "tell_story":
        return {"public_id": an_action(cast.ward).public_id}
    if name == "tell_aim":
        return {"public_id": an_aim(cast.ward).public_id}
    if name in OF_THE_TEAM:
        return {"public_id": cast.ward.public_id}
    if name in {"tried_too", "story_public"}:
        return {"public_id": a_story(cast.elsewhere, by=cast.charlie, readers=Readers.EVERYBODY).public_id}
    return {"public_id": a_story(cast.ward, by=cast.bob).public_id}

"""Which stories somebody may read, and who tried them too."""

from django.db.models import Count, QuerySet

from fanlight.guide.queries import Focus, Setting
from fanlight.people.models import Team, User
from fanlight.people.queries import teams_of
from fanlight.stories.models import Story, TriedToo


def found(stories: QuerySet[Story], *, focus: Focus | None, setting: Setting | None) -> QuerySet[Story]:
    if focus:
        stories = stories.filter(focus=focus.value)
    if setting:
        stories = stories.filter(setting__in=[setting.value, Setting.ANY.value])
    return stories


def stories_of(team: Team) -> QuerySet[Story]:
    return Story.objects.filter(team=team).annotate(tried_by=Count("tried_too"))


def tried_by(story: Story) -> QuerySet[TriedToo]:
    return TriedToo.objects.filter(story=story).select_related("team__organisation")


def said_before(story: Story, teams: list[Team]) -> TriedToo | None:
    """What somebody's team has said of a story already. Of several teams they choose one first."""
    return TriedToo.objects.filter(story=story, team=teams[0]).first() if len(teams) == 1 else None


def teams_that_could_try(user: User, story: Story) -> list[Team]:
    """This person's teams but the one whose story it is."""
    return [team for team in teams_of(user) if team != story.team]

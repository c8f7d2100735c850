"""The words and the order of the pages about stories."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from fanlight.design.english import counted, day
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Row
from fanlight.design.writing import WritingPage
from fanlight.guide.forms import FilterForm, Filters
from fanlight.guide.queries import Setting
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import SETTINGS, slug_of
from fanlight.people.models import Team, User
from fanlight.people.pages.place import home_link, where
from fanlight.stories.access import readable_by
from fanlight.stories.models import Readers, Story
from fanlight.stories.queries import found, stories_of, teams_that_could_try, tried_by

PARTS = {
    "situation": "How it was",
    "tried": "What we tried",
    "happened": "What happened",
    "surprised": "What surprised us",
    "tell_you": "What we would tell you",
}


@dataclass(frozen=True, kw_only=True)
class StoriesPage:
    title: str
    lead: str
    form: FilterForm
    stories: tuple[Row, ...]
    is_narrowed: bool
    write: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class TeamStoriesPage:
    where: Where
    title: str
    lead: str
    back: Link
    stories: tuple[Row, ...]
    write: Link
    others: Link


@dataclass(frozen=True, kw_only=True)
class StoryPage:
    title: str
    lead: str
    drawing: str
    back: Link
    parts: tuple[tuple[str, str], ...]
    tried: tuple[Row, ...]
    take_on: Link | None = None
    takes_at_once: bool = False  # whoever is in one team need not say in which
    try_too: Link | None = None
    own: tuple[Link, ...] = ()
    state: str = ""
    address: str = ""
    away: tuple[Link, ...] = ()
    foot: str = ""


def where_in(team: Team) -> Where:
    return where(team, Step.SHARE)


def stories_page(user: User, teams: list[Team], filters: Filters) -> StoriesPage:
    stories = found(readable_by(user), focus=filters.focus, setting=filters.setting)
    form = FilterForm(guide=the_guide(), filters=filters)
    del form.fields["theme"]
    return StoriesPage(
        title="How others went about it",
        lead="Told by the teams themselves: what they tried, what surprised them, and what they would tell you.",
        form=form,
        stories=_rows(stories),
        is_narrowed=bool(filters.chosen),
        write=tuple(
            Link(text=f"Tell a story of {team.name}", href=reverse("write_story", args=[team.public_id]))
            for team in teams
        ),
    )


def _rows(stories: QuerySet[Story]) -> tuple[Row, ...]:
    return tuple(
        Row(
            text=story.title,
            detail=f"{story.team.name}, {story.team.organisation.name}. "
            f"{the_guide().chapter(story.about_focus).title}, {SETTINGS[story.where].lower()}.",
            href=reverse("story", args=[story.public_id]),
            when=_tried(story),
        )
        for story in stories
    )


def _tried(story: Story) -> str:
    many: int = story.tried_by  # type: ignore[attr-defined]  # annotated by the query
    return f"{counted(many, 'team')} tried it too" if many else ""


def team_stories_page(team: Team) -> TeamStoriesPage:
    return TeamStoriesPage(
        where=where_in(team),
        title="Our stories",
        lead="A story says how, not how well. It stays with you until you choose who may read it.",
        back=home_link(team),
        stories=tuple(
            Row(
                text=story.title,
                detail=story.get_readers_display(),
                href=reverse("story", args=[story.public_id]),
                when=day(story.written_on),
            )
            for story in stories_of(team)
        ),
        write=Link(text="Tell a story", href=reverse("write_story", args=[team.public_id])),
        others=Link(text="Stories of others", href=reverse("stories")),
    )


def story_page(story: Story, user: User, *, is_own: bool, may_share: bool) -> StoryPage:
    teams = teams_that_could_try(user, story)
    return StoryPage(
        title=story.title,
        lead=lead_of(story),
        drawing=slug_of(story.about_focus),
        back=_back(story, is_own=is_own),
        parts=parts_of(story),
        tried=_who_tried(story),
        take_on=None
        if is_own
        else Link(
            text="Take it over onto our board", href=reverse("take_on", args=["story", story.public_id])
        ),
        try_too=Link(text="We tried this too", href=reverse("tried_too", args=[story.public_id]))
        if teams
        else None,
        takes_at_once=len(teams) == 1,
        own=tuple(_own(story, may_share=may_share)) if is_own else (),
        state=story.get_readers_display() if is_own else "",
        address=_address(story),
        away=_away(story),
    )


def _back(story: Story, *, is_own: bool) -> Link:
    if is_own:
        return Link(text="Our stories", href=reverse("team_stories", args=[story.team.public_id]))
    return Link(text="Stories", href=reverse("stories"))


def _address(story: Story) -> str:
    if story.readers != Readers.EVERYBODY:
        return ""
    return f"{settings.FANLIGHT.address}{reverse('story_public', args=[story.public_id])}"


def _own(story: Story, *, may_share: bool) -> list[Link]:
    links = [Link(text="Change the words", href=reverse("change_story", args=[story.public_id]))]
    if may_share:
        links.append(Link(text="Choose who may read it", href=reverse("share_story", args=[story.public_id])))
    return [*links, Link(text="Let go of this story", href=reverse("drop_story", args=[story.public_id]))]


def _away(story: Story) -> tuple[Link, ...]:
    return (
        Link(text="PDF", href=reverse("story_pdf", args=[story.public_id])),
        Link(text="Markdown", href=reverse("story_markdown", args=[story.public_id])),
    )


def _who_tried(story: Story) -> tuple[Row, ...]:
    return tuple(
        Row(text=said.team.name, detail=said.words, when=day(said.said_on)) for said in tried_by(story)
    )


def lead_of(story: Story) -> str:
    place = SETTINGS[story.where]
    where = "" if story.where is Setting.ANY else f" ({place})"
    return f"{story.team.name}, {story.team.organisation.name}{where}. {day(story.written_on)}."


def parts_of(story: Story) -> tuple[tuple[str, str], ...]:
    said = ((heading, getattr(story, name)) for name, heading in PARTS.items())
    return tuple((heading, words) for heading, words in said if words)


def public_page(story: Story) -> StoryPage:
    return StoryPage(
        title=story.title,
        lead=lead_of(story),
        drawing=slug_of(story.about_focus),
        back=Link(text="The guide", href=reverse("guide")),
        parts=parts_of(story),
        tried=_who_tried(story),
        foot=foot_of(story),
    )


def foot_of(story: Story) -> str:
    """Under everything that is taken away: whose it is, and by whose consent."""
    agreed = (
        f" Shared with the consent of all who are in it, {day(story.agreed_on)}." if story.agreed_on else ""
    )
    return f"Told by {story.team.name}.{agreed}"


def telling_page(team: Team, *, notes: tuple[str, ...] = ()) -> WritingPage:
    return WritingPage(
        where=where_in(team),
        title="Tell how you went about it",
        lead="A few sentences each. It is for your team alone until you choose who may read it.",
        button="Keep the story",
        back=Link(text="Our stories", href=reverse("team_stories", args=[team.public_id])),
        to=reverse("write_story", args=[team.public_id]),
        notes=notes,
    )


def changing_page(story: Story) -> WritingPage:
    notes = ("When the words change, only your team can read it until you share it again.",)
    return WritingPage(
        where=where_in(story.team),
        title="Change the words",
        button="Keep this",
        back=_to(story),
        notes=notes if story.readers != Readers.TEAM else (),
    )


def sharing_page(story: Story) -> WritingPage:
    return WritingPage(
        where=where_in(story.team),
        title="Who may read this story?",
        lead=f"“{story.title}”. Read it once more as somebody would who was there. You can take it back at any time.",
        button="Keep this",
        back=_to(story),
    )


def drop_page(story: Story) -> WritingPage:
    return WritingPage(
        where=where_in(story.team),
        title="Let go of this story?",
        lead=f"“{story.title}” will be gone for everybody, and cannot be brought back.",
        button="Let it go",
        is_grave=True,
        back=_to(story),
    )


def tried_page(team: Team, story: Story) -> WritingPage:
    return WritingPage(
        where=where_in(team),
        title="We tried this too",
        lead=f"“{story.title}” of {story.team.name}.",
        button="Tell them",
        back=_to(story),
    )


def _to(story: Story) -> Link:
    return Link(text=story.title, href=reverse("story", args=[story.public_id]))

"""What the team saw through its windows beside what it said in its round: by focus, in words, never as a score."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from fanlight.debriefs.queries import Topic, Topics, topics_of
from fanlight.design.english import day
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.design.parts import Row
from fanlight.guide.queries import Focus
from fanlight.guide.queries.here import the_guide
from fanlight.guide.queries.words import slug_of
from fanlight.people.models import Team
from fanlight.people.pages.place import home_link, where
from fanlight.surveys.models import Round
from fanlight.team.queries import standing
from fanlight.windows.pages.home import pattern_row
from fanlight.windows.queries import Pattern, patterns_of


@dataclass(frozen=True, kw_only=True)
class Side:
    """One focus: what was seen, and what was said."""

    title: str
    href: str
    drawing: str
    seen: tuple[Row, ...]
    said: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class PatternsPage:
    where: Where
    title: str
    lead: str
    back: Link
    round: Link | None
    no_round: str
    sides: tuple[Side, ...]
    quiet: tuple[str, ...]
    elsewhere: tuple[Row, ...]
    windows: Link


def patterns_page(team: Team) -> PatternsPage:
    round = standing(team).released_round
    topics = topics_of(round) if round else Topics()
    sides = tuple(_sides(patterns_of(team), topics))
    return PatternsPage(
        where=where(team, Step.LOOK),
        title="What we saw, and what we said",
        lead="Where both point the same way, it is worth a talk. Where they differ, ask why. "
        "How often something was seen is no score: it says how often somebody looked.",
        back=home_link(team),
        round=_results(round) if round else None,
        no_round=_no_round(round, topics),
        sides=tuple(side for side in sides if side.seen or side.said),
        quiet=tuple(side.title for side in sides if not (side.seen or side.said)),
        elsewhere=tuple(_said(topic) for topic in topics.all if topic.focus is None),
        windows=Link(text="To the windows", href=reverse("windows", args=[team.public_id])),
    )


def _results(round: Round) -> Link:
    text = f"{round.title}, closed on {day(round.closes_at)}"
    return Link(text=text, href=reverse("results", args=[round.public_id]))


def _no_round(round: Round | None, topics: Topics) -> str:
    if round is None:
        return "No round has been held yet, so only what was seen stands here."
    if topics.is_withheld:
        return "Too few people answered to show anything of the round. That protects them."
    return "" if topics.has_numbers else "Nothing stood out clearly in the round."


def _sides(patterns: tuple[Pattern, ...], topics: Topics) -> Iterator[Side]:
    for chapter in the_guide().chapters:
        yield Side(
            title=chapter.title,
            href=reverse("guide_focus", args=[slug_of(chapter.id)]),
            drawing=slug_of(chapter.id),
            seen=tuple(pattern_row(one, names_focus=False) for one in patterns if one.focus is chapter.id),
            said=tuple(_said(topic) for topic in _about(topics, chapter.id)),
        )


def _about(topics: Topics, focus: Focus) -> Iterator[Topic]:
    return (topic for topic in topics.all if topic.focus is focus)


def _said(topic: Topic) -> Row:
    return Row(
        text=f"“{topic.statement}”",
        detail=f"{topic.words}. {topic.how_sure}".strip(),
        when="goes well" if topic.is_strength else "worth talking about",
    )

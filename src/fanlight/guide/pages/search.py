"""Look for words: what holds all of them, and where in it they were found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from fanlight.design.english import capital, counted
from fanlight.design.frame import Link
from fanlight.guide.pages.pieces import card_href, guide_home, idea_href
from fanlight.guide.queries import Card, Chapter, Guide, Idea, WayOfUsing, WindowPlan
from fanlight.guide.queries.learning import Learning, Way
from fanlight.guide.queries.words import slug_of

MOST_SHOWN = 40
LONGEST_EXCERPT = 200


@dataclass(frozen=True, kw_only=True)
class Place:
    """Something that can be found: its parts, each with the name of where that is, the title first."""

    kind: str
    title: str
    href: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Found:
    kind: str
    title: str
    href: str
    where: str
    excerpt: str


@dataclass(frozen=True, kw_only=True)
class SearchPage:
    trail: tuple[Link, ...]
    words: str
    count: str
    found: tuple[Found, ...]
    is_cut: bool


def search_page(guide: Guide, words: str) -> SearchPage:
    wanted = _plain(words).split()
    hits = [place for place in places(guide) if wanted and _holds(place, wanted)]
    hits.sort(key=lambda place: not all(word in _plain(place.title) for word in wanted))
    return SearchPage(
        trail=(guide_home(),),
        words=words,
        count=f"{capital(counted(len(hits), 'place'))} with “{words}”",
        found=tuple(_found(place, wanted) for place in hits[:MOST_SHOWN]),
        is_cut=len(hits) > MOST_SHOWN,
    )


def places(guide: Guide) -> Iterator[Place]:
    """Everything that can be found, ideas and cards first."""
    yield from (_idea(idea) for idea in guide.ideas)
    yield from (_card(guide, card) for card in guide.cards)
    yield from (_chapter(chapter) for chapter in guide.chapters)
    yield from (_window(plan) for plan in guide.windows)
    yield from (_review(way) for way in guide.learning.ways)
    yield _pause(guide.learning)
    yield from (_use(way) for way in guide.uses)
    for route in guide.routes:
        href = f"{reverse('guide_speaking_up')}#{slug_of(route.id)}"
        parts = tuple(("in where to take a worry", step) for step in (*route.steps, route.note))
        yield Place(kind="Speaking up", title=route.title, href=href, parts=parts)
    for swap in guide.swaps:
        href = f"{reverse('guide_language')}#{swap.id}"
        yield Place(
            kind="Words to swap",
            title=swap.instead_of,
            href=href,
            parts=(("in what to say", swap.say), ("in the reason", swap.because)),
        )


def _idea(idea: Idea) -> Place:
    parts = [("in why it helps", idea.why), ("in the first ten minutes", idea.first_version)]
    parts += [("in how to keep it up", step) for step in idea.steps]
    parts += [("in what to watch for", one) for one in idea.watch_for]
    parts += [("in what to count", f"{one.name}. {one.how}") for one in idea.measures]
    parts += [("in how sure anybody can be", idea.evidence)]
    return Place(kind="Idea", title=idea.title, href=idea_href(idea), parts=tuple(parts))


def _card(guide: Guide, card: Card) -> Place:
    parts = [("on the card", card.text), ("in who is in it", card.role)]
    parts += [("in a question", question) for question in card.questions]
    parts += [("in what it is about", guide.theme(theme).title) for theme in card.themes]
    return Place(kind="Card", title=card.title, href=card_href(card), parts=tuple(parts))


def _chapter(chapter: Chapter) -> Place:
    parts = [("in what it is", chapter.in_a_sentence), ("in why it matters", chapter.why)]
    parts += [("in what good looks like", f"{scene.title}. {scene.text}") for scene in chapter.scenes]
    href = reverse("guide_focus", args=[slug_of(chapter.id)])
    return Place(kind="Focus", title=chapter.title, href=href, parts=tuple(parts))


def _window(plan: WindowPlan) -> Place:
    parts = [("in what it is", plan.in_a_sentence), ("in who goes", plan.who)]
    parts += [("in what to do before", step) for step in plan.before]
    parts += [("in what to do", step) for step in plan.during]
    parts += [("in what to do after", step) for step in plan.after]
    parts += [("in what to watch for", one) for one in plan.watch_for]
    href = reverse("guide_window", args=[slug_of(plan.id)])
    return Place(kind="Window", title=plan.title, href=href, parts=tuple(parts))


def _review(way: Way) -> Place:
    parts = [("in what it is", way.in_a_sentence), ("in when it fits", way.fits)]
    parts += [("in a question", question.ask) for question in way.questions]
    parts += [("in the notes", note) for note in (*way.before, *way.during, *way.after, *way.watch_for)]
    href = reverse("guide_learning_way", args=[slug_of(way.id)])
    return Place(kind="Way to learn", title=way.title, href=href, parts=tuple(parts))


def _pause(learning: Learning) -> Place:
    """The page for when somebody's conduct is in question, as one place: its questions make sense together."""
    parts = [("in a question to ask yourself", f"{pause.ask} {pause.because}") for pause in learning.pauses]
    parts += [("in where to go", f"{place.title}: {place.text}") for place in learning.places]
    href = reverse("guide_stop_and_think")
    return Place(
        kind="Stop and think", title="Stop and think, before you ask who", href=href, parts=tuple(parts)
    )


def _use(way: WayOfUsing) -> Place:
    parts = [("in what it is", way.in_a_sentence), ("in what it is good for", way.good_for)]
    parts += [("in how to do it", step) for step in way.steps]
    parts += [("in what others call it", way.id.value.replace("_", " "))]  # “safety moment”
    href = f"{reverse('guide_conversations')}#{slug_of(way.id)}"
    return Place(kind="Way to use the cards", title=way.title, href=href, parts=tuple(parts))


def _plain(text: str) -> str:
    """Without what people type differently: capitals, curly quotation marks, punctuation."""
    return re.sub(r"[^\w\s'-]", " ", text.casefold().replace("’", "'").replace("‘", " "))


def _holds(place: Place, wanted: list[str]) -> bool:
    whole = _plain(" ".join([place.title, *(text for _, text in place.parts)]))
    return all(word in whole for word in wanted)


def _found(place: Place, wanted: list[str]) -> Found:
    """The part that holds most of the words is shown; the title, if it holds them all, stands for itself."""
    in_title = all(word in _plain(place.title) for word in wanted)
    where, text = max(place.parts, key=lambda part: sum(word in _plain(part[1]) for word in wanted))
    return Found(
        kind=place.kind,
        title=place.title,
        href=place.href,
        where="in the title" if in_title else where,
        excerpt=place.parts[0][1] if in_title else _cut(text),
    )


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_EXCERPT else text[:LONGEST_EXCERPT].rsplit(" ", 1)[0] + " …"

"""Where to take a worry: routes by kind of organisation, each as of a day."""

from dataclasses import dataclass
from datetime import date

from fanlight.design.frame import Link
from fanlight.guide.pages.focus import FactShown, fact_shown, source_links
from fanlight.guide.pages.pieces import guide_home, holds_since
from fanlight.guide.queries import ConcernCategory, Dated, Guide, Route, Topic
from fanlight.guide.queries.words import slug_of

TOPICS = {Topic.SPEAKING_UP, Topic.NATIONAL_BODIES}


@dataclass(frozen=True, kw_only=True)
class RouteShown:
    id: str
    title: str
    steps: tuple[str, ...]
    note: str
    dated: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, kw_only=True)
class SpeakingUpPage:
    trail: tuple[Link, ...]
    routes: tuple[RouteShown, ...]
    facts: tuple[FactShown, ...]
    categories: tuple[ConcernCategory, ...]
    categories_dated: tuple[str, ...]
    stale: int


def speaking_up_page(guide: Guide, today: date) -> SpeakingUpPage:
    facts = [fact for fact in guide.facts if fact.topic in TOPICS]
    dated: tuple[Dated, ...] = (*guide.routes, *facts, *guide.categories)
    return SpeakingUpPage(
        trail=(guide_home(),),
        routes=tuple(_route(guide, route, today) for route in guide.routes),
        facts=tuple(fact_shown(guide, fact, today) for fact in facts),
        categories=guide.categories,
        categories_dated=tuple(dict.fromkeys(holds_since(one, today) for one in guide.categories)),
        stale=sum(one.is_overdue(today) for one in dated),
    )


def _route(guide: Guide, route: Route, today: date) -> RouteShown:
    return RouteShown(
        id=slug_of(route.id),
        title=route.title,
        steps=route.steps,
        note=route.note,
        dated=holds_since(route, today),
        sources=source_links(guide, route.sources),
    )

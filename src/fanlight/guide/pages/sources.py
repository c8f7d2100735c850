"""The register: every work that the guide leans on, how far, and what was really read of it."""

from dataclasses import dataclass

from fanlight.design.frame import Link
from fanlight.guide.pages.pieces import Work, guide_home, work
from fanlight.guide.queries import Guide, SourceKind
from fanlight.guide.queries.words import SOURCE_KINDS, slug_of


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Works of one kind, by their authors."""

    id: str
    title: str
    works: tuple[Work, ...]


@dataclass(frozen=True, kw_only=True)
class SourcesPage:
    trail: tuple[Link, ...]
    count: int
    shelves: tuple[Shelf, ...]


def sources_page(guide: Guide) -> SourcesPage:
    shelves = tuple(_shelf(guide, kind) for kind in SourceKind)
    return SourcesPage(
        trail=(guide_home(),),
        count=len(guide.sources),
        shelves=tuple(shelf for shelf in shelves if shelf.works),
    )


def _shelf(guide: Guide, kind: SourceKind) -> Shelf:
    found = sorted((s for s in guide.sources if s.kind is kind), key=lambda s: (s.authors.casefold(), s.id))
    return Shelf(
        id=f"kind-{slug_of(kind)}", title=SOURCE_KINDS[kind], works=tuple(work(source) for source in found)
    )

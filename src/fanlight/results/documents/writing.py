"""Writing a document as a file of some kind. The libraries are slow to load, so each is loaded when it is needed."""

from fanlight.results.documents.document import Document
from fanlight.results.documents.kind import Kind
from fanlight.results.documents.watching import Watch, nobody_watches

MOST_GROUPS = {Kind.SLIDES: 20, Kind.PAGE: 200, Kind.PDF: 200, Kind.SHEET: 5000, Kind.DATA: 5000}


class TooManyGroups(ValueError):  # noqa: N818 (it reads as what is wrong)
    """More groups than anybody could read in a file of this kind."""


def written(document: Document, kind: Kind, watch: Watch = nobody_watches) -> bytes:
    """The document as the bytes of a file.

    `watch` is told how far the writing has come. Raises `TooManyGroups` for more groups than the kind can carry.
    """
    if len(document.shown) > MOST_GROUPS[kind]:
        raise TooManyGroups(
            f"{len(document.shown):,} groups are too many for a {kind.value} file (at most {MOST_GROUPS[kind]:,})."
        )
    match kind:
        case Kind.PAGE:
            from fanlight.results.documents.paper import page

            return page(document, watch)
        case Kind.PDF:
            from fanlight.results.documents.pdf import pdf

            return pdf(document, watch)
        case Kind.SLIDES:
            from fanlight.results.documents.slides import slides

            return slides(document, watch)
        case Kind.SHEET:
            from fanlight.results.documents.workbook import workbook

            return workbook(document)
        case Kind.DATA:
            from fanlight.results.documents.plain import data

            return data(document)

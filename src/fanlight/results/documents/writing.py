"""Writing a document as a file of some kind. The libraries are slow to load, so each is loaded when it is needed."""

from fanlight.results.documents.document import Document
from fanlight.results.documents.kind import Kind

MOST_ON_SLIDES = 20


class TooManyGroups(ValueError):  # noqa: N818 (it reads as what is wrong)
    """Nobody could show so many slides."""


def written(document: Document, kind: Kind) -> bytes:
    """The document as the bytes of a file. Raises `TooManyGroups` for slides about more than twenty groups."""
    match kind:
        case Kind.PAGE:
            from fanlight.results.documents.paper import page

            return page(document)
        case Kind.PDF:
            from fanlight.results.documents.pdf import pdf

            return pdf(document)
        case Kind.SLIDES:
            from fanlight.results.documents.slides import slides

            if len(document.shown) > MOST_ON_SLIDES:
                raise TooManyGroups(
                    f"Slides about {len(document.shown)} groups are too many to show (at most {MOST_ON_SLIDES})."
                )
            return slides(document)
        case Kind.SHEET:
            from fanlight.results.documents.workbook import workbook

            return workbook(document)
        case Kind.DATA:
            from fanlight.results.documents.plain import data

            return data(document)

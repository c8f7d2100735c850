"""The kinds of file that a document is written as."""

from enum import Enum

OFFICE = "application/vnd.openxmlformats-officedocument"


class Kind(Enum):
    """A kind of file, named by the ending of its name."""

    PAGE = ".html"
    PDF = ".pdf"
    SLIDES = ".pptx"
    SHEET = ".xlsx"
    DATA = ".json"

    @property
    def content_type(self) -> str:
        return _TYPES[self]


_TYPES = {
    Kind.PAGE: "text/html; charset=utf-8",
    Kind.PDF: "application/pdf",
    Kind.SLIDES: f"{OFFICE}.presentationml.presentation",
    Kind.SHEET: f"{OFFICE}.spreadsheetml.sheet",
    Kind.DATA: "application/json",
}

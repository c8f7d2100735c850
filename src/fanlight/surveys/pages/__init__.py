"""The words on the pages of rounds."""

from fanlight.surveys.pages.planning import promise_page

__all__ = ["promise_page"]

"""What people read on a page."""

import re
from html import unescape

NOT_READ = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]+>", re.DOTALL)


def words_of(page: str) -> str:
    """The words of a page without its tags: in random tokens there, any short name stands sooner or later."""
    return " ".join(unescape(NOT_READ.sub(" ", page)).split())

"""A story to take away: as Markdown, and as a PDF for everybody."""

import json
import re
from functools import lru_cache
from importlib import resources
from pathlib import Path

SHEET = Path(str(resources.files("fanlight.stories").joinpath("documents/story.typ")))
Parts = tuple[tuple[str, str], ...]


def as_markdown(*, title: str, lead: str, parts: Parts, foot: str) -> str:
    """The story as a text that any editor reads. What would be markup in somebody's words is escaped."""
    said = [f"# {_plain(title)}", _plain(lead)]
    for heading, words in parts:
        said += [f"## {heading}", "\n\n".join(_plain(one) for one in words.splitlines() if one.strip())]
    return "\n\n".join([*said, "---", _plain(foot)]) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", text)


@lru_cache(maxsize=16)  # typesetting takes a moment
def as_pdf(*, title: str, lead: str, parts: Parts, foot: str) -> bytes:
    """The bytes of a PDF/UA-1 file."""
    import typst  # takes a while, and most pages never need it

    story = {"title": title, "lead": lead, "parts": [list(part) for part in parts], "foot": foot}
    made: bytes = typst.compile(SHEET, sys_inputs={"story": json.dumps(story)}, pdf_standards="ua-1")
    return made

"""What is chosen and written in a debrief."""

from collections.abc import Mapping

from fanlight.guide.queries import Focus

USUAL_MINUTES = 45


def minutes_chosen(query: Mapping[str, str]) -> int:
    """How long the talk may take; the usual time where the address says nothing sensible."""
    text = query.get("minutes", "")
    return int(text) if text.isdecimal() and len(text) < 4 else USUAL_MINUTES


def focus_chosen(query: Mapping[str, str]) -> Focus | None:
    text = query.get("focus", "")
    return Focus(text) if text in set(Focus) else None

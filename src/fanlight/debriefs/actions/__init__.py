"""What happens in a debrief, and what is kept of it."""

from fanlight.debriefs.actions.live import (
    add_thought,
    begin_live,
    end_live,
    forget_old_talks,
    go_on,
    place_dots,
)
from fanlight.debriefs.actions.outcome import drop_noted, record_session, take_feedback

__all__ = [
    "add_thought",
    "begin_live",
    "drop_noted",
    "end_live",
    "forget_old_talks",
    "go_on",
    "place_dots",
    "record_session",
    "take_feedback",
]

"""What happens in a debrief, and what is kept of it."""

from fanlight.debriefs.actions.outcome import drop_noted, record_session, take_feedback

__all__ = ["drop_noted", "record_session", "take_feedback"]

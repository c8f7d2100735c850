"""What is kept of a team's changes."""

from fanlight.improvement.models.action import AgreedAction, Progress

__all__ = ["AgreedAction", "Progress"]

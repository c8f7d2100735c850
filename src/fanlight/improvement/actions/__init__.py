"""What a team does about its changes, each a verb with an actor."""

from fanlight.improvement.actions.agreed import (
    MOST,
    CameFrom,
    EnoughAgreed,
    agree_action,
    edit_action,
    move_action,
    report_progress,
)
from fanlight.improvement.actions.changed import Changed

__all__ = [
    "MOST",
    "CameFrom",
    "Changed",
    "EnoughAgreed",
    "agree_action",
    "edit_action",
    "move_action",
    "report_progress",
]

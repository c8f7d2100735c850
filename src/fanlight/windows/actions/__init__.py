"""What a team does with its windows and its huddles."""

from fanlight.windows.actions.huddles import (
    ANSWERED,
    TOLD,
    drop_huddle,
    drop_sent_on,
    hold_huddle,
    note_answer,
    send_on,
    tell_of_huddle,
)
from fanlight.windows.actions.looks import (
    PLANNED,
    drop_note,
    drop_window,
    move_window,
    plan_window,
    write_down,
)
from fanlight.windows.actions.themes import SAID, change_theme, drop_theme, join_theme, make_theme

__all__ = [
    "ANSWERED",
    "PLANNED",
    "SAID",
    "TOLD",
    "change_theme",
    "drop_huddle",
    "drop_note",
    "drop_sent_on",
    "drop_theme",
    "drop_window",
    "hold_huddle",
    "join_theme",
    "make_theme",
    "move_window",
    "note_answer",
    "plan_window",
    "send_on",
    "tell_of_huddle",
    "write_down",
]

"""The doors: to a concern with its receipt or a guardian's key, and to the guardians' space."""

from fanlight.speakup.access.desks import (
    desk_behind,
    desk_of,
    desks_open,
    gone_from,
    guardian_at,
    hearing_at,
    holders_at,
    in_post,
    was_ever_open,
)
from fanlight.speakup.access.doors import AtWork, at_work_behind, name_of
from fanlight.speakup.access.lines import (
    Damaged,
    NoSuchConcern,
    OpenConcern,
    concern_behind,
    concern_for,
    concern_in_visit,
    concerns_for,
    cut_off_from,
    readers_of,
    shelf_of,
)

__all__ = [
    "AtWork",
    "Damaged",
    "NoSuchConcern",
    "OpenConcern",
    "at_work_behind",
    "concern_behind",
    "concern_for",
    "concern_in_visit",
    "concerns_for",
    "cut_off_from",
    "desk_behind",
    "desk_of",
    "desks_open",
    "gone_from",
    "guardian_at",
    "hearing_at",
    "holders_at",
    "in_post",
    "name_of",
    "readers_of",
    "shelf_of",
    "was_ever_open",
]

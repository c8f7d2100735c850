"""The life of a round, a step at a time: plan, book the debrief, schedule or open, extend, close, release."""

from fanlight.surveys.actions.changing import change_round
from fanlight.surveys.actions.elsewhere import add_other_survey, remove_other_survey
from fanlight.surveys.actions.planning import book_debrief, choose_questions, drop_round, plan_round
from fanlight.surveys.actions.refused import TEAM_HAS_ENDED, NotNow
from fanlight.surveys.actions.running import (
    close_round,
    extend_round,
    forget_facilitators,
    mark_released,
    open_round,
    schedule_round,
    send_reminder,
    start_round,
)
from fanlight.surveys.actions.together import ask_twice, join_round, part_ways

__all__ = [
    "TEAM_HAS_ENDED",
    "NotNow",
    "add_other_survey",
    "ask_twice",
    "book_debrief",
    "change_round",
    "choose_questions",
    "close_round",
    "drop_round",
    "extend_round",
    "forget_facilitators",
    "join_round",
    "mark_released",
    "open_round",
    "part_ways",
    "plan_round",
    "remove_other_survey",
    "schedule_round",
    "send_reminder",
    "start_round",
]

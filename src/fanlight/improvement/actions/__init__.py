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
from fanlight.improvement.actions.cycles import Planned, change_plan, plan_cycle, study_cycle
from fanlight.improvement.actions.measures import (
    Entry,
    FigureThere,
    add_measure,
    add_note,
    change_measure,
    correct_figure,
    drop_note,
    put_figure,
    put_figures,
)

__all__ = [
    "MOST",
    "CameFrom",
    "Changed",
    "EnoughAgreed",
    "Entry",
    "FigureThere",
    "Planned",
    "add_measure",
    "add_note",
    "agree_action",
    "change_measure",
    "change_plan",
    "correct_figure",
    "drop_note",
    "edit_action",
    "move_action",
    "plan_cycle",
    "put_figure",
    "put_figures",
    "report_progress",
    "study_cycle",
]

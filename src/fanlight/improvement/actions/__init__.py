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
from fanlight.improvement.actions.aims import (
    Aimed,
    add_branch,
    begin_aim,
    change_aim,
    change_branch,
    drop_branch,
    end_aim,
)
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
from fanlight.people.actions.changed import Changed

__all__ = [
    "MOST",
    "Aimed",
    "CameFrom",
    "Changed",
    "EnoughAgreed",
    "Entry",
    "FigureThere",
    "Planned",
    "add_branch",
    "add_measure",
    "add_note",
    "agree_action",
    "begin_aim",
    "change_aim",
    "change_branch",
    "change_measure",
    "change_plan",
    "correct_figure",
    "drop_branch",
    "drop_note",
    "edit_action",
    "end_aim",
    "move_action",
    "plan_cycle",
    "put_figure",
    "put_figures",
    "report_progress",
    "study_cycle",
]

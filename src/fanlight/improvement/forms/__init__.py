"""What is typed about a team's changes."""

from fanlight.improvement.forms.action import ActionForm, EditActionForm, MoveForm, ProgressForm
from fanlight.improvement.forms.aim import AimForm, BranchForm, EndAimForm
from fanlight.improvement.forms.cycle import PlanCycleForm, StudyCycleForm
from fanlight.improvement.forms.figure import CorrectForm, FigureForm
from fanlight.improvement.forms.measure import MeasureForm, NoteForm
from fanlight.improvement.forms.paste import PasteForm, held_entries, pasted_entries

__all__ = [
    "ActionForm",
    "AimForm",
    "BranchForm",
    "CorrectForm",
    "EditActionForm",
    "EndAimForm",
    "FigureForm",
    "MeasureForm",
    "MoveForm",
    "NoteForm",
    "PasteForm",
    "PlanCycleForm",
    "ProgressForm",
    "StudyCycleForm",
    "held_entries",
    "pasted_entries",
]

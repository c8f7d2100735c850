"""What is typed about a team's changes."""

from fanlight.improvement.forms.action import ActionForm, EditActionForm, MoveForm, ProgressForm

__all__ = ["ActionForm", "EditActionForm", "MoveForm", "ProgressForm"]

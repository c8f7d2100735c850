"""What is kept of a team's changes."""

from fanlight.improvement.models.action import AgreedAction, Progress
from fanlight.improvement.models.aim import Aim, Branch, BranchKind
from fanlight.improvement.models.cycle import Cycle, Decision
from fanlight.improvement.models.measure import (
    Correction,
    Counts,
    Direction,
    Figure,
    Measure,
    Note,
    Purpose,
    Rhythm,
)

__all__ = [
    "AgreedAction",
    "Aim",
    "Branch",
    "BranchKind",
    "Correction",
    "Counts",
    "Cycle",
    "Decision",
    "Direction",
    "Figure",
    "Measure",
    "Note",
    "Progress",
    "Purpose",
    "Rhythm",
]

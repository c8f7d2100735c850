"""What is typed in about rounds."""

from fanlight.surveys.forms.planning import (
    PULSE,
    ChangePlanForm,
    DebriefForm,
    ExtendForm,
    PlanForm,
    PulseForm,
)
from fanlight.surveys.forms.together import JoinRoundForm, OtherSurveyForm, TwiceForm

__all__ = [
    "PULSE",
    "ChangePlanForm",
    "DebriefForm",
    "ExtendForm",
    "JoinRoundForm",
    "OtherSurveyForm",
    "PlanForm",
    "PulseForm",
    "TwiceForm",
]

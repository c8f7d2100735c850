"""What is typed in about rounds."""

from fanlight.surveys.forms.planning import PULSE, DebriefForm, ExtendForm, PlanForm, PulseForm
from fanlight.surveys.forms.together import JoinRoundForm, OtherSurveyForm, TwiceForm

__all__ = [
    "PULSE",
    "DebriefForm",
    "ExtendForm",
    "JoinRoundForm",
    "OtherSurveyForm",
    "PlanForm",
    "PulseForm",
    "TwiceForm",
]

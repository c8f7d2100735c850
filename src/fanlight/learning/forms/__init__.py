"""What is typed about what a team learned."""

from fanlight.learning.forms.equity import LikelihoodForm
from fanlight.learning.forms.needs import LookForm, MendingForm, NeedForm, PartyForm, PersonForm
from fanlight.learning.forms.reviews import (
    BeginForm,
    DescribeForm,
    GuestForm,
    LinesForm,
    PracticeForm,
    SortForm,
)
from fanlight.learning.forms.thanks import ShareForm, ThanksForm

__all__ = [
    "BeginForm",
    "DescribeForm",
    "GuestForm",
    "LikelihoodForm",
    "LinesForm",
    "LookForm",
    "MendingForm",
    "NeedForm",
    "PartyForm",
    "PersonForm",
    "PracticeForm",
    "ShareForm",
    "SortForm",
    "ThanksForm",
]

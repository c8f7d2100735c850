"""What is typed about what a team learned."""

from fanlight.learning.forms.reviews import (
    BeginForm,
    DescribeForm,
    GuestForm,
    LinesForm,
    PracticeForm,
    SortForm,
)

__all__ = ["BeginForm", "DescribeForm", "GuestForm", "LinesForm", "PracticeForm", "SortForm"]

"""What happens in a review, and what is kept of it."""

from fanlight.learning.actions.reviews import (
    add_practice,
    ask_guest,
    begin_review,
    close_review,
    describe_review,
    drop_practice,
    drop_review,
    reopen_review,
    sort_lines,
    thank_guest,
    write_down,
)

__all__ = [
    "add_practice",
    "ask_guest",
    "begin_review",
    "close_review",
    "describe_review",
    "drop_practice",
    "drop_review",
    "reopen_review",
    "sort_lines",
    "thank_guest",
    "write_down",
]

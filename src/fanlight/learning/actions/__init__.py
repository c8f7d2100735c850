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
from fanlight.learning.actions.thanks import (
    delete_thanks,
    keep_thanks,
    say_thanks,
    share_thanks,
    take_off_wall,
)

__all__ = [
    "add_practice",
    "ask_guest",
    "begin_review",
    "close_review",
    "delete_thanks",
    "describe_review",
    "drop_practice",
    "drop_review",
    "keep_thanks",
    "reopen_review",
    "say_thanks",
    "share_thanks",
    "sort_lines",
    "take_off_wall",
    "thank_guest",
    "write_down",
]

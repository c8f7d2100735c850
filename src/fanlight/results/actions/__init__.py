"""What happens to a round's results: the release, and the comments that somebody outside the line reads first."""

from fanlight.results.actions.commenting import (
    NotReadYet,
    forget_unread_comments,
    judge_comment,
    share_comments,
)
from fanlight.results.actions.releasing import close_and_release, end_unread, release_round

__all__ = [
    "NotReadYet",
    "close_and_release",
    "end_unread",
    "forget_unread_comments",
    "judge_comment",
    "release_round",
    "share_comments",
]

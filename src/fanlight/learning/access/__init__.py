"""The doors to what a team learns."""

from fanlight.learning.access.needs import (
    keeps,
    may_keep_needs,
    mending_to_keep,
    need_to_see,
    party_to_keep,
    party_to_see,
    team_to_mend,
)
from fanlight.learning.access.reviews import (
    guest_of_review,
    line_to_take_on,
    may_write,
    practice_of_review,
    review_to_read,
    review_to_write,
    team_that_learns,
)
from fanlight.learning.access.thanks import (
    is_in_team,
    shared_thanks,
    team_to_thank,
    thanks_behind,
    thanks_for,
)

__all__ = [
    "guest_of_review",
    "is_in_team",
    "keeps",
    "line_to_take_on",
    "may_keep_needs",
    "may_write",
    "mending_to_keep",
    "need_to_see",
    "party_to_keep",
    "party_to_see",
    "practice_of_review",
    "review_to_read",
    "review_to_write",
    "shared_thanks",
    "team_that_learns",
    "team_to_mend",
    "team_to_thank",
    "thanks_behind",
    "thanks_for",
]

"""Putting an answer into the urn, making slips, and opening the urn at close."""

from fanlight.responses.actions.closing import empty_urn_unread, give_up_urn, open_urn, tidy_urn, tidy_urns
from fanlight.responses.actions.printing import make_slips
from fanlight.responses.actions.sending import RoundIsShut, SlipIsNeeded, SlipIsSpent, put_in_urn
from fanlight.responses.actions.typing_in import begin_typing_in

__all__ = [
    "RoundIsShut",
    "SlipIsNeeded",
    "SlipIsSpent",
    "begin_typing_in",
    "empty_urn_unread",
    "give_up_urn",
    "make_slips",
    "open_urn",
    "put_in_urn",
    "tidy_urn",
    "tidy_urns",
]

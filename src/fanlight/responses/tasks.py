"""What is done again until it is done: leaving nothing of an opened urn behind."""

import logging

from fanlight.responses.actions import tidy_urn
from fanlight.surveys.keys import rounds_with_files
from fanlight.surveys.queries import released_among

log = logging.getLogger("fanlight.responses")


def tidy_urns() -> None:
    """Tidy up after every released round whose key, or the last trace of it, is still there."""
    for round in released_among(rounds_with_files()):
        try:
            tidy_urn(round=round)
        except OSError as problem:
            log.warning(
                "round %s: its key could not be destroyed: %s", round.public_id, problem.strerror or problem
            )

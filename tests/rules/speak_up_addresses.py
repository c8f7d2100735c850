"""Who may open what of speaking up. A guardian is led to their door: no page of theirs opens without their keys."""

from rules.people_addresses import EVERYBODY, POST_ONLY
from support.worlds import Cast

GUARDIANS = "· 403 403 403 403 403 403 403 302 403 403"
AT_THE_DOOR = "· 403 403 403 403 403 403 403 200 403 403"  # which asks for a second check first

SPEAK_UP = {
    "speak_up": EVERYBODY,
    "speak_up_board": EVERYBODY,
    "speak_up_kept": EVERYBODY,
    "speak_up_poster": EVERYBODY,
    "speak_up_learned": "· 200 200 200 200 200 200 200 200 200 200",
    "guardian": GUARDIANS,
    "guardian_open": AT_THE_DOOR,
    "guardian_lost": GUARDIANS,
    "guardian_take_up": POST_ONLY,
    "guardian_shut": POST_ONLY,
    "guardian_new": GUARDIANS,
    "guardian_record": GUARDIANS,
    "guardian_return": GUARDIANS,
    "guardian_year": GUARDIANS,
    "guardian_people": GUARDIANS,
    "guardian_people_deed": GUARDIANS,
    "guardian_help_back": POST_ONLY,
    "guardian_hand_over_for": GUARDIANS,
    "guardian_concern": GUARDIANS,
    "guardian_file": GUARDIANS,
    "guardian_finish": POST_ONLY,
    "guardian_deed": GUARDIANS,
}

# Speaking up needs no account, ever.
PUBLIC_SPEAK_UP = {"speak_up", "speak_up_board", "speak_up_kept", "speak_up_poster"}


def about_speaking_up(name: str, cast: Cast) -> dict[str, object]:  # noqa: ARG001 (as for the others)
    """What an address names. Nobody gets as far as being told that there is no such concern."""
    deed = "away" if name == "guardian_people_deed" else "about"
    return {"public_id": "x" * 12, "number": 1, "deed": deed}

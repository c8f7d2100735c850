"""The addresses about a team's changes: what each kind of person gets, in the order of WHO."""

from rules.people_addresses import IN_TEAM, POST_ONLY, SIGNED_IN
from support.changes import an_action
from support.worlds import Cast

CHANGES = {
    "board": IN_TEAM,
    "add_action": IN_TEAM,
    "action": IN_TEAM,
    "edit_action": IN_TEAM,
    "move_action": POST_ONLY,
    "change_action": IN_TEAM,
    "take_on": SIGNED_IN,  # an idea of the guide; what belongs to a team is guarded by its own kind
}
OF_THE_TEAM = {"board", "add_action"}


def about_changes(name: str, cast: Cast) -> dict[str, object]:
    if name == "take_on":
        return {"kind": "idea", "public_id": "start-huddle"}
    subject = cast.ward if name in OF_THE_TEAM else an_action(cast.ward)
    return {"public_id": subject.public_id}

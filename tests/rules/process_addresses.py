"""The addresses of what is seen from outside a team: what each kind of person gets, in the order of WHO."""

from rules.people_addresses import IN_TEAM, POST_ONLY, SEES_PROCESS
from support.worlds import Cast

PROCESS = {
    "process": SEES_PROCESS,
    "team_process": "· 200 200 200 404 404 200 200 403 403 200",  # those who see it, and those of whom it is seen
    "sharing": IN_TEAM,
    "share": POST_ONLY,
    "stop_sharing": POST_ONLY,
}


def about_process(name: str, cast: Cast) -> dict[str, object]:
    place = cast.hospital if name == "process" else cast.ward
    return {"public_id": place.public_id, "what": "actions"}

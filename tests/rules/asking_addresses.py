"""The addresses of small teams' rounds and of an organisation's calendar: what each kind of person gets."""

from datetime import timedelta

from django.utils import timezone

from fanlight.surveys.actions import add_other_survey
from rules.people_addresses import KEEPS_TREE, LEADS, POST_ONLY, SEES_PROCESS
from support.worlds import Cast, a_draft

ASKING = {
    "small_team": LEADS,
    "together": LEADS,
    "part_ways": POST_ONLY,
    "join_round": "· 403 403 403 403 200 403 403 403 403 403",  # for whoever leads another team and has the link
    "twice": LEADS,
    "end_unread": LEADS,
    "asking_calendar": SEES_PROCESS,
    "calendar_add": KEEPS_TREE,
    "calendar_remove": KEEPS_TREE,
}


def about_asking(name: str, cast: Cast) -> dict[str, object]:
    if "calendar" not in name:
        draft = a_draft(cast.ward, by=cast.alice)
        return {"public_id": draft.public_id, "key": draft.joining_key}
    today = timezone.localdate()
    survey = add_other_survey(
        organisation=cast.hospital,
        title="Staff survey",
        begins_on=today,
        ends_on=today + timedelta(days=9),
        by=None,
    )
    return {"public_id": cast.hospital.public_id, "survey": survey.public_id}

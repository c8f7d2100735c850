"""The addresses about a team's changes: what each kind of person gets, in the order of WHO."""

from django.utils import timezone

from fanlight.improvement.actions import Entry, add_note, put_figure
from fanlight.team.actions import write_message
from rules.people_addresses import IN_TEAM, POST_ONLY, SIGNED_IN
from support.changes import a_cycle, a_measure, a_tree, an_action
from support.worlds import Cast

COACHES = "· 403 403 403 404 404 200 403 403 403 403"

CHANGES = {
    "board": IN_TEAM,
    "add_action": IN_TEAM,
    "action": IN_TEAM,
    "edit_action": IN_TEAM,
    "move_action": POST_ONLY,
    "change_action": IN_TEAM,
    "plan_cycle": IN_TEAM,
    "cycle": IN_TEAM,
    "change_plan": IN_TEAM,
    "study_cycle": IN_TEAM,
    "add_measure": IN_TEAM,
    "add_team_measure": IN_TEAM,
    "measure": IN_TEAM,
    "change_measure": IN_TEAM,
    "put_figure": IN_TEAM,
    "add_note": IN_TEAM,
    "paste_figures": IN_TEAM,
    "save_pasted": POST_ONLY,
    "correct_figure": IN_TEAM,
    "drop_flag": IN_TEAM,
    "begin_aim": IN_TEAM,
    "aim": IN_TEAM,
    "change_aim": IN_TEAM,
    "end_aim": IN_TEAM,
    "aim_slides": IN_TEAM,
    "add_branch": IN_TEAM,
    "change_branch": IN_TEAM,
    "drop_branch": IN_TEAM,
    "thread": IN_TEAM,
    "team_coach": IN_TEAM,
    "coaching": SIGNED_IN,  # the teams that one coaches: none for most
    "coached_team": COACHES,
    "say_helped": POST_ONLY,
    "digest": SIGNED_IN,
    "take_on": SIGNED_IN,  # an idea of the guide; what belongs to a team is guarded by its own kind
}
OF_THE_TEAM = {"board", "add_action", "add_team_measure", "begin_aim", "team_coach", "coached_team"}
OF_A_CYCLE = {"cycle", "change_plan", "study_cycle"}
OF_A_MEASURE = {"measure", "change_measure", "put_figure", "add_note", "paste_figures", "save_pasted"}


OF_AN_AIM = {"aim", "change_aim", "end_aim", "aim_slides", "add_branch"}
OF_A_BRANCH = {"change_branch", "drop_branch"}


def about_changes(name: str, cast: Cast) -> dict[str, object]:
    if name == "take_on":
        return {"kind": "idea", "public_id": "start-huddle"}
    return {"public_id": _subject(name, cast).public_id}


def _subject(name: str, cast: Cast):  # type: ignore[no-untyped-def]
    today, ward = timezone.localdate(), cast.ward
    special = {
        "correct_figure": lambda: put_figure(measure=a_measure(ward), entry=Entry(today, 3), by=None),
        "drop_flag": lambda: add_note(
            measure=a_measure(ward), on=today, words="Flu", starts_anew=False, by=None
        ),
        "say_helped": lambda: write_message(
            team=ward, words="Help", from_coach=False, asks_help=True, by=cast.bob
        ),
        **{name: lambda: ward for name in OF_THE_TEAM},
        **{name: lambda: a_cycle(an_action(ward)) for name in OF_A_CYCLE},
        **{name: lambda: a_measure(ward) for name in OF_A_MEASURE},
        **{name: lambda: a_tree(ward) for name in OF_AN_AIM},
        **{name: lambda: a_tree(ward).branches.first() for name in OF_A_BRANCH},
    }
    return special.get(name, lambda: an_action(ward))()

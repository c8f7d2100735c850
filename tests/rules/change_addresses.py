"""The addresses about a team's changes: what each kind of person gets, in the order of WHO."""

from django.utils import timezone

from fanlight.improvement.actions import Entry, add_note, put_figure
from rules.people_addresses import IN_TEAM, POST_ONLY, SIGNED_IN
from support.changes import a_cycle, a_measure, a_tree, an_action
from support.worlds import Cast

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
    "take_on": SIGNED_IN,  # an idea of the guide; what belongs to a team is guarded by its own kind
}
OF_THE_TEAM = {"board", "add_action", "add_team_measure", "begin_aim"}
OF_A_CYCLE = {"cycle", "change_plan", "study_cycle"}
OF_A_MEASURE = {"measure", "change_measure", "put_figure", "add_note", "paste_figures", "save_pasted"}


OF_AN_AIM = {"aim", "change_aim", "end_aim", "aim_slides", "add_branch"}
OF_A_BRANCH = {"change_branch", "drop_branch"}


def about_changes(name: str, cast: Cast) -> dict[str, object]:
    if name == "take_on":
        return {"kind": "idea", "public_id": "start-huddle"}
    return {"public_id": _subject(name, cast).public_id}


def _subject(name: str, cast: Cast):  # type: ignore[no-untyped-def]
    if name in OF_THE_TEAM:
        return cast.ward
    if name in OF_A_CYCLE:
        return a_cycle(an_action(cast.ward))
    if name in OF_A_MEASURE:
        return a_measure(cast.ward)
    if name in OF_AN_AIM:
        return a_tree(cast.ward)
    if name in OF_A_BRANCH:
        return a_tree(cast.ward).branches.first()
    today = timezone.localdate()
    if name == "correct_figure":
        return put_figure(measure=a_measure(cast.ward), entry=Entry(today, 3), by=None)
    if name == "drop_flag":
        return add_note(measure=a_measure(cast.ward), on=today, words="Flu", starts_anew=False, by=None)
    return an_action(cast.ward)

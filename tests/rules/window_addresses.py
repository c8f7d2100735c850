"""The addresses about windows, themes and huddles: what each kind of person gets, in the order of WHO."""

from fanlight.guide.actions import begin_sitting
from fanlight.guide.queries import Use
from rules.people_addresses import EVERYBODY, IN_TEAM, POST_ONLY
from support.windows import a_huddle, a_look
from support.worlds import Cast

WINDOWS = {
    "guide_live": EVERYBODY,
    "guide_live_join": EVERYBODY,
    "guide_live_sitting": EVERYBODY,
    "guide_windows": EVERYBODY,
    "guide_window": EVERYBODY,
    "windows": IN_TEAM,
    "plan_window": IN_TEAM,
    "window": IN_TEAM,
    "move_window": IN_TEAM,
    "write_window": IN_TEAM,
    "drop_window": IN_TEAM,
    "drop_note": IN_TEAM,
    "gather": IN_TEAM,
    "theme": IN_TEAM,
    "change_theme": IN_TEAM,
    "drop_theme": IN_TEAM,
    "patterns": IN_TEAM,
    "huddles": IN_TEAM,
    "hold_huddle": POST_ONLY,
    "huddle_earlier": IN_TEAM,
    "huddle": IN_TEAM,
    "huddle_send_on": IN_TEAM,
    "huddle_answer": IN_TEAM,
    "drop_huddle": IN_TEAM,
    "drop_sent_on": IN_TEAM,
}
OF_THE_TEAM = {"windows", "plan_window", "gather", "patterns", "huddles", "hold_huddle", "huddle_earlier"}


def about_windows(name: str, cast: Cast) -> dict[str, object]:
    if name == "guide_live_sitting":
        return {"code": begin_sitting(use=Use.SAFETY_MOMENT, cards=["the-porter-knows"]).code}
    looked, huddled = a_look(cast.ward, by=cast.bob), a_huddle(cast.ward, by=cast.bob)
    subjects = {"drop_note": looked.note, "huddle_answer": huddled.sent, "drop_sent_on": huddled.sent}
    subjects |= dict.fromkeys(("theme", "change_theme", "drop_theme"), looked.theme)
    subjects |= dict.fromkeys(("huddle", "huddle_send_on", "drop_huddle"), huddled.huddle)
    subjects |= dict.fromkeys(OF_THE_TEAM, cast.ward)
    return {"public_id": subjects.get(name, looked.window).public_id, "kind": "walkabout"}

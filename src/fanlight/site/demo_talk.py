"""The demo's talk: what a team said in an earlier round, what it agreed then, and how far it has come."""

from datetime import datetime, timedelta

from fanlight.debriefs.actions import record_session, take_feedback
from fanlight.improvement.actions import agree_action, report_progress
from fanlight.improvement.models import Progress
from fanlight.people.models import User
from fanlight.people.queries import gives_away
from fanlight.results.actions import judge_comment, share_comments
from fanlight.results.queries import as_judged
from fanlight.surveys.models import Round

EARLIER_COMMENTS = {  # and what each is about
    "Handover is good when we do it at the bedside and poor when we do it at the desk.": "communication",
    "I ask more than I used to. Thank you, whoever started saying “good question”.": "psychological-safety",
    "Nobody told nights about the new pumps. Bob found out from a patient on bay 4.": "communication",
    "The kitchen is where we really talk.": "",
}
COMMENTS = (
    "Since the huddle I know who is where. Please keep it.",
    "When Dr Ames is on, people stop asking. I do too.",
    "On 12 November we were three on nights with two side rooms. Nobody came to ask how it had been.",
    "Could the rota come out a week earlier?",
    "Saying it back feels silly at first, then it does not.",
    "I am the only physio here and would like to be told about the debrief.",
)
FEEDBACK = (("yes", "yes"),) * 6 + (("yes", "partly"),) * 3 + (("partly", "no"),)


def let_comments_be_seen(round: Round, *, by: User) -> None:
    """The facilitator reads every comment, blacks out what we find in it, and shows them where they belong."""
    for one in as_judged(round):
        hidden = [hint.words for hint in gives_away(one.text, team=round.team)]
        theme = EARLIER_COMMENTS.get(one.text, "")
        judge_comment(round=round, key=one.key, leaves_out=False, hidden=hidden, theme=theme, by=by)
    share_comments(round=round, by=by)


def talk_about(round: Round, *, closed_on: datetime, by: User) -> None:
    """Two meetings after a round, days and nights; two things agreed, one kept and one still being tried."""
    first, second = (closed_on + timedelta(days=days) for days in (4, 6))
    record_session(
        round=round,
        held_on=first.date(),
        people=14,
        themes=["At handover the phone wins", "We help each other without being asked"],
        still_open=["The second phone line: estates have it on their list for the spring"],
        by=by,
    )
    record_session(
        round=round,
        held_on=second.date(),
        people=5,
        themes=["On nights nobody tells us what was decided by day"],
        still_open=[],
        by=by,
    )
    huddle = agree_action(
        team=round.team,
        round=round,
        what="A two-minute huddle at seven, morning and evening",
        first_step="Try it on Tuesday, standing at the board",
        who="Bob and the night team",
        look_again_on=(first + timedelta(days=28)).date(),
        by=by,
    )
    say_back = agree_action(
        team=round.team,
        round=round,
        what="Say it back on the phone",
        first_step="A card beside each phone by Friday",
        who="the team",
        look_again_on=(first + timedelta(days=21)).date(),
        by=by,
    )
    report_progress(
        action=huddle,
        progress=Progress.KEPT,
        note="It takes three minutes, and nights start knowing what the day decided",
        look_again_on=huddle.look_again_on,
        version=huddle.version,
        by=by,
    )
    report_progress(
        action=say_back,
        progress=Progress.TRYING,
        note="Easy with colleagues we know, harder with the switchboard",
        look_again_on=(closed_on + timedelta(days=130)).date(),
        version=say_back.version,
        by=by,
    )
    for worth_it, could_speak in FEEDBACK:
        take_feedback(round=round, answers={"worth_it": worth_it, "could_speak": could_speak})

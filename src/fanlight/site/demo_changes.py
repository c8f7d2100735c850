"""What the demo's ward tries: a board, small tests, and half a year of figures. Made by the real actions."""

from datetime import date, timedelta

from django.utils import timezone

from fanlight.improvement.actions import (
    Aimed,
    Entry,
    Planned,
    add_branch,
    add_measure,
    add_note,
    agree_action,
    begin_aim,
    move_action,
    plan_cycle,
    put_figures,
    study_cycle,
)
from fanlight.improvement.models import AgreedAction, Branch, BranchKind, Decision, Progress
from fanlight.people.models import Team, User
from fanlight.surveys.models import Round

NOTES = (2, 3, 2, 3, 2, 1, 3, 2, 3, 2, 2, 3, 2, 4, 5, 4, 5, 5, 4, 5, 6, 5, 5, 6)
HOME_LATE = ((5, 14), (4, 13), (6, 15), (5, 14), (4, 12), (5, 15), (3, 14), (3, 13), (2, 14), (2, 15))


def try_things(*, ward: Team, round: Round, by: User) -> None:
    """Three things on the board: one being tried with tests and a chart, one agreed, one that was stopped."""
    today = timezone.localdate()
    note = agree_action(
        team=ward,
        round=round,
        what="A note for nights: three lines on what the day decided",
        first_step="Write one on Tuesday and leave it by the board",
        who="the team",
        look_again_on=today + timedelta(days=12),
        element="organisation",
        focus="communication",
        card="the-porter-knows",
        by=by,
    )
    _test(note, by, today)
    _count(note, by, today)
    _aim(note, by, today)
    agree_action(
        team=ward,
        round=round,
        what="Label the drawers of the emergency trolley with pictures",
        first_step="Take photographs of the top drawer on Friday",
        who="Bob",
        look_again_on=today + timedelta(days=20),
        element="tools_and_technology",
        by=by,
    )
    round_robin = agree_action(
        team=ward,
        round=None,
        what="Go round and ask each person once in every meeting",
        first_step="At the next team meeting",
        who="Alice",
        look_again_on=today + timedelta(days=5),
        element="people",
        focus="psychological_safety",
        by=by,
    )
    moved = move_action(action=round_robin, version=1, to=Progress.TRYING, by=by)
    move_action(action=moved, version=2, to=Progress.KEPT, by=by)


def _test(action: AgreedAction, by: User, today: date) -> None:
    tests = (
        ("Three lines on paper, by the board", "One Tuesday", "Half of the nights will read it", 88,
         "Two of six had seen it", "Nobody walks past the board at night", Decision.ADAPT),
        ("Three lines on the handover sheet", "Three days, one bay", "Most nights will read it", 80,
         "Five of six had read it, and it took a minute to write", "The porters began to ask for it", Decision.ADOPT),
    )  # fmt: skip
    for plan, scale, prediction, ago, happened, surprised, decision in tests:
        begins_on = today - timedelta(days=ago)
        planned = Planned(plan, scale, prediction, begins_on, begins_on + timedelta(days=5))
        cycle = plan_cycle(action=action, planned=planned, by=by)
        study_cycle(cycle=cycle, version=1, happened=happened, surprised=surprised, decision=decision, by=by)
    soon = today + timedelta(days=4)
    planned = Planned(
        "On the handover sheet, weekends too", "Two weekends", "Six of seven nights", today, soon
    )
    plan_cycle(action=action, planned=planned, by=by)


def _count(action: AgreedAction, by: User, today: date) -> None:
    usual = {"how": "", "rhythm": "weekly", "target": None, "of_people": False, "is_shared": True}
    notes = add_measure(
        team=action.team,
        action=action,
        decided={**usual, "name": "Nights that had a note", "purpose": "process", "counts": "count", "direction": "up",
                 "how": "A tick on the handover sheet, out of seven nights", "target": 5.0},
        by=by,
    )  # fmt: skip
    monday = today - timedelta(days=today.weekday())
    begins = monday - timedelta(weeks=len(NOTES))
    days = [begins + timedelta(weeks=week) for week in range(len(NOTES))]
    put_figures(
        measure=notes, entries=[Entry(day, value) for day, value in zip(days, NOTES, strict=True)], by=by
    )
    add_note(measure=notes, on=days[5], words="Half the team had flu", starts_anew=False, by=by)
    late = add_measure(
        team=action.team,
        action=action,
        decided={**usual, "name": "People who went home late", "purpose": "balancing", "counts": "percentage",
                 "direction": "down", "of_people": True},
        by=by,
    )  # fmt: skip
    entries = [Entry(day, *pair) for day, pair in zip(days[-len(HOME_LATE) :], HOME_LATE, strict=True)]
    put_figures(measure=late, entries=entries, by=by)


def _aim(action: AgreedAction, by: User, today: date) -> None:
    counted = action.measures.first()
    aimed = Aimed(
        what="Nights know what the day decided",
        how_much="From 2 nights in 7 to 6 in 7 with a note",
        for_whom="everybody on nights on Ward 6",
        by_when=today + timedelta(days=60),
        measure=counted,
    )
    aim = begin_aim(team=action.team, aimed=aimed, by=by)

    def grow(under: Branch | None, kind: BranchKind, words: str) -> Branch:
        return add_branch(aim=aim, under=under, kind=kind, words=words, by=by)

    seen = grow(None, BranchKind.DRIVER, "The note is where people look")
    grow(seen, BranchKind.IDEA, "Print it on the handover sheet")
    grow(seen, BranchKind.IDEA, "A clip beside the kettle")
    written = grow(None, BranchKind.DRIVER, "Somebody writes it every day")
    time_for_it = grow(written, BranchKind.DRIVER, "There are two minutes for it")
    grow(time_for_it, BranchKind.IDEA, "The late shift’s last task, before coats")
    trusted = grow(None, BranchKind.DRIVER, "Nights can answer back")
    grow(trusted, BranchKind.IDEA, "A line on the note that nights fill in")

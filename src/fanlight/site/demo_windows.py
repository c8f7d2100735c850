"""The demo's windows, huddles and stories: what a ward saw, what it sent on, and what it told others."""

from datetime import timedelta

from django.utils import timezone

from fanlight.guide.queries import Focus, Setting, WindowKind, WorkSystem
from fanlight.people.actions.changed import version_of
from fanlight.people.models import Team, User
from fanlight.stories.actions import say_tried, share_story, write_story
from fanlight.stories.models import Readers
from fanlight.windows.actions import (
    ANSWERED,
    TOLD,
    hold_huddle,
    make_theme,
    note_answer,
    plan_window,
    send_on,
    tell_of_huddle,
    write_down,
)
from fanlight.windows.models import Note, Shift

LOOKS = (
    (
        WindowKind.WALKABOUT,
        "The evening drug round",
        34,
        ("Somebody always looks up when the door opens",),
        ("The phone breaks into the round", "The pump is never where it should be"),
    ),
    (
        WindowKind.OBSERVATION,
        "Handover at seven",
        19,
        ("The quiet ones are asked before it ends",),
        ("The phone breaks into handover", "Whoever stands at the back cannot hear"),
    ),
    (
        WindowKind.GOING_WELL,
        "A Sunday without a rush",
        6,
        ("Help came before anybody called", "The night team had set up the bays"),
        (),
    ),
)
HUDDLES = (2, 3, 2, 3, 4, 3, 2, 3, 5, 5, 6, 5, 6, 6)  # in each of the last whole weeks


def look(ward: Team, *, by: User) -> None:
    """Three windows held, one planned; two themes; notes that still wait for one; three months of huddles."""
    today = timezone.localdate()
    for kind, where, ago, well, hard in LOOKS:
        day = today - timedelta(days=ago)
        window = plan_window(team=ward, kind=kind, where=where, who="", planned_on=day, by=by)
        write_down(window=window, held_on=day, well=well, hard=hard, by=by)
    _theme(ward, "The phone breaks in", "The phone wins over everything", Focus.COMMUNICATION, by=by)
    _theme(ward, "Help came", "We see when somebody needs a hand", Focus.TEAMWORK, by=by)
    plan_window(
        team=ward,
        kind=WindowKind.VOICE,
        where="A cup of tea with somebody going home",
        who="A volunteer and one of the nights",
        planned_on=today + timedelta(days=5),
        by=by,
    )
    _huddle(ward, by=by)


def _theme(ward: Team, begins: str, words: str, focus: Focus, *, by: User) -> None:
    notes = Note.objects.filter(window__team=ward, words__startswith=begins)
    make_theme(team=ward, notes=notes, words=words, focus=focus, element=WorkSystem.ORGANISATION, by=by)


def _huddle(ward: Team, *, by: User) -> None:
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    for ago, many in enumerate(reversed(HUDDLES), start=1):
        for number in range(many):
            day = monday - timedelta(days=7 * ago - number)
            last = hold_huddle(team=ward, held_on=day, shift=Shift.DAY, by=by)
            tell_of_huddle(
                huddle=last,
                version=version_of(row=last, fields=TOLD),
                people=7,
                topics=("Falls at night", "Short of pumps")[: number % 3],
                by=by,
            )
    pumps = send_on(huddle=last, words="No pumps at weekends", to="the equipment library", by=by)
    note_answer(
        sent=pumps,
        version=version_of(row=pumps, fields=ANSWERED),
        answer="Two more from next month",
        answered_on=timezone.localdate(),
        by=by,
    )
    send_on(huddle=last, words="The lift sticks on the second floor", to="estates", by=by)


def tell(home: Team, ward: Team, *, lead: User, reader: User) -> None:
    """A story that a care home shared with everybody, and a ward that tried it too."""
    story = write_story(
        team=home,
        focus=Focus.COMMUNICATION,
        setting=Setting.CARE_HOME,
        title="Eight minutes at ten past two, with the cook",
        situation="What the kitchen saw never reached the carers. A pudding came back twice before anybody asked why.",
        tried="At ten past two everybody stopped for eight minutes, cook and cleaner too. One question: what is "
        "different today?",
        happened="In the first week the cook had something to say on four days out of five. We found a sore mouth, a "
        "broken chair and a birthday.",
        surprised="The quietest person in the house knew most.",
        tell_you="Keep it to eight minutes. Let the cook begin.",
        by=lead,
    )
    share_story(story=story, version=story.version, readers=Readers.EVERYBODY, all_agree=True, by=lead)
    words = "We asked the porters. They knew about the blankets."
    say_tried(story=story, team=ward, version=0, words=words, by=reader)

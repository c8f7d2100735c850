"""The weekly letter: what is due in a person's teams, with the addresses where it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from fanlight.improvement.pages.measure import put_words
from fanlight.surveys.models import Round
from fanlight.team.queries.digest import Due


def letter(name: str, dues: list[Due], to_read: Sequence[Round] = ()) -> tuple[str, str]:
    """Subject and text. Only the team's own words, and nothing of any answer or comment: that some wait, no more."""
    own = [("For you to read first", list(_comments(to_read)))] if to_read else []
    values = {
        "name": name,
        "teams": own + [(due.team.name, list(_lines(due))) for due in dues],
        "switch": settings.FANLIGHT.address + reverse("digest"),
    }
    return _subject(dues), render_to_string("team/letters/digest.txt", values)


def _subject(dues: list[Due]) -> str:
    if not dues:
        return "Something waits for you to read"
    return f"This week in {dues[0].team.name}" if len(dues) == 1 else "This week in your teams"


def _comments(rounds: Sequence[Round]) -> Iterator[tuple[str, str]]:
    for round in rounds:
        yield f"The comments of {round.title}, {round.whose}", _at("comments", round.public_id)


def _lines(due: Due) -> Iterator[tuple[str, str]]:
    for measure in due.measures:
        yield (
            f"{measure.name}: {put_words(measure, is_due=True).lower()}",
            _at("put_figure", measure.public_id),
        )
    for cycle in due.tests:
        when = _later(cycle.look_on, due.monday)
        yield f"What came of the test{when}? {cycle.plan}", _at("study_cycle", cycle.public_id)
    for action in due.actions:
        when = _later(action.look_again_on, due.monday)
        yield f"Look again{when}: {action.what}", _at("change_action", action.public_id)
    if due.messages:
        yield "Your coach wrote to the team", _at("team_coach", due.team.public_id)


def _later(on: date, monday: date) -> str:
    """On which day, for what is due later in the week."""
    return f" on {on:%A}" if on > monday else ""


def _at(name: str, public_id: str) -> str:
    return str(settings.FANLIGHT.address + reverse(name, args=[public_id]))

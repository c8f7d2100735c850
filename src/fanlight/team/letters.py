"""The weekly letter: what is due in a person's teams, with the addresses where it is done."""

from collections.abc import Iterator

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from fanlight.improvement.pages.measure import put_words
from fanlight.team.queries.digest import Due


def letter(dues: list[Due]) -> tuple[str, str]:
    """Subject and text. Only the team's own words, and nothing of any answer."""
    names = [due.team.name for due in dues]
    subject = f"This week in {names[0]}" if len(names) == 1 else "This week in your teams"
    values = {
        "teams": [(due.team.name, list(_lines(due))) for due in dues],
        "switch": settings.FANLIGHT.address + reverse("digest"),
    }
    return subject, render_to_string("team/letters/digest.txt", values)


def _lines(due: Due) -> Iterator[tuple[str, str]]:
    for measure in due.measures:
        yield f"{measure.name}: {put_words(measure).lower()}", _at("put_figure", measure.public_id)
    for cycle in due.tests:
        yield f"What came of the test? {cycle.plan}", _at("study_cycle", cycle.public_id)
    for action in due.actions:
        yield f"Look again: {action.what}", _at("change_action", action.public_id)
    if due.messages:
        yield "Your coach wrote to the team", _at("team_coach", due.team.public_id)


def _at(name: str, public_id: str) -> str:
    return str(settings.FANLIGHT.address + reverse(name, args=[public_id]))

"""What guardians offer to everybody's learning: a theme, never a case."""

from datetime import date

from django.db import transaction

from fanlight.speakup.access import AtWork
from fanlight.speakup.actions.record import note
from fanlight.speakup.models import Lesson, database


def offer_lesson(*, words: str, quarter: date, by: AtWork) -> Lesson:
    """Whether enough cases have the theme in common was looked at before (`queries.counting.themes_common`)."""
    with transaction.atomic(using=database()):
        note(verb="offered a theme to everybody’s learning", by=by)
        return Lesson.objects.create(desk=by.desk, words=words, quarter=quarter)

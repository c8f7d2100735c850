"""Answers, sealed and opened. Nothing here says who, when, from where or in which order.

Keys are random, rows have no time, and no foreign key leads from an answer to a person. `related_name="+"` keeps the
way back from a round closed as well.
"""

import uuid

from django.db import models

from fanlight.surveys.models import Round


class SealedAnswer(models.Model):
    """One person's answers in the round's urn: nobody can read them before the round closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "a sealed answer"


class Answer(models.Model):
    """One person's answers after the urn was opened and shuffled: item codes to answer codes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    codes = models.JSONField()

    def __str__(self) -> str:
        return "an answer"

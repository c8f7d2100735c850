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


class Slip(models.Model):
    """A printed code that works once. We keep a digest of it, never the code, and nothing of who drew it."""

    digest = models.CharField(primary_key=True, max_length=64, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    is_spent = models.BooleanField(default=False)

    def __str__(self) -> str:
        return "a slip"


class Answer(models.Model):
    """One person's answers after the urn was opened and shuffled: item codes to answer codes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    codes = models.JSONField()

    def __str__(self) -> str:
        return "an answer"


class Comment(models.Model):
    """What one person wrote, after the urn was opened: shuffled on its own, so that nothing ties it to an answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()

    def __str__(self) -> str:
        return "a comment"

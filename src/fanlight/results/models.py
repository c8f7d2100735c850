"""The release: what may be shown of a round. Made once, kept as it is. And comments that somebody has read first."""

import uuid
from typing import Any

from django.db import models

from fanlight.audit.models import AppendOnlyError
from fanlight.surveys.models import Round


class Release(models.Model):
    """The one release of a round. Pages, exports and charts read this and nothing else."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="release")
    document = models.JSONField()
    made_on = models.DateField(auto_now_add=True)

    def __str__(self) -> str:
        return f"release of {self.round}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise AppendOnlyError("a release is made once and never again with other cuts")
        super().save(*args, **kwargs)


class Judgement(models.Model):
    """What the first reader said of one comment. It knows the comment by its random key, and goes with it."""

    comment = models.UUIDField(primary_key=True, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    leaves_out = models.BooleanField()
    hidden: models.JSONField[Any, Any] = models.JSONField(default=list)
    theme = models.CharField(max_length=60, blank=True)  # the part of the results beside which it will stand

    def __str__(self) -> str:
        return "what was said of a comment"


class SharedComment(models.Model):
    """A comment as the team sees it. Its key is new, so no backup joins it to how it was written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    theme = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["id"]  # random keys: an order that stays and says nothing

    def __str__(self) -> str:
        return "a comment"

"""The release: what may be shown of a round. Made once, kept as it is."""

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

"""The one thing that the guide ever keeps: a sitting, while it lasts."""

from typing import Any

from django.db import models


class Sitting(models.Model):
    """A few people with the same cards on their phones. The row goes when they stop, and leaves nothing.

    There is no row and no field for a person, a phone or a team, and no free text: only which cards lie on the table,
    where they lie, and how many put them there.
    """

    code = models.CharField(primary_key=True, max_length=6)
    way = models.CharField(max_length=20)  # a Use of `queries`
    board: models.JSONField[Any, Any] = models.JSONField()
    ends_at = models.DateTimeField()  # when it is forgotten whatever happens

    def __str__(self) -> str:
        return "people with cards"

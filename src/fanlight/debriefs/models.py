"""What is kept of a debrief: that it took place, how many came, and what the team wrote down in its own words."""

from typing import Any

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.surveys.models import Round


class Session(models.Model):
    """One meeting. A round may have several, so that nights and weekends are heard; their outcome is one."""

    public_id = PublicIdField()
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="debrief_sessions")
    held_on = models.DateField()
    people = models.PositiveIntegerField()  # how many came, never who

    class Meta:
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return f"a debrief on {self.held_on}"


class Kind(models.TextChoices):
    """What a line of the outcome is."""

    THEME = "theme", "A theme"
    STILL_OPEN = "still_open", "Still open"


class Noted(models.Model):
    """One line of a round's outcome, in the team's words and without names."""

    public_id = PublicIdField()
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="noted")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=240)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


def no_answers() -> dict[str, dict[str, int]]:
    return {}


class Feedback(models.Model):
    """What people thought of a round's debrief: counts only. There is no row, no time and no order for any person.

    `shown` is a copy of the counts, made at every fifth answer, so that watching the page tells nobody's answer.
    """

    round = models.OneToOneField(Round, primary_key=True, on_delete=models.CASCADE, related_name="+")
    counts: models.JSONField[Any, Any] = models.JSONField(default=no_answers)
    shown: models.JSONField[Any, Any] = models.JSONField(default=no_answers)
    people = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "what people thought of a debrief"


class LiveStep(models.TextChoices):
    """Where a talk on phones is. A step is shown only once it has been closed."""

    CHOOSE = "choose", "Choosing what to talk about"
    CHOSEN = "chosen", "What we chose"
    THINK = "think", "Adding thoughts"
    THOUGHTS = "thoughts", "What we think"


class Live(models.Model):
    """A talk that is going on, and the code by which phones join it. The row goes when the talk ends."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="+")
    code = models.CharField(max_length=6, unique=True)
    step = models.CharField(max_length=10, choices=LiveStep, default=LiveStep.CHOOSE)
    ends_at = models.DateTimeField()  # when it is forgotten, whatever happens

    def __str__(self) -> str:
        return f"a talk about {self.round}"


class Box(models.Model):
    """What came from the phones, all in one row: dots as counts, thoughts as a shuffled list.

    There is no row for a person, so there is nothing to order, to time or to join.
    """

    live = models.OneToOneField(Live, primary_key=True, on_delete=models.CASCADE, related_name="+")
    topics: models.JSONField[Any, Any] = models.JSONField()
    dots: models.JSONField[Any, Any] = models.JSONField()
    chose = models.PositiveIntegerField(default=0)
    thoughts: models.JSONField[Any, Any] = models.JSONField(default=list)
    thought = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return "what came from the phones"

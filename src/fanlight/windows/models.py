"""What is kept of a look at daily work: that it was held, what was seen, and no person as the subject of anything."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.guide.queries import Focus, WindowKind
from fanlight.guide.queries import WorkSystem as Element
from fanlight.people.models import Team


class Window(models.Model):
    """One look at the work: planned for a day, and held or not yet."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="windows")
    kind = models.CharField(max_length=20)  # a WindowKind
    where = models.CharField(max_length=120)  # a piece of work or a place, never a person
    who = models.CharField(max_length=100, blank=True)  # who goes, in the team's words; shown inside the team
    planned_on = models.DateField()
    held_on = models.DateField(null=True, default=None)

    class Meta:
        ordering = ["planned_on", "pk"]

    def __str__(self) -> str:
        return f"a window on {self.where}"

    @property
    def way(self) -> WindowKind:
        return WindowKind(self.kind)

    @property
    def is_held(self) -> bool:
        return self.held_on is not None


class Theme(models.Model):
    """What several notes say together, in the team's words: about a focus, and a part of the work system."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="window_themes")
    words = models.CharField(max_length=160)
    focus = models.CharField(max_length=30)  # a Focus
    element = models.CharField(max_length=30)  # an Element
    goes_well = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def about_focus(self) -> Focus:
        return Focus(self.focus)

    @property
    def about_element(self) -> Element:
        return Element(self.element)


class Note(models.Model):
    """One thing that was seen or heard. It has no field for a person, a bed or a time."""

    public_id = PublicIdField()
    window = models.ForeignKey(Window, on_delete=models.CASCADE, related_name="notes")
    words = models.CharField(max_length=240)
    goes_well = models.BooleanField(default=False)
    theme = models.ForeignKey(Theme, null=True, on_delete=models.SET_NULL, related_name="notes")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words


class Shift(models.TextChoices):
    """Which of the day's huddles it was."""

    DAY = "day", "Day"
    EVENING = "evening", "Evening"
    NIGHT = "night", "Night"

    @property
    def begins(self) -> int:
        """The hour from which on a tap is of this shift."""
        return {"day": 6, "evening": 14, "night": 21}[self.value]

    @classmethod
    def at(cls, now: datetime) -> "Shift":
        """The shift of this moment. Before six it is still the night."""
        begun = [shift for shift in cls if shift.begins <= now.hour]
        return begun[-1] if begun else cls.NIGHT

    def last_begun(self, now: datetime) -> date:
        """The day on which this shift last began: a huddle at two in the morning is of the night before."""
        return now.date() if self.begins <= now.hour else now.date() - timedelta(days=1)


def no_topics() -> list[str]:
    return []


class Huddle(models.Model):
    """That a huddle was held. The rest may be added, and need not be."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="huddles")
    held_on = models.DateField()
    shift = models.CharField(max_length=10, choices=Shift)
    people = models.PositiveIntegerField(null=True, default=None)  # how many came, never who
    topics: models.JSONField[Any, Any] = models.JSONField(default=no_topics)

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["team", "held_on", "shift"], name="one_huddle_in_a_shift")
        ]

    def __str__(self) -> str:
        return f"a huddle on {self.held_on}"


class SentOn(models.Model):
    """A worry that a huddle could not solve and sent on, and whether an answer came."""

    public_id = PublicIdField()
    huddle = models.ForeignKey(Huddle, on_delete=models.CASCADE, related_name="sent_on")
    words = models.CharField(max_length=200)
    to = models.CharField(max_length=100)  # a job or a department
    answer = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True, default=None)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words

"""A measure: what a team counts for itself, each figure of it, and what was said about them."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from fanlight.audit.fields import PublicIdField
from fanlight.improvement.models.action import AgreedAction
from fanlight.measure.spc import Better
from fanlight.people.models import Team, User


class Purpose(models.TextChoices):
    """What a measure is for: the three kinds of any improvement."""

    OUTCOME = "outcome", "Is it any better?"
    PROCESS = "process", "Are we doing it?"
    BALANCING = "balancing", "Is something else getting worse?"


class Counts(models.TextChoices):
    """What one figure is."""

    COUNT = "count", "A count, such as huddles held"
    PERCENTAGE = "percentage", "So many out of so many"
    RATING = "rating", "A rating, such as 1 to 10"
    BETWEEN = "between", "The time from one event to the next"


class Rhythm(models.TextChoices):
    WEEKLY = "weekly", "Every week"
    MONTHLY = "monthly", "Every month"


class Direction(models.TextChoices):
    """Which way is better."""

    UP = "up", "Up is better"
    DOWN = "down", "Down is better"
    NEITHER = "neither", "Neither: we want to know"

    @property
    def better(self) -> Better:
        return Better[self.name]


class Measure(models.Model):
    """What is counted, how, how often, and which way is better."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="measures")
    action = models.ForeignKey(AgreedAction, null=True, on_delete=models.SET_NULL, related_name="measures")
    name = models.CharField(max_length=100)
    how = models.CharField(max_length=200, blank=True)  # how it is counted, so that everybody counts alike
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.PROCESS)
    counts = models.CharField(max_length=10, choices=Counts, default=Counts.COUNT)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.WEEKLY)
    direction = models.CharField(max_length=10, choices=Direction, default=Direction.UP)
    target = models.FloatField(null=True, blank=True)
    fix = models.PositiveSmallIntegerField(
        null=True, blank=True
    )  # limits rest on the first so many points only
    fix_why = models.CharField(max_length=120, blank=True)
    of_people = models.BooleanField(default=False)  # a percentage of people: small ones are pooled
    is_shared = models.BooleanField(default=False)  # with the team's coaches, as the team decides
    begun_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["begun_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="fixed_limits_have_a_reason", condition=Q(fix__isnull=True) | ~Q(fix_why="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_of_events(self) -> bool:
        return self.counts == Counts.BETWEEN

    @property
    def has_size(self) -> bool:
        return self.counts == Counts.PERCENTAGE

    def period_of(self, day: date) -> date:
        """The first day of the period that a day is in; of an event, the day itself."""
        if self.is_of_events:
            return day
        return day - timedelta(days=day.weekday()) if self.rhythm == Rhythm.WEEKLY else day.replace(day=1)

    def period_before(self, period: date) -> date:
        return self.period_of(period - timedelta(days=1))


class Figure(models.Model):
    """One figure; of events, how often it happened on that day.

    Blank means that there is none for this period, which somebody said on purpose.
    """

    public_id = PublicIdField()
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="figures")
    on = models.DateField()
    value = models.FloatField(null=True)
    out_of = models.FloatField(null=True)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.measure} on {self.on}"


class Correction(models.Model):
    """What a figure was before somebody put it right, and why."""

    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="corrections")
    was = models.FloatField(null=True)
    was_out_of = models.FloatField(null=True)
    why = models.CharField(max_length=200)
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    corrected_on = models.DateField()

    class Meta:
        ordering = ["corrected_on", "pk"]

    def __str__(self) -> str:
        return f"a correction of {self.figure}"


class Note(models.Model):
    """Something to know about the chart at a day. With `starts_anew` its words are the reason for new limits."""

    public_id = PublicIdField()
    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="notes")
    on = models.DateField()
    words = models.CharField(max_length=120)
    starts_anew = models.BooleanField(default=False)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.words

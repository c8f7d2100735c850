"""A test of change: plan, do, study, act, with the prediction first."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils import timezone

from fanlight.audit.fields import PublicIdField
from fanlight.improvement.models.action import AgreedAction


class Decision(models.TextChoices):
    """What the team does after a test."""

    ADOPT = "adopt", "Adopt: it works, use it more widely"
    ADAPT = "adapt", "Adapt: change it and test again"
    ABANDON = "abandon", "Abandon: it does not help; let it go"

    @property
    def short(self) -> str:
        return self.label.split(":")[0]


class Cycle(models.Model):
    """One test. Cycles of one action are numbered and make a ramp: each a little larger than the one before."""

    public_id = PublicIdField()
    action = models.ForeignKey(AgreedAction, on_delete=models.CASCADE, related_name="cycles")
    number = models.PositiveIntegerField()
    plan = models.CharField(max_length=300)  # what is tried
    scale = models.CharField(max_length=100)  # how small: where, when, with whom
    prediction = models.CharField(max_length=300)  # said before, so that one can be surprised
    begins_on = models.DateField()
    look_on = models.DateField()
    happened = models.CharField(max_length=500, blank=True)
    surprised = models.CharField(max_length=500, blank=True)
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["action", "number"], name="cycles_are_numbered"),
            models.CheckConstraint(
                name="a_decided_cycle_says_what_happened", condition=Q(decision="") | ~Q(happened="")
            ),
            models.CheckConstraint(name="a_cycle_says_its_prediction_first", condition=~Q(prediction="")),
        ]

    def __str__(self) -> str:
        return f"test {self.number} of {self.action}"

    @property
    def is_over(self) -> bool:
        return bool(self.decision)

    @property
    def ends_on(self) -> date:
        """The last day of the test as it was, or as it is planned."""
        return min(self.decided_on or self.look_on, self.look_on)

    @property
    def is_due(self) -> bool:
        return not self.is_over and self.look_on <= timezone.localdate()

"""What a team has chosen to share with those who work with it."""

from django.db import models
from django.utils import timezone

from fanlight.people.models import Team


class Shareable(models.TextChoices):
    """What can be shared. Figures cannot: people were promised, before they answered, that nobody else sees them."""

    WE_DID = "we-did", "“You said – we did – still open”, in words and without a figure"
    ACTIONS = "actions", "What we agreed to try, and how it goes, without names"


class Share(models.Model):
    """One thing that a team shares. The row goes when it stops."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="shares")
    what = models.CharField(max_length=10, choices=Shareable)
    since_on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["team", "what"], name="shared_once")]
        ordering = ["what"]

    def __str__(self) -> str:
        return f"{self.team}: {self.get_what_display()}"

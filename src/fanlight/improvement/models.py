"""An agreed action: one thing that a team decided to do, and what came of it."""

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.people.models import Team
from fanlight.surveys.models import Round


class Progress(models.TextChoices):
    """Where an agreed action is. It may go back as well as on: trying is not a one-way street."""

    AGREED = "agreed", "Agreed, not begun yet"
    TRYING = "trying", "We are trying it"
    KEPT = "kept", "It helped, and we keep it"
    STOPPED = "stopped", "We tried it and stopped"


class AgreedAction(models.Model):
    """What, the first step, who takes it forward, when the team looks again."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="agreed_actions")
    round = models.ForeignKey(Round, null=True, on_delete=models.SET_NULL, related_name="agreed_actions")
    what = models.CharField(max_length=200)
    first_step = models.CharField(max_length=200)
    who = models.CharField(max_length=100)  # a name or "the team"; shown inside the team only
    look_again_on = models.DateField()
    progress = models.CharField(max_length=10, choices=Progress, default=Progress.AGREED)
    note = models.CharField(max_length=300, blank=True)  # what came of it, or why it is still open
    agreed_on = models.DateField()

    class Meta:
        ordering = ["agreed_on", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def is_done(self) -> bool:
        return self.progress in {Progress.KEPT, Progress.STOPPED}

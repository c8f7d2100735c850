"""An agreed action: one thing that a team decided to do, and what came of it."""

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.guide.queries import Focus, WorkSystem
from fanlight.guide.queries.words import WORK_SYSTEM
from fanlight.people.models import Team
from fanlight.surveys.models import Round


class Progress(models.TextChoices):
    """Where an agreed action is. It may go back as well as on: trying is not a one-way street."""

    AGREED = "agreed", "Agreed, not begun yet"
    TRYING = "trying", "We are trying it"
    KEPT = "kept", "It helped, and we keep it"
    STOPPED = "stopped", "We let it go"


class AgreedAction(models.Model):
    """What, the first step, who takes it forward, when the team looks again, and which part of the work it changes.

    `came_kind` and `came_id` name what it came from (`fanlight.team.taking_on` knows the kinds), `came_from` says
    it in words. They are empty for a plain idea, and where nothing may lead back.
    """

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="agreed_actions")
    round = models.ForeignKey(Round, null=True, on_delete=models.SET_NULL, related_name="agreed_actions")
    what = models.CharField(max_length=200)
    first_step = models.CharField(max_length=200)
    who = models.CharField(max_length=100)  # a name or "the team"; shown inside the team only
    look_again_on = models.DateField()
    element = models.CharField(max_length=30, blank=True)  # the part of the work system that it changes
    focus = models.CharField(max_length=30, blank=True)  # one of the six
    card = models.SlugField(max_length=60, blank=True)  # the conversation card that led to it
    came_kind = models.SlugField(max_length=20, blank=True)
    came_id = models.SlugField(max_length=60, blank=True)
    came_from = models.CharField(max_length=200, blank=True)
    progress = models.CharField(max_length=10, choices=Progress, default=Progress.AGREED)
    note = models.CharField(max_length=300, blank=True)  # what came of it, or why it is still open
    agreed_on = models.DateField()
    version = models.PositiveIntegerField(default=1)  # so that two people at once lose nothing

    class Meta:
        ordering = ["agreed_on", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def is_done(self) -> bool:
        return self.progress in {Progress.KEPT, Progress.STOPPED}

    @property
    def element_in_words(self) -> str:
        return WORK_SYSTEM[WorkSystem(self.element)] if self.element else ""

    @property
    def about(self) -> Focus | None:
        return Focus(self.focus) if self.focus else None

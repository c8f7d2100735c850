"""A story of how: what a team tried and what came of it, in its own words; and which other teams tried it too."""

from django.db import models
from django.db.models import Q

from fanlight.audit.fields import PublicIdField
from fanlight.guide.queries import Focus, Setting
from fanlight.people.models import Team


class Readers(models.TextChoices):
    """Who may read a story. The team chooses, and may take it back."""

    TEAM = "team", "Only our team"
    ORGANISATION = "organisation", "Everybody in our organisation"
    EVERYBODY = "everybody", "Everybody on this site, and whoever has the address"


class Story(models.Model):
    """Five short texts. `agreed_on` is the day on which the team said that everybody who is in it agrees."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="stories")
    title = models.CharField(max_length=120)
    focus = models.CharField(max_length=30)  # a Focus
    setting = models.CharField(max_length=30)  # a Setting
    situation = models.TextField()
    tried = models.TextField()
    happened = models.TextField()
    surprised = models.TextField(blank=True)
    tell_you = models.TextField(blank=True)
    readers = models.CharField(max_length=20, choices=Readers, default=Readers.TEAM)
    agreed_on = models.DateField(null=True, default=None)
    written_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-written_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_story_leaves_its_team_only_by_consent",
                condition=Q(readers="team") | Q(agreed_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def about_focus(self) -> Focus:
        return Focus(self.focus)

    @property
    def where(self) -> Setting:
        return Setting(self.setting)


class TriedToo(models.Model):
    """Another team that tried it, and what it would add."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="tried_too")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=300, blank=True)
    said_on = models.DateField()

    class Meta:
        ordering = ["said_on", "pk"]
        constraints = [models.UniqueConstraint(fields=["story", "team"], name="a_team_tries_a_story_once")]

    def __str__(self) -> str:
        return f"{self.team} tried it too"

"""What passes between a team and its coaches, and who wants a weekly letter."""

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.people.models import Team, User


class Message(models.Model):
    """A few words from the team to its coaches, or back. Everybody in the team and every coach of it reads them."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="messages")
    words = models.CharField(max_length=600)
    from_coach = models.BooleanField()
    asks_help = models.BooleanField(default=False)  # the team would like help with this
    helped_on = models.DateField(null=True)  # and had it
    by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words[:40]


class Digest(models.Model):
    """Whether somebody wants the weekly letter, and the Monday of the last one. Without a row: they do."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="+")
    is_on = models.BooleanField(default=True)
    sent_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"the weekly letter to {self.user}"

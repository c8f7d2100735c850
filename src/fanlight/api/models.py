"""A key with which a person's program reads what that person may read."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from fanlight.audit.fields import PublicIdField


class Key(models.Model):
    """We keep a digest, never the key itself; and nothing of when or from where it is used."""

    public_id = PublicIdField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    sign_outs = models.PositiveIntegerField()  # signing out everywhere ends it
    made_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ["-made_on", "name"]

    def __str__(self) -> str:
        return f"a key of {self.user}"

    @property
    def works(self) -> bool:
        return self.ends_on > timezone.localdate() and self.sign_outs == self.user.sign_outs

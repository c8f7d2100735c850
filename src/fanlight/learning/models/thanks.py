"""A thank-you, or a report of something excellent: read first by whom it is for, and shared only if they say so.

Of whoever sent it nothing is kept but the name that they chose to sign with. There is no key to them, no day and no
order: the row's key is random, and it knows only the month.
"""

import uuid

from django.db import models
from django.db.models import Q

from fanlight.audit.fields import PublicIdField
from fanlight.people.models import Team, User


class Whom(models.TextChoices):
    """To whom it goes first."""

    PERSON = "person", "Somebody in the team with an account"
    CARD = "card", "Somebody who is handed a card"
    TEAM = "team", "The whole team"


class State(models.TextChoices):
    """What the person it is for has decided."""

    WAITING = "waiting", "Not decided yet"
    KEPT = "kept", "Kept to themself"
    SHARED = "shared", "On the wall"


class Thanks(models.Model):
    """What somebody did, in the words of somebody who saw it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="thanks")
    whom = models.CharField(max_length=10, choices=Whom)
    reader = models.ForeignKey(User, null=True, default=None, on_delete=models.CASCADE, related_name="thanks")
    code = models.CharField(
        max_length=12, null=True, unique=True, default=None
    )  # opens it for whoever has the card
    what = models.CharField(max_length=500)
    made_possible = models.CharField(max_length=300, blank=True)
    more_of = models.CharField(max_length=200, blank=True)
    signed = models.CharField(max_length=100, blank=True)  # empty: the sender gave no name
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    shown_as = models.CharField(max_length=60, blank=True)  # how the person wants to be called on the wall
    told = models.BooleanField(default=False)  # whether the reader has had the morning's e-mail about it
    month = models.DateField()  # its first day, whenever in the month it was written

    class Meta:
        ordering = ["-month", "id"]
        constraints = [
            models.CheckConstraint(
                name="thanks_go_to_a_reader_a_card_or_the_team",
                condition=Q(whom=Whom.PERSON, reader__isnull=False, code__isnull=True)
                | Q(whom=Whom.CARD, reader__isnull=True, code__isnull=False)
                | Q(whom=Whom.TEAM, reader__isnull=True, code__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return "a thank-you"

    @property
    def is_shared(self) -> bool:
        return self.state == State.SHARED

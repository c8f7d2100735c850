"""Who is hurt, what they need, and whose obligation it is: private to the facilitator and the person concerned."""

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.guide.queries import PartyKind
from fanlight.people.models import Team, User


class Mending(models.Model):
    """What needs putting right after one event. It belongs to the facilitator who began it, and to nobody's list."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    about = models.CharField(max_length=120)  # a piece of work, never a person
    begun_on = models.DateField()
    closed_on = models.DateField(null=True, default=None)

    class Meta:
        ordering = ["-begun_on", "-pk"]

    def __str__(self) -> str:
        return "what needs putting right"


class Party(models.Model):
    """Somebody who is hurt, by what they are and never by name."""

    public_id = PublicIdField()
    mending = models.ForeignKey(Mending, on_delete=models.CASCADE, related_name="parties")
    kind = models.CharField(max_length=20)  # a PartyKind
    label = models.CharField(max_length=60)  # such as “the daughter”, “the nurse in charge”
    reader = models.ForeignKey(User, null=True, default=None, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return "somebody who is hurt"

    @property
    def party_kind(self) -> PartyKind:
        return PartyKind(self.kind)


class Stands(models.TextChoices):
    """Whether a need is met."""

    OPEN = "open", "Not yet"
    MET = "met", "Yes, it is met"
    CANNOT = "cannot", "It cannot be met, and we have said so"


class Need(models.Model):
    """One thing that somebody needs, and who is to see to it."""

    public_id = PublicIdField()
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="needs")
    words = models.CharField(max_length=240)
    owed_by = models.CharField(max_length=80)  # a role label
    look_again_on = models.DateField(null=True, default=None)
    reminded_for = models.DateField(null=True, default=None)  # the day of which its keeper has been reminded
    stands = models.CharField(max_length=10, choices=Stands, default=Stands.OPEN)
    note = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return "a need"

    @property
    def is_open(self) -> bool:
        return self.stands == Stands.OPEN

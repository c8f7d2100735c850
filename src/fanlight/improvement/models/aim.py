"""An aim, and the tree of what drives it and what might change it."""

from django.db import models
from django.db.models import Q

from fanlight.audit.fields import PublicIdField
from fanlight.improvement.models.measure import Measure
from fanlight.people.models import Team


class Aim(models.Model):
    """What will be better, by how much, by when, and for whom. It ends with what came of it."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="aims")
    what = models.CharField(max_length=140)
    how_much = models.CharField(max_length=80)
    for_whom = models.CharField(max_length=100)
    by_when = models.DateField()
    measure = models.ForeignKey(Measure, null=True, on_delete=models.SET_NULL, related_name="+")
    begun_on = models.DateField()
    ended_on = models.DateField(null=True)
    came_of_it = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["begun_on", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def has_ended(self) -> bool:
        return self.ended_on is not None


class BranchKind(models.TextChoices):
    DRIVER = "driver", "Something that drives it"
    IDEA = "idea", "An idea to try"


class Branch(models.Model):
    """One box of the driver diagram. A driver may have drivers and ideas under it; an idea has nothing."""

    public_id = PublicIdField()
    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="branches")
    under = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="branches")
    kind = models.CharField(max_length=10, choices=BranchKind)
    words = models.CharField(max_length=120)
    idea = models.SlugField(max_length=60, blank=True)  # the guide's own, if it is one
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="an_idea_stands_under_a_driver",
                condition=Q(kind=BranchKind.DRIVER) | Q(under__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_driver(self) -> bool:
        return self.kind == BranchKind.DRIVER

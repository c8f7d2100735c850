"""A learning review: what a team said about an event and the work around it. Nobody is named, and nobody is judged."""

from django.db import models

from fanlight.audit.fields import PublicIdField
from fanlight.guide.queries import ReviewWay
from fanlight.guide.queries import WorkSystem as Element
from fanlight.people.models import Team, User


class Recorded(models.TextChoices):
    """Whether the event stands in the incident system, which this is not."""

    YES = "yes", "Yes, it is recorded there"
    NOT_YET = "not_yet", "Not yet"
    NEED_NOT = "need_not", "It need not be, for example because it went well"


class Review(models.Model):
    """One talk about one event, or about several that look alike."""

    public_id = PublicIdField()
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="reviews")
    way = models.CharField(max_length=20)  # a ReviewWay
    title = models.CharField(max_length=120)  # a piece of work, never a person
    recorded = models.CharField(max_length=10, choices=Recorded)
    reference = models.CharField(max_length=40, blank=True)  # the incident system's own
    who_was_there = models.CharField(max_length=200, blank=True)  # jobs, never names
    who_was_missing = models.CharField(max_length=200, blank=True)
    begun_on = models.DateField()
    closed_on = models.DateField(null=True, default=None)

    class Meta:
        ordering = ["-begun_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def review_way(self) -> ReviewWay:
        return ReviewWay(self.way)

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None


class Touch(models.TextChoices):
    """What something did to the work."""

    HELPED = "helped", "It helped"
    HINDERED = "hindered", "It got in the way"
    NEITHER = "neither", "It was there"


class Line(models.Model):
    """One thing that was said, under the question that it answers; some have a place on the map of the work."""

    public_id = PublicIdField()
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="lines")
    question = models.CharField(max_length=20)  # the id of one of the way's questions
    words = models.CharField(max_length=240)
    element = models.CharField(max_length=30, blank=True)  # an Element
    touch = models.CharField(max_length=10, choices=Touch, default=Touch.NEITHER)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.words

    @property
    def work_element(self) -> Element | None:
        return Element(self.element) if self.element else None


class Practice(models.Model):
    """A piece of work as it is meant to be done, beside how it is done, and why that makes sense."""

    public_id = PublicIdField()
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="practices")
    as_imagined = models.CharField(max_length=240)
    as_done = models.CharField(max_length=240)
    sense = models.CharField(max_length=240, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.as_done


class Guest(models.Model):
    """Somebody from outside the team who was asked to read a review: a patient safety partner or specialist."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="guests")
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["review", "user"], name="a_guest_once_at_a_review")]

    def __str__(self) -> str:
        return f"{self.user} reads {self.review}"

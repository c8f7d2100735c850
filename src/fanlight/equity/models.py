"""An organisation's round: it has no team, so nothing that comes of it can be cut by team.

What people say of themselves exists beside their answers in one place only: inside the seal. At close both are counted
in memory; the release is kept, and no answer.
"""

import json
import uuid
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone

from fanlight.audit.fields import PublicIdField
from fanlight.measure.instruments import Instrument, parse
from fanlight.people.models import Organisation

NOT_SAID = ("Not said",)


class State(models.TextChoices):
    DRAFT = "draft", "Being planned"
    OPEN = "open", "Open"
    RELEASED = "released", "Results are ready"
    WITHDRAWN = "withdrawn", "Withdrawn"


DONE = (State.RELEASED, State.WITHDRAWN)


class FairRound(models.Model):
    """What is asked of an organisation's people, about which characteristic, for which purpose, until when."""

    public_id = PublicIdField()
    door = PublicIdField()
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="fair_rounds")
    purpose = models.CharField(max_length=300)
    characteristic = models.CharField(max_length=60)  # which list of the guide's
    people = models.PositiveIntegerField()
    closes_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    # Frozen at opening: the statements, the question about oneself with its categories, the rules, the promise.
    questionnaire = models.JSONField(null=True)
    about: models.JSONField[Any, Any] = models.JSONField(null=True)
    minimum = models.PositiveIntegerField(null=True)
    promise = models.JSONField(null=True)
    public_key = models.CharField(max_length=64, blank=True)
    document = models.JSONField(null=True)  # the release: made once, at close

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="an_opened_fair_round_is_frozen",
                condition=~Q(state__in=["open", "released"])
                | (
                    Q(questionnaire__isnull=False, about__isnull=False, minimum__isnull=False)
                    & Q(promise__isnull=False)
                    & ~Q(public_key="")
                ),
            ),
            models.CheckConstraint(
                name="a_fair_round_is_released_with_its_release",
                condition=Q(state="released", document__isnull=False)
                | (~Q(state="released") & Q(document__isnull=True)),
            ),
        ]
        ordering = ["-closes_at", "-pk"]

    def __str__(self) -> str:
        return f"fairness round of {self.organisation}"

    @property
    def instrument(self) -> Instrument:
        """The statements as they were when the round opened."""
        return parse(json.loads(json.dumps(self.questionnaire)), file=f"round {self.public_id}")

    @property
    def categories(self) -> tuple[tuple[str, ...], ...]:
        """The answers about oneself, as they were when the round opened, and last: nothing said."""
        return (*(tuple(path) for path in self.about["paths"]), NOT_SAID)

    def takes_answers(self) -> bool:
        return self.state == State.OPEN and timezone.now() < self.closes_at


class SealedForm(models.Model):
    """One person's answers with what they said of themselves. Nobody can read it before the round closes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(FairRound, on_delete=models.CASCADE, related_name="+")
    sealed = models.BinaryField()

    def __str__(self) -> str:
        return "a sealed form"

"""A round: one asking of one questionnaire in one team."""

import json
from datetime import datetime
from functools import lru_cache

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from fanlight.audit.fields import PublicIdField
from fanlight.measure.instruments import Instrument, parse
from fanlight.people.models import Team


class State(models.TextChoices):
    """Where a round is in its life. It only ever moves downwards in this list."""

    DRAFT = "draft", "Being planned"
    SCHEDULED = "scheduled", "Opens by itself"
    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    RELEASED = "released", "Results are ready"


class Way(models.TextChoices):
    """How people may answer a round. Each has something that it cannot prevent, and the promise says it."""

    LINK = "link", "A link and a poster"
    SLIPS = "slips", "Code slips, one for each person"
    SHARED_DEVICE = "shared_device", "A shared tablet or computer"
    PAPER = "paper", "Paper forms"


def only_by_link() -> list[str]:
    return [Way.LINK.value]


@lru_cache(maxsize=100)
def _as_asked(questionnaire: str, name: str) -> Instrument:
    """Reading a frozen questionnaire takes longer than the rest of a respondent's page, so it is done once."""
    return parse(json.loads(questionnaire), file=name)


class Round(models.Model):
    """What was asked, of how many people, between when and when, and when we talk about it."""

    public_id = PublicIdField()
    door = PublicIdField()  # the respondents' address; knowing the round's name does not open it
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="rounds")
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    instrument_id = models.CharField(max_length=60)
    only_items = models.JSONField(default=list)  # a pulse asks only these; empty: all
    ways = models.JSONField(default=only_by_link)
    questionnaire = models.JSONField(null=True)  # the wording, frozen at opening
    people = models.PositiveIntegerField()
    minimum = models.PositiveIntegerField(null=True)  # the smallest group shown, fixed at opening
    public_key = models.CharField(max_length=64, blank=True)  # its other half lies outside the database
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    debrief_at = models.DateTimeField(null=True)
    debrief_place = models.CharField(max_length=120, blank=True)
    debrief_facilitator = models.CharField(max_length=100, blank=True)
    second_debrief_at = models.DateTimeField(
        null=True, blank=True
    )  # for those who are on nights at the first
    extended_at = models.DateTimeField(null=True, blank=True)  # a round can be extended once
    promise = models.JSONField(null=True)  # what the people who answer were told, frozen at opening

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_round_closes_after_it_opens", condition=Q(closes_at__gt=F("opens_at"))
            ),
            models.CheckConstraint(
                name="an_opened_round_is_frozen_and_has_its_debrief",
                condition=Q(state=State.DRAFT)
                | Q(state=State.SCHEDULED, debrief_at__isnull=False)
                | (
                    Q(questionnaire__isnull=False, minimum__isnull=False, debrief_at__isnull=False)
                    & Q(promise__isnull=False)
                    & ~Q(public_key="")
                ),
            ),
        ]
        ordering = ["-opens_at"]

    def __str__(self) -> str:
        return f"{self.title}, {self.team}"

    @property
    def instrument(self) -> Instrument:
        """The questionnaire as it was when the round opened."""
        if self.questionnaire is None:
            raise ValueError("this round has not been opened: nothing is frozen yet")
        return _as_asked(json.dumps(self.questionnaire), f"round {self.public_id}")

    def takes_answers(self, now: datetime | None = None) -> bool:
        return self.state == State.OPEN and self.opens_at <= (now or timezone.now()) < self.closes_at

    @property
    def is_over(self) -> bool:
        return self.state in {State.CLOSED, State.RELEASED}


class Reminder(models.Model):
    """A message about a round to the whole team, never to "those who have not answered": when it goes, when it went."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="reminders")
    due_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "due_at"], name="one_reminder_at_a_time")]
        ordering = ["due_at"]

    def __str__(self) -> str:
        return f"reminder of {self.round}"

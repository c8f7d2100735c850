"""A round: one asking of one questionnaire in one team."""

import json
from datetime import datetime
from functools import lru_cache

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from fanlight.audit.fields import PublicIdField
from fanlight.design.english import clock, listed, moment
from fanlight.measure.instruments import Instrument, parse
from fanlight.people.models import Organisation, Team


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
    SLIPS = "slips", "Code slips"
    SHARED_DEVICE = "shared_device", "A shared tablet or computer"
    PAPER = "paper", "Paper forms"


def only_by_link() -> list[str]:
    return [Way.LINK.value]


@lru_cache(maxsize=100)
def _as_asked(questionnaire: str) -> Instrument:
    """Reading a frozen questionnaire takes longer than the rest of a respondent's page, so it is done once for all
    rounds that ask the same.
    """
    return parse(json.loads(questionnaire), file="the questionnaire of a round")


class Rounds(models.QuerySet["Round"]):
    def of(self, team: Team) -> "Rounds":
        """The rounds in which a team is asked, alone or together with another."""
        return self.filter(Q(team=team) | Q(sister=team))


class Round(models.Model):
    """What was asked, of how many people, between when and when, and when we talk about it."""

    public_id = PublicIdField()
    door = PublicIdField()  # the respondents' address; knowing the round's name does not open it
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="rounds")
    # Too few to be asked alone: a second team answers the same round, once its lead has said how many they are.
    sister = models.ForeignKey(Team, null=True, default=None, on_delete=models.PROTECT, related_name="+")
    sister_people = models.PositiveIntegerField(null=True, default=None)
    # Or this round's results come together with a later round's, once, and never by themselves.
    waits_for = models.OneToOneField(
        "self", null=True, default=None, on_delete=models.PROTECT, related_name="brings"
    )
    title = models.CharField(max_length=120)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    instrument_id = models.CharField(max_length=60)
    only_items = models.JSONField(default=list)  # a pulse asks only these; empty: all
    ways = models.JSONField(default=only_by_link)
    questionnaire = models.JSONField(null=True)  # the wording, frozen at opening
    people = models.PositiveIntegerField()  # of all its teams together
    minimum = models.PositiveIntegerField(null=True)  # the smallest group shown, fixed at opening
    public_key = models.CharField(max_length=64, blank=True)  # its other half lies outside the database
    is_unread = models.BooleanField(
        default=False
    )  # the round it waited for never came: its answers were deleted
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    debrief_at = models.DateTimeField(null=True)
    debrief_place = models.CharField(max_length=120, blank=True)
    debrief_facilitator = models.CharField(max_length=100, blank=True)  # emptied some time after the talk
    second_debrief_at = models.DateTimeField(
        null=True, blank=True
    )  # for those who are on nights at the first
    extended_at = models.DateTimeField(null=True, blank=True)  # a round can be extended once
    promise = models.JSONField(null=True)  # what the people who answer were told, frozen at opening

    objects = Rounds.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_sister_that_takes_part_is_another_team",
                condition=Q(sister__isnull=True, sister_people__isnull=True)
                | (Q(sister__isnull=False, sister_people__isnull=False) & ~Q(sister=F("team"))),
            ),
            models.CheckConstraint(
                name="no_round_waits_for_itself_or_in_two_teams",
                condition=Q(waits_for__isnull=True) | (~Q(waits_for=F("id")) & Q(sister__isnull=True)),
            ),
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
        return _as_asked(json.dumps(self.questionnaire))

    @property
    def teams(self) -> tuple[Team, ...]:
        """Who is asked, and to whom the one release belongs."""
        return (self.team, self.sister) if self.sister else (self.team,)

    def see_from_sister(self) -> None:
        """Turn a round of two teams round, in memory, for whoever is in the second: its `team` is then their own.

        Never to be saved: actions read their round anew.
        """
        if self.sister and self.sister_people is not None:
            self.team, self.sister = self.sister, self.team
            self.sister_people = self.people - self.sister_people

    @property
    def whose(self) -> str:
        """The teams by name: “Ward 6 and Ward 5”."""
        return listed(team.name for team in self.teams)

    @property
    def debrief_times(self) -> str:
        """When we talk: “Friday 11 December at 2pm and again at 9pm”, so that nights read of their own time too."""
        first, second = self.debrief_at, self.second_debrief_at
        if first is None or second is None:
            return moment(first) if first else ""
        is_same_day = timezone.localdate(first) == timezone.localdate(second)
        return f"{moment(first)} and again {'at ' + clock(second) if is_same_day else 'on ' + moment(second)}"

    @property
    def debrief_for_all(self) -> str:
        """When and where, without a name: for whoever answers, and for paper that hangs on a wall."""
        return ", ".join(filter(None, (self.debrief_times, self.debrief_place)))

    @property
    def debrief_where(self) -> str:
        """Where we talk about it, and with whom: “the staff room, with Fay Ross”."""
        whom = f"with {self.debrief_facilitator}" if self.debrief_facilitator else ""
        return ", ".join(filter(None, (self.debrief_place, whom)))

    @property
    def debrief_in_full(self) -> str:
        """When, where and with whom, for the team."""
        return ", ".join(filter(None, (self.debrief_times, self.debrief_where)))

    @property
    def last(self) -> "Round":
        """The round with which the results come: this one, or the second of the two that are released together."""
        return self.waits_for or self

    @property
    def joining_key(self) -> str:
        """What makes the link to a sister team work. It is worked out, not stored, like an invitation's."""
        return salted_hmac("fanlight.surveys.together", self.public_id, algorithm="sha256").hexdigest()[:32]

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


class OtherSurvey(models.Model):
    """Something else that an organisation's people are asked, such as the NHS Staff Survey: it tires them as well."""

    public_id = PublicIdField()
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="other_surveys")
    title = models.CharField(max_length=80)
    begins_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="another_survey_ends_after_it_begins", condition=Q(ends_on__gte=F("begins_on"))
            )
        ]
        ordering = ["begins_on", "title"]

    def __str__(self) -> str:
        return self.title

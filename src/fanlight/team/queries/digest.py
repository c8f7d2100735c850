"""What is due in somebody's teams this week: for a letter, so that nobody has to remember."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from fanlight.improvement.models import AgreedAction, Cycle, Measure
from fanlight.improvement.queries import GOING_ON, is_due
from fanlight.people.models import Team, User
from fanlight.people.roles import Role
from fanlight.team.models import Digest, Message

AT_A_TIME = 200


@dataclass(frozen=True)
class Due:
    """What a team's letter speaks of."""

    team: Team
    monday: date
    actions: tuple[AgreedAction, ...]
    tests: tuple[Cycle, ...]
    measures: tuple[Measure, ...]
    messages: tuple[Message, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.actions or self.tests or self.measures or self.messages)


def due_in(team: Team, monday: date) -> Due:
    """Everything to look at until Sunday, and what the coach wrote since last Monday."""
    sunday = monday + timedelta(days=6)
    actions = AgreedAction.objects.filter(team=team, progress__in=GOING_ON, look_again_on__lte=sunday)
    tests = Cycle.objects.filter(action__team=team, decision="", look_on__lte=sunday).select_related("action")
    kept = Measure.objects.filter(team=team).exclude(action__progress__in=("kept", "stopped"))
    written = Message.objects.filter(team=team, from_coach=True, on__gte=monday - timedelta(days=7))
    return Due(
        team=team,
        monday=monday,
        actions=tuple(actions),
        tests=tuple(tests),
        measures=tuple(measure for measure in kept if is_due(measure, monday)),
        messages=tuple(written),
    )


def waiting_for_letter(monday: date) -> Iterator[User]:
    """Everybody in a working team who wants the letter and has not had this week's."""
    had = Digest.objects.filter(Q(sent_on=monday) | Q(is_on=False)).values("user")
    users = User.objects.filter(
        is_active=True, memberships__team__ended_on__isnull=True, memberships__team__isnull=False
    )
    return iter(users.exclude(pk__in=had).distinct().order_by("pk")[:AT_A_TIME])


def works_in(user: User) -> QuerySet[Team]:
    """The teams whose changes are this person's own: not those that only asked them to run a talk."""
    own = user.memberships.filter(role__in=(Role.MEMBER, Role.LEAD), team__ended_on__isnull=True)
    return Team.objects.filter(pk__in=own.values("team")).order_by("name")


def wants_digest(user: User) -> bool:
    return not Digest.objects.filter(user=user, is_on=False).exists()

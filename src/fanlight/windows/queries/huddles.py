"""How a team's huddles go: held or not, week by week, and what became of what was sent on."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from fanlight.people.models import Team
from fanlight.windows.models import Huddle, SentOn, Shift

A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """How many huddles were held in the week that begins on this Monday."""

    begins: date
    held: int


@dataclass(frozen=True)
class Huddling:
    """What the huddle log comes to."""

    weeks: tuple[Week, ...]  # whole weeks only: the present one would always look like a fall
    this_week: int
    sent: int
    answered: int
    topics: tuple[tuple[str, int], ...]  # said in more than one huddle, the most frequent first


def huddles_of(team: Team) -> QuerySet[Huddle]:
    """The newest first."""
    return Huddle.objects.filter(team=team).prefetch_related("sent_on")


def huddled_on(team: Team, day: date, shift: Shift) -> Huddle | None:
    return Huddle.objects.filter(team=team, held_on=day, shift=shift).first()


def answers_waiting(team: Team) -> QuerySet[SentOn]:
    """What was sent on and has no answer yet, the oldest first."""
    waiting = SentOn.objects.filter(huddle__team=team, answered_on=None).select_related("huddle")
    return waiting.order_by("huddle__held_on", "pk")


def huddling(team: Team) -> Huddling:
    huddles = list(Huddle.objects.filter(team=team).values_list("held_on", "topics"))
    today = timezone.localdate()
    weeks = weeks_of([held_on for held_on, _ in huddles], today)
    sent = SentOn.objects.filter(huddle__team=team)
    return Huddling(
        weeks=weeks,
        this_week=sum(held_on >= monday(today) for held_on, _ in huddles),
        sent=sent.count(),
        answered=sent.filter(answered_on__isnull=False).count(),
        topics=_often([topics for _, topics in huddles]),
    )


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weeks_of(days: list[date], today: date) -> tuple[Week, ...]:
    """Every whole week from the first huddle to the week before this one; weeks without a huddle count as none."""
    if not days:
        return ()
    held = Counter(monday(day) for day in days)
    first, now = min(held), monday(today)
    weeks = max(0, (now - first).days // 7)
    return tuple(Week(begin, held[begin]) for begin in (first + A_WEEK * n for n in range(weeks)))


def _often(lists: list[list[str]]) -> tuple[tuple[str, int], ...]:
    """Topics that came up in several huddles, however their capitals were written."""
    said = [{topic.casefold(): topic for topic in topics} for topics in lists]
    counts = Counter(key for topics in said for key in topics)
    words = {key: topic for topics in said for key, topic in topics.items()}
    found = [(words[key], count) for key, count in counts.most_common(8) if count > 1]
    return tuple(found)

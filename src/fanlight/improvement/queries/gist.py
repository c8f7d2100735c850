"""What a finished change or project comes to, for a story of one page."""

from collections.abc import Iterable
from dataclasses import dataclass

from fanlight.design.charts.control_words import finding
from fanlight.improvement.models import AgreedAction, Aim, Decision, Measure
from fanlight.improvement.queries.charts import chart_of
from fanlight.people.models import Team


@dataclass(frozen=True)
class Gist:
    """Words that a story may begin from. The team wrote every one, and changes them."""

    team: Team
    title: str
    why: str
    tried: tuple[str, ...]
    surprised: tuple[str, ...]
    charts: tuple[tuple[Measure, str], ...]
    came_of_it: str


def gist_of_action(action: AgreedAction) -> Gist:
    cycles = list(action.cycles.exclude(decision=""))
    return Gist(
        team=action.team,
        title=action.what,
        why=action.came_from,
        tried=tuple(f"{cycle.plan} ({Decision(cycle.decision).short.lower()})" for cycle in cycles)
        or (action.first_step,),
        surprised=tuple(cycle.surprised for cycle in cycles if cycle.surprised),
        charts=tuple(_charts(action.measures.all())),
        came_of_it=action.note,
    )


def gist_of_aim(aim: Aim) -> Gist:
    """An aim's story is that of every idea of its tree that was tried."""
    names = list(aim.branches.values_list("public_id", flat=True))
    actions = AgreedAction.objects.filter(team=aim.team, came_id__in=names).exclude(progress="agreed")
    parts = [gist_of_action(action) for action in actions]
    return Gist(
        team=aim.team,
        title=aim.what,
        why=f"{aim.how_much}, for {aim.for_whom}",
        tried=tuple(action.what for action in actions),
        surprised=tuple(words for part in parts for words in part.surprised),
        charts=tuple(_charts([aim.measure] if aim.measure else [])),
        came_of_it=aim.came_of_it,
    )


def _charts(measures: Iterable[Measure]) -> list[tuple[Measure, str]]:
    return [(measure, finding(chart_of(measure).chart)) for measure in measures]

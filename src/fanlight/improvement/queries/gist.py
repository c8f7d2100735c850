"""What a finished change or project comes to, for a story of one page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fanlight.design.charts.control_words import finding
from fanlight.improvement.models import AgreedAction, Aim, Cycle, Decision, Measure, Progress
from fanlight.improvement.queries.aims import BRANCH
from fanlight.improvement.queries.charts import chart_of
from fanlight.people.models import Team


@dataclass(frozen=True)
class Gist:
    """Words that a story may begin from. The team wrote every one, and changes them."""

    team: Team
    title: str
    focus: str
    why: str
    tried: tuple[str, ...]
    counted: tuple[str, ...]
    surprised: tuple[str, ...]
    came_of_it: str


def gist_of_action(action: AgreedAction) -> Gist:
    cycles = list(action.cycles.exclude(decision=""))
    return Gist(
        team=action.team,
        title=action.what,
        focus=action.focus,
        why=action.came_from,
        tried=(action.what, action.first_step, *map(_tested, cycles)),
        counted=tuple(_findings(action.measures.all())),
        surprised=tuple(cycle.surprised for cycle in cycles if cycle.surprised),
        came_of_it=_came(action),
    )


def gist_of_aim(aim: Aim) -> Gist:
    """An aim's story is that of every idea of its tree that was tried."""
    names = list(aim.branches.values_list("public_id", flat=True))
    tried = AgreedAction.objects.filter(team=aim.team, came_kind=BRANCH, came_id__in=names).exclude(
        progress=Progress.AGREED
    )
    parts = [gist_of_action(action) for action in tried]
    measures = [aim.measure] if aim.measure else []
    return Gist(
        team=aim.team,
        title=aim.what,
        focus=_commonest(part.focus for part in parts if part.focus),
        why=f"We wanted this: {aim.what}. {aim.how_much}, for {aim.for_whom}",
        tried=tuple(f"{action.what} ({action.get_progress_display()})" for action in tried),
        counted=tuple(
            dict.fromkeys([*_findings(measures), *(line for part in parts for line in part.counted)])
        ),
        surprised=tuple(words for part in parts for words in part.surprised),
        came_of_it=aim.came_of_it,
    )


def _tested(cycle: Cycle) -> str:
    return f"{cycle.plan} ({cycle.scale}). {Decision(cycle.decision).short}"


def _came(action: AgreedAction) -> str:
    return ". ".join(part for part in (action.get_progress_display(), action.note) if part)


def _findings(measures: Iterable[Measure]) -> Iterable[str]:
    """In words that name no day and begin no line with a capital of ours: a story is searched for both."""
    for measure in measures:
        if measure.figures.exists():
            said = finding(chart_of(measure).chart, dated=False).replace(": ", ", ")
            yield f"{measure.name}: {said[:1].lower()}{said[1:]}"


def _commonest(focuses: Iterable[str]) -> str:
    return next((focus for focus, _ in Counter(focuses).most_common(1)), "")

"""What may be seen of a talk on phones: nothing before a step is closed, and only what enough took part in."""

from dataclasses import dataclass

from django.utils import timezone

from fanlight.debriefs.models import Box, Live, LiveStep
from fanlight.debriefs.queries.topics import Topics
from fanlight.guide.queries.here import the_guide
from fanlight.surveys.models import Round

ENOUGH = 5  # fewer than five in a room can guess each other


@dataclass(frozen=True)
class Gathered:
    """`taken_part` says only whether enough have; `dots` and `thoughts` are there once the step is closed."""

    step: LiveStep
    topics: tuple[str, ...]
    enough_have: bool
    dots: tuple[tuple[str, int], ...] = ()
    thoughts: tuple[str, ...] = ()


def live_about(round: Round) -> Live | None:
    return Live.objects.filter(round=round, ends_at__gt=timezone.now()).first()


def gathered(live: Live) -> Gathered:
    box = Box.objects.get(live=live)
    step = LiveStep(live.step)
    choosing = step in {LiveStep.CHOOSE, LiveStep.CHOSEN}
    enough = (box.chose if choosing else box.thought) >= ENOUGH
    dots = sorted(zip(box.topics, box.dots, strict=True), key=lambda pair: -pair[1])
    return Gathered(
        step=step,
        topics=tuple(box.topics),
        enough_have=enough,
        dots=tuple(dots) if step == LiveStep.CHOSEN and enough else (),
        thoughts=tuple(box.thoughts) if step == LiveStep.THOUGHTS and enough else (),
    )


def things_to_choose(topics: Topics) -> tuple[str, ...]:
    """What dots may go on: what stood out, the harder things first; without figures the six focuses."""
    if topics.has_numbers:
        return tuple(topic.statement for topic in (*topics.worth_talking_about, *topics.strengths))
    return tuple(chapter.title for chapter in the_guide().chapters)

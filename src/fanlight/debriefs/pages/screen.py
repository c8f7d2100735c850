"""The big screen: one thought a slide, for a room. No figure here is about anybody but everybody."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from fanlight.debriefs.pages.prompting import Prompts, prompts_about, prompts_for
from fanlight.debriefs.queries import Topic, Topics
from fanlight.design.charts import NARROW, answers_chart
from fanlight.design.frame import Link, Where
from fanlight.design.mark import Step
from fanlight.guide.queries import Agenda, AgendaPart, Focus
from fanlight.guide.queries.here import the_guide
from fanlight.people.pages.place import where
from fanlight.surveys.models import Round

FOR_A_ROOM = 480  # the chart's own width: the smaller it is, the larger its words and its bar on the screen
OPEN, LOOK, STRENGTH, WORTH, TRY, CLOSE = range(6)  # the parts that every agenda of ours has, in this order


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One thought: a sentence, a picture or a few lines, and a question for the room."""

    title: str
    part: int
    kicker: str = ""
    lines: tuple[str, ...] = ()
    is_numbered: bool = False
    ask: str = ""
    wide: Markup | None = None
    narrow: Markup | None = None


@dataclass(frozen=True)
class ScreenPage:
    where: Where
    slide: Slide
    at: int
    of: int
    part: AgendaPart
    timer: str
    previous: str
    next: str
    kit: Link


def slides_of(round: Round, topics: Topics, *, focus: Focus | None = None) -> tuple[Slide, ...]:
    """Every slide in its order."""
    return (*_beginning(round, topics), *_middle(topics, focus or Focus.TEAMWORK), *_end())


def screen_page(
    round: Round, slides: tuple[Slide, ...], *, number: int, agenda: Agenda, focus: Focus | None
) -> ScreenPage:
    slide = slides[number - 1]

    def to(place: int) -> str:
        if not 1 <= place <= len(slides):
            return ""
        also = f"&focus={focus.value}" if focus else ""
        return f"{reverse('screen', args=[round.public_id, place])}?minutes={agenda.minutes}{also}"

    return ScreenPage(
        where=where(round.team, Step.TALK),
        slide=slide,
        at=number,
        of=len(slides),
        part=agenda.parts[slide.part],
        timer=f"{round.public_id}-{agenda.minutes}-{slide.part}",
        previous=to(number - 1),
        next=to(number + 1),
        kit=Link(
            text="Leave the big screen",
            href=f"{reverse('debrief_kit', args=[round.public_id])}?minutes={agenda.minutes}",
        ),
    )


def _beginning(round: Round, topics: Topics) -> Iterator[Slide]:
    ours = "These are our own answers. Nobody above us has seen them before us."
    yield Slide(
        title=ours if topics.has_numbers else "A talk about our own work, and nobody else’s.",
        part=OPEN,
        kicker=f"Welcome, {round.whose}",
        ask="We are here to see what we do well, and to choose something small to try.",
    )
    rules = [rule.rule for rule in the_guide().debrief.ground_rules]
    for start in range(0, len(rules), 4):
        yield Slide(
            title="How we talk today" if start == 0 else "How we talk today, continued",
            part=OPEN,
            lines=tuple(rules[start : start + 4]),
            ask="" if start == 0 else "Would anybody add one?",
        )


def _middle(topics: Topics, focus: Focus) -> Iterator[Slide]:
    if not topics.has_numbers:
        yield from _about(focus)
        return
    prompts = prompts_for(topics.all)
    for topic in topics.strengths:
        yield _topic_slide(topic, prompts[topic.code], part=STRENGTH)
    if topics.worth_talking_about:
        yield _choose(topics.worth_talking_about)
    for topic in topics.worth_talking_about:
        yield _topic_slide(topic, prompts[topic.code], part=WORTH)


def _choose(topics: tuple[Topic, ...]) -> Slide:
    return Slide(
        title="What shall we talk about?",
        part=WORTH,
        lines=tuple(topic.statement for topic in topics),
        is_numbered=True,
        ask="Which of these would make the most difference to our work?",
    )


def _topic_slide(topic: Topic, prompts: Prompts, *, part: int) -> Slide:
    ask = prompts.first_question if topic.is_strength or not prompts.cards else prompts.cards[0].questions[-1]
    return Slide(
        title=f"{topic.words}: “{topic.statement}”",
        part=part,
        kicker="Going well" if topic.is_strength else "Worth talking about",
        ask=prompts.first_question if topic.is_strength else _both(prompts.first_question, ask),
        wide=_chart(topic, FOR_A_ROOM),
        narrow=_chart(topic, NARROW),
    )


def _chart(topic: Topic, width: int) -> Markup | None:
    if topic.answers is None:
        return None
    return answers_chart(
        [topic.answers], title=f"{topic.statement} {topic.words}", has_labels=False, width=width
    )


def _both(first: str, second: str) -> str:
    return first if first == second else f"{first} {second}"


def _about(focus: Focus) -> Iterator[Slide]:
    """Without figures: the focus, then its cards, one at a time."""
    chapter, prompts = the_guide().chapter(focus), prompts_about(focus)
    yield Slide(title=chapter.in_a_sentence, part=STRENGTH, kicker=chapter.title, ask=prompts.first_question)
    for card in prompts.cards:
        yield Slide(
            title=card.title,
            part=WORTH,
            kicker=f"A card about {chapter.title.lower()}",
            lines=(" ".join(card.text.split()),),
            ask=card.questions[0],
        )


def _end() -> Iterator[Slide]:
    yield Slide(
        title="What could we try before this time next week?",
        part=TRY,
        lines=(
            "Small enough to begin without asking anybody",
            "It changes the work, not how hard we try",
            "We shall see whether it helped",
        ),
    )
    yield Slide(
        title="One to three things that we agree",
        part=TRY,
        lines=(
            "What we will do",
            "The first step, within a week",
            "Who takes it forward",
            "When we look again",
        ),
        ask="Could we start it tomorrow?",
    )
    yield Slide(
        title="What is said here stays here. What we agree goes out.",
        part=CLOSE,
        lines=(
            "Read back what we agreed",
            "Who was missing, and who tells them?",
            "One word each: how was this?",
        ),
        ask="Thank you for coming.",
    )

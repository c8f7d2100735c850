"""What helps a talk along: the guide's questions and cards that fit a thing that stood out."""

from collections.abc import Iterable
from dataclasses import dataclass

from fanlight.debriefs.queries import Topic
from fanlight.guide.queries import Card, CardKind, Focus
from fanlight.guide.queries.here import the_guide

CARDS = 3
QUESTIONS = {
    True: (
        "When did this go well lately, and what made it so?",
        "What do we do here that a newcomer would notice?",
    ),
    False: (
        "When is it like this, and when is it different?",
        "What about the work makes it hard to do otherwise?",
    ),
}


@dataclass(frozen=True)
class Prompts:
    """Questions for the room, and cards."""

    questions: tuple[str, ...]
    cards: tuple[Card, ...]

    @property
    def first_question(self) -> str:
        return self.questions[0] if self.questions else ""


def prompts_for(topics: Iterable[Topic]) -> dict[str, Prompts]:
    """By the topic's code. No card comes twice, and topics of one focus begin with different questions."""
    used: set[str] = set()
    begun: dict[tuple[Focus | None, bool], int] = {}
    found = {}
    for topic in topics:
        cards = _cards(topic, used)
        used |= {card.slug for card in cards}
        turn = begun.get((topic.focus, topic.is_strength), 0)
        begun[topic.focus, topic.is_strength] = turn + 1
        asked = _questions(topic.focus, topic.is_strength)
        turn %= len(asked)
        found[topic.code] = Prompts(questions=asked[turn:] + asked[:turn], cards=cards)
    return found


def prompts_about(focus: Focus) -> Prompts:
    """For a talk without figures: both kinds of question, and cards of several themes."""
    prompts = the_guide().debrief.prompts_for(focus)
    return Prompts(
        questions=(*prompts.strength[:2], *prompts.worth_talking_about[:2]), cards=_spread(focus, most=CARDS)
    )


def _questions(focus: Focus | None, is_strength: bool) -> tuple[str, ...]:
    if focus is None:
        return QUESTIONS[is_strength]
    prompts = the_guide().debrief.prompts_for(focus)
    return prompts.strength if is_strength else prompts.worth_talking_about


def _cards(topic: Topic, used: set[str]) -> tuple[Card, ...]:
    """Cards on the statement's own theme first, then on its focus. A strength needs one, a hard thing two or three."""
    if topic.focus is None:
        return ()
    near = [*_on_the_same_theme(topic.code), *the_guide().cards_for(focus=topic.focus)]
    fresh = {card.slug: card for card in near if card.slug not in used}
    return tuple(fresh.values())[: 2 if topic.is_strength else CARDS]


def _on_the_same_theme(code: str) -> tuple[Card, ...]:
    guide = the_guide()
    try:
        theme = guide.theme_of_item(code)
    except KeyError:  # a questionnaire of somebody else's
        return ()
    return guide.cards_for(theme=theme.id, focus=theme.focus)


def _spread(focus: Focus, *, most: int) -> tuple[Card, ...]:
    """Cards that differ in theme, scenes first: a scene is easier to begin with than a statement."""
    scenes = [card for card in the_guide().cards_for(focus=focus) if card.kind is CardKind.SCENE]
    chosen: dict[str, Card] = {}
    for card in scenes:
        chosen.setdefault(card.themes[0], card)
    return tuple(chosen.values())[:most]

"""One change from the finding that led to it, to the round that asks again."""

from dataclasses import dataclass

from fanlight.debriefs.queries import Topic, topics_of
from fanlight.guide.queries import Card
from fanlight.guide.queries.here import the_guide
from fanlight.improvement.models import AgreedAction, Cycle, Measure
from fanlight.improvement.queries import cycles_of, measures_for
from fanlight.measure.instruments import load
from fanlight.surveys.models import Round, State
from fanlight.surveys.queries import rounds_of


@dataclass(frozen=True)
class Thread:
    """Everything that belongs together. What is not there yet is None or empty, and the page says how to begin it."""

    action: AgreedAction
    topics: tuple[Topic, ...]
    card: Card | None
    cycles: tuple[Cycle, ...]
    measures: tuple[Measure, ...]
    again: Round | None


def thread_of(action: AgreedAction) -> Thread:
    return Thread(
        action=action,
        topics=_topics(action),
        card=_card(action),
        cycles=tuple(cycles_of(action)),
        measures=tuple(measures_for(action)),
        again=asked_again(action),
    )


def _topics(action: AgreedAction) -> tuple[Topic, ...]:
    """What stood out about this focus in the round that led to the action."""
    if action.round is None or action.about is None:
        return ()
    return tuple(topic for topic in topics_of(action.round).all if topic.focus == action.about)


def _card(action: AgreedAction) -> Card | None:
    return (
        next((card for card in the_guide().cards if card.slug == action.card), None) if action.card else None
    )


def asked_again(action: AgreedAction) -> Round | None:
    """The first round after the action that asks about its focus. One that is only being planned is not told of."""
    if action.about is None:
        return None
    after = rounds_of(action.team).filter(opens_at__date__gt=action.agreed_on)
    later = after.exclude(state=State.DRAFT).exclude(agreed_actions=action.pk)
    return next((round for round in later.order_by("opens_at") if action.focus in focuses_of(round)), None)


def focuses_of(round: Round) -> set[str]:
    """The focuses that a round asks about; of one that has not opened, those that it will ask about."""
    try:
        instrument = round.instrument if round.questionnaire else load(round.instrument_id)
    except (KeyError, ValueError):
        return set()
    wanted = set(round.only_items)
    return {item.focus for item in instrument.items if item.focus and (not wanted or item.code in wanted)}

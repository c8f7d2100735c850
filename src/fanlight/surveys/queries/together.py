"""Rounds that are released together, rounds of two teams, and rounds that must not be laid beside each other."""

from datetime import timedelta

from django.db.models import Q

from fanlight.measure.disclosure import FLOOR, Policy
from fanlight.measure.disclosure.policy import EXCEPTIONS
from fanlight.measure.instruments import Instrument, load
from fanlight.people.queries import asking_rules
from fanlight.surveys.models import Round, State

# For so long a team is not asked the same alone and together with another: the difference would be the other team.
APART = timedelta(days=182)


def parts_of(round: Round) -> tuple[Round, ...]:
    """The rounds that are released as one, the first first; most rounds are alone."""
    found = Round.objects.filter(Q(pk__in=(round.pk, round.waits_for_id)) | Q(waits_for=round))
    return tuple(found.select_related("team", "sister", "waits_for").order_by("opens_at", "pk"))


def is_one_of_two(round: Round) -> bool:
    return round.waits_for_id is not None or Round.objects.filter(waits_for=round).exists()


def people_asked(round: Round) -> int:
    """How many forms there could be: somebody who is asked twice counts twice."""
    return sum(part.people for part in parts_of(round))


def policy_for(round: Round) -> Policy:
    """The rules under which a round that opens now would be released: the site's and the organisations'."""
    asked = [asking_rules(team.organisation).minimum for team in round.teams]
    return _policy(parts_of(round), max(asked))


def frozen_policy(round: Round) -> Policy:
    """The rules under which a round is released: those that held when it, or an earlier part of it, opened."""
    return _policy(parts_of(round), 0)


def _policy(parts: tuple[Round, ...], minimum: int) -> Policy:
    """
    Where people are asked twice, one person may stand behind two answers. So at least twice the floor of answers is
    needed (then at least the floor of people gave them), and twice as many must differ before a question is not
    "all alike" (then at least as many people differ as in a single round).
    """
    minimum = max(minimum, *(part.minimum or 0 for part in parts))
    if len(parts) == 1:
        return Policy(minimum=minimum)
    return Policy(minimum=max(minimum, len(parts) * FLOOR), exceptions=len(parts) * EXCEPTIONS)


def too_like(round: Round) -> Round | None:
    """A round close by, of the same questions, of some of these people and others: their difference would be a group.

    Ward 5 and Ward 6 together, and Ward 6 alone a month later: if Ward 6 answers much the same, Ward 5 is the rest.
    """
    asked, mine = {team.pk for team in round.teams}, set(_questions(round))
    own = [part.pk for part in parts_of(round)]
    near = Round.objects.filter(Q(team__in=asked) | Q(sister__in=asked)).exclude(pk__in=own)
    near = near.exclude(state__in=(State.DRAFT, State.SCHEDULED)).filter(
        closes_at__gt=round.opens_at - APART, opens_at__lt=round.closes_at + APART
    )
    for other in near.select_related("team", "sister"):
        theirs = {team.pk for team in other.teams}
        if (theirs < asked or asked < theirs) and mine & set(_questions(other)):
            return other
    return None


def _questions(round: Round) -> list[tuple[str, str]]:
    instrument = round.instrument if round.questionnaire else load(round.instrument_id)
    only = set(round.only_items) or {item.code for item in instrument.items}
    return [_question(instrument, code) for code in only]


def _question(instrument: Instrument, code: str) -> tuple[str, str]:
    item = instrument.item(code)
    return (code, str(item.wording or ""))

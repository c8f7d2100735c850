"""Reading the one release of a round, those of the rounds before it, and the comments."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q

from fanlight.measure.disclosure import Band, Policy, Released, from_document
from fanlight.people.access import is_outside_every_line
from fanlight.people.models import User
from fanlight.people.queries import teams_that_asked
from fanlight.results import comments
from fanlight.results.models import Judgement, Release, SharedComment
from fanlight.surveys.models import Round


def releases_of(rounds: Iterable[Round]) -> list[Released]:
    """Every release that holds answers of one of these rounds; before their own release there is none."""
    rounds = tuple(rounds)
    holders = {round.pk for round in rounds} | {round.waits_for_id for round in rounds}
    found = Release.objects.filter(round__in=holders - {None})
    return [from_document(kept.document) for kept in found]


def bands_of(rounds: Iterable[Round]) -> dict[int, Band]:
    """How many answered each round, as its release says it: a band; rounds of which nothing is shown are left out.

    One query, and nothing of a release is read but this.
    """
    kept = Release.objects.filter(round__in=list(rounds)).values_list(
        "round_id", "document__figures__respondents__0", "document__policy__minimum"
    )
    return {round: Policy(minimum=least).band(low) for round, low, least in kept if low >= least}


def released(round: Round) -> Released | None:
    """What may be shown of a round; None while it is not released."""
    kept = Release.objects.filter(round=round).first()
    return from_document(kept.document) if kept else None


MOST_BACK = 4  # a year of quarterly rounds: what is longer ago is another team


def released_before(round: Round) -> Iterator[tuple[Round, Released]]:
    """The earlier rounds of the same people with their releases, the last one first.

    A round of two teams stands beside a round of the same two, and one of two times beside another such.
    """
    pair = {"round__team": round.team_id, "round__sister": round.sister_id}
    turned = {"round__team": round.sister_id, "round__sister": round.team_id}
    same = Q(**pair) | Q(**turned) if round.sister_id else Q(**pair)
    is_single = not hasattr(round, "brings")
    before = Release.objects.filter(
        same, round__closes_at__lt=round.closes_at, round__brings__isnull=is_single
    )
    for kept in before.select_related("round").order_by("-round__closes_at")[:MOST_BACK]:
        yield kept.round, from_document(kept.document)


GAP = "[…]"


@dataclass(frozen=True)
class Judged:
    """A comment that waits, and what the first reader said of it: `shown` is None before that, "" if it stays out."""

    key: str
    text: str = field(repr=False)
    shown: str | None = field(repr=False)
    hidden: tuple[str, ...] = field(default=(), repr=False)
    theme: str = ""


def blacked_out(text: str, passages: Iterable[str]) -> str:
    """The text without these passages, the longest first.

    >>> blacked_out("On 3 March Ann was alone. Annual leave!", ["Ann", "3 March"])
    'On […] […] was alone. Annual leave!'
    """
    for passage in sorted(passages, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(passage)}(?!\w)", GAP, text)
    return text


def as_judged(round: Round) -> tuple[Judged, ...]:
    """The comments that wait to be read, with what was said of each so far."""
    said = {one.comment: one for one in Judgement.objects.filter(round=round)}
    return tuple(_judged(one, said.get(one.key)) for one in comments.written(round))


def _judged(one: comments.Written, said: Judgement | None) -> Judged:
    if said is None:
        return Judged(str(one.key), one.text, None)
    hidden = tuple(said.hidden)
    shown = "" if said.leaves_out else blacked_out(one.text, hidden)
    return Judged(str(one.key), one.text, shown, hidden, said.theme)


def shared_comments(round: Round) -> tuple[tuple[str, str], ...]:
    """The comments as the team sees them, each with the theme it stands with, in an order that says nothing."""
    return tuple(SharedComment.objects.filter(round=round).values_list("text", "theme"))


def rounds_to_read_first(user: User | AnonymousUser) -> tuple[Round, ...]:
    """The rounds whose comments wait for this person, the door to them being `access.round_to_read_first`."""
    if not isinstance(user, User):
        return ()
    rounds = comments.rounds_that_wait(teams_that_asked(user)).select_related("team", "sister")
    return tuple(round for round in rounds if is_outside_every_line(user, *round.teams))


def comments_wait(round: Round) -> bool:
    """Whether people wrote comments that nobody has read yet."""
    return comments.are_waiting(round)

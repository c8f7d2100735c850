"""Reading the one release of a round, and those of the rounds before it."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from fanlight.measure.disclosure import Released, from_document
from fanlight.results.models import Release
from fanlight.surveys.models import Round


def releases_of(rounds: Iterable[Round]) -> list[Released]:
    """Every release that holds answers of one of these rounds; before their own release there is none."""
    found = Release.objects.filter(Q(round__in=rounds) | Q(round__brings__in=rounds))
    return [from_document(kept.document) for kept in found]


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

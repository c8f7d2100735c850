"""Reading the one release of a round, and those of the rounds before it."""

from collections.abc import Iterator

from fanlight.measure.disclosure import Released, from_document
from fanlight.results.models import Release
from fanlight.surveys.models import Round


def released(round: Round) -> Released | None:
    """What may be shown of a round; None while it is not released."""
    kept = Release.objects.filter(round=round).first()
    return from_document(kept.document) if kept else None


MOST_BACK = 4  # a year of quarterly rounds: what is longer ago is another team


def released_before(round: Round) -> Iterator[tuple[Round, Released]]:
    """The team's earlier rounds with their releases, the last one first."""
    before = Release.objects.filter(round__team_id=round.team_id, round__closes_at__lt=round.closes_at)
    for kept in before.select_related("round").order_by("-round__closes_at")[:MOST_BACK]:
        yield kept.round, from_document(kept.document)

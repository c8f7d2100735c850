"""Reading the one release of a round."""

from fanlight.measure.disclosure import Released, from_document
from fanlight.results.models import Release
from fanlight.surveys.models import Round


def released(round: Round) -> Released | None:
    """What may be shown of a round; None while it is not released."""
    kept = Release.objects.filter(round=round).first()
    return from_document(kept.document) if kept else None

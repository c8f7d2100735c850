"""Spare keys: who keeps whose."""

from collections.abc import Iterable

from django.http import Http404

from fanlight.speakup.access import in_post
from fanlight.speakup.models import Guardian, SpareKey


def second_holders(guardians: Iterable[Guardian]) -> list[tuple[Guardian, Guardian | None]]:
    """Each guardian with whoever keeps a spare of their key, by their own choice, and has not gone since."""
    listed = list(guardians)
    spares = SpareKey.objects.select_related("holder__desk").filter(guardian__in=listed)
    here = {one.pk for one in in_post(spare.holder for spare in spares)}
    kept = {spare.guardian_id: spare.holder for spare in spares if spare.holder_id in here}
    return [(guardian, kept.get(guardian.pk)) for guardian in listed]


def spare_kept_by(holder: Guardian, number: int) -> SpareKey:
    """One of the spare keys that somebody keeps; 404 for any other."""
    spare = SpareKey.objects.select_related("guardian__desk").filter(holder=holder, pk=number).first()
    if spare is None:
        raise Http404("no such spare key")
    return spare

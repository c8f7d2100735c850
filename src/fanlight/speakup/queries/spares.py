"""Spare keys: who keeps whose."""

from django.http import Http404

from fanlight.speakup.models import Guardian, SpareKey


def spare_kept_by(holder: Guardian, number: int) -> SpareKey:
    """One of the spare keys that somebody keeps; 404 for any other."""
    spare = SpareKey.objects.select_related("guardian__desk").filter(holder=holder, pk=number).first()
    if spare is None:
        raise Http404("no such spare key")
    return spare

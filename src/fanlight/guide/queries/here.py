"""The guide of this installation: ours, with the operator's dated facts laid over it."""

from django.conf import settings

from fanlight.guide.queries.guide import Guide
from fanlight.guide.queries.loading import load_guide


def the_guide() -> Guide:
    """Read once and kept; a new file in the operator's folder counts from the next start."""
    return load_guide(overrides=settings.FANLIGHT.guide)

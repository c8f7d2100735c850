"""Reads about keys."""

from fanlight.api.models import Key
from fanlight.people.models import User


def keys_of(user: User) -> list[Key]:
    """The keys of a person that still work."""
    return [key for key in Key.objects.filter(user=user).select_related("user") if key.works]

"""The doors to keys: with a key to its person, and from a person to their own keys."""

import hashlib

from django.http import Http404

from fanlight.api.models import Key
from fanlight.people.models import User


def digest_of(key: str) -> str:
    """A key is 256 random bits, so that a plain digest of it cannot be turned back."""
    return hashlib.sha256(key.encode()).hexdigest()


def person_with(key: str) -> User | None:
    """Whose key this is; None if it is nobody's, has run out, or its person has left."""
    found = Key.objects.select_related("user").filter(digest=digest_of(key), user__is_active=True).first()
    return found.user if found and found.works else None


def own_key(user: User, public_id: str) -> Key:
    found = Key.objects.filter(user=user, public_id=public_id).first()
    if found is None:
        raise Http404("no such key")
    return found

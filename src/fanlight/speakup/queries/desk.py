"""Reads about a desk that need no key."""

from fanlight.people.models import Organisation
from fanlight.speakup.models import Deed, Desk, Lesson


def deeds_of(desk: Desk) -> list[Deed]:
    """The guardians' record, first line first."""
    return list(Deed.objects.select_related("guardian", "desk").filter(desk=desk).order_by("number"))


def lessons_of(desk: Desk) -> list[str]:
    return list(Lesson.objects.filter(desk=desk).order_by("-quarter", "pk").values_list("words", flat=True))


def organisation_name(desk: Desk) -> str:
    found = Organisation.objects.filter(public_id=desk.organisation).first()
    return found.name if found else ""

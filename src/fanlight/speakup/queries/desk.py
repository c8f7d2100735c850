"""Reads about a desk that need no key."""

from django.db.models import QuerySet
from django.http import Http404

from fanlight.people.models import Organisation, User
from fanlight.speakup.models import Deed, Desk, Lesson


def deeds_of(desk: Desk) -> list[Deed]:
    """The guardians' record, first line first."""
    return list(Deed.objects.select_related("guardian", "desk").filter(desk=desk).order_by("number"))


def lessons_of(desk: Desk) -> list[str]:
    return list(Lesson.objects.filter(desk=desk).order_by("-quarter", "pk").values_list("words", flat=True))


def lessons_for(user: User) -> QuerySet[Lesson]:
    """What guardians offer to everybody who works somewhere below their organisation, or for it."""
    held = user.memberships.values_list("organisation_id", "team__organisation_id")
    places = {place for pair in held for place in pair if place}
    above = Organisation.objects.above(places).values_list("public_id", flat=True)
    offered = Lesson.objects.filter(desk__organisation__in=list(above))
    return offered.order_by("-quarter", "pk")


def lesson_for(user: User, public_id: str) -> Lesson:
    """One of these; 404 for any other."""
    lesson = lessons_for(user).filter(public_id=public_id).first()
    if lesson is None:
        raise Http404("no such lesson")
    return lesson


def organisation_name(desk: Desk) -> str:
    found = Organisation.objects.filter(public_id=desk.organisation).first()
    return found.name if found else ""

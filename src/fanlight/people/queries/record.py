"""What has happened to a team or an organisation, read from the record."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from fanlight.audit.models import Entry
from fanlight.people.models import Organisation, Team, User
from fanlight.people.roles import Role

SHOWN = 30


@dataclass(frozen=True)
class Happening:
    """One entry: the day, what was done, by whom, to whom. Names of people who have gone are empty."""

    on: date
    verb: str
    by: str
    person: str
    role: Role | None


def happenings(place: Team | Organisation) -> tuple[Happening, ...]:
    """The latest entries about the people of a place, the newest first."""
    entries = list(
        Entry.objects.filter(subject=place._meta.label_lower, subject_id=place.public_id)
        .select_related("by")
        .order_by("-pk")[:SHOWN]
    )
    names = _names({str(entry.detail["person"]) for entry in entries if "person" in entry.detail})
    return tuple(
        Happening(
            on=timezone.localtime(entry.happened_at).date(),
            verb=entry.verb,
            by=entry.by.name if entry.by else "",
            person=names.get(str(entry.detail.get("person", "")), ""),
            role=Role(entry.detail["role"]) if "role" in entry.detail else None,
        )
        for entry in entries
    )


def _names(public_ids: set[str]) -> dict[str, str]:
    return dict(User.objects.filter(public_id__in=public_ids).values_list("public_id", "name"))

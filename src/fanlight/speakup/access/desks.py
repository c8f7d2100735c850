"""The desks, and who holds a key at one."""

from django.conf import settings
from django.http import Http404

from fanlight.people.models import Organisation, User
from fanlight.speakup.models import Desk, Guardian, Post


def desks_open() -> list[tuple[Desk, str]]:
    """The desks where somebody listens now, with their organisations' names. None where the site takes no concerns."""
    if not settings.FANLIGHT.speak_up:
        return []
    everybody = Guardian.objects.filter(left_on__isnull=True)
    hearing = {guardian.desk_id for guardian in everybody if guardian.hears_new_concerns}
    desks = {desk.organisation: desk for desk in Desk.objects.filter(is_on=True) if desk.pk in hearing}
    named = Organisation.objects.filter(public_id__in=desks).order_by("name")
    return [(desks[organisation.public_id], organisation.name) for organisation in named]


def desk_behind(public_id: str) -> Desk:
    """A desk where somebody listens now; 404 for any other."""
    desk = next((desk for desk, _ in desks_open() if desk.public_id == public_id), None)
    if desk is None:
        raise Http404("nobody listens there")
    return desk


def hearing_at(desk: Desk) -> list[Guardian]:
    """The guardians to whom a new concern is sealed."""
    return [one for one in holders_at(desk) if one.hears_new_concerns]


def holders_at(desk: Desk) -> list[Guardian]:
    """Everybody who holds a key there, guardians first."""
    order = list(Post)
    held = Guardian.objects.filter(desk=desk, left_on__isnull=True)
    return sorted(held, key=lambda one: (order.index(Post(one.post)), one.pk))


def desk_of(organisation: Organisation) -> Desk | None:
    """The desk of an organisation, or of the nearest above it that has one."""
    above = [one.public_id for one in organisation.lineage]
    found = {desk.organisation: desk for desk in Desk.objects.filter(organisation__in=above)}
    return next((found[public_id] for public_id in above if public_id in found), None)


def guardian_at(desk: Desk, user: User) -> Guardian | None:
    return Guardian.objects.filter(desk=desk, user=user.public_id, left_on__isnull=True).first()

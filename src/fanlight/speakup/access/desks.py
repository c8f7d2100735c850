"""The desks, and who holds a key at one.

A key without the guardian's role opens no page. So whoever has lost the role, or closed their account, counts as gone
from that moment on, whether or not they handed over: nothing new is sealed to them, and no page says that they listen.
"""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404

from fanlight.people.models import Organisation, User
from fanlight.people.queries import who_hold
from fanlight.people.roles import Role
from fanlight.speakup.models import Desk, Guardian, Post


def desks_open() -> list[tuple[Desk, str]]:
    """The desks where somebody listens now, with their organisations' names. None where the site takes no concerns."""
    if not settings.FANLIGHT.speak_up:
        return []
    holders: dict[Desk, list[Guardian]] = {}
    for guardian in in_post(_with_keys().filter(desk__is_on=True)):
        holders.setdefault(guardian.desk, []).append(guardian)
    desks = {desk.organisation: desk for desk, held in holders.items() if _hearing(held)}
    named = Organisation.objects.filter(public_id__in=desks).order_by("name")
    return [(desks[organisation.public_id], organisation.name) for organisation in named]


def was_ever_open() -> bool:
    """Whether anybody here could have a code: they come back even when nobody listens any more."""
    return Desk.objects.exists()


def desk_behind(public_id: str) -> Desk:
    """A desk where somebody listens now; 404 for any other."""
    desk = next((desk for desk, _ in desks_open() if desk.public_id == public_id), None)
    if desk is None:
        raise Http404("nobody listens there")
    return desk


def hearing_at(desk: Desk) -> list[Guardian]:
    """Those to whom a new concern is sealed."""
    return _hearing(holders_at(desk))


def _hearing(holders: Iterable[Guardian]) -> list[Guardian]:
    """Guardians who are here, and deputies who cover for them. Where no guardian is left, every deputy steps in."""
    here = [one for one in holders if one.is_here]
    asked = [one for one in here if one.post == Post.GUARDIAN or one.is_covering]
    return asked or here


def holders_at(desk: Desk) -> list[Guardian]:
    """Everybody who holds a key there and the role with it, guardians first."""
    order = list(Post)
    return sorted(
        in_post(_with_keys().filter(desk=desk)), key=lambda one: (order.index(Post(one.post)), one.pk)
    )


def gone_from(desk: Desk) -> list[Guardian]:
    """Those whose role ended before they had left: their keys lie idle."""
    everybody = list(_with_keys().filter(desk=desk))
    here = {one.pk for one in in_post(everybody)}
    return [one for one in everybody if one.pk not in here and (one.is_let_in or one.gone_on)]


def _with_keys() -> QuerySet[Guardian]:
    return Guardian.objects.select_related("desk").filter(left_on__isnull=True)


def in_post(guardians: Iterable[Guardian]) -> list[Guardian]:
    """Of these, whoever still has the guardian's role in the desk's organisation."""
    listed = list(guardians)
    held = who_hold(Role.GUARDIAN, {one.desk.organisation for one in listed})
    return [one for one in listed if (one.desk.organisation, one.user) in held]


def desk_of(organisation: Organisation) -> Desk | None:
    """The desk of an organisation, or of the nearest above it that has one."""
    above = [one.public_id for one in organisation.lineage]
    found = {desk.organisation: desk for desk in Desk.objects.filter(organisation__in=above)}
    return next((found[public_id] for public_id in above if public_id in found), None)


def guardian_at(desk: Desk, user: User) -> Guardian | None:
    return Guardian.objects.filter(desk=desk, user=user.public_id, left_on__isnull=True).first()

"""The tree of organisations: added to, renamed, moved about, cut back."""

from django.db import transaction
from django.db.models import ProtectedError

from fanlight.audit.actions import record
from fanlight.people.actions.refused import Refused
from fanlight.people.models import Organisation, OrganisationKind, User
from fanlight.people.queries import rules_from_above


@transaction.atomic
def add_organisation(
    *,
    name: str,
    kind: OrganisationKind,
    parent: Organisation | None = None,
    ods_code: str = "",
    by: User | None,
) -> Organisation:
    _keep_names_apart(name, parent)
    organisation = Organisation.objects.create(name=name, kind=kind, parent=parent, ods_code=ods_code)
    record("add_organisation", subject=organisation, by=by)
    return organisation


@transaction.atomic
def change_organisation(
    *, organisation: Organisation, name: str, kind: OrganisationKind, ods_code: str, by: User | None
) -> Organisation:
    """Rename it, say what kind it is, give it its NHS code."""
    wanted = {"name": name, "kind": kind.value, "ods_code": ods_code}
    changes = {field: value for field, value in wanted.items() if getattr(organisation, field) != value}
    if "name" in changes:
        _keep_names_apart(name, organisation.parent)
    if changes:
        for field, value in changes.items():
            setattr(organisation, field, value)
        organisation.save(update_fields=list(changes))
        record("change_organisation", subject=organisation, by=by, changed=sorted(changes))
    return organisation


@transaction.atomic
def change_asking_rules(
    *, organisation: Organisation, minimum: int | None, rest_days: int | None, by: User | None
) -> Organisation:
    """Say how its teams are asked. The smallest group shown can be raised here, never lowered.

    A round keeps the rule that held when it opened.
    """
    least = rules_from_above(organisation).minimum
    if minimum is not None and minimum < least:
        raise Refused(f"The smallest group shown is {least} already. It can be raised, never lowered.")
    if (organisation.minimum, organisation.rest_days) != (minimum, rest_days):
        organisation.minimum, organisation.rest_days = minimum, rest_days
        organisation.save(update_fields=["minimum", "rest_days"])
        record("change_asking_rules", subject=organisation, by=by, minimum=minimum, rest_days=rest_days)
    return organisation


@transaction.atomic
def move_organisation(*, organisation: Organisation, to: Organisation, by: User | None) -> Organisation:
    """Make it a part of another, with everything below it."""
    concerned = {*Organisation.objects.above([to.pk]).values_list("pk", flat=True), organisation.pk}
    list(Organisation.objects.select_for_update().filter(pk__in=concerned).order_by("pk"))
    if Organisation.objects.above([to.pk]).filter(pk=organisation.pk).exists():
        raise Refused(f"{to} is a part of {organisation}, so {organisation} cannot become a part of it.")
    if organisation.parent_id != to.pk:
        _keep_names_apart(organisation.name, to)
        organisation.parent = to
        organisation.save(update_fields=["parent"])
        record("move_organisation", subject=organisation, by=by, to=to.public_id)
    return organisation


@transaction.atomic
def remove_organisation(*, organisation: Organisation, by: User | None) -> None:
    """Take away one in which there is nothing (any more). Teams that have ended count: their results stand."""
    if organisation.children.exists() or organisation.teams.exists():
        raise Refused(
            f"There are teams or organisations in {organisation}, perhaps some that have ended. "
            "Move them elsewhere first. An organisation with results below it is not removed."
        )
    if organisation.parent is None:
        raise Refused(f"{organisation} is not a part of anything. Ask whoever runs this site to remove it.")
    record("remove_organisation", subject=organisation, by=by)
    try:
        organisation.delete()
    except ProtectedError:
        raise Refused(
            f"People were asked about {organisation} as a whole. What came of it is kept."
        ) from None


def _keep_names_apart(name: str, parent: Organisation | None) -> None:
    if parent and parent.children.filter(name=name).exists():
        raise Refused(f"There is a “{name}” in {parent} already. Choose another name.")

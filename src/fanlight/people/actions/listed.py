"""The list of NHS organisation codes that the operator loads."""

from collections.abc import Mapping

from django.db import transaction

from fanlight.people.models import ListedOrganisation


@transaction.atomic
def load_listed_organisations(*, names: Mapping[str, str]) -> int:
    """Add the codes with their names; a code that is there already gets its new name. Returns how many are listed."""
    rows = [ListedOrganisation(code=code, name=name) for code, name in names.items()]
    ListedOrganisation.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["code"], update_fields=["name"], batch_size=1000
    )
    return ListedOrganisation.objects.count()

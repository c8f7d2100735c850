"""The one function that writes to the record."""

from typing import Any

from django.db import models

from fanlight.audit.models import Entry


def record(verb: str, *, subject: models.Model, by: Any, **detail: Any) -> Entry:
    """Put on record that `by` (None: the system itself) did `verb` to `subject`.

    Called inside the transaction of the deed, so that one cannot stand without the other. Details hold dates, sizes and
    names of states; never anything that a respondent wrote or did.
    """
    return Entry.objects.create(
        by=by,
        verb=verb,
        subject=subject._meta.label_lower,
        subject_id=str(getattr(subject, "public_id", subject.pk)),
        detail=detail,
    )

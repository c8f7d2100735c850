"""The record: rows are added, never changed, never removed."""

import pytest

from fanlight.audit.models import AppendOnlyError, Entry
from support.worlds import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("cast")
def test_an_entry_cannot_be_changed_or_removed() -> None:
    entry = Entry.objects.first()
    assert entry is not None
    with pytest.raises(AppendOnlyError):
        entry.save()
    with pytest.raises(AppendOnlyError):
        entry.delete()


def test_every_role_given_is_on_record(cast: Cast) -> None:
    given = Entry.objects.filter(verb="give_role", subject_id=cast.ward.public_id)
    assert {entry.detail["role"] for entry in given} == {"lead", "member", "facilitator"}


def test_a_person_who_is_gone_leaves_the_record_standing(cast: Cast) -> None:
    before = Entry.objects.count()
    cast.alice.delete()
    assert Entry.objects.count() == before

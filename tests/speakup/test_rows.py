"""What a row about somebody who spoke up may hold, and that no key leads into the island or out of it."""

from datetime import date

import pytest
from django.apps import apps
from django.db import models

from fanlight.speakup.access import AtWork
from fanlight.speakup.models import Concern, Piece, Wrap
from support.speakup import a_concern

# The only fields that such a row may have. Numbers are random, names are random, the week is a Monday.
ALLOWED = {
    Concern: {
        "id", "public_id", "desk", "week", "lookup", "salt", "reporter_key", "reporter_wrap", "line", "case", "sign",
        "answer_waits", "needs_guardian",
    },
    Wrap: {"id", "concern", "guardian", "sealed"},
    Piece: {"id", "sealed"},
}  # fmt: skip
IN_ORDER_OR_TIME = (models.AutoField, models.DateTimeField, models.TimeField, models.GenericIPAddressField)


@pytest.mark.parametrize("model", ALLOWED)
def test_a_row_has_no_field_that_tells(model: type[models.Model]) -> None:
    assert {field.name for field in model._meta.concrete_fields} == ALLOWED[model]
    assert not [field for field in model._meta.concrete_fields if isinstance(field, IN_ORDER_OR_TIME)]


def test_no_key_leads_into_the_island_or_out_of_it() -> None:
    crossing = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey | models.OneToOneField | models.ManyToManyField)
        and (model._meta.app_label == "speakup") != (field.related_model._meta.app_label == "speakup")
    ]
    assert crossing == []


@pytest.mark.django_db
def test_the_only_day_is_a_monday_and_numbers_are_random(gil: AtWork) -> None:
    told = [a_concern(gil.desk) for _ in range(8)]
    rows = [one.opened.concern for one in told]
    assert {row.week.weekday() for row in rows} == {0}
    assert isinstance(rows[0].week, date)
    numbers = [row.pk for row in rows]
    assert numbers not in (sorted(numbers), sorted(numbers, reverse=True))
    assert min(numbers) > 2**40

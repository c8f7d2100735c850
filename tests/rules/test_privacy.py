"""Every field of every table of ours says whom it tells of, why it is kept, and until when."""

from django.apps import apps
from django.db import models

from fanlight.audit.data_map import About, data_map
from fanlight.equity.models import SealedForm
from fanlight.responses.models import Answer, Comment, SealedAnswer, Slip


def fields_of(model: type[models.Model]) -> set[tuple[str, str]]:
    table = f"{model._meta.app_label}.{model._meta.model_name}"
    return {(table, field.name) for field in model._meta.concrete_fields}


def every_field() -> set[tuple[str, str]]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("fanlight.")]
    return set().union(*(fields_of(model) for model in ours))


def test_every_field_is_on_the_map() -> None:
    mapped = {(kept.table, kept.field) for kept in data_map()}
    assert every_field() - mapped == set(), "add it to data_map.toml beside the model"
    assert mapped - every_field() == set(), "take it off the map: the field is gone"


def test_every_line_says_why_and_until_when() -> None:
    assert [kept for kept in data_map() if not kept.purpose or not kept.until] == []


def test_nothing_about_a_respondent_is_called_personal() -> None:
    """If it told of a person, it could not be kept at all."""
    tables = {f"responses.{model._meta.model_name}" for model in (Answer, Comment, SealedAnswer, Slip)}
    tables.add(f"equity.{SealedForm._meta.model_name}")
    assert {kept.about for kept in data_map() if kept.table in tables} <= {About.SEALED, About.TEAM}


def test_the_rule_sees_a_field_that_is_not_on_the_map() -> None:
    class Unmapped(models.Model):
        secret = models.TextField()

        class Meta:
            app_label = "rules"

    assert ("rules.unmapped", "secret") in fields_of(Unmapped)

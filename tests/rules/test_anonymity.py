"""No path leads from an answer to a person: not by keys, not by time, not by order, not by address or agent."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from fanlight.debriefs.models import Box, Feedback, Live
from fanlight.equity.models import FairRound, SealedForm
from fanlight.people.models import User
from fanlight.responses.models import Answer, Comment, SealedAnswer, Slip
from fanlight.results.models import Judgement, SharedComment
from fanlight.surveys.models import Round

ABOUT_RESPONDENTS = (Answer, Comment, SealedAnswer, Slip, Feedback, Judgement, SharedComment, SealedForm)

# The only fields that a row about a respondent may have. The key is random; the round says what was asked.
ALLOWED = {
    Answer: {"id", "round", "codes"},
    Comment: {"id", "round", "text"},
    SealedAnswer: {"id", "round", "sealed"},
    SealedForm: {"id", "round", "sealed"},
    # `theme` is what a comment is about, chosen by its first reader from its words: nobody who wrote says it.
    Judgement: {"comment", "round", "leaves_out", "hidden", "theme"},
    SharedComment: {"id", "round", "text", "theme"},
    Slip: {"digest", "round", "is_spent"},
    Feedback: {
        "round",
        "counts",
        "shown",
        "people",
    },  # one row for all: counts, and nobody's answers together
}


def telling_fields(model: type[models.Model]) -> list[str]:
    """Fields that would say when, in which order, from where or by whom."""
    in_order = (
        models.AutoField,
        models.BigAutoField,
        models.DateField,
        models.TimeField,
        models.GenericIPAddressField,
    )
    return [field.name for field in model._meta.get_fields() if isinstance(field, in_order)]


def keys_out_of(model: type[models.Model]) -> Iterator[models.ForeignKey[models.Model, models.Model]]:
    return (field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey))


@pytest.mark.parametrize("model", ABOUT_RESPONDENTS)
def test_a_respondents_row_has_no_field_that_tells(model: type[models.Model]) -> None:
    assert {field.name for field in model._meta.get_fields()} == ALLOWED[model]
    assert telling_fields(model) == []


@pytest.mark.parametrize("model", ABOUT_RESPONDENTS)
def test_the_only_key_out_of_it_is_its_round_and_no_way_leads_back(model: type[models.Model]) -> None:
    keys = list(keys_out_of(model))
    assert [key.related_model for key in keys] == [FairRound if model is SealedForm else Round]
    assert all(key.remote_field.related_name == "+" for key in keys)


def test_dots_and_thoughts_are_in_one_row_without_person_time_or_order() -> None:
    fields = {field.name for field in Box._meta.get_fields()}
    assert fields == {"live", "topics", "dots", "chose", "thoughts", "thought"}
    assert telling_fields(Box) == []
    assert [(key.related_model, key.remote_field.related_name) for key in keys_out_of(Box)] == [(Live, "+")]
    assert [key.related_model for key in keys_out_of(Live)] == [Round]


def test_no_key_leads_from_a_round_to_a_person() -> None:
    """A round knows its team. Were it to know a person, a team of one would be an answer with a name."""
    for model in (Round, FairRound):
        assert User not in {key.related_model for key in keys_out_of(model)}


def test_nothing_else_points_at_a_respondents_row() -> None:
    pointing = [
        f"{model.__name__}.{key.name}"
        for model in apps.get_models()
        for key in keys_out_of(model)
        if key.related_model in ABOUT_RESPONDENTS
    ]
    assert pointing == []


def test_the_rule_sees_a_field_that_tells() -> None:
    class Naive(models.Model):
        came_at = models.DateTimeField()

        class Meta:
            app_label = "rules"

    assert set(telling_fields(Naive)) == {"id", "came_at"}

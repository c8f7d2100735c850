"""What else an organisation's people are asked, so that the calendar knows."""

from datetime import date

from django.db import transaction

from fanlight.audit.actions import record
from fanlight.people.models import Organisation, User
from fanlight.surveys.models import OtherSurvey


@transaction.atomic
def add_other_survey(
    *, organisation: Organisation, title: str, begins_on: date, ends_on: date, by: User | None
) -> OtherSurvey:
    """Put it into the calendar. Twice is harmless."""
    survey, is_new = OtherSurvey.objects.get_or_create(
        organisation=organisation, title=title, begins_on=begins_on, defaults={"ends_on": ends_on}
    )
    if is_new:
        record("add_other_survey", subject=organisation, by=by, survey=survey.public_id)
    return survey


@transaction.atomic
def remove_other_survey(*, survey: OtherSurvey, by: User | None) -> None:
    record("remove_other_survey", subject=survey.organisation, by=by, survey=survey.public_id)
    survey.delete()

"""The calendar of an organisation, and what else its people are asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.people.access import organisation_for, organisation_with_permissions, signed_in
from fanlight.people.roles import May
from fanlight.people.views.asking import asks, sent
from fanlight.surveys import actions
from fanlight.surveys.access import other_survey_of
from fanlight.surveys.forms import OtherSurveyForm
from fanlight.surveys.pages import calendar as pages
from fanlight.surveys.pages import planning
from fanlight.surveys.queries import asking_calendar as calendar_of
from fanlight.surveys.views.planning import form_page


@require_safe
def asking_calendar(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation, allowed = organisation_with_permissions(request.user, public_id, May.SEE_PROCESS)
    page = pages.calendar_page(organisation, calendar_of(organisation), allowed)
    return render(request, "surveys/calendar.html", {"page": page})


@asks
def calendar_add(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = organisation_for(request.user, public_id, May.MANAGE_ORGANISATION)
    form = OtherSurveyForm(sent(request))
    if not form.is_valid():
        return form_page(request, planning.other_survey_page(organisation, form))
    actions.add_other_survey(organisation=organisation, by=signed_in(request), **form.cleaned_data)
    return redirect("asking_calendar", public_id)


@asks
def calendar_remove(request: HttpRequest, public_id: str, survey: str) -> HttpResponse:
    organisation = organisation_for(request.user, public_id, May.MANAGE_ORGANISATION)
    found = other_survey_of(organisation, survey)
    if request.method != "POST":
        return form_page(request, planning.remove_survey_page(organisation, found))
    actions.remove_other_survey(survey=found, by=signed_in(request))
    return redirect("asking_calendar", public_id)

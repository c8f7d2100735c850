"""Comparing two groups of staff of an organisation. Nothing that is typed is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from fanlight.learning.forms import LikelihoodForm
from fanlight.learning.pages.equity import likelihood_page
from fanlight.people.access import organisation_for
from fanlight.people.roles import May
from fanlight.people.views.asking import asks, sent


@asks
def likelihood(request: HttpRequest, public_id: str) -> HttpResponse:
    organisation = organisation_for(request.user, public_id, May.SEE_PROCESS)
    form = LikelihoodForm(sent(request))
    page = likelihood_page(organisation, form)
    status = 422 if form.errors else 200
    return render(request, "learning/likelihood.html", {"page": page, "form": form}, status=status)

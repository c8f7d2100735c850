"""A page with all that a round's lead hands out, and the files themselves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from fanlight.design.files import pdf_file
from fanlight.people.access import signed_in
from fanlight.people.views.asking import asks, sent
from fanlight.responses.actions import make_slips
from fanlight.responses.documents import form_pdf, poster_pdf, slips_pdf
from fanlight.responses.forms import SheetForm
from fanlight.responses.pages import handing_out as pages
from fanlight.responses.queries import slips_left
from fanlight.surveys.access import round_to_plan
from fanlight.surveys.models import Round, State


@require_safe
def hand_out(request: HttpRequest, public_id: str) -> HttpResponse:
    round = round_to_plan(request.user, public_id)
    return render(request, "responses/hand_out.html", {"page": pages.handing_out_page(round)})


def _printed(
    request: HttpRequest, public_id: str, make: Callable[[Round], bytes], name: str, *states: State
) -> HttpResponse:
    """A file to print; or, while there is nothing to print, the page that says why."""
    round = round_to_plan(request.user, public_id)
    return pdf_file(make(round), name) if round.state in states else redirect("hand_out", public_id)


@require_safe
def poster(request: HttpRequest, public_id: str) -> HttpResponse:
    return _printed(request, public_id, poster_pdf, "poster", State.SCHEDULED, State.OPEN)


@require_safe
def paper_form(request: HttpRequest, public_id: str) -> HttpResponse:
    """Blank forms: their wording is fixed when the round opens."""
    return _printed(request, public_id, form_pdf, "form", State.OPEN)


@asks
def slips(request: HttpRequest, public_id: str) -> HttpResponse:
    """Codes are made and handed over in one answer: nothing of them stays here but fingerprints."""
    round = round_to_plan(request.user, public_id)
    if not pages.can_be_handed_out(round):
        return redirect("hand_out", public_id)
    form = SheetForm(sent(request), people=round.people, left=slips_left(round))
    if form.is_valid():
        codes = make_slips(round=round, number=form.cleaned_data["number"], by=signed_in(request))
        return pdf_file(slips_pdf(round, codes), "slips", shows=False)
    status = 422 if form.is_bound else 200
    return render(request, "responses/slips.html", {"page": pages.slips_page(round, form)}, status=status)
